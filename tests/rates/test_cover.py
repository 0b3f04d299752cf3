"""Several sources written in the test: who answers for which days, and when they contradict each other."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest

from factcheck.rates.boc import stored as boc
from factcheck.rates.ecb import stored as ecb
from factcheck.rates.fixed import FixedSource
from factcheck.rates.nbp import stored as nbp
from factcheck.rates.nbu import stored as nbu
from factcheck.rates.parallel import SPELLS, several_rates
from factcheck.rates.pegs import PEGS
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window, default_book
from factcheck.rates.source import RateSource
from factcheck.rates.table import TableSource

D = Decimal
MONDAY = date(2025, 3, 3)
NBP = "Date,USD,CAD,NGN\n2025-03-12,3.84,2.67,0.0025\n2025-03-13,3.85,2.67,\n2025-03-14,3.85,2.67,N/A\n"


class Read(TableSource):
    """A table that tells whether it was read."""

    was_read = False

    def quotes(self, currency: str, first: date, last: date) -> object:
        self.was_read = True
        return super().quotes(currency, first, last)


def table(name: str, rates: dict[int, str], step: int = 1, contestable: bool = False, rest: str = "7.46") -> Read:
    """Dollars per euro by days from Monday 3 March 2025; `rest` is a second currency."""
    rows = [f"{MONDAY + timedelta(day)},{rate},{rest}" for day, rate in rates.items()]
    return Read(lambda: "\n".join(["Date,USD,DKK", *rows]), name, step=step, contestable=contestable)


def weekdays(rate: str, first: int, last: int) -> dict[int, str]:
    return {day: rate for day in range(first, last + 1) if day % 7 < 5}


def ask(sources: list[Read], day: int, quote: str = "USD") -> RateAnswer | NoRate:
    asked = MONDAY + timedelta(day)
    return RateBook(sources).rate("EUR", quote, Window.around(asked), asked)


def test_a_source_that_ended_does_not_hide_one_that_goes_on() -> None:
    rows = weekdays("1.00", -28, 2) | weekdays("", 3, 40)  # its other currency goes on
    ended, goes_on = table("ECB", rows), table("NBP", weekdays("1.30", -28, 40))
    found = ask([ended, goes_on], 4)  # the first still has four days of the window
    assert isinstance(found, RateAnswer)
    assert (found.source, found.point, found.day) == ("NBP", D("1.30"), MONDAY + timedelta(4))
    assert (found.low, found.high) == (D("1.00"), D("1.30"))
    before = ask([ended, goes_on], -10)
    assert isinstance(before, RateAnswer)
    assert (before.source, before.low, before.high) == ("ECB", D("1.00"), D("1.00"))


def test_nor_one_that_begins_later_or_pauses() -> None:
    broken = table("ECB", weekdays("1.00", -28, -20) | weekdays("1.00", 7, 28))
    full = table("NBP", weekdays("1.10", -40, 40))
    for day, source in ((-25, "ECB"), (-12, "NBP"), (0, "NBP"), (20, "ECB")):
        found = ask([broken, full], day)
        assert isinstance(found, RateAnswer)
        assert found.source == source, day
    whole = RateBook([broken, full]).series("EUR", "USD", MONDAY - timedelta(40), MONDAY + timedelta(40))
    assert len(whole) == len(weekdays("", -40, 40))
    assert [rate for _, rate in whole].count(D("1.00")) == 23


def test_a_later_source_is_not_read_for_weekends_or_the_newest_days() -> None:
    first, second = table("ECB", weekdays("1.00", -28, 11)), table("NBP", weekdays("1.10", -28, 11))
    for day in (-20, 0, 5, 6, 11, 12, 13):
        found = ask([first, second], day)
        assert isinstance(found, RateAnswer)
        assert found.source == "ECB"
    late = ask([first, second], 21)  # ten days after the newest
    assert isinstance(late, RateAnswer)
    assert (late.source, late.day) == ("ECB", MONDAY + timedelta(11))
    assert not second.was_read


def test_a_slower_source_fills_a_gap_only_with_a_sample_inside_of_it() -> None:
    daily = table("ECB", weekdays("1.00", -28, 4))
    weekly = table("NBP", dict.fromkeys(range(-25, 30, 7), "1.02"), step=7)
    monthly = table("HMRC", {-20: "1.50", 4: "1.50"}, step=31)
    found = ask([daily, monthly], 10)
    assert isinstance(found, RateAnswer)
    assert (found.source, found.high) == ("ECB", D("1.00"))
    found = ask([daily, weekly], 10)
    assert isinstance(found, RateAnswer)
    assert (found.source, found.day, found.high) == ("NBP", MONDAY + timedelta(10), D("1.02"))


@pytest.mark.parametrize(
    ("other", "margin"),
    [
        ("1.00", "0.01"),
        ("1.009", "0.01"),
        ("1.03", "0.04"),  # 1 % and the 3 % between them
        ("0.97", "0.04"),
        ("1.06", None),
        ("0.90", None),
    ],
)
def test_contestable_sources_are_compared(other: str, margin: str | None) -> None:
    ours = table("NBP", weekdays("1.00", -28, 40), contestable=True)
    theirs = table("HMRC", {-5: other, 9: other}, step=31, contestable=True)
    found = ask([ours, theirs], 4)
    if margin is None:
        assert found == NoRate("NBP and HMRC disagree on EUR/USD")
    else:
        assert isinstance(found, RateAnswer)
        assert round(found.margin, 2) == D(margin)
        assert found.interval.holds(D(other))


def test_what_is_not_contestable_stands() -> None:
    ours = table("ECB", weekdays("1.00", -28, 40))
    theirs = table("HMRC", {-5: "2", 9: "2"}, step=31, contestable=True)
    found = ask([ours, theirs], 4)
    assert isinstance(found, RateAnswer)
    assert found.margin == D("0.01")
    assert not theirs.was_read


def test_over_a_year_both_of_two_that_disagree_are_possible() -> None:
    ours = table("NBP", weekdays("1.00", -28, 300), contestable=True)
    theirs = table("HMRC", {day: "1.00" if day else "1.20" for day in range(-28, 300, 28)}, step=31, contestable=True)
    found = RateBook([ours, theirs]).rate("EUR", "USD", Window(MONDAY - timedelta(20), MONDAY + timedelta(200)))
    assert isinstance(found, RateAnswer)
    assert (found.low, found.high, found.point) == (D("1.00"), D("1.20"), D("1.00"))


def test_a_point_that_stands_out_is_saved_by_another_source() -> None:
    """A currency fell for a day and came back: both tables have it, so it is no slip."""
    spike = weekdays("1.00", -28, 28) | {2: "1.60"}
    one, other = table("one", spike), table("other", spike)
    assert dict(RateBook([one]).series("EUR", "USD", MONDAY, MONDAY + timedelta(4))).get(MONDAY + timedelta(2)) is None
    assert D("1.60") in dict(RateBook([one, other]).series("EUR", "USD", MONDAY, MONDAY + timedelta(4))).values()


def test_a_first_point_that_another_source_gainsays_is_bad() -> None:
    slipped = weekdays("1.00", 0, 28) | {0: "1000"}
    one, other = table("one", slipped), table("other", weekdays("1.00", -28, 28))
    alone = RateBook([one]).series("EUR", "USD", MONDAY, MONDAY + timedelta(4))
    assert alone[0] == (MONDAY, D(1000))
    together = RateBook([one], others=[one, other]).series("EUR", "USD", MONDAY, MONDAY + timedelta(4))
    assert together[0] == (MONDAY + timedelta(1), D("1.00"))


def test_the_band_of_a_peg_widens_what_a_source_without_the_currency_says() -> None:
    desk = RateBook([FixedSource({"USD/CAD": "1.44"})])
    found = desk.rate("USD", "HKD", Window.around(MONDAY), MONDAY)
    assert isinstance(found, RateAnswer)
    assert found.point == D("7.80")
    assert found.interval.holds(D("7.75"))
    assert found.interval.holds(D("7.85"))
    assert found.margin == D("0.01642")
    quoted = RateBook([FixedSource({"USD/HKD": "7.76"})]).rate("USD", "HKD", Window.around(MONDAY), MONDAY)
    assert isinstance(quoted, RateAnswer)
    assert quoted.margin == D("0.01")
    early = date(2004, 5, 5)
    assert desk.rate("CAD", "HKD", Window.around(early), early) == NoRate("no rate for HKD before 2005-05-18")
    with_ecb = default_book().rate("USD", "HKD", Window.around(MONDAY), MONDAY)
    assert isinstance(with_ecb, RateAnswer)
    assert (with_ecb.source, with_ecb.margin) == ("ECB", D("0.01"))


@pytest.mark.parametrize(
    ("stored", "text", "quote", "name", "point"),
    [
        (ecb, "Date,USD,CAD\n2025-03-14,1.0889,1.5691\n", "CAD", "ECB", "1.4410"),
        (nbu, "Date,USD,CAD\n2025-03-14,41.5,28.8\n", "UAH", "NBU", "41.5"),
        (nbu, "Date,USD,CAD\n2025-03-14,41.5,28.8\n", "CAD", "NBU", "1.4410"),
        (boc, "Date,USD,EUR\n2025-03-14,1.4400,1.5690\n", "CAD", "Bank of Canada", "1.44"),
        (nbp, NBP, "CAD", "NBP", "1.4419"),
        (nbp, NBP, "PLN", "NBP", "3.85"),
    ],
)
def test_stored_tables_of_each_publisher(
    stored: Callable[[Callable[[], str]], Sequence[RateSource]], text: str, quote: str, name: str, point: str
) -> None:
    """Each in its own direction: units per euro, or the home currency per unit."""
    day = date(2025, 3, 14)
    found = RateBook(stored(lambda: text)).rate("USD", quote, Window.around(day), day)
    assert isinstance(found, RateAnswer)
    assert (found.source, round(found.point, 4), found.margin) == (name, D(point), D("0.01"))


def test_both_of_nbps_tables_in_one_stored_text() -> None:
    day = date(2025, 3, 14)
    weekly = RateBook(nbp(lambda: NBP)).rate("USD", "NGN", Window.around(day), day)
    assert isinstance(weekly, RateAnswer)
    assert (weekly.point, weekly.margin, weekly.day) == (D(1536), D("0.02"), date(2025, 3, 12))


def test_the_order_of_the_default_book() -> None:
    book = default_book()
    assert [source.name for source in book.sources] == ["ECB", "NBP", "NBP", "NBP", "HMRC"]
    assert default_book() is book


def test_pegs_and_spells_are_well_formed() -> None:
    for currency, peg in PEGS.items():
        assert peg.anchor != currency
        assert 0 <= peg.band < D("0.02")
        assert peg.anchor not in SPELLS
    for currency, spells in SPELLS.items():
        assert all(spell.first <= spell.last and spell.why for spell in spells), currency
    day = date(2024, 6, 5)
    assert several_rates("USD", "VES", day, day) == "VES"
    assert several_rates("ARS", "USD", date(2018, 1, 1), date(2019, 8, 31)) is None
    assert several_rates("ARS", "USD", date(2018, 1, 1), date(2019, 9, 1)) == "ARS"
