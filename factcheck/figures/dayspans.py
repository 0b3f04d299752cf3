"""Days together: "March 16-18, 2025", "16–17 March", "16 and 17 March", "Nov. 30–Dec. 2"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.figure import Figure, PartialDate
from factcheck.figures.raw import Parser, Raw

_ONE, _TWO = Decimal(1), Decimal(2)
_DASHES = frozenset("-–—")
_LEAP_YEAR = 1972  # for dates without a year
_YEARS = range(1000, 2200)
#: The longest link between two days, with its spaces.
_REACH = 9
#: The longest word for "between", with its space.
_LONGEST = 12


def join_days(text: str, found: list[Raw | Figure], reader: Parser) -> list[Raw | Figure]:
    """The same items with each span of days as one figure, and days that share a month as days."""
    joined: list[Raw | Figure] = []
    for item in found:
        previous = joined[-1] if joined else None
        if previous is not None and item.start - _end(previous) <= _REACH:
            days = _days(text, previous, item, reader)
            if days:
                joined[-1:] = days
                continue
        joined.append(item)
    return joined


def _end(item: Raw | Figure) -> int:
    return item.end


def _days(text: str, first: Raw | Figure, last: Raw | Figure, reader: Parser) -> list[Raw | Figure]:
    """What two neighbours are together; [] where they are two."""
    link = text[first.end : last.start].strip().lower()
    words = reader.lex.range
    until = link in _DASHES or link in words["to"] or link in words["until"]
    if isinstance(first, Figure) and isinstance(last, Figure):
        between = link in words["and"] and text[max(0, first.start - _LONGEST) : first.start].lower().split()[-1:]
        return _across(text, first, last) if until or (between and between[0] in words["between"]) else []
    if isinstance(first, Figure) and isinstance(last, Raw):
        when = first.when
        if when is None or when.day is None or not _bare(last):
            return []
        number = int(last.number.value)
        if first.ends and link in ("", ",") and number in _YEARS and len(last.number.plain) == 4 and when.year is None:
            later = first.ends[1] - first.ends[0] + when.day
            return _span(text, first.start, last.end, when._replace(year=number), int(later))
        if first.ends or when.year is not None or text[first.end - 1].isalpha():
            return []
        return _span(text, first.start, last.end, when, number) if until else []
    if isinstance(first, Raw) and isinstance(last, Figure):
        when = last.when
        if when is None or when.day is None or last.ends or not text[last.start].isdigit() or not _bare(first):
            return []
        number = int(first.number.value)
        if until:
            return _span(text, first.start, last.end, when._replace(day=number), when.day)
        if link in words["and"] or link == ",":
            alone = _day(text, first.start, first.end, when._replace(day=number))
            return [alone, last] if alone is not None and number < when.day else []
    return []


def _across(text: str, first: Figure, last: Figure) -> list[Raw | Figure]:
    """One figure from one day to another that is printed with its month; [] where it would end before it begins.

    A year is that of the day beside it; two days without one may lie on both sides of New Year.
    """
    a, b = first.when, last.when
    if a is None or b is None or a.day is None or b.day is None or first.ends or last.ends:
        return []
    if a.year is None and a.month == b.month and a.day > b.day:
        return []  # no span of a year, but one that is turned round
    if a.year is None and b.year is not None:
        a = a._replace(year=b.year if a[1:] < b[1:] else b.year - 1)
    if a.year is not None and b.year is None:
        b = b._replace(year=a.year if a[1:] < b[1:] else a.year + 1)
    begin, stop = a.on(_LEAP_YEAR), b.on(_LEAP_YEAR + (a.year is None and a[1:] > b[1:]))
    if begin is None or stop is None or begin >= stop:
        return []
    ends = Decimal(begin.toordinal()), Decimal(stop.toordinal())
    start, end = first.start, last.end
    return [Figure("day", text[start:end], start, end, (ends[0] + ends[1]) / _TWO, _ONE, ends=ends, when=a)]


def _bare(raw: Raw) -> bool:
    """Whether a number is a day of a month or a year: digits alone."""
    after = raw.after
    return (
        raw.number.plain.isdigit()
        and raw.end - raw.start == len(raw.number.plain)
        and raw.before.hedge is None
        and after.kind is None
        and after.currency is None
    )


def _span(text: str, start: int, end: int, when: PartialDate, last: int) -> list[Raw | Figure]:
    """One figure from the day of `when` to another of the same month; [] where the month has no such days."""
    begin, stop = when.on(_LEAP_YEAR), when._replace(day=last).on(_LEAP_YEAR) if last <= 31 else None
    if begin is None or stop is None or begin >= stop:
        return []
    ends = Decimal(begin.toordinal()), Decimal(stop.toordinal())
    return [Figure("day", text[start:end], start, end, (ends[0] + ends[1]) / _TWO, _ONE, ends=ends, when=when)]


def _day(text: str, start: int, end: int, when: PartialDate) -> Figure | None:
    day = when.on(_LEAP_YEAR)
    if day is None:
        return None
    return Figure("day", text[start:end], start, end, Decimal(day.toordinal()), _ONE, when=when)
