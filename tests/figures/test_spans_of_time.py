"""Durations, ages, and days that share a month."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_table import ends_of, figures_in, only, shown


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit"),
    [
        ("jailed for three years", "three years", "3", "year"),
        ("open for 10 days", "10 days", "10", "day"),
        ("closed for six months", "six months", "6", "month"),
        ("after 48 hours of talks", "48 hours", "48", "hour"),
        ("a 30-year lease", "30-year", "30", "year"),
        ("a 45-minute delay", "45-minute", "45", "minute"),
        ("over two decades", "two decades", "2", "decade"),
        ("won by 20 seconds", "20 seconds", "20", "second"),
        ("in 2.5 hours", "2.5 hours", "2.5", "hour"),
        ("two and a half years on", "two and a half years", "2.5", "year"),
        ("some 1,957 days", "1,957 days", "1957", "day"),
        ("a 12-week course", "12-week", "12", "week"),
        ("one year in jail", "one year", "1", "year"),
    ],
)
def test_durations(sentence: str, text: str, value: str, unit: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, shown(figure.value), figure.unit) == ("duration", text, value, unit)


def test_two_units_of_time_are_one_figure() -> None:
    assert only("two hours and 30 minutes").value == Decimal("2.5")
    assert only("two hours, 30 minutes").unit == "hour"
    assert only("a year of three years and six months", "duration").text == "three years and six months"
    assert [figure.text for figure in figures_in("two hours in 30 days")] == ["two hours", "30 days"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("one day he left", ["count"]),
        ("in 2016 days of rain", ["year"]),
        ("$5 a day", ["money"]),
        ("a $100-million 10-year deal", ["money", "duration"]),
        ("two second-half goals", ["count"]),
        ("in the 1990s", ["year"]),
        ("in 1957", ["year"]),
    ],
)
def test_no_durations(sentence: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in figures_in(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit"),
    [
        ("a man aged 68", "68", "68", "year"),
        ("Aged 7, she sang.", "7", "7", "year"),
        ("a 68-year-old man", "68-year-old", "68", "year"),
        ("He is 68 years old.", "68 years old", "68", "year"),
        ("a six-month-old baby", "six-month-old", "6", "month"),
        ("a 40-year-old American", "40-year-old", "40", "year"),
        ("two 12-year-olds", "12-year-olds", "12", "year"),
    ],
)
def test_ages(sentence: str, text: str, value: str, unit: str) -> None:
    figure = figures_in(sentence, "age")[0]
    assert (figure.text, shown(figure.value), figure.unit) == (text, value, unit)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("aged 18 to 24", "18 to 24"),
        ("aged between 18 and 24", "18 and 24"),
        ("18- to 24-year-olds", "18- to 24-year-olds"),
    ],
)
def test_ranges_of_ages(sentence: str, text: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, ends_of(figure)) == ("age", text, ("18", "24"))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Ann Lee, 34, of Leeds", "34"),
        ("her son, 7, and", "7"),
        ("at age 23.", "23"),
        ("aged three months", "three months"),
    ],
)
def test_ages_between_commas_and_after_age(sentence: str, text: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text) == ("age", text)


@pytest.mark.parametrize(
    "sentence", ["in Jan, 9, 2017, he", "voters, 47, 48, 49", "rooms 12, 34, 56", "in 2019, 34, or"]
)
def test_commas_that_make_no_age(sentence: str) -> None:
    assert figures_in(sentence, "age") == []


@pytest.mark.parametrize("sentence", ["She managed 22 staff.", "It damaged 30 cars.", "between 18 and 24 cars"])
def test_no_ages(sentence: str) -> None:
    assert figures_in(sentence, "age") == []


@pytest.mark.parametrize(
    ("sentence", "text", "ends"),
    [
        ("on March 16-18, 2025, in Rome", "March 16-18, 2025", ("2025-03-16", "2025-03-18")),
        ("on March 16–18", "March 16–18", ("--03-16", "--03-18")),
        ("on 16-17 March", "16-17 March", ("--03-16", "--03-17")),
        ("on 16-17 March 2025", "16-17 March 2025", ("2025-03-16", "2025-03-17")),
        ("from Sept. 2 to 9", "Sept. 2 to 9", ("--09-02", "--09-09")),
    ],
)
def test_spans_of_days(sentence: str, text: str, ends: tuple[str, str]) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_ends()) == ("day", text, ends)
    assert figure.printed_value() == ends[0]


@pytest.mark.parametrize(
    ("sentence", "text", "ends"),
    [
        ("Nov. 30–Dec. 2", "Nov. 30–Dec. 2", ("--11-30", "--12-02")),
        ("from Nov. 30 to Dec. 2, 2019,", "Nov. 30 to Dec. 2, 2019", ("2019-11-30", "2019-12-02")),
        ("Dec. 30, 2019 - Jan. 2, 2020", "Dec. 30, 2019 - Jan. 2, 2020", ("2019-12-30", "2020-01-02")),
        ("Dec. 30 to Jan. 2, 2020", "Dec. 30 to Jan. 2, 2020", ("2019-12-30", "2020-01-02")),
        ("Dec. 30 to Jan. 2", "Dec. 30 to Jan. 2", ("--12-30", "--01-02")),
        ("between May 3 and June 5", "May 3 and June 5", ("--05-03", "--06-05")),
        ("March 3 through 9", "March 3 through 9", ("--03-03", "--03-09")),
        ("from 3 to 5 May", "3 to 5 May", ("--05-03", "--05-05")),
    ],
)
def test_spans_across_months(sentence: str, text: str, ends: tuple[str, str]) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_ends()) == ("day", text, ends)


def test_a_span_ends_after_it_begins() -> None:
    assert [f.text for f in figures_in("from May 5, 2019 to May 3, 2019")] == ["May 5, 2019", "May 3, 2019"]


@pytest.mark.parametrize(
    ("sentence", "text", "ends"),
    [("in the 1990s", "1990s", ("1990", "1999")), ("the mid-1960s", "1960s", ("1960", "1969"))],
)
def test_decades(sentence: str, text: str, ends: tuple[str, str]) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_ends()) == ("year", text, ends)


@pytest.mark.parametrize("sentence", ["in the 1900s", "some F16s", "the 1995s", "in her 20s"])
def test_no_decades(sentence: str) -> None:
    assert figures_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("On Friday, May 20 people died.", ["weekday"]),
        ("On May 20 people died.", []),
        ("In May 20 soldiers died.", ["count"]),
        ("On May 20, people died.", ["day"]),
        ("On May 20 several people died.", ["day"]),
        ("the May 20 victims", ["day"]),
        ("On May 20, 2019 people died.", ["day"]),
    ],
)
def test_a_month_and_people(sentence: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in figures_in(sentence)] == kinds


def test_days_that_share_a_month_are_days() -> None:
    found = figures_in("on 16 and 17 March 2025")
    assert [(f.kind, f.printed_value()) for f in found] == [("day", "2025-03-16"), ("day", "2025-03-17")]
    assert [f.text for f in figures_in("on May 3 and May 5")] == ["May 3", "May 5"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("On March 16 18 people came.", ["day", "count"]),
        ("on March 18-16", ["day", "count"]),
        ("on March 30-35", ["day", "count"]),
        ("March 2025-26", ["day", "count"]),
    ],
)
def test_no_spans_of_days(sentence: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in figures_in(sentence)] == kinds


def test_the_ends_of_a_plain_range_as_printed() -> None:
    assert only("0 to 5 miles").printed_ends() == ("0", "5")
    assert only("5 miles").printed_ends() is None
