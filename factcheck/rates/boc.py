"""Daily average rates of the Bank of Canada: Canadian dollars per unit."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.rates.table import TableSource


def stored(read: Callable[[], str]) -> tuple[TableSource, ...]:
    """Text `Date,USD,…` with Canadian dollars per unit."""
    return (TableSource(read, "Bank of Canada", "CAD", per_unit=True),)
