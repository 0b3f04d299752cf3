"""A bound that the next mention of the same things breaks: "more than 500 homes burned … The 480 homes"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, faces
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

_NOUN = re2.compile(r" ([a-z]{3,})\b")
#: How far behind the second mention may stand, in characters, and how much the two may differ.
REACH, TIMES = 400, Decimal(2)
#: How many counts behind a bound are looked at, and the figures that say when.
NEAR, TIMES_OF = 8, ("day", "weekday", "year", "duration")
#: How far before the bound a word may say that it is of another time, in characters.
BEFORE = 40


class Words(NamedTuple):
    """The words of a language, from `bounds` of its lexicon."""

    all_of: re2._Regexp  # ends where the exact number begins
    after: re2._Regexp  # follows its noun: more words would name some of them
    updates: frozenset[str]


@cache
def _words(language: str) -> Words | None:
    table = lexicon(language).tables.get("bounds")
    if not table:
        return None
    all_of, after = ("|".join(re2.escape(form) for form in table[name]) for name in ("all_of", "after"))
    return Words(
        re2.compile(rf"(?i)(?:^|\s)(?:{all_of}) $"),
        re2.compile(rf"(?:[.,;:]|$| (?:{after})\b)"),
        frozenset(table["updates"]),
    )


def bound_contradictions(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """A claim with the `bound` and the `exact` number of the same things within the same block."""
    words = _words(language)
    if words is None:
        return []
    counts = [figure for figure in figures if figure.kind == "count" and figure.ends is None and figure.value >= 10]
    found = []
    for n, bound in enumerate(counts):
        if bound.hedge not in ("more than", "less than"):
            continue
        exact = next(_same(draft, bound, islice(counts, n + 1, n + 1 + NEAR), words), None)
        if exact is not None:
            found.append((bound, exact))
    if not found:
        return []
    of = {part.start: line for line in lines for part in line.parts.values()}
    return [
        Claim(kind="bound_contradiction", roles={"bound": bound, "exact": exact}, sentence=of[exact.start].sentence)
        for bound, exact in found
        if exact.start in of and not _of_another_day(bound, of[exact.start])
    ]


def _of_another_day(bound: Figure, line: Line) -> bool:
    """Whether the sentence of the exact number is another one, and says when."""
    return bound.start not in {part.start for part in line.parts.values()} and any(
        faces(part)[0].kind in TIMES_OF for part in line.parts.values()
    )


def _same(draft: Draft, bound: Figure, later: Iterable[Figure], words: Words) -> Iterator[Figure]:
    """The exact numbers of the same things that follow a bound in its block."""
    text, end = draft.text, draft.block_at(bound.start).end
    noun = _NOUN.match(text, bound.end)
    if noun is None:
        return
    for figure in later:
        if figure.start > min(end, bound.end + REACH):
            return
        again = _NOUN.match(text, figure.end)
        if (
            figure.hedge is None
            and again is not None
            and again.group(1) == noun.group(1)
            and bound.value / TIMES <= figure.value <= bound.value * TIMES
            and words.all_of.search(text[max(bound.end, figure.start - 12) : figure.start])
            and words.after.match(text, again.end())
            and words.updates.isdisjoint(text[max(0, bound.outer_start - BEFORE) : end].lower().split())
        ):
            yield figure
