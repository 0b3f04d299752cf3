"""Exchange rates that a draft states: "$1 = 1.2855 Canadian dollars", "at 41.5 hryvnias to the dollar".

The words are the lexicon's (`stated_rates`): what stands between one unit and its rate, and before a unit that is named
without a number. A rate that is forecast, or of a market of its own, is no claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.alternation import whole
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import flat, lexicon

_ONE = Decimal(1)
_REACH = 40  # characters of the longest "to the Canadian dollar"


def stated_rates(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """A claim with `base`, one unit of a currency, and `quote`, what it is said to be worth."""
    table = lexicon(language).tables.get("stated_rates")
    if not table:
        return []
    found = []
    for line in lines:
        money = [part for part in line.parts.values() if isinstance(part, Figure) and _price(part)]
        for base, quote in (*_between(draft.text, money, table), *_named(draft.text, money, table, language)):
            sentence = draft.text[line.sentence.start : line.sentence.end]
            if base.currency != quote.currency and not _doubtful(language).search(sentence):
                roles = {"base": base, "quote": quote}
                found.append(Claim(kind="stated_rate", roles=roles, sentence=line.sentence))
    return found


def _price(figure: Figure) -> bool:
    """Whether an amount can be a rate or its unit: one number without a scale word."""
    return figure.kind == "money" and figure.scale == 1 and figure.ends is None and figure.value > 0


def _between(text: str, money: Sequence[Figure], table: dict[str, list[str]]) -> Iterator[tuple[Figure, Figure]]:
    """Each one unit beside its rate: "$1 = C$1.44", "C$1.44 to one dollar"."""
    for first, second in pairwise(money):
        link = text[first.end : second.start][:_REACH].strip().lower()
        if first.value == 1 and link in table["equals"]:
            yield first, second
        elif second.value == 1 and (link in table["equals"] or link in table["per"]):
            yield second, first


def _named(
    text: str, money: Sequence[Figure], table: dict[str, list[str]], language: str
) -> Iterator[tuple[Figure, Figure]]:
    """Each rate with a unit that has no number: "41.5 hryvnias to the dollar"."""
    for figure in money:
        behind = text[figure.end : figure.end + _REACH]
        link = next((word for word in table["unit"] if behind[1:].lower().startswith(word + " ")), None)
        found = _names(language).match(behind, len(link) + 2) if link else None
        if found is not None:
            start, end = figure.end + found.start(), figure.end + found.end()
            codes = lexicon(language).currencies[flat(found.group())].codes
            yield Figure("money", text[start:end], start, end, _ONE, _ONE, currencies=codes[:1]), figure


@cache
def _names(language: str) -> re2._Regexp:
    options = re2.Options()
    options.case_sensitive = False
    options.longest_match = True
    return re2.compile(whole(lexicon(language).currencies, " ", after=True), options)


@cache
def _doubtful(language: str) -> re2._Regexp:
    options = re2.Options()
    options.case_sensitive = False
    return re2.compile(whole(lexicon(language).tables["stated_rates"]["doubtful"], before=True, after=True), options)
