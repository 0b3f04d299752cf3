"""The rate book: what one currency was worth in another around a day, as an interval, or why that is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.figures.interval import Interval
from factcheck.rates.agreement import SHARP, disagreement
from factcheck.rates.cover import Part, cover
from factcheck.rates.legs import REACH, crosses, linked, margin, parity, serves
from factcheck.rates.parallel import several_rates
from factcheck.rates.reasons import why_none
from factcheck.rates.source import DAILY_MARGIN, EXACT, Quotes, RateSource, shifted

if TYPE_CHECKING:
    from factcheck.rates.house import House

_ONE = Decimal(1)
_EURO_BEGINS = date(1999, 1, 1)  # no source is older, so a search through the past ends here
_SHORT = 62  # days of a window in which one week's disagreement decides
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
    """Rates from several sources; each day is answered by the first source that has it."""

    def __init__(
        self, sources: Sequence[RateSource], house: House | None = None, others: Sequence[RateSource] = ()
    ) -> None:
        """`house` has the desk's own year averages and purchasing-power rates; its daily rates are among `sources`.

        `others` do not answer, but can gainsay a point that stands out (default: the sources themselves).
        """
        self.sources = tuple(sources)
        self._others = tuple(others) or self.sources
        self._house = house
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

    def by_source(
        self, base: str, quote: str, window: Window, day: date | None = None
    ) -> dict[str, RateAnswer | NoRate]:
        """What each source alone answers, by its name, those left out that do not know the pair at all.

        Sources of one name (NBP's tables) answer together.
        """
        named: dict[str, list[RateSource]] = {}
        for source in self.sources:
            if linked(source, base, quote):
                named.setdefault(source.name, []).append(source)
        return {
            name: RateBook(sources, others=self.sources).rate(base, quote, window, day)
            for name, sources in named.items()
        }

    def purchasing_power(self, base: str, quote: str, year: int) -> RateAnswer | NoRate:
        """The house's purchasing-power rate of a year; there is no other source of them."""
        answer = self._house.purchasing_power.get(year) if self._house else None
        if answer is None:
            return NoRate(f"no purchasing-power rates for {year}")
        return RateBook([answer]).rate(base, quote, Window.year(year))

    def series(self, base: str, quote: str, first: date, last: date) -> list[tuple[date, Decimal]]:
        """The rate of each day that has one, of the first source that has the day, oldest first."""
        return [sample for sample in _merged(self._cover(base, quote, first, last)) if first <= sample[0] <= last]

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
            fits = [
                day
                for source, samples in self._cover(base, quote, first, last)
                for day, rate in samples
                if first <= day <= last and _widened(rate, rate, margin(source, base, quote)).meets(interval)
            ]
            if fits:
                return max(fits)
        return None

    def _cover(self, base: str, quote: str, first: date, last: date) -> list[Part]:
        return cover(self.sources, base, quote, first, last, self._others)

    def _year(self, base: str, quote: str, year: int) -> Interval | None:
        """What the rates of a year reach to: years that cannot fit are passed over, and read only once."""
        extremes = None
        for source, samples in self._cover(base, quote, *Window.year(year)):
            rates = [rate for _, rate in samples]
            found = _widened(min(rates), max(rates), margin(source, base, quote))
            extremes = extremes.hull(found) if extremes else found
        return extremes

    def _rate(self, base: str, quote: str, window: Window, day: date | None) -> RateAnswer | NoRate:
        spoken = min(max(day or window.last, window.first), window.last)
        if base == quote:
            return RateAnswer(Interval.point(1), _ONE, spoken, _ONE, _ONE, spoken, spoken, "same currency", Decimal(0))
        parts = self._cover(base, quote, *window)
        averages = self._house.average(*window) if self._house else None
        if averages and (mean := crosses(averages, base, quote, spoken, spoken)):
            return self._averaged(base, quote, parts, Part(averages, mean), window)
        inside = day == spoken  # a day elsewhere ("in 2019", in a draft of 2025) asks nothing of the window
        if parts and (not inside or any(serves(samples, source, spoken) for source, samples in parts)):
            return self._answer(base, quote, parts, day or window.last, window)
        if fixed := parity(base, quote, spoken):
            rate, band = fixed
            return _answer([(spoken, rate)], spoken, "fixed parity", DAILY_MARGIN + band)
        before = (shifted(spoken, -REACH), shifted(window.first, -1))
        for source in self.sources:
            if (source.contestable and several_rates(base, quote, *window)) or (source.newest or spoken) < before[0]:
                continue
            samples = crosses(source, base, quote, *before, self._others)
            if samples and samples[-1][0] >= before[0]:
                return self._answer(base, quote, [Part(source, samples[-1:])], spoken, window)
        return NoRate(why_none(self.sources, base, quote, window, spoken, self.newest))

    def _averaged(
        self, base: str, quote: str, parts: Sequence[Part], average: Part, window: Window
    ) -> RateAnswer | NoRate:
        """A year at the house's average: that is what is spoken of; any rate of the year will do too."""
        (day, rate), source = average.samples[0], average.source
        mean = _answer(average.samples, day, source.name, source.margin)
        answer = self._answer(base, quote, parts, day, window) if parts else mean
        if not isinstance(answer, RateAnswer):
            return mean
        return mean._replace(
            interval=mean.interval.hull(answer.interval), low=min(rate, answer.low), high=max(rate, answer.high),
            first=answer.first, last=answer.last, margin=answer.margin,
        )  # fmt: skip

    def _answer(self, base: str, quote: str, parts: Sequence[Part], day: date, window: Window) -> RateAnswer | NoRate:
        """One answer from the parts of a window, unless two publishers disagree sharply about it.

        Where they disagree by more than the margin, it is wider by so much. Over more than two months a sharp
        disagreement (of one bad week) does not silence the rest: what either has is possible.
        """
        widest = Decimal(0)
        possible = list(parts)
        for part in parts:
            own = margin(part.source, base, quote)
            share, other = disagreement(part, self.sources, base, quote)
            if other is None or share <= SHARP:
                widest = max(widest, own + share if share > own else own)
            elif (window.last - window.first).days <= _SHORT:
                return NoRate(f"{part.source.name} and {other.source.name} disagree on {base}/{quote}")
            else:
                widest = max(widest, own, margin(other.source, base, quote))
                possible.append(other)
        samples = _merged(parts)
        spoken, _ = _spoken(samples, day)
        source = next(part.source.name for part in parts if any(sample[0] == spoken for sample in part.samples))
        answer = _answer(samples, day, source, widest)
        rates = [rate for part in possible for _, rate in part.samples]
        low, high = min(rates), max(rates)
        return answer._replace(interval=_widened(low, high, widest), low=low, high=high)


def installed_sources() -> list[RateSource]:
    """The rates that are installed with factcheck, in the order in which they are asked."""
    from factcheck.rates import ecb, hmrc, nbp

    return [ecb.bundled(), *nbp.tables(), hmrc.HmrcMonths()]


@cache
def default_book(house: House | None = None) -> RateBook:
    """The user's own rates, then those installed, continued by those that `factcheck rates update` has stored.

    Nothing is read before the first question.
    """
    from factcheck.rates.store import sources

    rates = installed_sources()
    if stored := sources():
        from factcheck.rates.continued import with_stored

        rates = with_stored(rates, stored)
    return RateBook([*(house.sources if house else ()), *rates], house)


def _merged(parts: Sequence[Part]) -> Quotes:
    """The samples of all parts by day; of two for one day that of the earlier part."""
    return sorted({day: rate for _, samples in reversed(parts) for day, rate in samples}.items())


def _spoken(samples: Quotes, day: date) -> tuple[date, Decimal]:
    """The sample to speak with: of the day, or the last before it, or else the first."""
    return next((sample for sample in reversed(samples) if sample[0] <= day), samples[0])


def _answer(samples: Quotes, day: date, source: str, margin: Decimal) -> RateAnswer:
    rates = [rate for _, rate in samples]
    low, high = min(rates), max(rates)
    spoken, point = _spoken(samples, day)
    return RateAnswer(
        _widened(low, high, margin), point, spoken, low, high, samples[0][0], samples[-1][0], source, margin
    )


def _widened(low: Decimal, high: Decimal, margin: Decimal) -> Interval:
    return Interval(EXACT.multiply(low, 1 - margin), EXACT.multiply(high, 1 + margin))
