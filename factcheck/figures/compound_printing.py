"""Prints a value in the style of a figure of two units: "6ft 9in" and 6.43 feet give "6ft 5in"."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import re2

from factcheck.figures.figure import Figure
from factcheck.figures.measures import measures

_NUMBERS = re2.compile(r"^(\D*)(\d+)(\D+)(\d+(?:\.\d+)?)(\D*)$")
_ONE = Decimal(1)


def like_compound(figure: Figure, value: Decimal, language: str) -> str | None:
    """The value in the two units of a printed compound; None for a figure that is none."""
    minors = measures(language).compounds.get(figure.unit or "") if not figure.ends and value >= 0 else None
    parts = (_ONE / figure.grain).to_integral_value() if minors and figure.grain else None
    found = _NUMBERS.match(figure.text) if minors and parts in minors.values() else None
    if found is None or parts is None:
        return None
    smaller = value * parts
    major, minor = divmod(smaller.to_integral_value(rounding=ROUND_HALF_EVEN), parts)
    before, _, between, _, after = found.groups()
    return f"{before}{major}{between}{minor}{after}"
