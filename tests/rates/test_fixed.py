"""Rates given as a mapping, as in a rule's examples."""

from datetime import date
from decimal import Decimal

import pytest

from factcheck.figures.interval import Interval
from factcheck.rates.fixed import FixedSource
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window

D = Decimal
DAY = date(2025, 3, 14)


def rate(book: RateBook, base: str, quote: str, day: date = DAY) -> RateAnswer:
    found = book.rate(base, quote, Window.around(day), day)
    assert isinstance(found, RateAnswer), found
    return found


@pytest.mark.parametrize("written", [D("1.44"), "1.44", 1.44])
def test_one_pair_on_every_day(written: Decimal | str | float) -> None:
    book = RateBook([FixedSource({"USD/CAD": written})])
    for day in (date.min, DAY, date.max):
        found = rate(book, "USD", "CAD", day)
        assert (found.point, found.day, found.source) == (D("1.44"), day, "fixed")
        assert found.interval == Interval(D("1.4256"), D("1.4544"))
    assert round(rate(book, "CAD", "USD").point, 6) == D("0.694444")
    assert book.newest == date.max
    assert isinstance(book.whole_range("USD", "CAD"), RateAnswer)


def test_crosses_through_shared_currencies() -> None:
    book = RateBook([FixedSource({"USD/CAD": "1.44", "EUR/CAD": "1.56", "EUR/SEK": "11", "GBP/CHF": "1.1"})])
    assert rate(book, "EUR", "CAD").point == D("1.56")
    assert rate(book, "EUR", "SEK").point == D("11")
    assert round(rate(book, "USD", "SEK").point, 6) == D("10.153846")
    assert rate(book, "GBP", "CHF").point == D("1.1")
    assert book.rate("USD", "CHF", Window.around(DAY), DAY) == NoRate("no rate between USD and CHF")
    assert book.rate("USD", "JPY", Window.around(DAY), DAY) == NoRate("no rate for JPY")


def test_last_fitting_and_series() -> None:
    book = RateBook([FixedSource({"USD/CAD": "1.44"})])
    assert book.last_fitting("USD", "CAD", Interval(D("1.45"), D("1.5")), DAY) == DAY
    assert book.last_fitting("USD", "CAD", Interval(D("1.5"), D("1.6")), DAY) is None
    assert book.series("USD", "CAD", DAY, DAY) == [(DAY, D("1.44"))]


@pytest.mark.parametrize(
    ("rates", "words"),
    [
        ({"USDCAD": "1.44"}, "written USD/CAD"),
        ({"USD/USD": "1"}, "written USD/CAD"),
        ({"USD/CAD": "many"}, "not a number"),
        ({"USD/CAD": "0"}, "not above zero"),
        ({"USD/CAD": "NaN"}, "not above zero"),
        ({"USD/CAD": "1.44", "USD/EUR": "0.92", "EUR/CAD": "2"}, "through the other rates"),
        ({"USD/CAD": "1.44", "CAD/USD": "1.44"}, "through the other rates"),
    ],
)
def test_refused(rates: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        FixedSource(rates)
