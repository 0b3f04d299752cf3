"""Pairs of currencies with a rate, linked to each other: what a desk writes as `USD/CAD: 1.44`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from factcheck.rates.source import EXACT

_ONE = Decimal(1)
#: Digits before or behind the point; of the wildest inflations on record one had 29 (the pengő of 1946).
_LONGEST = 35


class Pair(NamedTuple):
    """One unit of `base` is `rate` units of `quote`."""

    base: str
    quote: str
    rate: Decimal


def pair(text: str, rate: object) -> Pair:
    """`("USD/CAD", "1.44")` as a pair; ValueError says what cannot be read. A float is read by its shortest decimal."""
    base, slash, quote = (part.strip().upper() for part in text.partition("/"))
    if not (slash and base and quote) or base == quote:
        raise ValueError(f"a pair of currencies is written USD/CAD, not {text!r}")
    try:
        value = Decimal(_plain(str(rate)))
    except InvalidOperation:
        raise ValueError(f"the rate of {text} is not a number: {rate!r}") from None
    if not value.is_finite() or value <= 0:
        raise ValueError(f"the rate of {text} is not above zero: {rate}")
    if abs(value.adjusted()) > _LONGEST:
        raise ValueError(f"the rate of {text} cannot be one: {value:.3g}")
    return Pair(base, quote, value)


def _plain(number: str) -> str:
    """What Decimal reads and a person would not: 1_44 is no 144."""
    if "_" in number or not number.isascii():
        raise InvalidOperation
    return number


def linked(pairs: Iterable[Pair], roots: Sequence[str] = ()) -> dict[str, tuple[str, Decimal]]:
    """Each currency's anchor and its units per unit of the anchor.

    An anchor is the first currency named of those that are linked to it, or one of `roots` where it is among them.
    """
    per: dict[str, dict[str, Decimal]] = {}
    for base, quote, rate in pairs:
        per.setdefault(base, {}).setdefault(quote, rate)
        per.setdefault(quote, {}).setdefault(base, EXACT.divide(_ONE, rate))
    legs: dict[str, tuple[str, Decimal]] = {}
    for anchor in [root for root in roots if root in per] + list(per):
        if anchor in legs:
            continue
        legs[anchor] = (anchor, _ONE)
        reached = [anchor]
        for known in reached:  # grows while it is walked: breadth first, so the shortest chain of pairs is used
            for other, rate in per[known].items():
                if other not in legs:
                    legs[other] = (anchor, EXACT.multiply(legs[known][1], rate))
                    reached.append(other)
    return legs


def contradicted(pairs: Sequence[Pair], margin: Decimal) -> tuple[int, str] | None:
    """The place of a pair that disagrees with the others by more than `margin`, and how; None if none does."""
    legs = linked(pairs)
    for place, (base, quote, rate) in enumerate(pairs):
        cross = EXACT.divide(legs[quote][1], legs[base][1])
        if abs(cross - rate) > margin * rate:
            return place, f"{base}/{quote} is {rate} here, but {cross:.6g} through the other rates"
    return None
