"""Counts, percentages, percentage points, basis points and years."""

from __future__ import annotations

import pytest
from figure_table import figures_in, only


@pytest.mark.parametrize(
    ("sentence", "kind", "text", "value", "hedge"),
    [
        ("a force of 10,000 troops", "count", "10,000", "10000", None),
        ("around 10,000 troops", "count", "10,000", "10000", "about"),
        ("more than 1.2 million voters", "count", "1.2 million", "1200000", "more than"),
        ("thirty-five countries", "count", "thirty-five", "35", None),
        ("Thirty-five countries", "count", "Thirty-five", "35", None),
        ("three hundred seats", "count", "three hundred", "300", None),
        ("two hundred and fifty seats", "count", "two hundred and fifty", "250", None),
        ("500+ seats", "count", "500+", "500", "more than"),
        ("12,34,567 voters", "count", "12,34,567", "1234567", None),
        ("3 lakh voters", "count", "3 lakh", "300000", None),
        ("4 dozen eggs", "count", "4 dozen", "48", None),
        ("half a million people", "count", "half a million", "500000", None),
        ("nearly a quarter-million jobs", "count", "a quarter-million", "250000", "nearly"),
        ("2% of GDP", "percent", "2%", "2", None),
        ("2.50 percent", "percent", "2.50 percent", "2.5", None),
        ("2 per cent", "percent", "2 per cent", "2", None),
        ("2pct", "percent", "2pct", "2", None),
        ("a 5-percent cut", "percent", "5-percent", "5", None),
        ("five percent", "percent", "five percent", "5", None),
        ("nearly 21%", "percent", "21%", "21", "nearly"),
        ("0.5 %", "percent", "0.5 %", "0.5", None),
        ("by 3 percentage points", "points", "3 percentage points", "3", None),
        ("a 3 percentage-point lead", "points", "3 percentage-point", "3", None),
        ("a 1.5-percentage-point lead", "points", "1.5-percentage-point", "1.5", None),
        ("cut by 25 basis points", "points", "25 basis points", "0.25", None),
        ("up 75bps", "points", "75bps", "0.75", None),
        ("5pc of it", "percent", "5pc", "5", None),
        ("nearly -5%", "percent", "-5%", "-5", "nearly"),
        ("more than minus 5 percent", "percent", "minus 5 percent", "-5", "more than"),
        ("30,000 U.S. troops", "count", "30,000", "30000", None),
        ("5.8 million K-12 pupils", "count", "5.8 million", "5800000", None),
        ("about one of them", "count", "one", "1", None),
        ("built in 1957", "year", "1957", "1957", None),
        ("by 2030", "year", "2030", "2030", None),
        ("a hall of 1,957", "count", "1,957", "1957", None),
        ("a hall of 2500", "count", "2500", "2500", None),
    ],
)
def test_one_figure(sentence: str, kind: str, text: str, value: str, hedge: str | None) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_value(), figure.hedge) == (kind, text, value, hedge)
    assert figure.currency is None


def test_basis_points_are_printed_in_points_and_remember_their_unit() -> None:
    assert only("25 bps").unit == "bp"
    assert only("2 percentage points").unit is None


@pytest.mark.parametrize("digits", ["1" * 40, "1," + "000," * 20 + "000", "0." + "3" * 60])
def test_endless_digits_are_no_figure(digits: str) -> None:
    assert figures_in(f"hash {digits} end") == []


def test_endless_words_are_no_figure() -> None:
    assert figures_in("one " + "million " * 5000 + "times") == []


@pytest.mark.parametrize("digits", ["1,0000", "12,3456,7", "0,123"])
def test_groups_of_no_known_style_are_no_figure(digits: str) -> None:
    assert figures_in(f"the code {digits} here") == []


def test_a_comma_before_two_digits_is_a_decimal_mark() -> None:
    assert only("€110,00").printed_value() == "110"
