"""What readers of formats made of lines share: the lines of a source, and blocks put together from them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from factcheck.drafts.draft import Draft, DraftDate, Role
from factcheck.drafts.inline import Cut, in_order
from factcheck.drafts.mapped import MappedText
from factcheck.drafts.table import Spot, TableMaker, tables_of


class Line(NamedTuple):
    """`data[start:end]` without indentation and without what ends the line; `indent` in columns."""

    start: int
    end: int
    indent: int
    text: bytes


#: Says what to leave out of `data[start:end]`, and adds the spans of notes that stand in it.
Inline = Callable[[bytes, int, int, list[tuple[int, int]]], list[Cut]]


def lines_of(data: bytes) -> list[Line]:
    """The lines of a source. A tab goes to the next column that eight divides."""
    found, at = [], 0
    for whole in data.split(b"\n"):
        text = whole.lstrip(b" \t")
        before = whole[: len(whole) - len(text)]
        bare = text.rstrip(b" \t\r")
        indent = len(before.expandtabs(8)) if b"\t" in before else len(before)
        start = at + len(before)
        found.append(Line(start, start + len(bare), indent, bare))
        at += len(whole) + 1
    return found


class Marked:
    """The draft as it comes about: blocks out of pieces of lines, whose inline mark-up is left out."""

    def __init__(self, data: bytes, inline: Inline) -> None:
        self.data = data
        self.text = MappedText(data, 0)
        self.makers: list[TableMaker] = []
        self.titled = False
        self._inline = inline

    def add(self, spans: list[tuple[int, int]], role: Role, spot: Spot | None = None) -> bool:
        """Add pieces of lines in order as one block, and the notes in them behind it."""
        if not spans:
            return False
        start, end = spans[0][0], spans[-1][1]
        notes: list[tuple[int, int]] = []
        cuts = self._inline(self.data, start, end, notes)
        for (_, stop), (begin, _) in pairwise(spans):
            feed = self.data.find(b"\n", stop, begin)
            if feed < 0:
                cuts.append((stop, begin, " "))
                continue
            cuts += [(stop, feed, "")] * (feed > stop) + [(feed + 1, begin, "")] * (begin > feed + 1)
        cuts = in_order(cuts)
        wrote = self.text.add(start, end, cuts, role)
        if wrote and spot is not None:
            spot.write(self.text.last.start, self.text.last.end)
        for first, last in notes:
            self.text.add(first, last, in_order(self._inline(self.data, first, last, [])), "note")
        return wrote

    def heading(self, spans: list[tuple[int, int]]) -> None:
        """Add a heading: the first is the headline."""
        self.add(spans, "body" if self.titled else "headline")
        self.titled = True

    def date(self, span: tuple[int, int], origin: str) -> DraftDate | None:
        """The day that a span of the source prints."""
        from factcheck.drafts.days import day_of

        day = day_of(self.data[slice(*span)].decode())
        return DraftDate(day, origin, self.text.offset(span[0]), self.text.offset(span[1])) if day else None

    def draft(self, path: str, source: str, date: DraftDate | None, language: str | None) -> Draft:
        return Draft(
            path, source, self.text.text(), self.text.blocks(),
            date=date, language=language, offsets=self.text.offsets(), tables=tables_of(self.makers),
        )  # fmt: skip


class Pairs:
    """Marks of emphasis that open and close, paired as they come: the last that opened with the next that closes."""

    def __init__(self, data: bytes, low: int, high: int) -> None:
        self._data, self._low, self._high = data, low, high
        self._open: dict[bytes, tuple[int, int]] = {}

    def take(self, start: int, end: int, cuts: list[Cut], *, free: bool = False) -> None:
        """A mark at a span: it closes what opened with the same sign, or opens; if `free`, within a word as well."""
        sign = self._data[start:end]
        before = self._data[start - 1 : start] if start > self._low else b" "
        after = self._data[end : end + 1] if end < self._high else b" "
        inside_before, inside_after = (False, False) if free else (_inside(before), _inside(after))
        opener = self._open.get(sign)
        if opener is not None and not before.isspace() and not inside_after:
            cuts += ((*opener, ""), (start, end, ""))
            del self._open[sign]
        elif not after.isspace() and not inside_before:
            self._open[sign] = (start, end)


def _inside(byte: bytes) -> bool:
    """Whether a byte is of a word."""
    return byte.isalnum() or byte >= b"\x80"
