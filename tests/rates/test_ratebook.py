"""The embedded history: which rate, of which day, over which window, and when there is none."""

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal

import pytest

from factcheck.figures.interval import Interval
from factcheck.rates.ecb import bundled
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window, default_book

D = Decimal
NEWEST = date(2026, 10, 30)


@pytest.fixture
def book() -> RateBook:
    return default_book()


@pytest.fixture(scope="module")
def ecb() -> RateBook:
    """The ECB alone, which lacks what the other sources have."""
    return RateBook([bundled()])


def around(book: RateBook, base: str, quote: str, day: str) -> RateAnswer | NoRate:
    asked = date.fromisoformat(day)
    return book.rate(base, quote, Window.around(asked), asked)


def answer(book: RateBook, base: str, quote: str, day: str) -> RateAnswer:
    found = around(book, base, quote, day)
    assert isinstance(found, RateAnswer), found
    return found


def reason(book: RateBook, base: str, quote: str, day: str) -> str:
    found = around(book, base, quote, day)
    assert isinstance(found, NoRate), found
    return found.reason


@pytest.mark.parametrize(
    ("base", "quote", "day", "point"),
    [
        ("CAD", "USD", "2025-03-14", "0.69396"),
        ("CAD", "USD", "2025-04-29", "0.72228"),
        ("EUR", "USD", "1999-01-04", "1.17890"),
        ("EUR", "USD", "2026-10-30", "1.11720"),
    ],
)
def test_known_rates(book: RateBook, base: str, quote: str, day: str, point: str) -> None:
    found = answer(book, base, quote, day)
    assert round(found.point, 5) == D(point)
    assert found.day == date.fromisoformat(day)
    assert found.source == "ECB"


def test_window_is_a_week_back_and_a_day_ahead(book: RateBook) -> None:
    found = answer(book, "EUR", "USD", "2025-03-14")
    rates = dict(book.series("EUR", "USD", date(2025, 3, 7), date(2025, 3, 15)))
    assert (found.first, found.last) == (date(2025, 3, 7), date(2025, 3, 14))
    assert (found.low, found.high) == (min(rates.values()), max(rates.values()))
    assert found.interval == Interval(found.low * D("0.99"), found.high * D("1.01"))


@pytest.mark.parametrize(
    ("day", "spoken"),
    [
        ("2025-03-16", "2025-03-14"),  # a Sunday
        ("2025-04-21", "2025-04-17"),  # Easter Monday, after Good Friday
        ("1999-01-03", "1999-01-04"),  # nothing before it: the nearest in the window
    ],
)
def test_a_day_without_a_rate_takes_the_last_known(book: RateBook, day: str, spoken: str) -> None:
    assert answer(book, "USD", "GBP", day).day == date.fromisoformat(spoken)


def test_a_jump_inside_the_window_widens_the_answer(book: RateBook) -> None:
    calm, fall = answer(book, "USD", "TRY", "2021-06-15"), answer(book, "USD", "TRY", "2021-12-22")
    assert calm.high / calm.low < D("1.03")
    assert fall.high / fall.low > D("1.3")  # 17.5 on 20 December 2021, 12 two days later
    assert fall.interval.low < D(13)
    assert fall.interval.high > D(17)


@pytest.mark.parametrize("days", [1, 5, 9, 10])
def test_the_last_known_rate_serves_ten_days(book: RateBook, days: int) -> None:
    found = answer(book, "EUR", "USD", (NEWEST + timedelta(days)).isoformat())
    assert (found.day, found.point) == (NEWEST, D("1.1172"))


@pytest.mark.parametrize("days", [11, 30, 400])
def test_after_ten_days_it_is_unknown(book: RateBook, days: int) -> None:
    assert reason(book, "EUR", "USD", (NEWEST + timedelta(days)).isoformat()) == "newest rate 2026-10-30"


def test_a_longer_window_does_not_stretch_a_rate_further(book: RateBook) -> None:
    late = NEWEST + timedelta(20)
    assert book.rate("EUR", "USD", Window.month_before(late), late) == NoRate("newest rate 2026-10-30")


@pytest.mark.parametrize(
    ("base", "day", "words"),
    [
        ("XYZ", "2025-03-14", "no rate for XYZ"),
        ("USD", "1998-12-20", "no rate for USD before 1999-01-04"),
        ("BRL", "2003-05-05", "no rate for BRL before 2008-01-02"),
        ("RUB", "2024-01-10", "no rate for RUB after 2022-03-01"),
        ("RUB", "2027-01-10", "no rate for RUB after 2022-03-01"),
        ("ISK", "2012-05-05", "no rate for the day"),  # the ECB paused the króna from 2008 to 2018
        ("USD", "0001-01-01", "no rate for USD before 1999-01-04"),
        ("USD", "9999-12-31", "newest rate 2026-10-30"),
    ],
)
def test_reasons(ecb: RateBook, base: str, day: str, words: str) -> None:
    assert reason(ecb, base, "GBP", day) == words


def test_the_last_roubles_are_not_stretched(ecb: RateBook) -> None:
    assert answer(ecb, "USD", "RUB", "2022-03-11").day == date(2022, 3, 1)
    assert reason(ecb, "USD", "RUB", "2022-03-12") == "no rate for RUB after 2022-03-01"
    late = date(2022, 3, 20)
    assert isinstance(ecb.rate("USD", "RUB", Window.month_before(late), late), NoRate)


def test_the_same_currency_is_exactly_one(book: RateBook) -> None:
    found = answer(book, "CAD", "CAD", "2031-01-01")
    assert found.interval == Interval.point(1)
    assert found.point == 1


def test_a_named_year_and_a_day_outside_of_it(book: RateBook) -> None:
    found = book.rate("EUR", "USD", Window.year(2019), date(2025, 3, 14))
    assert isinstance(found, RateAnswer)
    assert (found.first, found.last, found.day) == (date(2019, 1, 2), date(2019, 12, 31), date(2019, 12, 31))
    assert found.low == D("1.0889")
    assert found.high == D("1.1535")


def test_the_unfinished_year_holds_what_is_known(book: RateBook) -> None:
    found = book.rate("EUR", "USD", Window.year(2026))
    assert isinstance(found, RateAnswer)
    assert found.last == NEWEST


def test_windows() -> None:
    day = date(2025, 3, 14)
    assert Window.around(day) == (date(2025, 3, 7), date(2025, 3, 15))
    assert Window.month_before(day) == (date(2025, 2, 11), date(2025, 3, 15))
    assert Window.year(2024) == (date(2024, 1, 1), date(2024, 12, 31))
    assert Window.around(date.max).last == date.max
    assert Window.month_before(date.min).first == date.min


def test_whole_range_of_the_last_years(book: RateBook, ecb: RateBook) -> None:
    found = book.whole_range("USD", "TRY")
    assert isinstance(found, RateAnswer)
    assert (found.first, found.last) == (date(2021, 11, 1), NEWEST)
    rates = [rate for _, rate in book.series("USD", "TRY", found.first, found.last)]
    assert (found.low, found.high) == (min(rates), max(rates))
    earlier = book.whole_range("EUR", "USD", years=1, until=date(2001, 1, 1))
    assert isinstance(earlier, RateAnswer)
    assert earlier.low == D("0.8252")
    assert ecb.whole_range("USD", "RUB") == NoRate("no rate for RUB after 2022-03-01")


def test_series_is_oldest_first_and_without_gaps_filled(book: RateBook) -> None:
    series = book.series("EUR", "USD", date(2025, 3, 13), date(2025, 3, 18))
    assert [day.day for day, _ in series] == [13, 14, 17, 18]
    assert book.series("EUR", "XYZ", date(2025, 3, 13), date(2025, 3, 18)) == []


def test_last_fitting_names_the_day_of_a_stale_rate(book: RateBook) -> None:
    draft = date(2025, 3, 14)
    wanted = Interval(D("0.745"), D("0.755"))
    found = book.last_fitting("CAD", "USD", wanted, draft)
    rates = book.series("CAD", "USD", date(1999, 1, 1), draft)
    fits = [day for day, rate in rates if Interval(rate * D("0.99"), rate * D("1.01")).meets(wanted)]
    assert found == fits[-1]
    assert book.last_fitting("CAD", "USD", wanted, draft, not_before=date(2025, 1, 1)) is None
    assert book.last_fitting("CAD", "USD", wanted, draft, not_before=found) == found
    assert book.last_fitting("CAD", "USD", Interval(D(5), D(6)), draft) is None
    assert book.last_fitting("CAD", "USD", Interval(D("-Infinity"), D("Infinity")), draft) == draft
    assert book.last_fitting("CAD", "XYZ", wanted, draft) is None


def test_newest(book: RateBook) -> None:
    assert book.newest == NEWEST


def test_the_package_with_the_data_is_not_imported() -> None:
    code = (
        "import sys; from datetime import date; from factcheck.rates.ratebook import Window, default_book\n"
        "day = date(2025, 3, 14)\n"
        "assert default_book().rate('CAD', 'USD', Window.around(day), day).point\n"
        "print('currency_converter' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
