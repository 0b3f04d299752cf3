"""Tables of reStructuredText: grids drawn with `+---+`, and columns under `=== ===`."""

from __future__ import annotations

import re2

from factcheck.drafts.marked_lines import Line, Marked
from factcheck.drafts.table import TableMaker

GRID = re2.compile(rb"^\+(?:[-=]+\+)+$")
SIMPLE = re2.compile(rb"^=+(?: +=+)+$")
_PARTIAL = re2.compile(rb"^[|+].*\+[-=]+\+")
_UNDERLINE = re2.compile(rb"^-+(?: +-+)*$")
_RUN = re2.compile(r"=+")

# A cell's pieces by line, in bytes of the source; the columns that it takes.
Cell = tuple[list[tuple[int, int]], int]


def grid(page: Marked, lines: list[Line], n: int, maker: TableMaker) -> int:
    """Read the grid that begins at line `n`; returns the line behind it."""
    first = n
    while n < len(lines) and lines[n].text[:1] in (b"+", b"|") and lines[n].text:
        n += 1
    rows: list[tuple[bool, list[Line]]] = []
    group: list[Line] = []
    heads = 0
    edges: set[int] = set()
    for line in lines[first:n]:
        if GRID.match(line.text):
            edges.update(k for k, sign in enumerate(line.text.decode()) if sign == "+")
            if group:
                rows.append((False, group))
            heads = len(rows) if b"=" in line.text else heads
            group = []
        else:
            if _PARTIAL.match(line.text):
                maker.give_up()  # a cell that reaches over rows
            else:
                group.append(line)
    columns = sorted(edges)
    for k, (_, row) in enumerate(rows):
        maker.begin_row("head" if k < heads else "body")
        texts = [line.text.decode() for line in row]
        left = 0
        for right in range(1, len(columns)):
            place = columns[right]
            if right < len(columns) - 1 and not all(text[place : place + 1] == "|" for text in texts):
                continue  # the cell goes on into the next column
            spans = [_span(line, text, columns[left] + 1, place) for line, text in zip(row, texts, strict=True)]
            page.add([span for span in spans if span[1] > span[0]], "cell", maker.spot(columns=right - left))
            left = right
    return n


def simple(page: Marked, lines: list[Line], n: int, maker: TableMaker) -> int:
    """Read the table whose border is line `n`; returns the line behind it."""
    border, indent = lines[n].text.decode(), lines[n].indent
    starts = [run.start() for run in _RUN.finditer(border)]
    borders, n = 1, n + 1
    rows: list[list[list[tuple[int, int]]]] = []
    heads = 0
    while n < len(lines):
        line = lines[n]
        if SIMPLE.match(line.text) and line.indent == indent:
            borders += 1
            if borders == 2:
                heads = len(rows)
            n += 1
            if borders == 3 or n >= len(lines) or not lines[n].text:
                break
            continue
        n += 1
        if not line.text:
            continue
        if _UNDERLINE.match(line.text):
            maker.give_up()  # headings over several columns
            continue
        if line.indent < indent:
            return n - 1
        text = " " * (line.indent - indent) + line.text.decode()
        cells = []
        for k, start in enumerate(starts):
            stop = starts[k + 1] if k + 1 < len(starts) else len(text)
            cells.append(_span(line._replace(start=line.start - (line.indent - indent)), text, start, stop))
        if text[: starts[1]].strip() or not rows:
            rows.append([[cell] for cell in cells])
        else:
            for k, cell in enumerate(cells):
                rows[-1][k].append(cell)
    heads = 0 if borders == 2 else heads
    for k, row in enumerate(rows):
        maker.begin_row("head" if k < heads else "body")
        for spans in row:
            page.add([span for span in spans if span[1] > span[0]], "cell", maker.spot())
    return n


def _span(line: Line, text: str, first: int, last: int) -> tuple[int, int]:
    """Bytes of the source under columns of a line, without white space."""
    piece = text[first:last]
    bare = piece.strip()
    if not bare:
        return 0, 0
    before = text[: first + piece.index(bare)]
    start = line.start + (len(before) if before.isascii() else len(before.encode()))
    return start, start + len(bare.encode())
