"""Dates in numbers that are one day to Americans and another to the rest: "03/04/2025"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure, PartialDate

_NUMERIC = re2.compile(
    r"(?:^|[\s(,;:])((0?[1-9]|1[0-2])([/.])(0?[1-9]|1[0-2])[/.]((?:19|20)\d\d))(?:$|[\s),;:?!]|\.(?:\s|$))"
)


def numeric_dates(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each date of which either number may be the month as a claim: as printed, and its two readings. A date in a table
    stands among others that tell which is which.
    """
    if language != "en":
        return []
    found = []
    for match in _NUMERIC.finditer(draft.text):
        a, b, year = int(match.group(2)), int(match.group(4)), int(match.group(5))
        if a == b or draft.block_at(match.start(1)).role == "cell":
            continue
        start, end = match.span(1)
        roles = {
            "printed": _day(match.group(1), start, end, date(year, b, a)),
            "day_first": _day(f"{a} {date(year, b, a):%B %Y}", start, end, date(year, b, a)),
            "month_first": _day(f"{date(year, a, b):%B} {b}, {year}", start, end, date(year, a, b)),
        }
        found.append(Claim(kind="numeric_date", roles=roles, sentence=Sentence(start, end)))
    return found


def _day(text: str, start: int, end: int, day: date) -> Figure:
    when = PartialDate(day.year, day.month, day.day)
    return Figure("day", text, start, end, Decimal(day.toordinal()), Decimal(1), when=when)
