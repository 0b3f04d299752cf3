"""Rates that hold on every day: a desk's own table, and the `rates:` of a rule's examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factcheck.rates.pairs import contradicted, linked, pair
from factcheck.rates.source import DAILY_MARGIN, Quotes


class FixedSource:
    """A `RateSource` from a mapping like `{"USD/CAD": "1.44"}`: one US dollar is 1.44 Canadian dollars, on every day.

    Currencies that share a pair, directly or through others, have a cross rate. Raises ValueError for a pair or a rate
    that cannot be read, and for a pair that contradicts the others by more than the margin.
    """

    step = 1
    newest = None
    contestable = False

    def __init__(
        self,
        rates: Mapping[str, Decimal | str | int | float],
        name: str = "fixed",
        margin: Decimal = DAILY_MARGIN,
    ) -> None:
        """A float is read by its shortest decimal form, which is what its YAML or JSON said."""
        self.name = name
        self.margin = margin
        pairs = [pair(text, rate) for text, rate in rates.items()]
        self._legs = linked(pairs)
        if against := contradicted(pairs, margin):
            raise ValueError(against[1])

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
