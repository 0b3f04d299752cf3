"""Draws a snippet: the line behind its number, underlines below it, and a label for each, as rustc does.

9 │ …will spend 12 billion kroner ($2.4bn) on the port,…
  │             ─────────────────  ━━━━━━ implies 5.00 kroner to the dollar
  │             │
  │             12 billion kroner, read as 11.5bn to 12.5bn
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.reports.glyphs import Glyphs
from factcheck.reports.snippet import LABEL_ROOM, Snippet, Underline

EVIDENCE = "cyan"


class _Placed(NamedTuple):
    column: int
    text: str
    style: str


class Frame:
    """Draws snippets of one finding in `width` cells; `suspect` is the style of the queried figure."""

    def __init__(self, console: Console, glyphs: Glyphs, width: int, suspect: str) -> None:
        self._console = console
        self._glyphs = glyphs
        self._width = width
        self._suspect = suspect

    def rows(self, snippet: Snippet) -> Iterator[Text]:
        """The line, its underlines, its labels; without the gutter."""
        yield Text(snippet.text)
        labelled = [underline for underline in snippet.underlines if underline.label]
        beside = self._beside(snippet.underlines)
        marks = self._marks(snippet.underlines)
        if beside:
            column = beside.end + 1
            pending = labelled[:-1]
            first, *rest = self._label(beside, column)
            yield _row([*marks, first])
            for placed in rest:
                yield _row([*self._stems(pending), placed])
            if pending and not rest:
                yield _row(self._stems(pending))
        else:
            pending = labelled
            yield _row(marks)
            if pending:
                yield _row(self._stems(pending))
        while pending:
            *pending, below = pending
            for placed in self._label(below, below.column):
                yield _row([*self._stems([u for u in pending if u.column < below.column]), placed])

    def _beside(self, underlines: Sequence[Underline]) -> Underline | None:
        """The last underline, if its label can stand on the same row."""
        last = underlines[-1]
        room = self._width - last.end - 1
        free = last.end == max(underline.end for underline in underlines)
        return last if last.label and free and room >= min(cell_len(last.label), LABEL_ROOM) else None

    def _marks(self, underlines: Sequence[Underline]) -> list[_Placed]:
        """Where spans overlap, the suspect figure is on top."""
        cells: dict[int, bool] = {}
        for underline in sorted(underlines, key=lambda u: u.suspect):
            cells.update(dict.fromkeys(range(underline.column, underline.end), underline.suspect))
        pieces: list[_Placed] = []
        for column, suspect in sorted(cells.items()):
            glyph = self._glyphs.suspect if suspect else self._glyphs.evidence
            style = self._suspect if suspect else EVIDENCE
            last = pieces[-1] if pieces else None
            if last and last.style == style and last.column + len(last.text) == column:
                pieces[-1] = last._replace(text=last.text + glyph)
            else:
                pieces.append(_Placed(column, glyph, style))
        return pieces

    def _stems(self, underlines: Sequence[Underline]) -> list[_Placed]:
        by_column = {u.column: _Placed(u.column, self._glyphs.stem, self._style(u)) for u in underlines}
        return [by_column[column] for column in sorted(by_column)]

    def _label(self, underline: Underline, column: int) -> list[_Placed]:
        style = self._style(underline)
        lines = wrapped(self._console, underline.label, self._width - column)
        return [_Placed(column, line, style) for line in lines]

    def _style(self, underline: Underline) -> str:
        return self._suspect if underline.suspect else EVIDENCE


def wrapped(console: Console, text: str, width: int) -> list[str]:
    """Text in lines of at most `width` cells, broken at spaces, or inside a word that is longer."""
    lines = Text(text).wrap(console, max(1, width), overflow="fold")
    return [line.plain.rstrip() for line in lines] or [""]


def _row(placed: Sequence[_Placed]) -> Text:
    row = Text()
    column = 0
    for piece in placed:
        row.append(" " * (piece.column - column)).append(piece.text, piece.style)
        column = piece.column + cell_len(piece.text)
    return row
