"""Figures for a spreadsheet: CSV as RFC 4180 has it, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import TextIO

from factcheck.drafts.draft import Draft
from factcheck.reports.figures_renderer import FiguresRenderer, Shown, identity
from factcheck.reports.visible import Visible, encoding_of

#: The keys of the contract. `id` has its column in every file: the header is written before the drafts are read.
COLUMNS = (
    "path", "id", "kind", "text", "start", "end", "line", "column", "value", "low", "high", "ends", "currency",
    "currencies", "unit", "hedge",
)  # fmt: skip

#: What a spreadsheet may run, also behind white space, in the wide forms that some take for the narrow ones.
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]")
#: A negative number is a number, and one with an apostrophe before it would be text.
_NUMBER = re.compile(r"-\d+(?:\.\d+)?", re.ASCII)
#: RFC 4180 has no place for these. Line ends and spaces stay as they are printed, in quotation marks.
_AWKWARD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class FiguresCsv(FiguresRenderer):
    """A header, then one line a figure; lists are separated by spaces, open ends are empty."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(newline="")  # or Windows would end lines with \r\r\n
        self._visible = Visible(encoding_of(out))
        self._csv = csv.writer(out)
        self._csv.writerow(COLUMNS)

    def draft(self, draft: Draft, shown: Iterable[Shown]) -> None:
        head = identity(draft)
        for item in shown:
            record = {**head, **item.record}
            self._csv.writerow([self._cell(record.get(column)) for column in COLUMNS])

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
        text = _AWKWARD.sub(lambda match: self._visible(match[0]), text)
        if not self._visible.encodes(text):
            text = self._visible(text)
        return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
