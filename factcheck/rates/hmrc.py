"""Monthly rates of HM Revenue & Customs, units per pound, since February 2014.

The bundled history is that of the package `hmrc-rates`. A month's rate is not an average: it is the spot rate of the
penultimate Wednesday of the month before, and is kept under that day. Measured against the ECB's rates of that day:
median 0.14 % apart; of the day before or after it, twice as much.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.rates.source import Quotes

if TYPE_CHECKING:
    from hmrc_rates import Rates, YearMonth

MONTHLY_MARGIN = Decimal("0.05")
"""How far a fair conversion may lie from the samples of a month on both sides of it (a share of the rate).

Measured against daily rates: 99th percentile 2.7 % for the median currency, 5.0 % for the worst.
"""

_HOME = "GBP"
_ONE = Decimal(1)


class HmrcMonths:
    """A `RateSource` over the months of `hmrc-rates`; empty where the package is not installed."""

    name = "HMRC"
    margin = MONTHLY_MARGIN
    step = 31
    contestable = True

    @cached_property
    def _rates(self) -> Rates | None:
        try:
            from hmrc_rates import Rates
        except ImportError:
            return None
        return Rates()

    @cached_property
    def _months(self) -> list[tuple[date, YearMonth]]:
        """Sample day and month, oldest first."""
        months = self._rates.months() if self._rates else []
        return sorted(((sample_day(month.year, month.month), month) for month in months), key=lambda pair: pair[0])

    @cached_property
    def _codes(self) -> frozenset[str]:
        if self._rates is None:
            return frozenset()
        from hmrc_rates import RateType

        return frozenset(currency.code for currency in self._rates.currencies(RateType.MONTHLY)) | {_HOME}

    @property
    def newest(self) -> date | None:
        return self._months[-1][0] if self._months else None

    def anchor(self, currency: str) -> str | None:
        return _HOME if currency in self._codes else None

    def span(self, currency: str) -> tuple[date, date] | None:
        quotes = self.quotes(currency, date.min, date.max)
        return (quotes[0][0], quotes[-1][0]) if quotes else None

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        if self._rates is None or self.anchor(currency) is None:
            return []
        months = [(day, month) for day, month in self._months if first <= day <= last]
        if currency == _HOME:
            return [(day, _ONE) for day, _ in months]
        from hmrc_rates import HmrcRatesError

        quotes = []
        for day, month in months:
            try:
                quotes.append((day, self._rates.monthly_rate(currency, month).units_per_gbp))
            except HmrcRatesError:  # not in this month's table
                continue
        return quotes


def sample_day(year: int, month: int) -> date:
    """The day whose rates are those of a month: the penultimate Wednesday of the month before."""
    end = date(year, month, 1) - timedelta(1)
    return end - timedelta((end.weekday() - 2) % 7 + 7)
