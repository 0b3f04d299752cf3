"""The rate book: what one currency was worth in another around a day, as an interval, or why that is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.figures.interval import Interval
from factcheck.rates.legs import REACH, crosses, linked, parity, reach, span
from factcheck.rates.source import DAILY_MARGIN, EXACT, Quotes, RateSource, shifted

_ONE = Decimal(1)
_EURO_BEGINS = date(1999, 1, 1)  # no source is older, so a search through the past ends here
_KEPT = 2048  # answers remembered, about 1 kB each


class Window(NamedTuple):
    """The days whose rates a fair writer may have used, both ends included."""

    first: date
    last: date

    @classmethod
    def around(cls, day: date) -> Window:
        """A week back for a quote that is a few days old, a day ahead for time zones (design, section 4)."""
        return cls(shifted(day, -7), shifted(day, 1))

    @classmethod
    def month_before(cls, day: date) -> Window:
        """The days in which a rate that no longer fits is stale rather than wrong (design, section 4)."""
        return cls(shifted(day, -31), shifted(day, 1))

    @classmethod
    def year(cls, year: int) -> Window:
        return cls(date(year, 1, 1), date(year, 12, 31))


class RateAnswer(NamedTuple):
    """Rates in units of the quote currency per unit of the base currency."""

    interval: Interval
    """From the lowest to the highest rate of the window, widened by the margin: what a fair writer may have used."""
    point: Decimal
    """The rate of `day`: the one to speak with."""
    day: date
    """The day asked for, or the last day with a rate before it, or else the first one after it."""
    low: Decimal
    high: Decimal
    first: date
    """The first and last day whose rates were used."""
    last: date
    source: str
    margin: Decimal
    """The share by which `interval` is wider than `low` to `high` on each side."""


class NoRate(NamedTuple):
    """Why there is no rate, in words fit for a report's tally: "no rate for XYZ", "newest rate 2026-10-30"."""

    reason: str


class RateBook:
    """Rates from several sources; the first source that can answer does."""

    def __init__(self, sources: Sequence[RateSource]) -> None:
        self.sources = tuple(sources)
        self._remembered = lru_cache(_KEPT)(self._rate)
        self._remembered_years = lru_cache(_KEPT)(self._year)

    @property
    def newest(self) -> date:
        """The newest day that any source has; the end of the calendar where all rates hold on every day."""
        return max((source.newest for source in self.sources if source.newest), default=date.max)

    def rate(self, base: str, quote: str, window: Window, day: date | None = None) -> RateAnswer | NoRate:
        """Units of `quote` per `base` (ISO codes) over `window`; the point is that of `day` (default: its last day).

        A day that lies in the window needs a rate within ten days of it: that is how long a last known rate serves, and
        it serves where the window itself is empty. Two equal currencies are exactly 1 to 1.
        """
        return self._remembered(base, quote, window, day)

    def series(self, base: str, quote: str, first: date, last: date) -> list[tuple[date, Decimal]]:
        """The rate of each day that the first answering source has, oldest first."""
        return list(self._first(base, quote, first, last)[0])

    def whole_range(self, base: str, quote: str, years: int = 5, until: date | None = None) -> RateAnswer | NoRate:
        """Lowest to highest of the `years` years up to `until` (default: the newest day), for undated drafts."""
        until = until or self.newest
        return self.rate(base, quote, Window(shifted(until, -(years * 1461 // 4)), until), until)

    def last_fitting(
        self, base: str, quote: str, interval: Interval, before: date, not_before: date | None = None
    ) -> date | None:
        """The latest day whose rate, with its margin, meets `interval` (`quote` per `base`); None if there is none.

        It names the day of a stale rate. Days from `not_before` (default: the beginning of 1999) to `before` count.
        """
        not_before = not_before or _EURO_BEGINS
        for year in range(before.year, not_before.year - 1, -1):
            extremes = self._remembered_years(base, quote, year)
            if extremes is None or not extremes.meets(interval):
                continue
            first, last = max(not_before, date(year, 1, 1)), min(before, date(year, 12, 31))
            samples, margin = self._first(base, quote, first, last)
            for day, rate in reversed(samples):
                if first <= day <= last and _widened(rate, rate, margin).meets(interval):
                    return day
        return None

    def _year(self, base: str, quote: str, year: int) -> Interval | None:
        """What any source's rates of a year reach to: years that cannot fit are passed over, and read only once."""
        extremes = None
        for source in self.sources:
            if samples := crosses(source, base, quote, *Window.year(year)):
                rates = [rate for _, rate in samples]
                found = _widened(min(rates), max(rates), source.margin)
                extremes = extremes.hull(found) if extremes else found
        return extremes

    def _first(self, base: str, quote: str, first: date, last: date) -> tuple[Quotes, Decimal]:
        """The rates of the first source that has any in these days, and its margin."""
        for source in self.sources:
            if samples := crosses(source, base, quote, first, last):
                return samples, source.margin
        return [], DAILY_MARGIN

    def _rate(self, base: str, quote: str, window: Window, day: date | None) -> RateAnswer | NoRate:
        spoken = min(max(day or window.last, window.first), window.last)
        if base == quote:
            return RateAnswer(Interval.point(1), _ONE, spoken, _ONE, _ONE, spoken, spoken, "same currency", Decimal(0))
        inside = day == spoken  # a day elsewhere ("in 2019", in a draft of 2025) asks nothing of the window
        for source in self.sources:
            samples = crosses(source, base, quote, *window)
            if samples and (not inside or _near(samples, spoken, reach(source))):
                return _answer(samples, day or window.last, source.name, source.margin)
        if fixed := parity(base, quote, spoken):
            return _answer([(spoken, fixed)], spoken, "fixed parity", DAILY_MARGIN)
        for source in self.sources:
            if samples := crosses(source, base, quote, shifted(spoken, -REACH), shifted(window.first, -1)):
                return _answer(samples[-1:], spoken, source.name, source.margin)
        return NoRate(self._reason(base, quote, spoken))

    def _reason(self, base: str, quote: str, day: date) -> str:
        spans = {
            currency: [days for source in self.sources if (days := span(source, currency))]
            for currency in (base, quote)
        }
        for currency, known in spans.items():
            if not known:
                return f"no rate for {currency}"
        if not any(linked(source, base, quote) for source in self.sources):
            return f"no rate between {base} and {quote}"
        for currency, known in spans.items():
            first, last = min(first for first, _ in known), max(last for _, last in known)
            if day < first:
                return f"no rate for {currency} before {first}"
            if last < min(day, self.newest):
                return f"no rate for {currency} after {last}"
        if day > self.newest:
            return f"newest rate {self.newest}"
        return "no rate for the day"


def installed_sources() -> list[RateSource]:
    """The rates that are installed with factcheck, in the order in which they are asked."""
    from factcheck.rates.ecb import bundled

    return [bundled()]


@cache
def default_book() -> RateBook:
    """The rates that are installed with factcheck, continued by those that `factcheck rates update` has stored.

    Nothing is read before the first question.
    """
    from factcheck.rates.store import sources

    rates = installed_sources()
    if stored := sources():
        from factcheck.rates.continued import with_stored

        rates = with_stored(rates, stored)
    return RateBook(rates)


def _near(samples: Quotes, day: date, days: int) -> bool:
    return any(abs((sample - day).days) <= days for sample, _ in samples)


def _answer(samples: Quotes, day: date, source: str, margin: Decimal) -> RateAnswer:
    rates = [rate for _, rate in samples]
    low, high = min(rates), max(rates)
    spoken, point = next((sample for sample in reversed(samples) if sample[0] <= day), samples[0])
    return RateAnswer(
        _widened(low, high, margin), point, spoken, low, high, samples[0][0], samples[-1][0], source, margin
    )


def _widened(low: Decimal, high: Decimal, margin: Decimal) -> Interval:
    return Interval(EXACT.multiply(low, 1 - margin), EXACT.multiply(high, 1 + margin))
