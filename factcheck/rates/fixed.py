"""Rates that hold on every day: a desk's own table, and the `rates:` of a rule's examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from factcheck.rates.source import DAILY_MARGIN, EXACT, Quotes

_ONE = Decimal(1)


class FixedSource:
    """A `RateSource` from a mapping like `{"USD/CAD": "1.44"}`: one US dollar is 1.44 Canadian dollars, on every day.

    Currencies that share a pair, directly or through others, have a cross rate. Raises ValueError for a pair or a rate
    that cannot be read, and for a pair that contradicts the others by more than the margin.
    """

    step = 1
    newest = None

    def __init__(
        self,
        rates: Mapping[str, Decimal | str | int | float],
        name: str = "fixed",
        margin: Decimal = DAILY_MARGIN,
    ) -> None:
        """A float is read by its shortest decimal form, which is what its YAML or JSON said."""
        self.name = name
        self.margin = margin
        pairs = [_pair(text, rate) for text, rate in rates.items()]
        self._legs = _linked(pairs)
        for base, quote, rate in pairs:
            cross = EXACT.divide(self._legs[quote][1], self._legs[base][1])
            if abs(cross - rate) > margin * rate:
                raise ValueError(f"{base}/{quote} is {rate} here, but {cross:.6g} through the other rates")

    def anchor(self, currency: str) -> str | None:
        leg = self._legs.get(currency)
        return leg[0] if leg else None

    def span(self, currency: str) -> tuple[date, date] | None:
        return (date.min, date.max) if currency in self._legs else None

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        leg = self._legs.get(currency)
        if leg is None:
            return []
        return [(date.fromordinal(day), leg[1]) for day in range(first.toordinal(), last.toordinal() + 1)]


def _pair(text: str, rate: Decimal | str | int | float) -> tuple[str, str, Decimal]:
    """`("USD/CAD", "1.44")` as base, quote and quote per base."""
    base, slash, quote = (part.strip().upper() for part in text.partition("/"))
    if not (slash and base and quote) or base == quote:
        raise ValueError(f"a pair of currencies is written USD/CAD, not {text!r}")
    try:
        value = Decimal(str(rate))
    except InvalidOperation:
        raise ValueError(f"the rate of {text} is not a number: {rate!r}") from None
    if not value.is_finite() or value <= 0:
        raise ValueError(f"the rate of {text} is not above zero: {rate}")
    return base, quote, value


def _linked(pairs: list[tuple[str, str, Decimal]]) -> dict[str, tuple[str, Decimal]]:
    """Each currency's anchor (the first currency named of those linked to it) and its units per unit of the anchor."""
    per: dict[str, dict[str, Decimal]] = {}
    for base, quote, rate in pairs:
        per.setdefault(base, {})[quote] = rate
        per.setdefault(quote, {})[base] = EXACT.divide(_ONE, rate)
    legs: dict[str, tuple[str, Decimal]] = {}
    for anchor in per:
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
