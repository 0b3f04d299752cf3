"""Conversions that the next sentence makes: "It cost 5 million kronor. That is about $500,000."

The words are the lexicon's (`next_sentence`): how such a sentence opens, and what may close it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.alternation import whole
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

#: Characters between the two amounts, at most: the rest of a short sentence, and the opening of the next.
_REACH = 110


def next_sentence(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Two neighbouring amounts in different currencies, of which a sentence says that the second is the first."""
    table = lexicon(language).tables.get("next_sentence")
    if not table:
        return []
    found = []
    for first, second in pairwise(figures):
        if first.kind != "money" or second.kind != "money" or first.currency == second.currency:
            continue
        if second.outer_start - first.end > _REACH or draft.text.startswith(" (", first.end):
            continue
        opening = _opening(language).match(draft.text[first.end : second.outer_start])
        closing = _closing(language).match(draft.text[second.end : second.end + _REACH])
        if opening is None or closing is None or first.possible == second.possible:
            continue
        if second.hedge == "about" or opening.group(1) or closing.group(1):
            span = Sentence(first.outer_start, second.end)
            found.append(Claim(kind="conversion", roles={"original": first, "converted": second}, sentence=span))
    return found


@cache
def _opening(language: str) -> re2._Regexp:
    """The rest of a sentence without another clause or share, and the opening; group 1 where it says an equality."""
    table = lexicon(language).tables["next_sentence"]
    equal, plain = whole(table["equal"]), whole(table["opens"])
    return re2.compile(rf"(?i)^(?: (?:in|for|to|by|from|on) [^.!?,;:()%]{{0,60}})?[.] (?:({equal})|{plain})\s$")


@cache
def _closing(language: str) -> re2._Regexp:
    """The end of the sentence; group 1 where words of rates or currencies stand before it."""
    words = whole(lexicon(language).tables["next_sentence"]["closes"])
    return re2.compile(rf"(?i)^(?:,? ({words}))?(?:[.!?][\"”)]?(?:\s|$)|\)|$)")
