"""Dates and weekdays as printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

import re2

from factcheck.figures.figure import Figure, PartialDate
from factcheck.figures.lexicon import lexicon
from factcheck.figures.scan import dates

_ONE = Decimal(1)
#: The year in which Britain and its colonies left the Julian calendar; before it a weekday tells nothing.
_CALENDARS_DIFFER = 1752
_FORMS = 4096  # forms remembered: the same dates and weekdays are printed again and again
_LEAP_YEAR = 1972  # for dates without a year


class DayReader:
    """Reads the matches of the scan that are dates or weekdays in one language."""

    def __init__(self, language: str) -> None:
        self.lex = lexicon(language)
        patterns = dates(self.lex, space=" ", group="(")
        self.shapes = [(re2.compile(rf"(?i)^{shape}$"), order) for order, shape in patterns.items()]
        options = re2.Options()
        options.never_capture = True
        self.any = re2.compile(f"(?i)^(?:{'|'.join(patterns.values())})$", options)
        self._found = lru_cache(maxsize=_FORMS)(self._find)

    def read(self, text: str, start: int) -> Figure | None:
        """The date or weekday that a match prints, or None. A day that no month has is no date."""
        found = self._found(text)
        if found is None:
            return None
        kind, value, when = found
        return Figure(kind, text, start, start + len(text), value, _ONE, when=when)

    def _find(self, text: str) -> tuple[str, Decimal, PartialDate | None] | None:
        lower = text.lower().replace("’", "'").replace("ʼ", "'")
        weekday = self.lex.weekdays.get(lower)
        if weekday is not None:
            return "weekday", Decimal(weekday), None
        if not any(map(str.isdigit, text)):
            return None
        plain = " ".join(lower.split())
        if not self.any.match(plain.encode()):  # most matches are no dates, and would be tried in every order
            return None
        for shape, order in self.shapes:
            found = shape.match(plain)
            if found is None:
                continue
            when = self._date(found.groups(), order)
            day = when.on(_LEAP_YEAR)
            if day is None:
                return None
            return "day", Decimal(day.toordinal()), when
        return None

    def _date(self, groups: tuple[str, ...], order: str) -> PartialDate:
        if order == "iso":
            return PartialDate(int(groups[0]), int(groups[1]), int(groups[2]))
        if order == "my":
            return PartialDate(int(groups[1]), self.lex.months[groups[0]], None)
        month, day = (groups[0], groups[1]) if order == "mdy" else (groups[1], groups[0])
        number = int(month) if order == "numeric" else self.lex.months[month]
        return PartialDate(int(groups[2]) if groups[2] else None, number, int(day))


@cache
def day_reader(language: str) -> DayReader:
    return DayReader(language)


def weekday_of(figure: Figure, year_near: Callable[[Figure], int | None]) -> int | None:
    """The ISO weekday (Monday is 1) of a printed date; `year_near` supplies a year that the text leaves out."""
    when = figure.when
    if when is None or when.day is None:
        return None
    year = when.year or year_near(figure)
    if year and year <= _CALENDARS_DIFFER:
        return None
    day = when.on(year) if year else None
    return day.isoweekday() if day else None


def year_within(figure: Figure, day: date, reach: int = 30) -> int | None:
    """The year that puts a date printed without one within `reach` days of `day`, or None."""
    if figure.when is None:
        return None
    for year in (day.year, day.year - 1, day.year + 1):
        candidate = figure.when.on(year)
        if candidate is not None and abs((candidate - day).days) <= reach:
            return year
    return None
