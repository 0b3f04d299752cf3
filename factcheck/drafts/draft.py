"""One article: its text, its blocks, its date, and an exact map from every character back to the source."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from factcheck.drafts.directives import Directive

from factcheck.drafts.table import Table

Role = Literal["headline", "standfirst", "body", "caption", "quote", "list", "cell", "note"]
_QUOTED = 100  # characters on either side of a figure that are quoted


class Block(NamedTuple):
    """A piece of a draft's text with one role: `draft.text[block.start:block.end]`."""

    start: int
    end: int
    role: Role


class DraftDate(NamedTuple):
    """The day of a draft and what says so ("front matter", "--date"); `start:end` in the source where it stands."""

    day: date
    origin: str
    start: int | None = None
    end: int | None = None


class Position(NamedTuple):
    """A place in the source: 1-based line and column, in code points."""

    line: int
    column: int


class OffsetMap:
    """Where each piece of the readable text stands in the source.

    Made of runs `(text_start, source_start, length)` in order, within which both advance together. What lies
    between two runs (mark-up in the source, a joint such as a blank line in the text) belongs to neither.
    `wide` holds the characters that the source spells with several (`&pound;`): text offset to source end.
    """

    __slots__ = ("_lengths", "_sources", "_texts", "_wide")

    def __init__(self, runs: list[tuple[int, int, int]], wide: dict[int, int] | None = None) -> None:
        self._wide = wide or {}
        self._texts = [run[0] for run in runs]
        self._sources = [run[1] for run in runs]
        self._lengths = [run[2] for run in runs]

    def start(self, offset: int) -> int:
        """The source offset of the character at `offset` of the text."""
        if not self._texts:
            return 0
        n = max(0, bisect_right(self._texts, offset) - 1)
        into = min(max(0, offset - self._texts[n]), self._lengths[n])
        return self._sources[n] + into

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the text between two offsets, without mark-up that merely adjoins it."""
        first = self.start(start)
        if end <= start:
            return first, first
        last = self._wide.get(end - 1)
        return first, max(first, self.start(end - 1) + 1 if last is None else last)


class Offsets(Protocol):
    """What maps spans of a text to spans of its source."""

    def span(self, start: int, end: int) -> tuple[int, int]: ...


class Draft:
    """`source` is the decoded file, `text` what a reader reads: blocks in order, joined by blank lines.

    A reader makes one (see `factcheck.drafts.reading`); treat it as frozen.
    """

    __slots__ = (
        "_lines", "_map", "blocks", "date", "directives", "id", "language", "path", "places", "source", "tables",
        "text",
    )  # fmt: skip

    def __init__(
        self,
        path: str,
        source: str,
        text: str,
        blocks: tuple[Block, ...],
        *,
        date: DraftDate | None = None,
        id: str | None = None,
        language: str | None = None,
        offsets: Offsets | None = None,
        directives: tuple[Directive, ...] = (),
        tables: tuple[Table, ...] = (),
        places: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.source = source
        self.text = text
        self.blocks = blocks
        self.date = date
        self.id = id  # of an article in a file of several
        self.language = language  # that the draft itself names, as in its front matter
        self.directives = directives  # what its comments tell the checker
        self.tables = tables  # whose cells are among the blocks
        self.places = places  # of each block what a reader of the file calls its place; empty: lines and columns do
        self._map = offsets  # None: text and source are the same string
        self._lines: list[int] | None = None

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of a span in the text."""
        return self._map.span(start, end) if self._map else (start, end)

    def position(self, offset: int) -> Position:
        """The line and column of a source offset."""
        if self._lines is None:
            lengths = (len(line) + 1 for line in self.source.split("\n")[:-1])
            self._lines = [0, *accumulate(lengths)]
        line = bisect_right(self._lines, offset)
        return Position(line, offset - self._lines[line - 1] + 1)

    def block_at(self, offset: int) -> Block:
        """The block that holds an offset of the text (the one before, for a joint)."""
        n = bisect_right(self.blocks, offset, key=lambda block: block.start)
        return self.blocks[max(0, n - 1)]

    def where(self, offset: int) -> str | None:
        """What a reader of the file calls the place of an offset of the text: "paragraph 12"; None: it has lines."""
        if not self.places:
            return None
        return self.places[max(0, bisect_right(self.blocks, offset, key=lambda block: block.start) - 1)]

    def quote(self, start: int, end: int) -> str | None:
        """The words round a span of the text within its block, on one line, where lines are not what names a place."""
        if not self.places:
            return None
        block = self.block_at(start)
        first, last = max(block.start, start - _QUOTED), min(max(end, block.end), end + _QUOTED)
        said = " ".join(self.text[first:last].split())
        return f"{'…' if first > block.start else ''}{said}{'…' if last < block.end else ''}"

    def dated(self, date: DraftDate | None) -> Draft:
        """The same draft with another date."""
        return Draft(
            self.path,
            self.source,
            self.text,
            self.blocks,
            date=date,
            id=self.id,
            language=self.language,
            offsets=self._map,
            directives=self.directives,
            tables=self.tables,
            places=self.places,
        )


class Unreadable(Exception):
    """An input that cannot be read: path, line where there is one, reason, and remedy where there is one."""

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.line = line
