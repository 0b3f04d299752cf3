"""The text that is extracted from a packed document: blocks with roles, the reader's names of their places, tables."""

from __future__ import annotations

from factcheck.drafts.draft import Block, Draft, Role, Unreadable
from factcheck.drafts.lines import is_headline
from factcheck.drafts.table import Spot, TableMaker, tables_of

_JOINT = "\n\n"
#: Characters of the longest cell; more is a paragraph in a table that lays out the page.
CELL = 300
#: Where a word may be broken, and what has no width: not part of the text.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_SPACE = " \t\n\r"


class Story:
    """Put together in reading order. Offsets count in the text itself, which has no other source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._places: list[str] = []
        self._headed = False
        self._numbers: dict[str, int] = {}
        self.tables: list[TableMaker] = []

    def next_number(self, what: str) -> str:
        """ "paragraph 12": the next of its kind, from 1."""
        self._numbers[what] = self._numbers.get(what, 0) + 1
        return f"{what} {self._numbers[what]}"

    def add(self, text: str, role: Role, place: str | None = None, spot: Spot | None = None) -> bool:
        """A block; False where it has no text. Without a `place` it is the next paragraph.

        The first headline is one, others are text, as in a page; a long cell is text without a place in the table.
        """
        text = text.translate(_UNSEEN).strip(_SPACE)
        if not text or text.isspace():
            return False
        if role == "headline":
            role, self._headed = ("body" if self._headed else "headline"), True
        elif role == "cell" and len(text) > CELL:
            role, spot = "body", None
        if self._blocks:
            self._parts.append(_JOINT)
            self._length += len(_JOINT)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._blocks.append(Block(start, self._length, role))
        self._places.append(place or self.next_number("paragraph"))
        if spot is not None:
            spot.write(start, self._length)
        return True

    @property
    def last(self) -> Block:
        return self._blocks[-1]

    def draft(self, path: str) -> Draft:
        """The draft; Unreadable where nothing was read. Without a headline a first line that can be one is."""
        if not self._blocks:
            raise Unreadable(path, "empty: nothing to check")
        text = "".join(self._parts)
        first = self._blocks[0]
        if not self._headed and len(self._blocks) > 1 and first.role == "body" and is_headline(text[: first.end]):
            self._blocks[0] = first._replace(role="headline")
        return Draft(
            path, text, text, tuple(self._blocks), tables=tables_of(self.tables), places=tuple(self._places)
        )  # fmt: skip
