"""Tables of AsciiDoc: cells that `|` begins, rows by the number of columns."""

from __future__ import annotations

import re2

from factcheck.drafts.marked_lines import Line, Marked
from factcheck.drafts.table import TableMaker

_COLUMNS = re2.compile(rb'cols="([^"]*)"|cols=([^",\]]*)')
_REPEAT = re2.compile(rb"^\s*([0-9]{1,3})\*")
# What may stand before the stroke: so many cells, columns and rows, the alignment, the style.
_CELL = re2.compile(
    rb"(?:^|[ \t])((?:([0-9]{1,3})\*|([0-9]{1,3})?(?:\.([0-9]{1,3}))?\+)?(?:[<^>])?(?:\.[<^>])?[adehlmsv]?)\||(\\?\|)"
)


def table(page: Marked, lines: list[Line], n: int, style: bytes, title: tuple[int, int] | None) -> int:
    """Read the table that opens at line `n`, with the attributes before it; returns the line behind it."""
    maker = TableMaker()
    page.makers.append(maker)
    if title is not None:
        maker.write(None, *title)
    fence, n = lines[n].text, n + 1
    if not fence.startswith(b"|"):
        while n < len(lines) and lines[n].text != fence:
            n += 1
        return n + 1
    cells: list[tuple[list[tuple[int, int]], int, int]] = []
    first_row, first = 0, n
    blank_after_first = False
    while n < len(lines) and lines[n].text != fence:
        line = lines[n]
        if line.text and not line.text.startswith(b"//"):
            _line(line, cells)
            if not first_row:
                first_row = sum(columns for _, columns, _ in cells)
                blank_after_first = n == first and n + 1 < len(lines) and not lines[n + 1].text
        n += 1
    given = _COLUMNS.search(style)
    width = _width(given.group(1) or given.group(2) or b"") if given else first_row
    if not width:
        return n + 1
    head = b"header" in style or (blank_after_first and b"noheader" not in style)
    _fill(page, maker, cells, width, head, b"footer" in style)
    return n + 1


def _fill(
    page: Marked,
    maker: TableMaker,
    cells: list[tuple[list[tuple[int, int]], int, int]],
    width: int,
    head: bool,
    foot: bool,
) -> None:
    """Put cells into rows of so many columns; those that reach down take up places in the rows below."""
    count = sum(columns * rows for _, columns, rows in cells)
    last = max(0, (count - 1) // width)
    taken: dict[int, int] = {}
    row, used = -1, width
    for spans, columns, rows in cells:
        while used >= width:
            row += 1
            used = taken.pop(row, 0)
            maker.begin_row("head" if head and not row else "foot" if foot and row == last else "body")
        page.add(spans, "cell", maker.spot(rows=rows, columns=columns))
        used += columns
        for below in range(row + 1, row + min(rows, 200)):
            taken[below] = taken.get(below, 0) + columns


def _width(said: bytes) -> int:
    width = 0
    for part in said.split(b","):
        repeat = _REPEAT.match(part)
        width += int(repeat.group(1)) if repeat else 1
    return width


def _line(line: Line, cells: list[tuple[list[tuple[int, int]], int, int]]) -> None:
    """The cells of a line; what stands before the first stroke goes on with the last cell of the line before."""
    at = 0
    open_cell: list[tuple[int, int]] | None = cells[-1][0] if cells else None
    for stroke in _CELL.finditer(line.text):
        if stroke.group(5) == b"\\|":
            continue
        _piece(line, at, stroke.start(), open_cell)
        columns, rows = int(stroke.group(3) or 1), int(stroke.group(4) or 1)
        repeat = min(int(stroke.group(2) or 1), 100)
        open_cell = []
        cells += [([], 1, 1)] * (repeat - 1)
        cells.append((open_cell, max(columns, 1), max(rows, 1)))
        at = stroke.end()
    _piece(line, at, len(line.text), open_cell)


def _piece(line: Line, start: int, end: int, cell: list[tuple[int, int]] | None) -> None:
    piece = line.text[start:end]
    bare = piece.strip()
    if bare and cell is not None:
        first = line.start + start + len(piece) - len(piece.lstrip())
        cell.append((first, first + len(bare)))
