"""`factcheck rates show --format json`: numbers are strings, days as ISO 8601 prints them."""

from __future__ import annotations

from decimal import Decimal
from typing import TextIO

from factcheck.reports.json_text import JsonText
from factcheck.reports.rate_page import RatePage, SourceRate

_DIGITS = 12


def write_page(page: RatePage, out: TextIO) -> None:
    """One object on one line."""
    record = {
        "base": page.base,
        "quote": page.quote,
        "date": page.day,
        "window": {"first": page.window[0], "last": page.window[1]},
        "rate": _rate(page.answer) if page.answer else None,
        "reason": page.reason,
        "sources": [_rate(rate) for _, rate in page.sources],
        "silent": [{"source": name, "reason": reason} for name, reason in page.silent],
        "series": [{"day": day, "rate": _number(rate)} for day, rate in page.series],
    }
    out.write(JsonText(out)(record) + "\n")


def _rate(rate: SourceRate) -> dict[str, object]:
    return {
        "source": rate.source,
        "point": _number(rate.point),
        "day": rate.day,
        "low": _number(rate.low),
        "high": _number(rate.high),
        "first": rate.first,
        "last": rate.last,
        "margin": _number(rate.margin),
        "interval": {"low": _number(rate.fair_low), "high": _number(rate.fair_high)},
    }


def _number(number: Decimal) -> str:
    places = max(0, _DIGITS - 1 - number.adjusted()) if number else 0
    text = f"{round(number, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
