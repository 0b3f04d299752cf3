"""Figures or claims for programs: one JSON object a line, with the keys that DESIGN.md section 7 promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from factcheck.drafts.draft import Draft
from factcheck.reports.figures_renderer import FiguresRenderer, Shown, identity
from factcheck.reports.json_text import JsonText


class FiguresJsonl(FiguresRenderer):
    """One record a line, nothing else."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        self._text = JsonText(out)

    def draft(self, draft: Draft, shown: Iterable[Shown]) -> None:
        head = identity(draft)
        for item in shown:
            self.out.write(self._text({**head, **item.record}) + "\n")
