"""Rates in a wide table: `Date,USD,CAD,…`, a row a day, a column a currency, `N/A` or nothing for a gap.

It is the layout of the ECB's own `eurofxref-hist.csv`, of a user's table and of the local store, for every publisher.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property

from factcheck.rates.source import DAILY_MARGIN, EXACT, Quotes

_ISO_DAY = 10  # characters of 2025-03-14, with which every row begins
_ONE = Decimal(1)


class TableSource:
    """A `RateSource` over text: read at the first question, its rows parsed when asked for."""

    def __init__(
        self,
        read: Callable[[], str],
        name: str,
        anchor: str = "EUR",
        *,
        per_unit: bool = False,
        margin: Decimal = DAILY_MARGIN,
        step: int = 1,
        contestable: bool = False,
    ) -> None:
        """`read` returns the whole CSV: a header `Date,USD,…`, then rows that begin with an ISO day, in any order.

        A cell is units of its currency per unit of `anchor`; with `per_unit`, units of `anchor` per unit of it.
        """
        self.name = name
        self.margin = margin
        self.step = step
        self.contestable = contestable
        self._home = anchor
        self._per_unit = per_unit
        self._read = read
        self._spans: dict[str, tuple[date, date] | None] = {}

    @cached_property
    def _table(self) -> tuple[dict[str, int], list[str]]:
        """Column by currency, and the rows oldest first: they begin with their day, so they are their own index."""
        header, *rows = self._read().splitlines() or [""]
        columns = {code.strip(): place for place, code in enumerate(header.split(",")) if place and code.strip()}
        return columns, sorted(row for row in rows if row[:1].isdigit())

    @property
    def newest(self) -> date | None:
        rows = self._table[1]
        return _day(rows[-1]) if rows else None

    def anchor(self, currency: str) -> str | None:
        return self._home if currency == self._home or currency in self._table[0] else None

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
            if currency == self._home:
                for row in rows:
                    yield _day(row), _ONE
            return
        for row in rows:
            cells = row.split(",", place + 1)
            if place < len(cells) and cells[place][:1].isdigit() and (rate := Decimal(cells[place])):
                yield _day(row), EXACT.divide(_ONE, rate) if self._per_unit else rate


def _day(row: str) -> date:
    return date.fromisoformat(row[:_ISO_DAY])
