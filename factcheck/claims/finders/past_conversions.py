"""Conversions of what was paid well before the draft's day, at a time that the sentence names: "In 2006 it paid …".

The words are the lexicon's (`paid_then`): verbs of payments that are over, and words that speak of the present day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.alternation import whole
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

#: How long ago a payment is past, in days: a year's rate is not that of today, and no report of it is late.
_PAST = 540
#: Kinds of figure that say when.
_TIMES = ("year", "day", "weekday", "duration", "age")


def past_conversions(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each such conversion, with the one time that its sentence names (`when`)."""
    if draft.date is None or "paid_then" not in lexicon(language).tables:
        return []
    starts = [figure.start for figure in figures]
    found = []
    for claim in claims:
        if claim.kind != "conversion":
            continue
        first, last = claim.sentence
        times = [f for f in figures[bisect_left(starts, first) : bisect_left(starts, last)] if f.kind in _TIMES]
        text = draft.text[first:last]
        if len(times) != 1 or not _long_before(times[0], draft.date.day) or draft.block_at(first).role != "body":
            continue
        before = draft.text[first : times[0].start].rstrip().rpartition(" ")[2].lower()
        verbs, present, at = _words(language)
        if before in at and verbs.search(text) and not present.search(text):
            roles = {**claim.roles, "when": times[0]}
            found.append(Claim(kind="past_conversion", roles=roles, sentence=claim.sentence))
    return found


def _long_before(figure: Figure, day: date) -> bool:
    if figure.ends is not None:
        return False
    if figure.kind == "year":
        return (day - date(int(figure.value), 12, 31)).days > _PAST
    when = figure.when.on(day.year) if figure.when and figure.when.year else None
    return when is not None and (day - when).days > _PAST


@cache
def _words(language: str) -> tuple[re2._Regexp, re2._Regexp, frozenset[str]]:
    """Verbs of payments that are over, what speaks of the present or of another rate, and what stands before a year."""
    table = lexicon(language).tables["paid_then"]
    verbs, present = (re2.compile(f"(?i){whole(table[key], before=True, after=True)}") for key in ("verbs", "present"))
    return verbs, present, frozenset(table["at"])
