"""A house's own rates: every layout, the order, and errors that name file, line and reason."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.fronts.api import check_file, settings
from factcheck.fronts.cli import main
from factcheck.fronts.config import BadConfig, Config, load_config
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window, default_book
from factcheck.rates.user_files import BadRates, load

D = Decimal
DAY = date(2025, 3, 14)


def book(path: Path, text: str) -> RateBook:
    path.write_text(text, encoding="utf-8")
    house = load(path)
    return RateBook(house.sources, house)


def rate(rates: RateBook, base: str, quote: str, day: date = DAY) -> RateAnswer:
    found = rates.rate(base, quote, Window.around(day), day)
    assert isinstance(found, RateAnswer), found
    return found


def test_a_wide_table_is_units_per_euro(tmp_path: Path) -> None:
    rates = book(tmp_path / "desk.csv", "\ufeffDate,USD,CAD\r\n2025-03-14,1.10,1.65\r\n2025-03-13,N/A,\r\n")
    found = rate(rates, "USD", "CAD")
    assert (found.point, found.source, found.day, found.margin) == (D("1.5"), "desk.csv", DAY, D("0.01"))


def test_a_wide_table_as_programs_export_it(tmp_path: Path) -> None:
    """Commas at the ends of lines, as the ECB has them; a column of ones for the euro; rows that end early."""
    rates = book(tmp_path / "desk.csv", "Date,EUR,USD,CAD,\n2025-03-14,1.0,1.10,1.65,,\n2025-03-13,,1.2\n")
    assert rate(rates, "USD", "CAD").point == D("1.5")
    assert rate(rates, "EUR", "USD").point == D("1.10")


def test_a_long_table_crosses_within_a_day(tmp_path: Path) -> None:
    text = "date,base,quote,rate\n2025-03-13,USD,CAD,1.43\n2025-03-14,USD,CAD,1.44\n2025-03-14,USD,UAH,41.5\n\n"
    rates = book(tmp_path / "desk.csv", text)
    found = rate(rates, "CAD", "USD")
    assert (round(1 / found.point, 2), round(1 / found.low, 2)) == (D("1.44"), D("1.44"))
    assert round(1 / found.high, 2) == D("1.43")
    assert round(rate(rates, "CAD", "UAH").point, 4) == D("28.8194")
    assert rate(rates, "CAD", "UAH").first == DAY


@pytest.mark.parametrize(
    ("days", "step", "margin"),
    [
        (["2025-03-10", "2025-03-11", "2025-03-14"], 1, "0.01"),
        (["2025-02-26", "2025-03-05", "2025-03-12"], 7, "0.02"),
        (["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"], 31, "0.05"),
    ],
)
def test_the_step_of_a_table_is_that_of_its_days(tmp_path: Path, days: list[str], step: int, margin: str) -> None:
    rows = "".join(f"{day},1.10,1.65\n" for day in days)
    rates = book(tmp_path / "desk.csv", "Date,USD,CAD\n" + rows)
    assert rates.sources[0].step == step
    assert rate(rates, "USD", "CAD").margin == D(margin)


def test_yaml_holds_on_every_day_and_keeps_the_printed_digits(tmp_path: Path) -> None:
    rates = book(tmp_path / "desk.yaml", "USD/CAD: 1.10\nEUR/USD: 1.1\n")
    for day in (DAY, date(1985, 1, 1), date(2050, 1, 1)):
        assert rate(rates, "EUR", "CAD", day).point == D("1.21")
    assert rate(rates, "USD", "CAD").source == "desk.yaml"


def test_year_averages_speak_for_the_year_and_only_for_it(tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text("2019:\n  USD/CAD: 1.3269\n", encoding="utf-8")
    house = load(path)
    rates = default_book(house)
    found = rates.rate("USD", "CAD", Window.year(2019), DAY)
    assert isinstance(found, RateAnswer)
    assert (found.point, found.source) == (D("1.3269"), "desk.yaml, average of 2019")
    ecb = default_book().rate("USD", "CAD", Window.year(2019), DAY)
    assert isinstance(ecb, RateAnswer)
    assert (found.low, found.high) == (ecb.low, ecb.high)
    assert rate(rates, "USD", "CAD", date(2019, 5, 3)).source == "ECB"
    assert rate(rates, "USD", "CAD").source == "ECB"
    assert isinstance(rates.rate("USD", "CAD", Window.year(2018)), RateAnswer)
    alone = RateBook([], house)
    assert isinstance(alone.rate("USD", "CAD", Window.year(2019)), RateAnswer)
    assert alone.rate("USD", "CAD", Window.year(2018)) == NoRate("no rate for USD")


def test_purchasing_power_is_asked_for_by_name(tmp_path: Path) -> None:
    rates = book(tmp_path / "desk.yaml", "ppp:\n  2019:\n    USD/INR: 21.1\n")
    found = rates.purchasing_power("INR", "USD", 2019)
    assert isinstance(found, RateAnswer)
    assert round(1 / found.point, 1) == D("21.1")
    assert found.source == "desk.yaml, purchasing power of 2019"
    assert rates.purchasing_power("INR", "USD", 2020) == NoRate("no purchasing-power rates for 2020")
    assert default_book().purchasing_power("INR", "USD", 2019) == NoRate("no purchasing-power rates for 2019")
    assert rates.rate("INR", "USD", Window.year(2019)) == NoRate("no rate for INR")


def test_a_folder_puts_dated_rates_before_standing_ones(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("USD/CAD: 1.30\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("date,base,quote,rate\n2025-03-14,USD,CAD,1.44\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not rates", encoding="utf-8")
    house = load(tmp_path)
    assert [source.name for source in house.sources] == ["b.csv", "a.yaml"]
    rates = default_book(house)
    assert [source.name for source in rates.sources][:3] == ["b.csv", "a.yaml", "ECB"]
    assert rate(rates, "USD", "CAD").point == D("1.44")
    assert rate(rates, "USD", "CAD", date(2021, 3, 14)).point == D("1.30")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("r.csv", "", ":1: the header is Date,USD,… or date,base,quote,rate, not ''"),
        ("r.csv", "Day,USD\n", ":1: the header is Date,USD,… or date,base,quote,rate, not 'Day,USD'"),
        ("r.csv", "Date,Dollar\n", ":1: 'Dollar' is no currency code such as USD"),
        ("r.csv", "Date,USD\n2025-03-14,1.1\n14.3.2025,1.1\n", ":3: not a day such as 2025-03-14: '14.3.2025'"),
        ("r.csv", "Date,USD\n2025-02-30,1.1\n", ":2: not a day such as 2025-03-14: '2025-02-30'"),
        ("r.csv", "Date,USD,CAD\n2025-03-14,1.1,1;5\n", ":2: the rate of CAD is not a number above zero: '1;5'"),
        ("r.csv", "Date,USD\n2025-03-14,0.00\n", ":2: the rate of USD is not a number above zero: '0.00'"),
        ("r.csv", "Date,USD\n2025-03-14,-1.1\n", ":2: the rate of USD is not a number above zero: '-1.1'"),
        ("r.csv", "Date,USD\n2025-03-14,1.1\n2025-03-14,1.2\n", ":3: 2025-03-14 is in line 2 already"),
        ("r.csv", "date,base,quote,rate\n2025-03-14,USD,CAD\n", ":2: 3 cells where date,base,quote,rate are four"),
        ("r.csv", "date,base,quote,rate\n2025-03-14,USD,C$,1.4\n", ":2: 'C$' is no currency code such as USD"),
        ("r.csv", "date,base,quote,rate\n2025-03-14,USD,CAD,x\n", ":2: the rate of USD/CAD is not a number: 'x'"),
        (
            "r.csv",
            "date,base,quote,rate\n2025-03-14,USD,CAD,1.4\n2025-03-14,CAD,USD,1.4\n",
            ":3: CAD/USD is 1.4 here, but 0.714286 through the other rates",
        ),
        (
            "r.csv",
            "Date,USD,CAD\n2025-03-14,1,0889,1,5691\n",
            ":2: 5 cells where the header has 3; decimals have a point",
        ),
        ("r.csv", "Date,USD,\n2025-03-14,1.1,1.2,\n", ":2: 3 cells where the header has 2; decimals have a point"),
        ("r.csv", "Date,USD,CAD,USD\n2025-03-14,1.1,1.6,1.2\n", ":1: USD has two columns"),
        ("r.csv", "Date,USD,EUR\n2025-03-14,1.0,.92\n", ":2: rates are units per euro, and one euro is not .92 EUR"),
        (
            "r.csv",
            "date,base,quote,rate\n2025-03-14,USD,CAD,1_44\n",
            ":2: the rate of USD/CAD is not a number: '1_44'",
        ),
        ("r.csv", "date,base,quote,rate\n2025-03-14,USD,CAD,1e999\n", ":2: the rate of USD/CAD cannot be one: 1e+999"),
        ("r.yaml", "USD/CAD: 1e-999999999\n", ":1: the rate of USD/CAD cannot be one: 1e-999999999"),
        ("r.yaml", "USD/CAD: 1.4\n\u0001", ":2: control characters are not allowed"),
        ("r.yaml", "²²²²: {USD/CAD: 1.4}\n", ":1: expected one number"),
        ("r.yaml", "ppp: {²²²²: {USD/CAD: 1.4}}\n", ":1: not a year: '²²²²'"),
        ("r.yaml", "USD/CAD: 1.4\n? [USD, CAD]\n: 1\n", ":2: expected a pair such as USD/CAD before the colon"),
        ("r.yaml", f"a:\n {'[' * 90_000}{']' * 90_000}\n", ":2: expected pairs such as USD/CAD: 1.44"),
        ("r.yaml", "- " * 90_000, ":1: expected pairs such as USD/CAD: 1.44"),
        ("r.yaml", "USD/CAD: 1.44\nUSDEUR: 0.9\n", ":2: a pair of currencies is written USD/CAD, not 'USDEUR'"),
        ("r.yaml", "\nUSD/CAD: much\n", ":2: the rate of USD/CAD is not a number: 'much'"),
        ("r.yaml", "USD/CAD: [1, 2]\n", ":1: expected one number"),
        ("r.yaml", "- USD/CAD\n", ":1: expected pairs such as USD/CAD: 1.44"),
        ("r.yaml", "USD/CAD: {\n", ":2: did not find expected node content"),
        ("r.yaml", "2019: 1.3\n", ":1: expected pairs such as USD/CAD: 1.44"),
        ("r.yaml", "19: {USD/CAD: 1.3}\n", ":1: not a year: '19'"),
        ("r.yaml", "ppp: {next: {USD/CAD: 1.3}}\n", ":1: not a year: 'next'"),
        ("r.yaml", "2019: {USD/CAD: 1.3}\n2019: {USD/CAD: 1.4}\n", ":2: 2019 is there already"),
    ],
)
def test_errors_name_file_line_and_reason(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadRates) as caught:
        load(path)
    assert str(caught.value) == f"{path}{words}"


def test_what_cannot_be_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadRates, match=r"no .csv or .yaml file in this folder"):
        load(tmp_path)
    with pytest.raises(BadRates, match=r"gone.csv: No such file"):
        load(tmp_path / "gone.csv")
    (tmp_path / "latin.csv").write_bytes(b"Date,USD\n\xe9")
    with pytest.raises(BadRates, match=r"latin.csv:2: not UTF-8: byte 0xE9$"):
        load(tmp_path / "latin.csv")


def test_the_configuration_names_them_relative_to_itself(tmp_path: Path) -> None:
    (tmp_path / "rates").mkdir()
    (tmp_path / "rates" / "desk.yaml").write_text("USD/CAD: 2\n", encoding="utf-8")
    (tmp_path / ".factcheck.yaml").write_text("rates: rates\n", encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text("The deal is worth C$20 billion ($14 billion).\n", encoding="utf-8")
    config = load_config(tmp_path / ".factcheck.yaml")
    assert config.rates == tmp_path / "rates"
    found = check_file(draft, config._replace(date=DAY))
    assert [finding.message for finding in found] == [
        "C$20 billion is about $10 billion at the rate of 14 March 2025 (desk.yaml), not $14 billion"
    ]
    assert check_file(draft, Config(date=DAY)) == []


def test_the_command_takes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, desk = tmp_path / "draft.md", tmp_path / "desk.yaml"
    draft.write_text("The deal is worth C$20 billion ($14 billion).\n", encoding="utf-8")
    desk.write_text("USD/CAD: 2\n", encoding="utf-8")
    arguments = ["check", str(draft), "--date", "2025-03-14", "--format", "concise"]
    assert main(arguments) == 0
    assert main([*arguments, "--rates", str(desk)]) == 1
    desk.write_text("USD/CAD: two\n", encoding="utf-8")
    capsys.readouterr()
    assert main([*arguments, "--rates", str(desk)]) == 2
    assert capsys.readouterr().err == f"factcheck: {desk}:1: the rate of USD/CAD is not a number: 'two'\n"
    with pytest.raises(BadConfig):
        settings(Config(rates=desk))
