"""A true conversion, however a newsroom rounds it, is never flagged; one that is half as much again always is."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck

PAIRS = (
    ("miles", "km", "1.609344"), ("feet", "meters", "0.3048"), ("meters", "feet", "3.2808399"),
    ("acres", "hectares", "0.40468564"), ("hectares", "acres", "2.4710538"), ("pounds", "kilograms", "0.45359237"),
    ("kg", "lb", "2.2046226"), ("inches", "centimeters", "2.54"), ("mph", "kph", "1.609344"),
    ("square miles", "square kilometers", "2.58998811"), ("tonnes", "tons", "1.1023113"), ("knots", "mph", "1.1507794"),
    ("litres", "gallons", "0.2199692"),
)  # fmt: skip
ROUND = (50, 100, 150, 200, 250, 300, 500, 600, 1_000, 1_200, 1_500, 2_000, 5_000, 12_000, 30_000, 450_000)
values = st.one_of(
    st.integers(1, 400).map(Decimal),
    st.integers(10, 400).map(lambda n: Decimal(n) / 10),
    st.sampled_from(ROUND).map(Decimal),
)


def printed(value: Decimal) -> str:
    return f"{value:,f}" if value == value.to_integral_value() else f"{value.normalize():,f}"


@given(st.sampled_from(PAIRS), values, st.sampled_from(["2 digits", "3 digits", "whole", "fives", "tens"]))
@settings(max_examples=150, deadline=None)
def test_a_true_conversion_is_silent(pair: tuple[str, str, str], value: Decimal, rounding: str) -> None:
    unit, other, factor = pair
    exact = value * Decimal(factor)
    steps = {
        "2 digits": Decimal(1).scaleb(exact.adjusted() - 1),
        "3 digits": Decimal(1).scaleb(exact.adjusted() - 2),
        "whole": Decimal(1),
        "fives": Decimal(5 if exact > 15 else 1),
        "tens": Decimal(10 if exact > 50 else 1),
    }
    converted = (exact / steps[rounding]).to_integral_value() * steps[rounding]
    if converted:
        assert factcheck.check(f"They measured {printed(value)} {unit} ({printed(converted)} {other}) there.") == []


@given(st.sampled_from(PAIRS), st.integers(21, 999))
@settings(max_examples=100, deadline=None)
def test_half_as_much_again_is_found(pair: tuple[str, str, str], value: int) -> None:
    unit, other, factor = pair
    wrong = (value * Decimal(factor) * Decimal("1.5")).quantize(Decimal("0.1"))
    found = factcheck.check(f"They measured {value} {unit} ({printed(wrong)} {other}) there.")
    assert [finding.code for finding in found] == ["UNI101"]


@given(st.integers(-60, 130))
@settings(max_examples=60, deadline=None)
def test_temperatures_and_differences(degrees: int) -> None:
    fahrenheit = round(degrees * 1.8 + 32)
    assert (
        factcheck.check(f"Temperatures of {degrees}C ({fahrenheit}F) were felt, and it was {degrees}C ({fahrenheit}F).")
        == []
    )
    if degrees > 0:
        assert factcheck.check(f"It was {degrees}C ({round(degrees * 1.8)}F) warmer than before.") == []
        found = factcheck.check(f"It was {degrees}C ({fahrenheit}F) warmer than before.")
        assert [finding.code for finding in found] == ["UNI102"]
