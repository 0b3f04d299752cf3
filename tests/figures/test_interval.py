"""The arithmetic of intervals: whatever lies in the operands lies in the result."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.figures.interval import INFINITY, Interval, Undefined

decimals = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6)
Inside = tuple[Interval, Decimal]


def between(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


@st.composite
def intervals(draw: st.DrawFn, open_sides: bool = False) -> Interval:
    low, high = sorted((draw(decimals), draw(decimals)))
    if open_sides:
        low = draw(st.sampled_from([low, -INFINITY]))
        high = draw(st.sampled_from([high, INFINITY]))
    return Interval(low, high)


@st.composite
def inside(draw: st.DrawFn, open_sides: bool = False) -> Inside:
    """An interval and one of its values."""
    interval = draw(intervals(open_sides))
    low = interval.low if interval.low.is_finite() else min(Decimal(-(10**15)), interval.high)
    high = interval.high if interval.high.is_finite() else max(Decimal(10**15), low)
    return interval, draw(st.decimals(min_value=low, max_value=high, places=6))


def contains(interval: Interval, value: Fraction) -> bool:
    """Membership in exact arithmetic."""
    above = not interval.low.is_finite() or Fraction(interval.low) <= value
    return above and (not interval.high.is_finite() or value <= Fraction(interval.high))


@pytest.mark.parametrize(
    ("a", "b", "meets", "at_most"),
    [
        (("1", "2"), ("2", "3"), True, True),  # closed: an end is inside
        (("2", "3"), ("1", "2"), True, True),
        (("1", "2"), ("2.0001", "3"), False, True),
        (("2.0001", "3"), ("1", "2"), False, False),
        (("1", "9"), ("3", "4"), True, True),
        (("-Infinity", "5"), ("5", "Infinity"), True, True),
        (("6", "Infinity"), ("-Infinity", "5"), False, False),
        (("6", "Infinity"), ("1000", "1000"), True, True),
    ],
)
def test_comparisons(a: tuple[str, str], b: tuple[str, str], meets: bool, at_most: bool) -> None:
    assert between(*a).meets(between(*b)) is meets
    assert between(*a).can_be_at_most(between(*b)) is at_most


@pytest.mark.parametrize(
    ("operation", "a", "b", "expected"),
    [
        (Interval.plus, ("1", "2"), ("10", "20"), ("11", "22")),
        (Interval.minus, ("1", "2"), ("10", "20"), ("-19", "-8")),
        (Interval.times, ("2", "3"), ("4", "5"), ("8", "15")),
        (Interval.times, ("-2", "3"), ("4", "5"), ("-10", "15")),
        (Interval.times, ("-3", "-2"), ("-5", "4"), ("-12", "15")),
        (Interval.times, ("0", "2"), ("3", "Infinity"), ("0", "Infinity")),
        (Interval.times, ("-1", "2"), ("-Infinity", "Infinity"), ("-Infinity", "Infinity")),
        (Interval.times, ("0", "0"), ("-Infinity", "Infinity"), ("0", "0")),
        (Interval.over, ("8", "12"), ("2", "4"), ("2", "6")),
        (Interval.over, ("-8", "12"), ("-4", "-2"), ("-6", "4")),
        (Interval.over, ("8", "12"), ("2", "Infinity"), ("0", "6")),
        (Interval.plus, ("1", "Infinity"), ("2", "3"), ("3", "Infinity")),
        (Interval.minus, ("1", "Infinity"), ("2", "Infinity"), ("-Infinity", "Infinity")),
        (Interval.hull, ("1", "2"), ("5", "6"), ("1", "6")),
        (Interval.hull, ("1", "Infinity"), ("-5", "6"), ("-5", "Infinity")),
    ],
)
def test_operations(
    operation: Callable[[Interval, Interval], Interval],
    a: tuple[str, str],
    b: tuple[str, str],
    expected: tuple[str, str],
) -> None:
    assert operation(between(*a), between(*b)) == between(*expected)


@pytest.mark.parametrize("divisor", [("-1", "1"), ("0", "5"), ("-5", "0"), ("0", "0"), ("-Infinity", "Infinity")])
def test_division_by_what_can_be_zero_is_undefined(divisor: tuple[str, str]) -> None:
    with pytest.raises(Undefined, match="division by a figure that can be zero"):
        between("1", "2").over(between(*divisor))


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (("4", "6"), ("3", "7")),
        (("-1", "2"), ("-2.5", "3.5")),
        (("5", "5"), ("5", "5")),
        (("5", "Infinity"), ("5", "Infinity")),
        (("-Infinity", "5"), ("-Infinity", "5")),
    ],
)
def test_doubled_keeps_the_centre(interval: tuple[str, str], expected: tuple[str, str]) -> None:
    assert between(*interval).doubled() == between(*expected)


def test_point_and_holds() -> None:
    assert Interval.point(3) == between("3", "3")
    assert between("1", "2").holds(Decimal(1))
    assert between("1", "2").holds(Decimal(2))
    assert not between("1", "2").holds(Decimal("2.01"))


@given(inside(open_sides=True), inside(open_sides=True))
def test_sums_and_products_hold_their_values(first: Inside, second: Inside) -> None:
    (a, x), (b, y) = first, second
    exact_x, exact_y = Fraction(x), Fraction(y)
    assert contains(a.plus(b), exact_x + exact_y)
    assert contains(a.minus(b), exact_x - exact_y)
    assert contains(a.times(b), exact_x * exact_y)


@given(inside(open_sides=True), inside())
def test_quotients_hold_their_values(first: Inside, second: Inside) -> None:
    (a, x), (b, y) = first, second
    assume(not b.low <= 0 <= b.high)
    assert contains(a.over(b), Fraction(x) / Fraction(y))


@given(intervals(), intervals(), intervals(), intervals())
def test_a_wider_operand_never_narrows_the_result(a: Interval, b: Interval, c: Interval, d: Interval) -> None:
    wide_a, wide_b = a.hull(c), b.hull(d)
    for operation in (Interval.plus, Interval.minus, Interval.times):
        narrow, wide = operation(a, b), operation(wide_a, wide_b)
        assert wide.low <= narrow.low
        assert narrow.high <= wide.high
    if not wide_b.low <= 0 <= wide_b.high:
        narrow, wide = a.over(b), wide_a.over(wide_b)
        assert wide.low <= narrow.low
        assert narrow.high <= wide.high


@given(inside(open_sides=True), inside(open_sides=True))
def test_the_hull_holds_both(first: Inside, second: Inside) -> None:
    (a, x), (b, y) = first, second
    hull = a.hull(b)
    assert hull == b.hull(a)
    assert hull.holds(x)
    assert hull.holds(y)
    assert (hull.low, hull.high) == (min(a.low, b.low), max(a.high, b.high))


@given(intervals(open_sides=True), intervals(open_sides=True))
def test_comparisons_agree_with_each_other(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.meets(b) == (a.can_be_at_most(b) and b.can_be_at_most(a))
    assert a.meets(a.hull(b))


@given(intervals(open_sides=True))
def test_doubling_never_loses_a_value(a: Interval) -> None:
    doubled = a.doubled()
    assert doubled.low <= a.low
    assert a.high <= doubled.high


def test_rounding_is_outward_where_digits_run_out() -> None:
    third = Interval.point(1).over(Interval.point(3))
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)
    far = Interval(Decimal(0), Decimal("1" + "0" * 35 + ".5")).doubled()
    assert Fraction(far.high) >= Fraction("1" + "0" * 35 + ".5") * 3 / 2
