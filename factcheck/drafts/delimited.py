"""Tables as text (RFC 4180 and its dialects): `.csv` and `.tsv`, with the source offset of every character of a cell.

What is read and what is left out is told in docs/formats.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import re2

from factcheck.drafts.draft import Block, Draft, OffsetMap, Role
from factcheck.drafts.table import MOST_CELLS, Spot, TableMaker, tables_of

_DELIMITERS = ",;\t|"
_HEAD = 50  # records by which the delimiter is told
_CELL = 300  # characters of the longest cell; more is prose
_SAID = re2.compile(r"^sep=(.)\r?\n")  # Excel's first line
_JOINT = "\n\n"


class Field(NamedTuple):
    """`source[start:end]` without the quotation marks round it; `quoted` may hold doubled ones."""

    start: int
    end: int
    quoted: bool


def read(source: str, path: str) -> Draft:
    """The draft of a table. No text is refused: what has no delimiter is a column."""
    said = _SAID.match(source[:10])
    begin = said.end() if said else 0
    delimiter = "\t" if path.lower().endswith(".tsv") else said.group(1) if said else _delimiter(source, begin)
    text = _Text(source)
    maker = TableMaker()
    width = _width(source, begin, delimiter)
    rows = cells = 0
    for record in records(source, begin, delimiter):
        filled = [field for field in record if source[field.start : field.end].strip()]
        if width > 1 and len(filled) == 1 and (len(record) == 1 or (not rows and filled[0] is record[0])):
            if text.add(filled[0], "note") and not rows:
                Spot(maker, None).write(text.blocks[-1].start, text.blocks[-1].end)
            continue
        if filled:
            cells += len(record)
            if cells > MOST_CELLS:  # a data file
                maker.give_up()
                for field in filled:
                    text.add(field, "cell")
            else:
                maker.begin_row("body" if rows else "head")
                for field in record:
                    _add(text, field, maker.spot())
            rows += 1
    return Draft(
        path,
        source,
        text.text(),
        tuple(text.blocks),
        offsets=OffsetMap(text.runs, text.wide),
        tables=tables_of([maker]),
    )


def records(source: str, begin: int, delimiter: str) -> Iterator[list[Field]]:
    """The records of a table from an offset on, as Python's `csv` reads them: each its fields in order.

    A quotation mark that nothing closes is text.
    """
    at, size = begin, len(source)
    closes = True  # whether a closing quotation mark is still to come
    record: list[Field] = []
    line_end = -1
    while at < size:
        if line_end < at:
            line_end = source.find("\n", at)
            line_end = size if line_end < 0 else line_end
        closing = _closing(source, at + 1) if closes and source[at] == '"' else None
        if source[at] == '"' and closing is None:
            closes = False
        if closing is not None:
            start, end, at = at + 1, closing, closing + 1
            if line_end < at:
                line_end = source.find("\n", at)
                line_end = size if line_end < 0 else line_end
            stop = _stop(source, at, line_end, delimiter)
            record.append(Field(start, end, True))
        else:
            stop = _stop(source, at, line_end, delimiter)
            last = stop - 1 if stop == line_end and stop > at and source[stop - 1] == "\r" else stop
            record.append(Field(at, last, False))
        at = stop + 1
        if stop == line_end:
            yield record
            record = []
    if record:
        yield record


def _closing(source: str, at: int) -> int | None:
    """The quotation mark that closes a field: the first that is not doubled."""
    while True:
        at = source.find('"', at)
        if at < 0:
            return None
        if source[at + 1 : at + 2] != '"':
            return at
        at += 2


def _stop(source: str, at: int, line_end: int, delimiter: str) -> int:
    stop = source.find(delimiter, at, line_end)
    return line_end if stop < 0 else stop


def _delimiter(source: str, begin: int) -> str:
    """The one by which most of the first records have the same number of fields, more than one."""

    def fit(delimiter: str) -> tuple[int, int]:
        counts = Counter(len(record) for record in islice(records(source, begin, delimiter), _HEAD))
        del counts[1]
        return max(((many, width) for width, many in counts.items()), default=(0, 0))

    return max(_DELIMITERS, key=fit)  # of equals the first


def _width(source: str, begin: int, delimiter: str) -> int:
    return max((len(record) for record in islice(records(source, begin, delimiter), _HEAD)), default=0)


def _add(text: _Text, field: Field, spot: Spot) -> None:
    role: Role = "cell" if field.end - field.start <= _CELL else "body"
    if text.add(field, role) and role == "cell":
        spot.write(text.blocks[-1].start, text.blocks[-1].end)


class _Text:
    """Blocks out of fields, with the map back."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.runs: list[tuple[int, int, int]] = []
        self.wide: dict[int, int] = {}

    def add(self, field: Field, role: Role) -> bool:
        """A field without white space at its ends; False where nothing is left of it."""
        raw = self._source[field.start : field.end]
        start = field.start + len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if not raw:
            return False
        if self.blocks:
            self._parts.append(_JOINT)
            self._length += len(_JOINT)
        first = self._length
        if field.quoted and '""' in raw:
            for n, piece in enumerate(raw.split('""')):
                if n:
                    self.wide[self._length] = start + 2
                    self._piece('"', start)
                    start += 2
                self._piece(piece, start)
                start += len(piece)
        else:
            self._piece(raw, start)
        self.blocks.append(Block(first, self._length, role))
        return True

    def _piece(self, piece: str, start: int) -> None:
        if piece:
            self.runs.append((self._length, start, len(piece)))
            self._parts.append(piece)
            self._length += len(piece)

    def text(self) -> str:
        return "".join(self._parts)
