"""Columns of per cent that are shares of one whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.claims.tables.grid import Grid
from factcheck.claims.tables.words import APART, MULTIPLE, NESTED, NO_SHARES, REST, SHARES, TOTAL
from factcheck.figures.figure import Figure

_FEWEST_SHARES = 3
_HUNDRED = Decimal(100)
#: Shares that make less or more than this are no shares of one whole, or some are left out.
_LEAST_OF_ALL, _MOST_OF_ALL = Decimal(80), Decimal(130)


def shares_of_all(table: Grid) -> Iterator[list[Figure]]:
    """The columns of per cent that are said to be shares of one whole, and have no total of their own."""
    labels = table.down.labels
    if MULTIPLE.search(table.title) or any(TOTAL.search(label) for label in labels):
        return
    if any(NESTED.search(label) or APART.search(label) for label in labels):
        return
    complete = any(REST.search(label) for label in labels)
    for line in table.down.lines:
        said = line.label if SHARES.search(line.label) else f"{table.title} {line.label}"
        if not SHARES.search(said) or NO_SHARES.search(said):
            continue
        shares = [entry.figure for entry in line.entries if entry.figure]
        if len(shares) < _FEWEST_SHARES or any(entry.figure is None for entry in line.entries):
            continue
        points = sum((share.value for share in shares), Decimal(0))
        low = _LEAST_OF_ALL if complete else _HUNDRED
        if all(share.kind == "percent" and share.value >= 0 for share in shares) and low <= points <= _MOST_OF_ALL:
            yield shares
