"""Tables: which pieces of a draft's text are cells, and where each stands in its grid.

A reader makes a `TableMaker` for each table, tells it where rows begin (`begin_row`) and asks for the `spot` of each
cell, empty or not; where a cell has text, `Spot.write` tells the span of its block. `tables_of` gives what the Draft
takes.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

#: Where a row stands: among the headings, the body, or the foot (`<tfoot>`), where totals are.
Part = Literal["head", "body", "foot"]
#: A table of more cells lays out a page or is a data file.
MOST_CELLS = 20_000
_MOST_SPAN = 200


class Cell(NamedTuple):
    """`draft.text[start:end]` in the grid's `row` and `column` (from 0), over so many `rows` and `columns`.

    `heading` is true of a cell that is marked as one (`<th>`), in whichever part.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    part: Part = "body"
    heading: bool = False


class Table(NamedTuple):
    """Cells in reading order, and the span of the title (`<caption>`) in the draft's text, if it has one."""

    cells: tuple[Cell, ...]
    title: tuple[int, int] | None = None


class Spot:
    """A cell, or the title (`cell` None), of a table that is being read."""

    __slots__ = ("_maker", "cell")

    def __init__(self, maker: TableMaker, cell: Cell | None) -> None:
        self._maker = maker
        self.cell = cell

    def write(self, start: int, end: int) -> None:
        """A piece of its text, at a span of the draft's text; further pieces reach to their ends."""
        self._maker.write(self.cell, start, end)


class TableMaker:
    """Puts cells into the grid as they come: the next free column of the row, beside what reaches down from above."""

    def __init__(self) -> None:
        self._title: tuple[int, int] | None = None
        self._cells: dict[Cell, tuple[int, int]] = {}
        self._row = -1
        self._column = 0
        self._down: dict[int, int] = {}  # column -> the first row that is free again
        self._part: Part = "body"
        self._count = 0

    def begin_row(self, part: Part = "body") -> None:
        self._row += 1
        self._column = 0
        self._part = part

    def give_up(self) -> None:
        """What is read is no grid: its cells are text like any other."""
        self._count = MOST_CELLS + 1

    def spot(self, rows: int = 1, columns: int = 1, *, heading: bool = False) -> Spot:
        """The place of the next cell of the row, which has text or not. `rows` 0 reaches to the end of the table."""
        if self._row < 0:
            self.begin_row()
        rows, columns = min(rows or _MOST_SPAN, _MOST_SPAN), min(max(columns, 1), _MOST_SPAN)
        while self._down.get(self._column, 0) > self._row:
            self._column += 1
        cell = Cell(0, 0, self._row, self._column, rows, columns, self._part, heading)
        if rows > 1:
            self._down.update(dict.fromkeys(range(self._column, self._column + columns), self._row + rows))
        self._column += columns
        self._count += 1
        return Spot(self, cell)

    def write(self, cell: Cell | None, start: int, end: int) -> None:
        """Text of a cell, or of the title."""
        if cell is None:
            self._title = (self._title[0] if self._title else start, end)
        else:
            first = self._cells.get(cell)
            self._cells[cell] = (first[0] if first else start, end)

    def table(self) -> Table | None:
        """The table; None for what has fewer than two rows or columns, or more cells than anybody reads."""
        places = self._cells
        if self._count > MOST_CELLS or len({p.row for p in places}) < 2 or len({p.column for p in places}) < 2:
            return None
        cells = (cell._replace(start=start, end=end) for cell, (start, end) in places.items())
        return Table(tuple(cells), self._title)


def tables_of(makers: list[TableMaker]) -> tuple[Table, ...]:
    """The tables among what was read, in order."""
    return tuple(table for maker in makers if (table := maker.table()) is not None)
