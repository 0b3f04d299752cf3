"""Scale words that a draft spells in two ways in one zone: "$5bn … $6 billion"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.figure import Figure

_WORD = re2.compile(r"\d[ \n-]?(\pL+)")
_PLURAL = 4


def scale_words(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """The first figure of each further spelling, with the `first` that its zone prints for that scale.

    The claim's `number` is how many spellings the zone has by then. Somebody's words are spelt as they like, and
    money may be short where people are not ("£3m", "3 million people").
    """
    seen: dict[tuple[str, bool, Decimal], dict[str, Figure]] = {}
    found = []
    for figure in figures:
        if figure.scale == 1 or figure.ends or quoted(draft, figure.start):
            continue
        match = _WORD.search(figure.text)
        if match is None:
            continue
        word = match.group(1).lower()
        word = word.removesuffix("s") if len(word) > _PLURAL else word
        spellings = seen.setdefault((draft.block_at(figure.start).role, figure.kind == "money", figure.scale), {})
        if word not in spellings and spellings:
            first = next(iter(spellings.values()))
            roles = {"figure": figure, "first": first}
            sentence = Sentence(figure.start, figure.end)
            found.append(Claim(kind="scale_word", roles=roles, sentence=sentence, number=len(spellings) + 1))
        spellings.setdefault(word, figure)
    return found
