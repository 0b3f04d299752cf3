"""Which days' rates a conversion may have used: the draft's own, and those that its sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import re2

from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.alternation import whole
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import flat, lexicon
from factcheck.rates.ratebook import Window

#: How far from the figures words such as "at the time" are about their rate, in characters.
NEAR = 40
#: A sentence that is longer than this on either side is a list, and says nothing of the claim at its other end.
FAR = 500
#: How far a day, month or year of the same paragraph reaches, in characters.
AROUND = 300
#: How many years ago money was another money, whose worth "today" is a matter of prices.
LONG_PAST = 10
#: The first year of the euro, and so of its reference rates.
FIRST_YEAR = 1999
_MEANINGS = ("dated", "adjusted", "today", "vague")
_ANOTHER_DAY = "a rate of another day"


class Windows(NamedTuple):
    """`near` are judged first (any of them will do), a fit in `older` alone is stale. `reason` where there are none."""

    near: tuple[Window, ...]
    older: tuple[Window, ...] = ()
    day: date | None = None
    reason: str = ""
    vague: bool = False  # the sentence names a time whose rates are not known: what fits no window is unknown
    years: bool = False  # the rates of the last years will do as well


def paragraph(claim: Claim, draft: Draft) -> tuple[int, int]:
    """The span of a claim's paragraph, as far as a day that it names may be that of the figures."""
    first, last = min(f.start for f in claim.figures()), max(f.end for f in claim.figures())
    block = draft.block_at(first)
    return max(block.start, first - AROUND), min(max(block.end, last), last + AROUND)


def _sentence(claim: Claim) -> tuple[int, int]:
    """The span of a claim's sentence, as far as its words may say of what day the figures are."""
    first, last = min(f.start for f in claim.figures()), max(f.end for f in claim.figures())
    return max(claim.sentence.start, first - FAR), min(claim.sentence.end, last + FAR)


def windows(
    claim: Claim, draft: Draft, figures: Sequence[Figure], language: str = "en", undated: date | None = None
) -> Windows:
    """The windows of one conversion (design, section 4). `figures` are those of its `paragraph`.

    `undated` is the day of a draft that says none; without it the last years are all there is.
    """
    day = draft.date.day if draft.date else undated
    first, last = min(f.start for f in claim.figures()), max(f.end for f in claim.figures())
    said = _said(draft.text[max(0, first - NEAR) : last + NEAR], language)
    past = day is not None and any(f.kind == "year" and f.value < day.year - LONG_PAST for f in figures)
    if "adjusted" in said or ("today" in said and past):
        return Windows((), reason="money of another year")
    stated = [
        f for f in figures if first - NEAR < f.end and f.start < last + NEAR and _of_year(draft.text, f, language)
    ]
    if stated:  # "at 2019 rates"
        own = tuple(window for figure in stated if (window := named_window(figure, day)) is not None)
        return Windows(own, day=own[0].last if own else None, reason=_ANOTHER_DAY)
    named = [window for figure in figures if (window := named_window(figure, day)) is not None]
    start, end = _sentence(claim)
    sentence = _said(draft.text[start:end], language)
    vague = "vague" in sentence or _long_ago(figures, first, last)
    if day is not None:
        named += [Window.year(day.year + offset) for offset in sentence if isinstance(offset, int)]
        named = [Window(window.first, min(window.last, day + timedelta(days=1))) for window in named]
    if "dated" in said:
        return Windows(tuple(named), day=named[0].last if named else None, reason=_ANOTHER_DAY, vague=vague)
    if day is None:
        return Windows(tuple(named), vague=vague, years=True)
    return Windows((Window.around(day), *named), (Window.month_before(day),), day, vague=vague)


def _of_year(text: str, figure: Figure, language: str) -> bool:
    """Whether the words around a year say that it is the year of the rate: "at 2019 rates"."""
    words = lexicon(language).rate_days.get("of_year")
    if figure.kind != "year" or not words:
        return False
    head, tail = (
        text[max(0, figure.start - NEAR) : figure.start].rstrip().lower(),
        text[figure.end : figure.end + NEAR].lstrip().lower(),
    )
    return any(head.endswith(f" {word}") for word in words["before"]) and any(map(tail.startswith, words["after"]))


def _long_ago(figures: Sequence[Figure], first: int, last: int) -> bool:
    """Whether a time before all rates stands near a conversion, and no weekday nearer ("the 1917 crown was sold for
    800,000 francs ($900,000) on Monday").
    """
    ages = [_apart(figure, first, last) for figure in figures if _before_the_rates(figure)]
    weekdays = [_apart(figure, first, last) for figure in figures if figure.kind == "weekday"]
    return bool(ages) and min(ages) < min([NEAR, *weekdays])


def _apart(figure: Figure, first: int, last: int) -> int:
    """The characters between a figure and those from `first` to `last`."""
    return max(first - figure.end, figure.start - last, 0)


def _before_the_rates(figure: Figure) -> bool:
    if figure.kind == "year":
        return figure.ends is None and int(figure.value) < FIRST_YEAR
    year = figure.when.year if figure.when else None
    return year is not None and year < FIRST_YEAR


def named_window(figure: Figure, day: date | None) -> Window | None:
    """The window of a date or year in the sentence."""
    if figure.kind == "year" and figure.ends is None:
        year = int(figure.value)
        return Window.year(year) if FIRST_YEAR <= year <= (day.year if day else 2100) else None
    when = figure.when
    if when is None:
        return None
    if when.year is None and day is None:
        return None
    year = when.year or (day.year if day else 0)
    first = when.on(year)
    if first is None:
        return None
    if when.year is None and day is not None and first > day + timedelta(days=31):
        first = when.on(year - 1) or first  # "on Dec. 20" in January
    if when.day is None:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return Window(first - timedelta(days=7), following)
    return Window.around(first)


def _said(text: str, language: str) -> set[int | str]:
    """What a text says of the rate's day: "dated", "adjusted", "vague", or a year relative to the draft's (-1)."""
    pattern, meaning = _pattern(language)
    return {meaning[flat(found.group())] for found in pattern.finditer(text)}


@cache
def _pattern(language: str) -> tuple[re2._Regexp, dict[str, int | str]]:
    said = lexicon(language).rate_days
    forms: dict[str, int | str] = {form: name for name in _MEANINGS for form in said.get(name, ())}
    forms |= {form: int(offset) for offset, words in said["years"].items() for form in words}
    options = re2.Options()
    options.longest_match = True
    meaning = {flat(form): name for form, name in forms.items()}
    return re2.compile(rf"(?i){whole(forms, before=True, after=True)}", options), meaning
