"""Pegged, replaced and redenominated currencies."""

from datetime import date
from decimal import Decimal

import pytest

from factcheck.rates.ecb import bundled
from factcheck.rates.fixed import FixedSource
from factcheck.rates.pegs import PEGS
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window, default_book

D = Decimal
DAY = date(2025, 3, 14)


def rate(base: str, quote: str, day: date = DAY, book: RateBook | None = None) -> RateAnswer:
    found = (book or default_book()).rate(base, quote, Window.around(day), day)
    assert isinstance(found, RateAnswer), found
    return found


def test_a_peg_crosses_at_its_anchors_rate_of_the_day() -> None:
    dirham, dollar = rate("AED", "GBP"), rate("USD", "GBP")
    assert abs(dirham.point - dollar.point / D("3.6725")) < D("1e-25")
    assert abs(dirham.low - dollar.low / D("3.6725")) < D("1e-25")
    assert (dirham.day, dirham.source) == (dollar.day, "ECB")


@pytest.mark.parametrize(
    ("base", "quote", "point"),
    [
        ("USD", "AED", "3.6725"),
        ("USD", "SAR", "3.75"),
        ("OMR", "USD", "2.6008"),
        ("BHD", "SAR", "9.9734"),
        ("USD", "JOD", "0.709"),
        ("EUR", "XOF", "655.957"),
        ("XAF", "XOF", "1"),
        ("EUR", "BAM", "1.95583"),
        ("DEM", "FRF", "3.3539"),
        ("EUR", "DEM", "1.95583"),
        ("EUR", "HRK", "7.5345"),
        ("TRY", "TRL", "1000000"),
        ("RON", "ROL", "10000"),
    ],
)
def test_fixed_pairs(base: str, quote: str, point: str) -> None:
    expected = D(point)
    found = rate(base, quote)
    assert round(found.point, -int(expected.as_tuple().exponent)) == expected
    assert found.interval.holds(expected)


def test_pairs_that_pegs_settle_need_no_day_in_the_data() -> None:
    late = date(2031, 5, 5)
    found = rate("DEM", "EUR", late)
    assert (round(found.point, 6), found.day, found.source) == (D("0.511292"), late, "fixed parity")
    assert default_book().rate("DEM", "USD", Window.around(late), late) == NoRate("newest rate 2026-10-30")


def test_a_legacy_currency_before_its_fixing_is_unknown() -> None:
    early = date(1998, 5, 5)
    assert default_book().rate("DEM", "EUR", Window.around(early), early) == NoRate("no rate for DEM before 1999-01-04")
    drachma = date(2000, 6, 1)  # the ECB's file begins with the drachma already replaced
    assert isinstance(RateBook([bundled()]).rate("GRD", "USD", Window.around(drachma), drachma), NoRate)
    assert round(rate("EUR", "GRD", drachma).point) == 337  # in NBP's table A, before it was fixed at 340.75


@pytest.mark.parametrize(
    ("currency", "entry"), [("HRK", date(2023, 1, 1)), ("BGN", date(2026, 1, 1)), ("EEK", date(2011, 1, 1))]
)
def test_a_retired_currency_goes_on_at_its_conversion_rate(currency: str, entry: date) -> None:
    before = rate("EUR", currency, date(entry.year - 1, 6, 15))
    across = rate("EUR", currency, entry.replace(day=5))
    after = rate("EUR", currency, entry.replace(month=6))
    assert before.interval.holds(PEGS[currency].rate)
    assert across.first < entry <= across.last
    assert across.point == after.point == after.low == after.high == PEGS[currency].rate
    assert rate(currency, "USD", entry.replace(month=6)).first > entry


def test_whole_range_runs_through_the_change() -> None:
    lev = default_book().whole_range("BGN", "USD")
    euro = default_book().whole_range("EUR", "USD")
    assert isinstance(lev, RateAnswer)
    assert isinstance(euro, RateAnswer)
    assert (lev.first, lev.last) == (euro.first, euro.last)


def test_a_peg_follows_the_users_own_rate_of_its_anchor() -> None:
    desk = RateBook([FixedSource({"USD/CAD": "1.44"}), *default_book().sources])
    assert rate("AED", "CAD", book=desk).source == "fixed"
    assert rate("CAD", "AED", book=desk).point == D("3.6725") / D("1.44")
    own = RateBook([FixedSource({"USD/AED": "3.67"})])
    assert rate("USD", "AED", book=own).point == D("3.67")


def test_every_peg_has_a_source_and_agrees_with_the_ecb_where_both_exist() -> None:
    for currency, peg in PEGS.items():
        assert peg.source
        quoted = default_book().sources[0].quotes(currency, date(peg.since.year - 1, 11, 1), peg.since)
        for _, per_euro in quoted[-1:]:
            if peg.anchor == "EUR":
                assert abs(per_euro / peg.rate - 1) < D("0.001"), currency
