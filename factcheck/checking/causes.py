"""Likely causes that no equation can say: each is a function that looks for one, and says what it found or None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import re2

from factcheck.checking.exchange import STATED
from factcheck.checking.judge import Judge
from factcheck.checking.message import readable
from factcheck.checking.scales import Judgement
from factcheck.checking.table_causes import cell_too_many, slip_in_cell, slip_in_total
from factcheck.checking.unit_causes import linear_factor, other_unit
from factcheck.claims.claim import Claim
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.slips import slip
from factcheck.rates.ratebook import RateAnswer, Window

_DIGITS = re2.compile(r"\d")
#: The rates that are taken for one another in print most often.
_CONFUSED = ("USD", "EUR", "GBP")
#: Currencies of one name or symbol, which are taken for one another too.
_NAMESAKES = (("USD", "AUD", "CAD", "NZD", "HKD", "SGD"), ("NOK", "SEK", "DKK"))
_NAMES = {
    "USD": "the US dollar", "EUR": "the euro", "GBP": "the pound", "AUD": "the Australian dollar",
    "CAD": "the Canadian dollar", "NZD": "the New Zealand dollar", "HKD": "the Hong Kong dollar",
    "SGD": "the Singapore dollar", "NOK": "the Norwegian krone", "SEK": "the Swedish krona", "DKK": "the Danish krone",
}  # fmt: skip
_YEARS_BACK = 5


def swapped_digits(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """Two neighbouring digits of either figure change places: $31.5 billion for $13.5 billion."""
    original, converted = _pair(judgement)
    if judgement.accepted is None:
        return None
    for text in _swaps(converted):
        if _scaled(converted, text).meets(judgement.accepted):
            return text
    if judgement.rate is None:
        return None
    for text in _swaps(original):
        if _scaled(original, text).times(judgement.rate.interval).meets(converted.interval("wide", "closed")):
            return text
    return None


def slipped_digits(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """What slip makes one of two statements the other: a scale word, a zero, two digits, one digit."""
    if judgement.assignment is None:
        return None
    return _SLIPS.get(slip(*(judgement.assignment.figures[role] for role in ("first", "second"))))


def other_currency(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """One side fits when it is read in another currency: Australian dollars converted as US dollars."""
    if judgement.rate is None or judgement.assignment is None or judgement.rate.source == STATED:
        return None
    original, converted = _pair(judgement)
    base, quote = (judgement.assignment.currencies[role] for role in ("original", "converted"))
    window = Window(judgement.rate.first, judgement.rate.last)
    swaps = [(base, code, (code, quote)) for code in (*_CONFUSED, *_namesakes(base))]
    swaps += [(quote, code, (base, code)) for code in (*_CONFUSED, *_namesakes(quote))]
    for instead, code, pair in swaps:
        if code not in (base, quote):
            answer = judge.exchange.book.rate(*pair, window, judgement.rate.day)
            if isinstance(answer, RateAnswer) and _fits(original, converted, answer.interval):
                return f"{_NAMES[code]} instead of {_NAMES.get(instead, instead)}"
    return None


def old_rate(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """The last day, within five years, whose rate explains the figures."""
    if judgement.rate is None or judgement.assignment is None or judgement.rate.source == STATED:
        return None
    original, converted = _pair(judgement)
    base, quote = (judgement.assignment.currencies[role] for role in ("original", "converted"))
    try:
        implied = converted.interval("wide", "closed").over(original.interval("sharp", "closed"))
    except Undefined:
        return None
    day = judgement.rate.day
    fitting = judge.exchange.book.last_fitting(base, quote, implied, day, day - timedelta(days=365 * _YEARS_BACK))
    return readable(fitting) if fitting else None


def _namesakes(code: str) -> tuple[str, ...]:
    return next((codes for codes in _NAMESAKES if code in codes), ())


CAUSES: dict[str, Callable[[Claim, Judgement, Judge], str | None]] = {
    "swapped_digits": swapped_digits,
    "other_currency": other_currency,
    "old_rate": old_rate,
    "other_unit": other_unit,
    "linear_factor": linear_factor,
    "slip_in_total": slip_in_total,
    "slip_in_cell": slip_in_cell,
    "cell_too_many": cell_too_many,
    "slipped_digits": slipped_digits,
}
_SLIPS: dict[str | None, str] = {
    "scale": "another scale word, million for billion?",
    "tens": "a zero or a decimal point too many or too few?",
    "swapped": "two digits changed places?",
    "digit": "one digit mistyped?",
}


def _pair(judgement: Judgement) -> tuple[Figure, Figure]:
    assert judgement.assignment is not None
    return judgement.assignment.figures["original"], judgement.assignment.figures["converted"]


def _fits(original: Figure, converted: Figure, rate: Interval) -> bool:
    return original.interval("sharp", "closed").times(rate).meets(converted.interval("wide", "closed"))


def _swaps(figure: Figure) -> list[str]:
    """The printed text with each pair of neighbouring digits exchanged."""
    if figure.ends:
        return []
    at = [match.start() for match in _DIGITS.finditer(figure.text)]
    found = []
    for a, b in pairwise(at):
        text = list(figure.text)
        if text[a] != text[b] and not (a == at[0] and text[b] == "0"):
            text[a], text[b] = text[b], text[a]
            found.append("".join(text))
    return found


def _scaled(figure: Figure, text: str) -> Interval:
    """The interval of a figure printed with other digits."""
    digits = "".join(c for c in text if c.isdigit() or c == ".").strip(".")
    printed = "".join(c for c in figure.text if c.isdigit() or c == ".").strip(".")
    value = Decimal(digits) * figure.value / Decimal(printed)
    half = figure.grain / 2
    return Interval(value - half, value + half)
