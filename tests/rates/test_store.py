"""The local store: where it lies, how it reads, and what becomes of a file that is torn or foreign."""

from __future__ import annotations

import sys
import warnings
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import platformdirs
import pytest

from factcheck.rates.continued import Continued, with_stored
from factcheck.rates.ratebook import RateAnswer, RateBook, Window, default_book
from factcheck.rates.source import RateSource
from factcheck.rates.store import TABLES, DamagedStore, RatesWarning, read_table, sources, store_folder
from factcheck.rates.table import TableSource

D = Decimal
ECB, NBP, BOC, NBU = TABLES
FRIDAY = date(2025, 3, 14)


def by_name(folder: Path) -> dict[str, RateSource]:
    """The sources of a store by name, those of a week with a star."""
    return {source.name + {1: "", 7: "*"}[source.step]: source for source in sources(folder) if source.step <= 7}


def rate(source: RateSource, base: str, quote: str, day: date = FRIDAY) -> RateAnswer:
    found = RateBook([source]).rate(base, quote, Window(day, day), day)
    assert isinstance(found, RateAnswer)
    return found


def test_the_folder_is_that_of_the_environment_or_the_users_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_RATES_DIR", "/srv/rates")
    assert store_folder() == Path("/srv/rates")
    monkeypatch.delenv("FACTCHECK_RATES_DIR")
    for home in ("/tmp/data", "", None):
        if home is None:
            monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_DATA_HOME", home)
        assert store_folder() == platformdirs.user_data_path("factcheck") / "rates"


def test_no_folder_is_no_store_and_nothing_is_made(tmp_path: Path) -> None:
    assert sources(tmp_path / "rates") == []
    assert not (tmp_path / "rates").exists()
    assert sources(tmp_path) == []


def test_each_table_reads_in_its_own_unit(tmp_path: Path) -> None:
    (tmp_path / "ecb.csv").write_text("Date,USD,CAD\n2025-03-14,1.0889,1.5691\n")
    (tmp_path / "nbp.csv").write_text("Date,USD,CAD\n2025-03-13,3.8400,2.6600\n2025-03-14,3.8500,2.6700\n")
    (tmp_path / "boc.csv").write_text("Date,USD,EUR\n2025-03-14,1.4400,1.5670\n")
    (tmp_path / "nbu.csv").write_text("Date,USD,JPY\n2025-03-14,41.50,0.2800\n")
    (tmp_path / "notes.csv").write_text("ours")
    found = by_name(tmp_path)
    assert list(found) == ["ECB", "NBP", "Bank of Canada", "NBU", "NBP*"]
    assert [source.step for source in found.values()] == [1, 1, 1, 1, 7]
    assert rate(found["ECB"], "EUR", "USD").point == D("1.0889")
    assert rate(found["NBP"], "USD", "PLN").point.quantize(D("1e-20")) == D("3.85")
    assert rate(found["NBP"], "USD", "CAD").point.quantize(D("1e-20")) == (D("3.85") / D("2.67")).quantize(D("1e-20"))
    assert rate(found["Bank of Canada"], "USD", "CAD").point.quantize(D("1e-20")) == D("1.44")
    assert rate(found["NBU"], "USD", "UAH").point.quantize(D("1e-20")) == D("41.5")
    assert rate(found["NBU"], "JPY", "UAH").point.quantize(D("1e-20")) == D("0.28")


def test_a_currency_with_a_rate_a_week_is_left_to_the_weekly_source(tmp_path: Path) -> None:
    monday = date(2025, 3, 3)
    days = [monday + timedelta(n) for n in range(19) if (monday + timedelta(n)).weekday() < 5]
    lines = [f"{day},3.85,{'0.0025' if day.weekday() == 2 else ''}" for day in days]
    (tmp_path / "nbp.csv").write_text("Date,USD,NGN\n" + "".join(f"{line}\n" for line in lines))
    found = by_name(tmp_path)
    assert found["NBP"].span("NGN") is None
    assert found["NBP"].quotes("NGN", date.min, date.max) == []
    answer = RateBook([found["NBP"], found["NBP*"]]).rate("USD", "NGN", Window.around(FRIDAY), FRIDAY)
    assert isinstance(answer, RateAnswer)
    assert (answer.source, answer.margin) == ("NBP", D("0.02"))
    assert (answer.first, answer.last, answer.day) == (date(2025, 3, 5), date(2025, 3, 19), date(2025, 3, 12))
    assert answer.point.quantize(D("1e-9")) == 1540
    dollars = RateBook([found["NBP"], found["NBP*"]]).rate("USD", "PLN", Window.around(FRIDAY), FRIDAY)
    assert isinstance(dollars, RateAnswer)
    assert dollars.margin == D("0.01")


HEADER = "Date,USD,CAD\n"
ROW = "2025-03-13,1.0861,1.5625\n"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (b"", 1, "not the header of a table of rates, which begins Date,USD"),
        (b"<html>\n<body>Not found</body>\n", 1, "not the header of a table of rates, which begins Date,USD"),
        (b"Date,USD,usd\n", 1, "not the header of a table of rates, which begins Date,USD"),
        (b"Date,USD,USD\n", 1, "a currency has two columns"),
        (b"Date\n", 1, "not the header of a table of rates, which begins Date,USD"),
        (HEADER + "2025-03-14,0.00,1.5\n", 2, "not a day with its rates"),
        (HEADER + ROW + "2025-03-14,1.0889,1.5", 3, "the line is cut off"),
        (HEADER + ROW + "2025-03-14,1.0889\n", 3, "1 rates where the header has 2 currencies"),
        (HEADER + ROW + "2025-03-14,1.0889", 3, "the line is cut off"),
        (HEADER[:-1], 1, "the line is cut off"),
        (HEADER + ROW + "2025-03-12,1.0889,1.5\n", 3, "2025-03-12 after 2025-03-13"),
        (HEADER + ROW + ROW, 3, "2025-03-13 after 2025-03-13"),
        (HEADER + ROW + "2025-03-14,1.0889,1,5\n", 3, "3 rates where the header has 2 currencies"),
        (HEADER + ROW + "2025-03-14,1.08x9,1.5\n", 3, "not a day with its rates"),
        (HEADER + ROW + "<<<<<<< ours,,\n", 3, "not a day with its rates"),
        ("Date,USD\n2025-02-28,1\n2025-02-30,1\n", 3, "not a day with its rates"),
        (HEADER + ROW + "2025-03-14,-1.0889,1.5\n", 3, "not a day with its rates"),
        (b"Date,USD\r\n2025-03-14,1.08\r\n", 1, "not the header of a table of rates, which begins Date,USD"),
        (HEADER.encode() + b"2025-03-13,\0\xff", 2, "no text of a table of rates"),
    ],
)
def test_a_damaged_file_is_named_with_its_line_and_the_remedy(
    tmp_path: Path, text: str | bytes, line: int, reason: str
) -> None:
    path = tmp_path / "ecb.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DamagedStore) as problem:
        read_table(path, ECB)
    remedy = "delete the file and run `factcheck rates update --source ecb`"
    assert str(problem.value) == f"{path}:{line}: {reason}; {remedy}"
    (source,) = sources(tmp_path)
    with pytest.warns(RatesWarning) as warned:
        assert source.span("USD") is None
    assert str(warned[0].message) == f"{problem.value}; until then the other rates serve"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert source.quotes("USD", date.min, date.max) == []


def test_a_whole_file_is_no_warning(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    (tmp_path / "ecb.csv").write_text(HEADER + "2025-03-12,,1.56\n" + ROW + "2025-03-14,N/A,12\n")
    assert sources(tmp_path)[0].newest == FRIDAY
    assert list(recwarn) == []


@pytest.mark.skipif(sys.platform == "win32", reason="chmod")
def test_a_file_that_may_not_be_read_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ecb.csv").write_text(HEADER + ROW)

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied", "ecb.csv")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.warns(RatesWarning, match=r"Permission denied: 'ecb\.csv'; until then the other rates serve"):
        assert sources(tmp_path)[0].newest is None


def table(name: str, *rates: str, start: date = date(2025, 3, 10), step: int = 1) -> TableSource:
    rows = "".join(f"{start + timedelta(n)},{rate}\n" for n, rate in enumerate(rates))
    return TableSource(lambda: f"Date,USD\n{rows}", name, step=step)


def test_a_window_across_the_seam_sees_the_rates_of_both() -> None:
    older = table("ECB", "1.00", "1.01", "1.02", "1.03")
    newer = table("ECB", "1.13", "1.14", start=date(2025, 3, 13))
    joined = Continued(older, newer)
    found = RateBook([joined]).rate("EUR", "USD", Window(date(2025, 3, 11), date(2025, 3, 15)), FRIDAY)
    assert isinstance(found, RateAnswer)
    assert (found.low, found.high, found.first, found.last) == (D("1.01"), D("1.14"), date(2025, 3, 11), FRIDAY)
    assert dict(joined.quotes("USD", date.min, date.max))[date(2025, 3, 13)] == D("1.13")  # the newer rate counts
    assert joined.span("USD") == (date(2025, 3, 10), FRIDAY)
    assert (joined.newest, Continued(newer, older).newest) == (FRIDAY, FRIDAY)
    assert (joined.anchor("USD"), joined.anchor("XYZ"), joined.span("XYZ")) == ("EUR", None, None)
    assert (joined.name, joined.margin, joined.step) == ("ECB", D("0.01"), 1)


def test_the_installed_sources_keep_their_order_and_slow_ones_come_last() -> None:
    ecb, nbp, monthly = table("ECB", "1"), table("NBP", "1", step=7), table("HMRC", "1", step=31)
    stored = [table("ECB", "2"), table("NBP", "3"), table("NBU", "4"), table("NBP", "5", step=7)]
    found = with_stored([ecb, nbp, monthly], stored)
    assert [(type(source).__name__, source.name, source.step) for source in found] == [
        ("Continued", "ECB", 1), ("TableSource", "NBP", 1), ("TableSource", "NBU", 1), ("Continued", "NBP", 7),
        ("TableSource", "HMRC", 31),
    ]  # fmt: skip
    assert [rate for _, rate in found[3].quotes("USD", date.min, date.max)] == [D("5")]


def test_the_default_book_has_the_store_and_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_RATES_DIR", str(tmp_path))
    (tmp_path / "ecb.csv").write_text("Date,USD\n2031-03-13,1.50\n2031-03-14,1.60\n")
    default_book.cache_clear()
    try:
        day = date(2031, 3, 14)
        found = default_book().rate("EUR", "USD", Window.around(day), day)
        assert isinstance(found, RateAnswer)
        assert (found.point, found.low, found.source) == (D("1.60"), D("1.50"), "ECB")
        assert default_book().newest == day
        old = default_book().rate("CAD", "USD", Window.around(FRIDAY), FRIDAY)
        assert isinstance(old, RateAnswer)
        assert old.point.quantize(D("1e-6")) == D("0.693965")
    finally:
        default_book.cache_clear()
