"""What `factcheck rates show` has to say, before it is drawn or written as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

_DIGITS = 6  # as the publishers print


class SourceRate(NamedTuple):
    """A rate in units of the quote currency per unit of the base currency, and the rates that it comes from."""

    source: str
    point: Decimal
    day: date
    low: Decimal
    high: Decimal
    first: date
    last: date
    margin: Decimal
    fair_low: Decimal
    fair_high: Decimal


class RatePage(NamedTuple):
    """The answer of the book (or the reason why there is none), of each source alone, and the rates of the month."""

    base: str
    quote: str
    day: date
    window: tuple[date, date]
    answer: SourceRate | None
    reason: str | None
    sources: Sequence[tuple[str, SourceRate]]
    silent: Sequence[tuple[str, str]]
    series: Sequence[tuple[date, Decimal]]


def printed(rate: Decimal, digits: int = _DIGITS) -> str:
    """A rate at six significant digits, never in powers of ten: 1.44376, 0.000712346, 41,512.4."""
    places = max(0, digits - 1 - rate.adjusted()) if rate else 0
    return f"{round(rate, places):,f}"
