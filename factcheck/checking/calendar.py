"""What an equation may ask of dates: the weekday of one, the days that it spans, the day of the draft."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from factcheck.checking.exchange import Unknown
from factcheck.claims.claim import Claim
from factcheck.figures.days import weekday_of, year_within
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval

_DECEMBER, _LAST = 12, 31
_LEAP_YEAR = 1972  # for dates without a year
_NO_YEAR, _NO_DATE = "no year for the date", "the draft has no date"


class Calendar:
    """The dates of one draft. Days are ordinals of the Gregorian calendar; Unknown is raised where there is none."""

    def __init__(self, day: date | None, around: Callable[[Claim], Sequence[Figure]]) -> None:
        """`day` is the draft's own; `around` gives the figures of the paragraph that makes a claim."""
        self.day = day
        self._around = around

    def published(self) -> Interval:
        """The draft's own day."""
        if self.day is None:
            raise Unknown(_NO_DATE)
        return Interval.point(Decimal(self.day.toordinal()))

    def weekday(self, figure: Figure) -> Interval:
        """ISO number of the weekday of a date."""
        weekday = weekday_of(figure, self._year_near)
        if weekday is None:
            raise Unknown(_NO_YEAR)
        return Interval.point(Decimal(weekday))

    def days(self, figure: Figure, claim: Claim) -> Interval:
        """The first and the last day of a date, month or year. A date without a year is taken within thirty days of
        the draft's, unless its paragraph names a year, which may be the one that is meant.
        """
        if figure.kind == "year" and figure.ends is None:
            year = int(figure.value)
            return _between(date(year, 1, 1), date(year, _DECEMBER, _LAST))
        if figure.when is None:
            raise Unknown(_NO_YEAR)
        found = figure.when.year or (None if self._names_year(claim) else self._year_near(figure))
        first = figure.when.on(found) if found else None
        if first is None:
            raise Unknown(_NO_YEAR)
        if figure.when.day is None:
            return _between(first, first.replace(day=monthrange(first.year, first.month)[1]))
        reach = int(figure.ends[1] - figure.ends[0]) if figure.ends else 0
        return _between(first, date.fromordinal(first.toordinal() + reach))

    def _year_near(self, figure: Figure) -> int | None:
        return year_within(figure, self.day) if self.day else None

    def _names_year(self, claim: Claim) -> bool:
        return any(f.kind == "year" or (f.when and f.when.year) for f in self._around(claim))


def days_from(figure: Figure, other: Figure) -> Interval:
    """The days from the first date to the second, The year that one lacks is the other's."""
    first, last = figure.when, other.when
    if first is None or last is None or bool(first.day) != bool(last.day):
        raise Unknown(_NO_YEAR)
    year = first.year or last.year or _LEAP_YEAR
    begin, stop = first.on(year), last.on(year)
    if begin is None or stop is None:
        raise Unknown(_NO_YEAR)
    return Interval.point(Decimal(stop.toordinal() - begin.toordinal()))


def _between(first: date, last: date) -> Interval:
    return Interval(Decimal(first.toordinal()), Decimal(last.toordinal()))
