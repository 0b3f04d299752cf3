"""Quarters of a year: results of one that is still to come, and quarters that no year has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure, PartialDate

_ORDINALS = {name: n for n, name in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), 1)}
_NAMES = "|".join(_ORDINALS)
_OF = r"(?: of)?(?: the| its)?"
_FISCAL = r"(?: (?:fiscal|financial|FY)(?: year)?)?"
#: A quarter with its year: its number in the first or second group, the year in the third (FY26) or the fourth.
_QUARTER = re2.compile(
    rf"(?i)\b(?:fiscal |financial )?(?:({_NAMES})[ -]quarter|Q([1-9]))(?:'s|’s)?{_OF}{_FISCAL},? ?"
    r"(?:FY ?'?([0-9]{2})|((?:19|20)[0-9]{2}))\b"
)
_TOLD = re2.compile(
    r"(?i)\b(?:reported|posted|booked|recorded|logged|swung|earned|lost|made|rose|fell|grew|dropped|climbed|jumped|"
    r"slumped|shrank|declined|increased|decreased|doubled|tripled|totaled|totalled|reached|was|were|beat|missed|topped|"
    r"came in)\b"
)
_LATER = re2.compile(
    r"(?i)\b(?:will|would|could|may|might|should|expect\w*|forecast\w*|guid\w+|outlook|target\w*|plan\w*|project\w*|"
    r"estimat\w+|predict\w*|sees|seen|until|due|next|likely|scheduled|set to|is|are|aim\w*|hope\w*|consensus|"
    r"pushed|delay\w*|postponed|through|budget\w*|goal|futures|contracts?|delivery|bonds?|maturing)\b|\bby(?: the)? $"
)
_NOUN = (
    r"(?: (?:net|core|operating|pre-tax|pretax|gross|adjusted|underlying))?"
    r" (?:profits?|loss|losses|earnings|results|revenues?|sales|income|turnover)"
)
_FIFTH = re2.compile(
    rf"(?i)\b((?:fifth|sixth|seventh)-quarter){_NOUN}\b"
    rf"|\b((?:fifth|sixth|seventh) quarter) of{_FISCAL} (?:19|20)[0-9]{{2}}\b"
    rf"|\b(?:in|for) (Q[5-9])(?: of)? (?:FY ?)?(?:19|20)?[0-9]{{2}}\b"
    rf"|\b(Q[5-9])(?: (?:19|20)[0-9]{{2}})?{_NOUN}\b"
)
_CARS = re2.compile(r"\b(?:Audi|Infiniti|SUV)\b")


def quarters_to_come(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each quarter that is told as past, beside the day until which it cannot be: that on which it begins, or, where
    the draft speaks of fiscal years, on which it would end a year earlier. Nothing for a draft without a date.
    """
    if language != "en" or draft.date is None:
        return []
    found = []
    for match in _QUARTER.finditer(draft.text):
        number = _ORDINALS.get((match.group(1) or "").lower()) or int(match.group(2) or 0)
        year = int(match.group(4) or f"20{match.group(3)}")
        if number > 4:
            continue
        begins = date(year, 3 * number - 2, 1)
        if begins <= draft.date.day:
            continue
        if match.group(3) or "fiscal" in draft.text.lower() or "financial year" in draft.text.lower():
            begins = _after(date(year - 1, 3 * number - 2, 1))
        before, after = _sentence(draft.text, match.start(), match.end())
        if not (_TOLD.search(before) or _TOLD.search(after)) or _LATER.search(before) or _LATER.search(after):
            continue
        when = PartialDate(begins.year, begins.month, begins.day)
        quarter = Figure(
            "day", match.group(), match.start(), match.end(), Decimal(begins.toordinal()), Decimal(1), when=when
        )
        found.append(Claim(kind="quarter_to_come", roles={"quarter": quarter}, sentence=Sentence(*match.span())))
    return found


def impossible_quarters(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each "fifth-quarter profit" and "Q5 2024" as a claim: its number."""
    if language != "en" or _FIFTH.search(draft.text) is None or _CARS.search(draft.text):
        return []
    return [
        Claim(kind="impossible_quarter", roles={"quarter": figure}, sentence=Sentence(figure.start, figure.end))
        for figure in _fifths(draft.text)
    ]


def _fifths(text: str) -> Iterator[Figure]:
    for match in _FIFTH.finditer(text):
        group = next(n for n in range(1, 5) if match.group(n))
        printed = match.group(group)
        number = int(printed[1]) if printed[1].isdigit() else _ORDINALS[printed[: -len("-quarter")].lower()]
        start, end = match.span(group)
        yield Figure("ordinal", printed, start, end, Decimal(number), Decimal(1))


def _after(day: date) -> date:
    """The first day after a quarter that begins on a day."""
    return (day + timedelta(days=93)).replace(day=1)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a span in its sentence."""
    begin = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    stops = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    return text[begin:start], text[end : min(stops, default=len(text))]
