"""The sheet that a human fact-checker works from: a Markdown list of every figure, with a box to tick."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TextIO

from factcheck.drafts.draft import Draft
from factcheck.reports.figures_context import context_of
from factcheck.reports.figures_renderer import FiguresRenderer, Shown
from factcheck.reports.visible import Visible, encoding_of

#: What Markdown would take for its own inside a line: emphasis, code, links, HTML, strikes, cells, hashes, entities.
_MARKUP = re.compile(r"[\\`*_\[\]<>~|#]|&(?=#?\w+;)")


class FiguresChecklist(FiguresRenderer):
    """Below the name of each file: `- [ ] line 9: $1.1bn — …will spend 12 billion kroner (**$1.1bn**) on…`."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        self._visible = Visible(encoding_of(out))
        self._path: str | None = None
        self._listed = False  # something stands above that the next heading is to be apart from

    def draft(self, draft: Draft, shown: Iterable[Shown]) -> None:
        if draft.path != self._path:
            self._heading("#", draft.path)
            self._path = draft.path
        if draft.id is not None:
            self._heading("##", draft.id)
        self.out.writelines([self._item(draft, item) for item in shown] or ["No figures.\n"])
        self._listed = True

    def _heading(self, level: str, name: str) -> None:
        between = "\n" if self._listed else ""
        self.out.write(f"{between}{level} {self._text(name)}\n\n")
        self._listed = False

    def _item(self, draft: Draft, item: Shown) -> str:
        figure = self._text(str(item.record["text"]))
        around = self._around(draft, item)
        return f"- [ ] line {item.record['line']}: {figure}{self._visible(' — ') if around else ''}{around}\n"

    def _around(self, draft: Draft, item: Shown) -> str:
        """The sentence with the figure in bold; nothing where the figure stands alone, as in a cell of a table."""
        before, after = context_of(draft, item.start, item.end)
        if not before.strip() and not after.strip():
            return ""
        bold = "**" if _can_be_bold(before[-1:], after[:1]) else ""
        printed = draft.text[item.start : item.end]
        # One at a time: the spaces beside the figure would go with the others that are not wanted.
        pieces = [self._text(piece, strip=False) for piece in (before, printed, after)]
        return f"{pieces[0].lstrip()}{bold}{pieces[1]}{bold}{pieces[2].rstrip()}"

    def _text(self, text: str, strip: bool = True) -> str:
        """A text that is one line of Markdown and reads as it stands."""
        line = re.sub(r"\s+", " ", self._visible(text))
        return _MARKUP.sub(r"\\\g<0>", line.strip() if strip else line)


def _can_be_bold(before: str, after: str) -> bool:
    """Whether asterisks beside these would be bold: inside of a word Markdown may leave them as they are."""
    return all(not side or side.isspace() or unicodedata.category(side).startswith("P") for side in (before, after))
