"""A bound that the next mention of the same things breaks: "more than 500 homes burned … The 480 homes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

_NOUN = re2.compile(r" ([a-z]{3,})\b")
#: A number of all of them, and what may follow them: more words would name some of them.
_ALL = re2.compile(r"(?i)(?:^|\s)(?:the|all|all the|all of the|those|these) $")
_AFTER = re2.compile(r"(?:[.,;:]|$| (?:were|was|are|is|have|had|will|would|can|could|did|do|all|went|came|took|said)\b)")
#: Words that make it another number, of another time.
_UPDATE = frozenset(
    "initially originally first later now previously earlier rose fell remaining other another last then revised updated since "
    "grew dropped additional only half dozen".split()
)
#: How far behind the second mention may stand, in characters, and how much the two may differ.
REACH, TIMES = 400, Decimal(2)


def bound_contradictions(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """A claim with the `bound` and the `exact` number of the same things within the same block."""
    if language != "en":
        return []
    counts = [figure for figure in figures if figure.kind == "count" and figure.ends is None and figure.value >= 10]
    found = []
    for n, bound in enumerate(counts):
        if bound.hedge not in ("more than", "less than"):
            continue
        for exact in _same(draft, bound, counts[n + 1 :]):
            line = next(line for line in lines if any(part is exact for part in line.parts.values()))
            found.append(Claim(kind="bound_contradiction", roles={"bound": bound, "exact": exact}, sentence=line.sentence))
            break
    return found


def _same(draft: Draft, bound: Figure, later: Sequence[Figure]) -> Iterator[Figure]:
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
            and _ALL.search(text[max(bound.end, figure.start - 12) : figure.start])
            and _AFTER.match(text, again.end())
            and _UPDATE.isdisjoint(text[bound.outer_start - 40 if bound.outer_start > 40 else 0 : end].lower().split())
        ):
            yield figure
