"""A language's words for fractions, multiples and ranks, from the table `ratios` of its lexicon."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from factcheck.figures.lexicon import lexicon

#: The table of a lexicon -> the kind of its figures. Of a majority only a lower end is known.
KINDS = {"fractions": "fraction", "majorities": "fraction", "multiples": "multiple"}


class RatioWord(NamedTuple):
    """One row: its forms, the words that must or must not adjoin them, its value and how far a fair reader goes.

    `reach` is plain and hedged, to both sides. `open_` rows state only that something is more than the value.
    """

    kind: str
    forms: frozenset[str]
    value: Decimal
    reach: tuple[Decimal, Decimal]
    open_: bool
    by: bool
    no_number: bool  # whether no number may follow ("a majority of 12")
    next: frozenset[str]
    not_next: frozenset[str]
    not_after: frozenset[str]


class RatioWords:
    """All such words of one language."""

    def __init__(self, language: str) -> None:
        own = lexicon(language).tables
        table: dict[str, Any] = own.get("ratios", {})
        self.entries = [_entry(name, row) for name in KINDS for row in table.get(name, ())]
        self.by: frozenset[str] = frozenset(table.get("by", ()))
        self.by_next: frozenset[str] = frozenset(table.get("by_next", ()))
        self.articles: frozenset[str] = frozenset(table.get("of_articles", ()))
        self.ordinals: dict[str, int] = own.get("ordinal_words", {})
        self.superlatives: frozenset[str] = frozenset(own.get("superlatives", ()))
        self.out_of: frozenset[str] = frozenset(own.get("out_of", ()))
        self.not_out_of: frozenset[str] = frozenset(own.get("not_out_of", ()))
        plain, hedged = own.get("times", {}).get("reach", (0, 0))
        self.times_reach = (Decimal(str(plain)), Decimal(str(hedged)))


def _entry(name: str, row: dict[str, Any]) -> RatioWord:
    value = Fraction(row["value"])
    point = Decimal(value.numerator) / Decimal(value.denominator)
    # a multiple is as far off as it is large; a fraction by points of the whole
    unit = point if name == "multiples" else Decimal(1)
    plain, hedged = (Decimal(str(share)) * unit for share in row["reach"])
    return RatioWord(
        KINDS[name],
        frozenset(row["forms"]),
        point,
        (plain, hedged),
        name == "majorities",
        row.get("by", False),
        row.get("no_number", False),
        frozenset(row.get("next", ())),
        frozenset(row.get("not_next", ())),
        frozenset(row.get("not_after", ())),
    )


@cache
def ratio_words(language: str) -> RatioWords:
    return RatioWords(language)
