"""The cells of a table in a Word document: over how many rows and columns each reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST = 200


class Reach(NamedTuple):
    """`rows` 0: the cell belongs to the one above."""

    rows: int
    columns: int


def reaches(table: _Element, ns: str) -> dict[_Element, Reach]:
    """The reach of each cell of a table. Word marks a cell over several rows in each of them (`w:vMerge`)."""
    found: dict[_Element, Reach] = {}
    above: dict[int, _Element] = {}  # column -> the cell that goes on in the next row
    for row in _of(table, f"{ns}tr", f"{ns}tbl"):
        column, going = number(row.find(f"{ns}trPr/{ns}gridBefore"), ns, 0), {}
        for cell in _of(row, f"{ns}tc", f"{ns}tr"):
            columns = number(cell.find(f"{ns}tcPr/{ns}gridSpan"), ns, 1)
            merge = cell.find(f"{ns}tcPr/{ns}vMerge")
            first = above.get(column)
            if merge is None or merge.get(f"{ns}val") == "restart" or first is None:
                found[cell] = Reach(1, columns)
                first = cell
            else:
                found[first] = Reach(found[first].rows + 1, found[first].columns)
                found[cell] = Reach(0, columns)
            if merge is not None:
                going[column] = first
            column += columns
        above = going
    return found


def number(element: _Element | None, ns: str, otherwise: int) -> int:
    """The value of an element that counts columns."""
    said = element.get(f"{ns}val") if element is not None else None
    return min(int(said), _WIDEST) if said and said.isdecimal() and len(said) < 6 else otherwise


def _of(parent: _Element, wanted: str, own: str) -> Iterator[_Element]:
    """The rows of a table, or the cells of a row, those in controls and changes too, none of tables inside."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == wanted:
            yield child
        elif child.tag != own and str(child.tag).rpartition("}")[2] in ("sdt", "sdtContent", "ins", "customXml"):
            stack.append(iter(child))
