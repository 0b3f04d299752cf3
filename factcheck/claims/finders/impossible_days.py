"""Days that no calendar has: "June 31", "30 February", "Feb. 29, 2023". No figure reader takes them for days."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

_LEAP, _FEBRUARY = 2024, 2
#: What may stand before and behind such a day: "on June 31 people met" is about people.
_BEFORE = (
    r"(?:^|[(\n,;]|\b(?i:on|of|for|until|till|by|since|from|to|through|due|dated|before|after|and|between)"
    r" (?:the )?)"
)
_BEHIND = r"(?:$|[.,;:)\]\n]| at | in | and | to | after | before | for | when | as | \d{4}\b|[–—-])"
_YEAR = r",? (\d{4})\b"


def impossible_days(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each such day as a claim: its number, and its month with the number of days that it has (28 in common years)."""
    months, patterns = _patterns(language)
    found = []
    for pattern, (day_at, month_at, year_at) in patterns:
        for match in pattern.finditer(draft.text):
            number = months[match.group(month_at).lower()]
            year = match.group(year_at) if year_at else None
            days = monthrange(_LEAP, number)[1]
            if year and number == _FEBRUARY and not isleap(int(year)):
                days -= 1
            if int(match.group(day_at)) <= days:
                continue
            roles = {
                "day": _count(match, day_at, int(match.group(day_at))),
                "month": _count(match, month_at, days),
            }
            found.append(Claim(kind="impossible_day", roles=roles, sentence=Sentence(*match.span())))
    return list({claim.roles["day"].start: claim for claim in found}.values())


def _count(match: re2._Match, group: int, value: int) -> Figure:
    return Figure("count", match.group(group), match.start(group), match.end(group), Decimal(value), Decimal(1))


@cache
def _patterns(language: str) -> tuple[dict[str, int], list[tuple[re2._Regexp, tuple[int, int, int | None]]]]:
    """The months by name, and the patterns with the groups of day, month and year."""
    months = lexicon(language).months
    names = "|".join(re2.escape(name.capitalize()) for name in sorted(months, key=len, reverse=True))
    day = r"(29|3\d)(?:st|nd|rd|th)?"
    both = [
        (rf"{_BEFORE}({names}) {day}{_BEHIND}", (2, 1, None)),
        (rf"{_BEFORE}{day} (?:of )?({names}){_BEHIND}", (1, 2, None)),
        (rf"\b(?:ended|ending) (?:on )?({names}) {day}\b", (2, 1, None)),
        (rf"\b(?:ended|ending) (?:on )?{day} ({names})\b", (1, 2, None)),
        (rf"\b({names}) {day}{_YEAR}", (2, 1, 3)),
        (rf"\b{day} (?:of )?({names}){_YEAR}", (1, 2, 3)),
    ]
    return months, [(re2.compile(text), groups) for text, groups in both]
