"""What the rate book asks of a source of rates (ECB, NBP, a user's file): a new source is one file, one class."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Context, Decimal
from typing import Protocol

DAILY_MARGIN = Decimal("0.01")
"""How far a fair conversion may lie from a daily reference rate (a share of the rate).

From the design, section 4: inside [d-7, d+1] with 1 % passes. Measured on dated conversions from the press it flags
0.44 % of the true ones and catches 98.6 % of errors of 5 %. It also covers the difference between two central banks'
fixings (NBP from ECB on the same day, 88,992 points: median 0.10 %, 99th percentile 0.94 %).
"""

EXACT = Context(prec=40)
"""Arithmetic on legs: more digits than any published rate, so that a cross is right in its 28."""

Quotes = Sequence[tuple[date, Decimal]]
"""Rates by day, oldest first, each day once; a day without a rate is left out."""


class RateSource(Protocol):
    """Rates of one publisher, comparable within a day. Each is in units of a currency per unit of its anchor."""

    @property
    def name(self) -> str:
        """Who publishes the rates, as a message names it: "ECB"."""
        ...

    @property
    def margin(self) -> Decimal:
        """How far a fair conversion may lie from these rates, as a share: 0.01 is one per cent."""
        ...

    @property
    def step(self) -> int:
        """Days from one sample to the next: 1 for a daily source (weekends are no gap), 7 weekly, 31 monthly."""
        ...

    @property
    def contestable(self) -> bool:
        """Whether another publisher's rates may gainsay these (NBP, HMRC); False where the source's word stands."""
        ...

    @property
    def newest(self) -> date | None:
        """The newest day with rates; None where the rates hold on every day."""
        ...

    def anchor(self, currency: str) -> str | None:
        """The currency against which `currency` is quoted here (ECB: EUR); None if it never is."""
        ...

    def span(self, currency: str) -> tuple[date, date] | None:
        """The first and last day on which `currency` is quoted; None if never."""
        ...

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        """Units of `currency` per unit of its anchor, above zero; the anchor itself is 1 on every sample day."""
        ...


def shifted(day: date, days: int) -> date:
    """`day` moved by `days`, and no further than the calendar goes."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
