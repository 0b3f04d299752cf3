"""A draft put together from drafts of pieces of its source, each with its own map."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from factcheck.drafts.draft import Block, Draft, Offsets
from factcheck.drafts.table import Table

_JOINT = "\n\n"


class _Part(NamedTuple):
    start: int  # in the joined text
    draft: Draft
    outer: Offsets


class Joined:
    """Drafts in order, joined by blank lines; the first headline is the only one.

    The source of each is itself text of the joined draft's source, to which `outer` maps it.
    """

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self._starts: list[int] = []
        self._texts: list[str] = []
        self._length = 0
        self._headed = False
        self.blocks: list[Block] = []
        self.tables: list[Table] = []

    def add(self, draft: Draft, outer: Offsets) -> int:
        """One more; how many blocks it has."""
        if not draft.blocks:
            return 0
        if self._parts:
            self._texts.append(_JOINT)
            self._length += len(_JOINT)
        shift = self._length
        self._parts.append(_Part(shift, draft, outer))
        self._starts.append(shift)
        self._texts.append(draft.text)
        self._length += len(draft.text)
        for block in draft.blocks:
            role = block.role
            if role == "headline":
                role, self._headed = ("body" if self._headed else "headline"), True
            self.blocks.append(Block(block.start + shift, block.end + shift, role))
        for table in draft.tables:
            cells = tuple(cell._replace(start=cell.start + shift, end=cell.end + shift) for cell in table.cells)
            title = (table.title[0] + shift, table.title[1] + shift) if table.title else None
            self.tables.append(Table(cells, title))
        return len(draft.blocks)

    def text(self) -> str:
        return "".join(self._texts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of a span in the text."""
        if not self._parts:
            return 0, 0
        first = self._place(start, min(start + 1, max(start, end)))[0]
        return first, max(first, self._place(end - 1, end)[1] if end > start else first)

    def _place(self, start: int, end: int) -> tuple[int, int]:
        part = self._parts[max(0, bisect_right(self._starts, start) - 1)]
        return part.outer.span(*part.draft.to_source(start - part.start, end - part.start))
