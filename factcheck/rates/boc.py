"""Daily average rates of the Bank of Canada: Canadian dollars per unit."""

from __future__ import annotations

from pathlib import Path

from factcheck.rates.table import TableSource


def stored(path: Path) -> tuple[TableSource, ...]:
    """A file `Date,USD,…` with Canadian dollars per unit."""
    return (TableSource(lambda: path.read_text(encoding="utf-8"), "Bank of Canada", "CAD", per_unit=True),)
