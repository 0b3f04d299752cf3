"""Official daily rates of the National Bank of Ukraine: hryvnias per unit."""

from __future__ import annotations

from pathlib import Path

from factcheck.rates.table import TableSource


def stored(path: Path) -> tuple[TableSource, ...]:
    """A file `Date,USD,…` with hryvnias per unit, each cell for one unit of its currency."""
    return (TableSource(lambda: path.read_text(encoding="utf-8"), "NBU", "UAH", per_unit=True),)
