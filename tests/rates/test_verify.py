"""Which downloads are believed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factcheck.rates.download.rows import NotRates, Rows
from factcheck.rates.download.verify import verify

D = Decimal
MONDAY = date(2025, 3, 10)
CODES = [f"X{letter}{letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]


def rows(first: int, last: int, factor: str = "1", **other: str) -> Rows:
    """Twenty currencies on the days from Monday + first to Monday + last; `other` are single rates."""
    return Rows(
        {
            MONDAY + timedelta(n): {code: D(other.get(code, "2")) * D(factor) for code in CODES}
            for n in range(first, last + 1)
        }
    )


def believed(new: Rows, known: Rows) -> None:
    verify(new, known, MONDAY - timedelta(60), MONDAY + timedelta(60))


def refusal(new: Rows, known: Rows) -> str | None:
    """Why a download is refused; None where it is believed."""
    try:
        believed(new, known)
    except NotRates as problem:
        return str(problem)
    return None


def test_days_that_follow_and_agree_are_believed() -> None:
    assert refusal(rows(0, 9, "1.009"), rows(-9, 4)) is None
    assert refusal(rows(0, 9), Rows()) is None
    assert refusal(Rows(), rows(0, 9)) is None


def test_single_corrections_and_jumps_are_the_publishers_business() -> None:
    assert refusal(rows(0, 4, XAA="1.5", XBB="2.5"), rows(-9, 4)) is None  # a tenth
    assert refusal(rows(5, 9, XAA="2000", XBB="9"), rows(-9, 4)) is None


def test_another_table_is_not() -> None:
    with pytest.raises(NotRates) as problem:
        believed(rows(0, 4, "1.02"), rows(-9, 4))
    assert str(problem.value) == "XAA at 2.04 on 2025-03-10 does not agree with the rate that is known: 2"


def test_rates_the_other_way_round_are_seen_where_nothing_overlaps() -> None:
    with pytest.raises(NotRates) as problem:
        believed(rows(5, 9, "0.25"), rows(-9, 4))
    assert str(problem.value) == "XAA at 0.50 on 2025-03-15 is far from the rate before it: 2"


def test_rates_that_leap_among_themselves_are_not() -> None:
    with pytest.raises(NotRates, match=r"far from the rate before it"):
        believed(rows(0, 1).over(rows(2, 3, "1.6")), Rows())


def test_a_long_gap_is_no_leap() -> None:
    assert refusal(rows(40, 44, "1.6"), rows(-9, 4)) is None


def test_a_part_of_the_currencies_is_not_the_table() -> None:
    few = Rows({day: {code: rates[code] for code in CODES[:9]} for day, rates in rows(0, 4).items()})
    with pytest.raises(NotRates) as problem:
        believed(few, rows(-9, 4))
    assert str(problem.value) == "only 9 of the 20 currencies of the days before 2025-03-10"


def test_other_days_than_those_asked_for_are_not() -> None:
    with pytest.raises(
        NotRates, match=r"^rates of 2025-03-10, though those of 2025-03-11 to 2025-03-12 were asked for$"
    ):
        verify(rows(0, 1), Rows(), MONDAY + timedelta(1), MONDAY + timedelta(2))
    with pytest.raises(NotRates, match=r"^rates of 2025-03-20"):
        verify(rows(0, 10), Rows(), MONDAY, MONDAY + timedelta(2))
    verify(rows(0, 3), Rows(), MONDAY, MONDAY + timedelta(2))  # Kyiv's rates of tomorrow


@pytest.mark.parametrize("factor", ["1e-10", "1e13"])
def test_impossible_sizes_are_not(factor: str) -> None:
    with pytest.raises(NotRates, match=r"^XAA at .* on 2025-03-10$"):
        believed(rows(0, 0, factor), Rows())
