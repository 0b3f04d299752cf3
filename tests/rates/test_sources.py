"""Tables written in the test: bad points, gaps, order, sources that are not daily."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window
from factcheck.rates.table import TableSource

D = Decimal
MONDAY = date(2025, 3, 3)


def table(*rates: str, name: str = "ECB", step: int = 1) -> TableSource:
    """Dollars per euro on successive days from Monday 3 March 2025, written newest first as the ECB does."""
    rows = [f"{MONDAY + timedelta(place * step)},{rate},7.46," for place, rate in enumerate(rates)]
    source = TableSource(lambda: "\n".join(["Date,USD,DKK,", *reversed(rows), ""]), name)
    source.step = step
    return source


def rate(source: TableSource, day: date) -> RateAnswer | NoRate:
    return RateBook([source]).rate("EUR", "USD", Window.around(day), day)


def days(*places: int) -> list[date]:
    return [MONDAY + timedelta(place) for place in places]


@pytest.mark.parametrize(
    ("rates", "used"),
    [
        (["1.08", "1.09", "10.9", "1.08", "1.09"], [0, 1, 3, 4]),  # a slipped point
        (["1.08", "1.09", "0.8", "1.08"], [0, 1, 3]),
        (["1.08", "1.09", "1.29", "1.08"], [0, 1, 2, 3]),  # 19 %: large, yet a move
        (["1.08", "1.09", "1.6", "1.6", "1.6"], [0, 1, 2, 3, 4]),  # a devaluation stays
        (["1.08", "1.09", "1.6", "1.3", "1.3"], [0, 1, 2, 3, 4]),  # the neighbours do not agree
        (["1.08", "1.09", "9"], [0, 1, 2]),  # the newest has one neighbour only
        (["1.08", "N/A", "9", "", "1.08"], [0, 4]),  # neighbours are the nearest known days
    ],
)
def test_bad_points_are_not_used(rates: list[str], used: list[int]) -> None:
    series = RateBook([table(*rates)]).series("EUR", "USD", MONDAY, MONDAY + timedelta(9))
    assert [day for day, _ in series] == days(*used)


def test_a_bad_point_is_seen_from_outside_the_window() -> None:
    source = table("1.08", "1.09", "10.9", "1.08", "1.09")
    bad = MONDAY + timedelta(2)
    assert RateBook([source]).series("EUR", "USD", bad, bad) == []
    found = RateBook([source]).rate("DKK", "USD", Window(bad, bad + timedelta(1)), bad)
    assert isinstance(found, RateAnswer)
    assert found.day == bad + timedelta(1)


def test_rows_in_any_order_and_line_ending() -> None:
    text = "Date,USD\r\n2025-03-03,1.05\r\n2025-03-05,1.07\r\n2025-03-04,1.06\r\n"
    source = TableSource(lambda: text, "desk")
    assert source.newest == date(2025, 3, 5)
    assert source.span("USD") == (date(2025, 3, 3), date(2025, 3, 5))
    assert [rate for _, rate in source.quotes("USD", date.min, date.max)] == [D("1.05"), D("1.06"), D("1.07")]
    assert [rate for _, rate in source.quotes("EUR", date(2025, 3, 4), date(2025, 3, 4))] == [1]
    assert source.anchor("XYZ") is None


def test_an_empty_table_is_unknown() -> None:
    assert rate(TableSource(lambda: "Date,USD,\n", "ECB"), MONDAY) == NoRate("no rate for EUR")


def test_the_first_source_that_has_the_days_answers() -> None:
    desk, ecb = table("2.0", "2.0", name="desk"), table(*["1.08"] * 30)
    book = RateBook([desk, ecb])
    early, late = MONDAY + timedelta(1), MONDAY + timedelta(25)
    first = book.rate("EUR", "USD", Window.around(early), early)
    then = book.rate("EUR", "USD", Window.around(late), late)
    assert isinstance(first, RateAnswer)
    assert isinstance(then, RateAnswer)
    assert (first.source, then.source) == ("desk", "ECB")
    assert book.newest == MONDAY + timedelta(29)


def test_a_slow_source_adds_the_nearest_sample_on_each_side() -> None:
    monthly = table("1.00", "1.10", "1.20", "1.30", step=31)
    found = rate(monthly, MONDAY + timedelta(45))
    assert isinstance(found, RateAnswer)
    assert (found.low, found.high) == (D("1.10"), D("1.20"))
    assert found.day == MONDAY + timedelta(31)
    assert found.point == D("1.10")
