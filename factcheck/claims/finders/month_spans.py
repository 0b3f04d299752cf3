"""Months that follow each other the wrong way round: "from May to March 2025"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure, PartialDate
from factcheck.figures.lexicon import lexicon

#: A span over New Year is read where it is shorter than this, in months, or begins with a fiscal or a school year:
#: "from October to March 2025", "the eleven months from April to February 2025".
_TURNED = 11
_YEAR_STARTS = frozenset((4, 7, 8, 9, 10))
_MONTHS = 12


def month_spans(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each such pair of months as a claim, both in the year that is printed with the second."""
    if language != "en":
        return []
    months = lexicon(language).months
    found = []
    for match in _pattern(language).finditer(draft.text):
        first, last, year = months[match.group(1).lower()], months[match.group(2).lower()], int(match.group(3))
        if last - first + _MONTHS + 1 != _TURNED or first in _YEAR_STARTS:
            continue
        roles = {
            "first": _month(match.group(1), match.start(1), match.end(1), year, first),
            "last": _month(match.group()[match.start(2) - match.start() :], match.start(2), match.end(), year, last),
        }
        found.append(Claim(kind="day_span", roles=roles, sentence=Sentence(*match.span())))
    return found


def _month(text: str, start: int, end: int, year: int, month: int) -> Figure:
    value = Decimal(date(year, month, 1).toordinal())
    return Figure("day", text, start, end, value, Decimal(1), when=PartialDate(year, month, None))


@cache
def _pattern(language: str) -> re2._Regexp:
    names = "|".join(re2.escape(name.capitalize()) for name in lexicon(language).months)
    to = "(?:to|until|till|through|and)"
    return re2.compile(rf"\b(?:[Ff]rom|[Bb]etween) ({names}) {to} ({names}),? ((?:19|20)\d\d)\b")
