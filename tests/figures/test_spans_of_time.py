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
