"""What the walks through Word and OpenDocument share: where a text goes that they have read."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from factcheck.drafts.draft import Role
from factcheck.drafts.story import Story
from factcheck.drafts.table import Spot, TableMaker


class OpenTable(Protocol):
    """A table that is being read: the cell at hand, and the reader's name of it."""

    spot: Spot | None
    place: str


_Table = TypeVar("_Table", bound=OpenTable)


class Telling(Generic[_Table]):
    """Adds texts to a story, in the cell, the box or the place that they stand in."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._tables: list[_Table | None] = []  # None: a text box, whose text is in no cell
        self._boxes: list[str] = []
        self._caption: tuple[int, int] | None = None
        self._role: Role | None = None
        self._place: str | None = None

    def _add(self, text: str, role: Role | None) -> None:
        table = self._tables[-1] if self._tables else None
        if table is not None:
            self.story.add(text, "cell", table.place, table.spot)
            return
        place = self._place or (self._boxes[-1] if self._boxes else None)
        if self.story.add(text, self._role or role or "body", place):
            last = self.story.last
            self._caption = (last.start, last.end) if last.role == "caption" else None

    def _named(self, maker: TableMaker) -> str:
        """The table's name; a caption right above it is its title."""
        if self._caption is not None and not self._tables:
            Spot(maker, None).write(*self._caption)
        self._caption = None
        self.story.tables.append(maker)
        return self.story.next_number("table")
