"""A daily table of which some columns are filled weekly or monthly: those are left to a source that says so."""

from __future__ import annotations

from datetime import date
from functools import cache

from factcheck.rates.ecb import EcbTable
from factcheck.rates.source import Quotes

_DENSE = 0.9
"""Share of the days between a column's first and last rate that have one. A currency that moved from NBP's daily table
to its weekly one, or back, falls below it as well, and is then read with the wider margin on all days."""


class DailyColumns(EcbTable):
    """The columns that have a rate on nearly every day; the others are unknown to it."""

    def anchor(self, currency: str) -> str | None:
        return super().anchor(currency) if self._daily(currency) else None

    def span(self, currency: str) -> tuple[date, date] | None:
        return super().span(currency) if self._daily(currency) else None

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        return super().quotes(currency, first, last) if self._daily(currency) else []

    @cache  # noqa: B019 (a source lives as long as the run)
    def _daily(self, currency: str) -> bool:
        if currency == self.home:
            return True
        days = super().span(currency)
        if days is None:
            return False
        every = super().quotes(self.home, *days)
        return len(super().quotes(currency, *days)) >= _DENSE * len(every) and (
            len(every) > 1 or super().quotes(self.home, date.min, date.max) == every
        )
