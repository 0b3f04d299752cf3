"""Dates and weekdays as printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

import re2

from factcheck.figures.figure import Figure, PartialDate
from factcheck.figures.lexicon import lexicon
from factcheck.figures.reading import grain_of
from factcheck.figures.scan import dates

_ONE = Decimal(1)
#: The year in which Britain and its colonies left the Julian calendar; before it a weekday tells nothing.
_CALENDARS_DIFFER = 1752
_FIRST_DECADE, _LAST_DECADE = 1500, 2100
_FORMS = 4096  # forms remembered: the same dates and weekdays are printed again and again
_REACH = 16  # of the word before a month
_MONTHS = 12
_LEAP_YEAR = 1972  # for dates without a year


class DayReader:
    """Reads the matches of the scan that are dates or weekdays in one language."""

    def __init__(self, language: str) -> None:
        self.lex = lexicon(language)
        self.dated = lru_cache(maxsize=_FORMS)(self._dated)
        tables = self.lex.tables
        self._counted = frozenset(tables.get("counted", ()))
        self._in_month = frozenset(tables.get("in_month", ()))
        self._before = self._in_month | frozenset(tables.get("on_day", ()))
        self._either: str = self.lex.dates.get("either", "")
        patterns = dates(self.lex, space=" ", group="(")
        self.shapes = [(re2.compile(rf"(?i)^{shape}$"), order) for order, shape in patterns.items()]
        options = re2.Options()
        options.never_capture = True
        self.any = re2.compile(f"(?i)^(?:{'|'.join(patterns.values())})$", options)

    def read(self, text: str, start: int) -> Figure | None:
        """The date, weekday or decade that a match prints, or None. A day that no month has is no date."""
        lower = text.lower().replace("’", "'").replace("ʼ", "'")
        weekday = self.lex.weekdays.get(lower)
        if weekday is not None:
            return Figure("weekday", text, start, start + len(text), Decimal(weekday), _ONE)
        if lower[-1] == "s" and lower[-5:-4].isdigit():
            at = text.rfind("-") + 1  # "mid-1990s"
            return _decade(text[at:], start + at)
        found = self.dated(lower)
        if found is None:
            return None
        when, value = found
        return Figure("day", text, start, start + len(text), value, _ONE, when=when)

    def _dated(self, lower: str) -> tuple[PartialDate, Decimal] | None:
        """The date that a match in lower case prints, and its day; what is no date repeats, so each is read once."""
        if not any(map(str.isdigit, lower)):
            return None
        plain = " ".join(lower.split())
        if self._either and self._either in plain:
            when = _either_order(plain.split(self._either))
            day = when.on(_LEAP_YEAR) if when else None
            return (when, Decimal(day.toordinal())) if when and day else None
        if not self.any.match(plain.encode()):  # most matches are no dates, and would be tried in every order
            return None
        for shape, order in self.shapes:
            found = shape.match(plain)
            if found is None:
                continue
            when = self._date(found.groups(), order)
            day = when.on(_LEAP_YEAR)
            return None if day is None else (when, Decimal(day.toordinal()))
        return None

    def counted(self, text: str, day: Figure) -> Figure | None:
        """The day, or what a month and a number before people are: nothing ("On May 20 people died"), or a count."""
        when = day.when
        if when is None or when.year is not None or not day.text[-1].isdigit() or text[day.end : day.end + 1] != " ":
            return day
        following = text[day.end + 1 : day.end + 20].partition(" ")[0].rstrip(".,;:")
        head = text[max(0, day.start - _REACH) : day.start].split()
        if following not in self._counted or (
            head and head[-1][-1] not in ",." and head[-1].lower() not in self._before
        ):
            return day
        number = Decimal(when.day or 0)
        if not head or head[-1].lower() not in self._in_month or not number:
            return None
        printed = str(number)
        return Figure("count", printed, day.end - len(printed), day.end, number, grain_of(printed, _ONE))

    def _date(self, groups: tuple[str, ...], order: str) -> PartialDate:
        if order == "iso":
            return PartialDate(int(groups[0]), int(groups[1]), int(groups[2]))
        if order == "my":
            return PartialDate(int(groups[1]), self.lex.months[groups[0]], None)
        month, day = (groups[0], groups[1]) if order == "mdy" else (groups[1], groups[0])
        number = int(month) if order == "numeric" else self.lex.months[month]
        return PartialDate(int(groups[2]) if groups[2] else None, number, int(day))


def _decade(text: str, start: int) -> Figure | None:
    """The ten years of "1990s", as a range of years; the "1900s" may be a hundred."""
    plain = text.rstrip("s'’")
    if len(plain) != 4 or not (plain.isascii() and plain.isdigit()):
        return None
    first = Decimal(plain)
    if first % 10 or first % 100 == 0 or not _FIRST_DECADE < first < _LAST_DECADE:
        return None
    ends = first, first + 9
    return Figure("year", text, start, start + len(text), first + Decimal("4.5"), _ONE, ends=ends)


def _either_order(parts: list[str]) -> PartialDate | None:
    """The date of 03/16/2025 and 16/03/2025; None where either number may be the month."""
    if len(parts) != 3 or len(parts[2]) != 4 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    first, second, year = map(int, parts)
    if first != second and max(first, second) <= _MONTHS:
        return None
    return PartialDate(year, min(first, second), max(first, second))


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
