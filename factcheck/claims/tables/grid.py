"""A table of a draft as lines of numbers, down its columns and across its rows, each with its labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import re2

from factcheck.drafts.draft import Draft
from factcheck.drafts.table import Cell, Table
from factcheck.figures.cell import CellNumber, Heading, read_cell, read_heading
from factcheck.figures.figure import Figure

_MOST_CELLS = 3_000  # of a table that a person adds up
_ROUNDED = re2.compile(
    r"(?i)\bround(?:ed|ing)\b|\b(?:may|might|do|does|will|need) not (?:always )?(?:add|sum|total)|\bnot additive\b"
)
_NEAR = 400  # characters behind a table in which its notes stand
_ONE = Decimal(1)


class Entry(NamedTuple):
    """A cell in a line: its number as a figure, or None with `missing` for an empty one, else text."""

    figure: Figure | None
    missing: bool = False
    bracketed: bool = False


class Line(NamedTuple):
    """A column (or row) of a table: its own heading, and an entry for each of the positions along it."""

    label: str
    entries: tuple[Entry, ...]


class Axis(NamedTuple):
    """The lines of a table in one direction; `labels` are those of the positions along them."""

    labels: tuple[str, ...]
    foot: tuple[bool, ...]
    lines: tuple[Line, ...]


class Grid(NamedTuple):
    """`down`: columns, whose positions are the rows of the body. `across`: these rows, whose positions are columns."""

    down: Axis
    across: Axis
    title: str
    rounded: bool  # the title or a note says that the figures are rounded, or may not add up


_EMPTY = Entry(None, True)
_TEXT = Entry(None)


def grid(draft: Draft, table: Table, language: str) -> Grid | None:
    """The numbers of a table; None where there are too few or too many to say anything."""
    cells: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                cells.setdefault((row, column), cell)
    height, width = max(row for row, _ in cells) + 1, max(column for _, column in cells) + 1
    if height * width > _MOST_CELLS:
        return None

    def text(cell: Cell | None) -> str:
        return draft.text[cell.start : cell.end] if cell else ""

    heads = _head_rows(cells, height, width)
    rows = [row for row in range(height) if row not in heads]
    first = _label_columns(cells, rows, width, text, language)
    if len(rows) < 2 or first >= width:
        return None
    labels = [
        " ".join(dict.fromkeys(t for c in range(first) if (t := text(cells.get((row, c))).strip()))) for row in rows
    ]
    titles = [
        " ".join(dict.fromkeys(t for row in heads if (t := text(cells.get((row, c))).strip())))
        for c in range(first, width)
    ]
    title = draft.text[slice(*table.title)] if table.title else ""
    corner = " ".join(text(cells.get((row, c))) for row in heads for c in range(first))
    last = max(cell.end for cell in table.cells)
    rounded = _ROUNDED.search(f"{title} {corner} {draft.text[last : last + _NEAR]}") is not None
    entries: list[list[Entry]] = []
    for column, heading in zip(range(first, width), titles, strict=True):
        said = _heading(heading, title, language)
        found = [_entry(cells.get((row, column)), row, column, text, said, language) for row in rows]
        entries.append(_grained(found, said, rounded))
    foot = tuple(
        any(cell.part == "foot" for cell in (cells.get((row, c)) for c in range(width)) if cell) for row in rows
    )
    down = Axis(tuple(labels), foot, tuple(Line(t, tuple(e)) for t, e in zip(titles, entries, strict=True)))
    across = Axis(
        tuple(titles), (False,) * len(titles),
        tuple(Line(label, tuple(column[n] for column in entries)) for n, label in enumerate(labels)),
    )  # fmt: skip
    return Grid(down, across, title, rounded)


def _head_rows(cells: dict[tuple[int, int], Cell], height: int, width: int) -> list[int]:
    """The rows of headings: those marked so, and without any the first rows that hold nothing but `<th>`."""
    heads = []
    for row in range(height):
        held = [cell for column in range(width) if (cell := cells.get((row, column)))]
        if held and (all(cell.part == "head" for cell in held) or all(cell.heading for cell in held)):
            heads.append(row)
        elif held:
            break
    return heads or [0]


def _label_columns(
    cells: Mapping[tuple[int, int], Cell],
    rows: Sequence[int],
    width: int,
    text: Callable[[Cell | None], str],
    language: str,
) -> int:
    """How many columns on the left are labels: the first, and those after it that hold mostly words."""
    first = 1
    while first < width:
        kinds = [read_cell(text(cells.get((row, first))), language) for row in rows]
        words = sum(kind == "text" for kind in kinds)
        if words * 2 <= len(rows):
            return first
        first += 1
    return first


def _heading(heading: str, title: str, language: str) -> Heading:
    said = read_heading(heading, language)
    if said.currencies or said.percent or said.scale != 1:
        return said
    whole = read_heading(title, language)
    return whole if not heading or not whole.percent else said


def _entry(
    cell: Cell | None, row: int, column: int, text: Callable[[Cell | None], str], said: Heading, language: str
) -> Entry:
    if cell is None:
        return _EMPTY
    if (cell.row, cell.column) != (row, column) or cell.columns > 1 or cell.rows > 1:
        return _TEXT  # a cell over several columns belongs to none of them
    read = read_cell(text(cell), language)
    if isinstance(read, str):
        return _EMPTY if read == "nothing" else _TEXT
    return Entry(_figure(read, cell, text(cell), said), bracketed=read.bracketed)


def _figure(read: CellNumber, cell: Cell, text: str, said: Heading) -> Figure:
    percent = read.unit == "%" or (said.percent and not read.unit and not read.currencies)
    currencies = read.currencies or (said.currencies if not percent and not read.unit else ())
    scale = read.scale if read.scale != 1 or percent or read.unit else said.scale
    kind = "percent" if percent else "money" if currencies else "quantity"
    grain = _ONE.scaleb(-max(read.places, 0)) * scale
    start, end = cell.start + read.start, cell.start + read.end
    return Figure(
        kind, text[read.start : read.end], start, end, read.number * scale, grain, currencies=currencies,
        unit=None if percent else read.unit or None, scale=scale,
    )  # fmt: skip


def _grained(entries: Sequence[Entry], said: Heading, rounded: bool) -> list[Entry]:
    """Whole numbers without any unit are counts, which are exact unless a note says that they are rounded."""
    figures = [entry.figure for entry in entries if entry.figure]
    plain = said.scale == 1 and not rounded and all(
        f.kind == "quantity" and f.unit is None and f.grain == 1 and f.scale == 1 for f in figures
    )  # fmt: skip
    if not plain:
        return list(entries)
    return [
        entry._replace(figure=Figure("count", f.text, f.start, f.end, f.value, Decimal(0)))
        if (f := entry.figure)
        else entry
        for entry in entries
    ]
