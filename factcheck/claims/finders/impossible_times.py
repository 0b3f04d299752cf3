"""Times that no clock shows: "at 25:10 GMT", "10:75 a.m.". Without a zone, a half of the day or a departure beside it
such a number may be a score, a ratio, a verse, a length of time or a game's clock, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

_HOUR, _HALF_DAY, _DAY = 60, 12 * 60, 24 * 60
_ZONES = (
    "GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AEST|AEDT|JST|KST|SGT|HKT|WAT|"
    "EAT|SAST"
)


def impossible_times(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each such time as a claim: its minutes past the hour and past midnight, beside the most that there are."""
    if language != "en":
        return []
    found: dict[int, Claim] = {}
    for pattern in _patterns():
        for match in pattern.finditer(draft.text):
            hour, minute, half = int(match.group(2)), int(match.group(3)), match.groups()[3:]
            since = hour * _HOUR + minute
            limit = _HALF_DAY + _HOUR - 1 if half and half[0] else _DAY
            if minute < _HOUR and since <= limit:
                continue
            start, end = match.span(1)
            time = _count(match.group(1), start, end, minute if minute >= _HOUR else since)
            most = _count("", start, end, _HOUR - 1 if minute >= _HOUR else limit)
            roles = {"time": time, "limit": most}
            found[start] = Claim(kind="impossible_time", roles=roles, sentence=Sentence(*match.span()))
    return list(found.values())


def _count(text: str, start: int, end: int, minutes: int) -> Figure:
    return Figure("day", text, start, end, Decimal(minutes), Decimal(1))


@cache
def _patterns() -> tuple[re2._Regexp, ...]:
    """The time in group 1, its hour and minute in the next two; the mark of a half of the day in the fourth."""
    time = r"(?:^|[^\d:.,])(([0-9]{1,2})[:.]([0-9]{2}))"
    whole = r"(([0-9]{1,2}):([0-9]{2}))"
    goes = (
        "starts?|started|begins?|began|leaves|departs?|departed|arrives?|arrived|opens|closes|landed|lands|takes off|"
        "took off|kicks off|kicked off|scheduled for|due"
    )
    return tuple(
        re2.compile(text)
        for text in (
            rf"{time} ?(?i:([ap])\.?m\b)",
            rf"(?:^|[^\d:.,]){whole} ?(?:(?:{_ZONES})\b|local time|(?i:hrs|hours) (?:{_ZONES}|local|on ))",
            rf"(?:{goes}) at {whole}(?: on |\.? *$|[.,;] )",
            rf"\bat {whole} on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
            rf"\bat {whole} (?:in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening))",
        )
    )
