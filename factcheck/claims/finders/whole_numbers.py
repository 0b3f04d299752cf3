"""Numbers with three decimals of what comes whole, or in cents: "10.000 troops", "$10.500"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.claims.finders.suspects import Surroundings, Words, around, counted, printed, suspects, words_of
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

_SHAPE = re2.compile(r"^[1-9]\d{0,2}\.\d{3}$")
_CURRENCY = frozenset("$£€")
_CENTS = 2
#: What makes decimals of a count: "2.115 children per woman", "an average of 3.250 people".
_MEAN = re2.compile(r"(?i)\b(?:averag\w+|mean|per|rates?|ratio|each|every|index|weighted|fertility)\b")
#: A price per something, or an exchange rate, has as many decimals as the market wants.
_PRICE = re2.compile(
    r"(?i)\b(?:per|each|gallon|litre|liter|barrel|ounce|pound|share|unit|therm|mmbtu|bushel|tonnes?|tons?|kwh|kilowatt"
    r"|to the|rates?|traded|trading|futures?|closed|settled|price[ds]?|yen|euro)\b"
)
_NEAR = 60


def whole_numbers(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each such `number` with its two readings; the claim's `number` is how many decimals it may have."""
    words = words_of(language)
    found: list[Claim] = []
    if words is None:
        return found
    text = draft.text
    for start, end in suspects(text, language):
        token = text[start:end]
        if _SHAPE.search(token) is None:
            continue
        here = around(text, start, end)
        near = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        places = _most_decimals(token, here, words, near)
        if places is None:
            continue
        whole = token.replace(".", "")
        roles = {
            "number": printed(text, start, end, Decimal(token)),
            "thousands": printed(text, start, end, int(whole), f"{int(whole):,}"),
            "decimal": printed(text, start, end, Decimal(token), token.rstrip("0").rstrip(".")),
        }
        found.append(Claim(kind="whole_number", roles=roles, sentence=Sentence(start, end), number=places))
    return found


def _most_decimals(token: str, here: Surroundings, words: Words, near: tuple[str, str]) -> int | None:
    """How many decimals such a number may have; None where three are nothing unusual."""
    if here.before.isalnum() or (here.before and here.before in "-–/:.,_#"):
        return None
    if here.word.lower() in words.labels:
        return None
    if here.before in _CURRENCY or (here.behind and here.after == " " and here.behind[0].lower() in words.money):
        low = here.behind[0].lower() if here.behind else ""
        round_hundreds = token.endswith("00")
        if here.before in _CURRENCY and (low in words.scales or here.after.isalnum() or here.after in "-/"):
            return None
        return _CENTS if round_hundreds and not any(map(_PRICE.search, near)) else None
    if counted(here, words) and not any(map(_MEAN.search, near)):
        return 0
    return None
