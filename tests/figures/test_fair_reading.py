"""How wide a fair reader takes a figure: the grain, the hedges, and the readings of the design (section 3)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_table import only, shown
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.reading import Openness, Reading, grain_of, interval_of

OPENNESS: tuple[Openness, ...] = ("open", "closed", "bounded", "tenth")
READINGS: tuple[Reading, ...] = ("wide", "sharp", "exact")


def read(text: str, reading: Reading = "wide", openness: Openness = "open") -> tuple[str, str]:
    """The interval of the one figure of a text, as plain decimals."""
    low, high = only(text).interval(reading, openness)
    return shown(low) if low.is_finite() else "-∞", shown(high) if high.is_finite() else "∞"


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("10,000 troops", "1000"),
        ("500,000 people", "10000"),
        ("1,250 people", "10"),
        ("20 people", "1"),
        ("5 people", "1"),
        ("300 people", "10"),
        ("1,234 people", "1"),
        ("1,000,000 people", "100000"),
        ("$13.5 billion", "100000000"),
        ("$13.50 billion", "10000000"),
        ("$13 billion", "1000000000"),
        ("$100 billion", "1000000000"),
        ("$4.99", "0.01"),
        ("$5", "1"),
        ("$1,000", "100"),
        ("63 cents", "0.01"),
        ("20%", "1"),
        ("100%", "1"),
        ("3.25 percent", "0.01"),
        ("25 basis points", "0.01"),
        ("1.5 percentage points", "0.1"),
        ("half a million euros", "100000"),
        ("two and a half million euros", "100000"),
        ("a million dollars", "1000000"),
        ("₹3 lakh crore", "1000000000000"),
        ("₹2.5 crore", "1000000"),
        ("250 MSEK", "1000000"),
        ("3 dollars 50 cents", "0.01"),
    ],
)
def test_grain(text: str, grain: str) -> None:
    assert only(text).grain == Decimal(grain)


@pytest.mark.parametrize("year", ["2020", "1900"])
def test_years_have_the_grain_of_the_last_digit(year: str) -> None:
    assert only(f"in {year}").grain == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$13.5 billion", "13450000000", "13550000000"),
        ("exactly $5 million", "4500000", "5500000"),
        ("precisely 40 people", "39.5", "40.5"),
        ("about $5 million", "4000000", "6000000"),
        ("around $5 million", "4000000", "6000000"),
        ("some $5 million", "4000000", "6000000"),
        ("roughly $5 million", "4000000", "6000000"),
        ("approximately $5 million", "4000000", "6000000"),
        ("~$5 million", "4000000", "6000000"),
        ("≈ $5 million", "4000000", "6000000"),
        ("nearly $5 million", "4000000", "5000000"),
        ("almost $5 million", "4000000", "5000000"),
        ("just under $5 million", "4000000", "5000000"),
        ("close to $5 million", "4000000", "5000000"),
        ("just over $5 million", "5000000", "6000000"),
        ("a little more than $5 million", "5000000", "6000000"),
        ("more than $5 million", "5000000", "∞"),
        ("over $5 million", "5000000", "∞"),
        ("at least $5 million", "5000000", "∞"),
        ("upwards of $5 million", "5000000", "∞"),
        ("500+ people", "500", "∞"),
        ("less than $5 million", "-∞", "5000000"),
        ("under $5 million", "-∞", "5000000"),
        ("fewer than 40 people", "-∞", "40"),
        ("up to $5 million", "-∞", "5000000"),
        ("as much as $5 million", "-∞", "5000000"),
        ("at most $5 million", "-∞", "5000000"),
        ("$1.2–1.5bn", "1150000000", "1550000000"),
        ("between £3m and £4m", "2500000", "4500000"),
        ("about 10 to 12 percent", "9", "13"),
        ("20%", "19.5", "20.5"),
        ("$4.99", "4.985", "4.995"),
        ("10,000 troops", "9500", "10500"),
    ],
)
def test_wide(text: str, low: str, high: str) -> None:
    assert read(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("€5 million", "4950000", "5050000"),
        ("$1 billion", "950000000", "1050000000"),  # 1.0 billion
        ("$13.5 billion", "13450000000", "13550000000"),
        ("$20", "19.5", "20.5"),
        ("$7", "6.95", "7.05"),
        ("about €5 million", "4900000", "5100000"),
        ("more than €5 million", "5000000", "∞"),
        ("between €2m and €3m", "1950000", "3050000"),
    ],
)
def test_sharp(text: str, low: str, high: str) -> None:
    assert read(text, "sharp") == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("€5 million", "5000000", "5000000"),
        ("37 people", "37", "37"),
        ("between €2m and €3m", "2000000", "3000000"),
        ("nearly 37 people", "36", "37"),
    ],
)
def test_exact(text: str, low: str, high: str) -> None:
    assert read(text, "exact") == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than $7m", "6500000", "7500000"),
        ("up to €500,000", "495000", "505000"),
        ("about $7m", "6000000", "8000000"),
        ("nearly $7m", "6000000", "7000000"),
    ],
)
def test_closed_hedges_govern_both_sides_of_a_conversion(text: str, low: str, high: str) -> None:
    assert read(text, "wide", "closed") == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 37 people", "37", "38"),
        ("more than 1,000 people", "1000", "1100"),
        ("fewer than 1,000 people", "900", "1000"),
        ("up to $5 million", "4900000", "5000000"),
        ("over $13.5 billion", "13500000000", "14500000000"),
        ("about 37 people", "36", "38"),
        ("37 people", "36.5", "37.5"),
    ],
)
def test_bounded_hedges_reach_one_second_figure_grain(text: str, low: str, high: str) -> None:
    assert read(text, "wide", "bounded") == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than $50 million", "50000000", "55000000"),
        ("up to $50 million", "45000000", "50000000"),
        ("nearly $50 million", "49000000", "50000000"),
        ("$50 million", "49500000", "50500000"),
    ],
)
def test_a_hedge_on_the_converted_amount_alone_reaches_a_tenth(text: str, low: str, high: str) -> None:
    assert read(text, "wide", "tenth") == (low, high)


def test_the_ends_of_a_range_as_figures() -> None:
    figure = only("about $1.2–1.5bn")
    low, high = figure.at_end(0), figure.at_end(1)
    assert (low.value, high.value) == (Decimal(1_200_000_000), Decimal(1_500_000_000))
    assert {(end.text, end.start, end.end, end.currency, end.hedge) for end in (low, high)} == {
        ("$1.2–1.5bn", 6, 16, "USD", "about")
    }
    assert (low.ends, high.ends) == (None, None)


def test_low_and_high_are_none_where_open() -> None:
    more, less = only("more than 40 people"), only("fewer than 40 people")
    assert (more.low, more.high) == (Decimal(40), None)
    assert (less.low, less.high) == (None, Decimal(40))


@pytest.mark.parametrize(
    ("text", "hedge", "outer"),
    [
        ("It paid just over $5 million.", "just over", "just over $5 million"),
        ("It paid no\nmore than €40.", "less than", "no\nmore than €40"),
        ("It paid an estimated C$4m.", "about", "an estimated C$4m"),
        ("It paid $5 million.", None, "$5 million"),
        ("A crowd of 500+ came.", "more than", "500+"),
    ],
)
def test_a_hedge_is_outside_of_the_span(text: str, hedge: str | None, outer: str) -> None:
    figure = only(text)
    assert figure.hedge == hedge
    assert text[figure.outer_start : figure.end] == outer
    assert outer.endswith(figure.text)


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from([None, "about", "nearly", "just over", "more than", "less than"]),
)
def test_every_reading_holds_the_printed_value(value: Decimal, hedge: str | None) -> None:
    grain = grain_of(format(value, "f"), Decimal(1))
    for reading in READINGS:
        for openness in OPENNESS:
            assert interval_of(value, grain, None, hedge, reading, openness).holds(value)


@given(st.decimals(min_value=1, max_value=10**12, places=2), st.integers(0, 9))
def test_sharp_is_never_wider_than_wide(value: Decimal, places: int) -> None:
    grain = Decimal(1).scaleb(places - 2)
    wide, sharp = (interval_of(value, grain, None, None, reading) for reading in ("wide", "sharp"))
    assert wide.low <= sharp.low
    assert sharp.high <= wide.high
