"""Pairs of currencies by day: what a long table `date,base,quote,rate` says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from factcheck.rates.pairs import Pair, linked
from factcheck.rates.source import DAILY_MARGIN, Quotes


class DatedPairs:
    """A `RateSource` from the pairs of each day; those of one day that share a currency have cross rates."""

    contestable = False

    def __init__(
        self, days: Mapping[date, Sequence[Pair]], name: str, step: int = 1, margin: Decimal = DAILY_MARGIN
    ) -> None:
        """`days` need not be ordered. Pairs of a day should not contradict each other."""
        self.name = name
        self.step = step
        self.margin = margin
        self._anchors = {
            code: anchor for code, (anchor, _) in linked(one for pairs in days.values() for one in pairs).items()
        }
        self._days = sorted(days)
        roots = sorted(set(self._anchors.values()))
        self._legs = {day: linked(pairs, roots) for day, pairs in days.items()}

    @property
    def newest(self) -> date | None:
        return self._days[-1] if self._days else None

    def anchor(self, currency: str) -> str | None:
        return self._anchors.get(currency)

    def span(self, currency: str) -> tuple[date, date] | None:
        quotes = self.quotes(currency, date.min, date.max)
        return (quotes[0][0], quotes[-1][0]) if quotes else None

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        start, end = bisect_left(self._days, first), bisect_right(self._days, last)
        anchor = self._anchors.get(currency)
        found = []
        for day in self._days[start:end]:
            leg = self._legs[day].get(currency)
            if leg is not None and leg[0] == anchor:
                found.append((day, leg[1]))
        return found
