"""Ranges whose scale word stands on the last end only, written in full."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck.figures.dimensions import dimensions


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("$5-6 billion", "$5 billion-6 billion"),
        ("3 to 4.5 million", "3 million to 4.5 million"),
        ("$1.2–1.5bn", "$1.2bn–1.5bn"),
        ("between €5 and €9 million", "€5 million and €9 million"),
        ("11 to 12 billion guilders", "11 billion to 12 billion guilders"),
        ("$5 billion-6 billion", None),
        ("$5,000-6,000", None),
        ("between $628,000 and $1.7 million", None),
        ("5-6 percent", None),
    ],
)
def test_both_scaled(text: str, full: str | None) -> None:
    figure = factcheck.find_figures(text)[0]
    assert figure.both_scaled() == full


@pytest.mark.parametrize(
    ("units", "factor"),
    [
        (("kilometer", "hour", "kilometer/hour"), "1"),
        (("kilometer", "minute", "kilometer/hour"), "60"),
        (("mile", "hour", "mile/hour"), "1"),
        (("meter", "second", "kilometer/hour"), "3.6"),
        (("meter", "second", "meter/second"), "1"),
    ],
)
def test_pace(units: tuple[str, str, str], factor: str) -> None:
    found = dimensions().pace(*units)
    assert found is not None
    assert (found.low, found.high) == (Decimal(factor), Decimal(factor))


def test_no_pace() -> None:
    assert dimensions().pace("kilogram", "hour", "kilometer/hour") is None
    assert dimensions().pace("kilometer", "day", "kilometer/hour") is None
