"""Official daily rates of the National Bank of Ukraine: hryvnias per unit."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.rates.table import TableSource


def stored(read: Callable[[], str]) -> tuple[TableSource, ...]:
    """Text `Date,USD,…` with hryvnias per unit, each cell for one unit of its currency."""
    return (TableSource(read, "NBU", "UAH", per_unit=True),)
