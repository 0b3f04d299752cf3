"""A value is printed in the style of the figure that it replaces."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_table import only

from factcheck.figures.figure import Figure
from factcheck.figures.printing import amount, like, significant_digits


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        # the scale word moves within its row
        ("$31.5 billion", "13530000000", "$13.5 billion"),
        ("$31.5 billion", "920000000", "$920 million"),
        ("$31.5 billion", "1240000000000", "$1.24 trillion"),
        ("$31.5 billion", "920000", "$920,000"),
        ("£3.35m", "3.33", "£3.33"),
        ("£3.35m", "3.3", "£3.30"),
        ("£3.35m", "480000", "£480,000"),
        ("£3.35m", "4100000000", "£4.1bn"),
        ("€3 mn", "2200000000", "€2.2 bn"),
        ("€3 mln", "2200000000", "€2.2 bln"),
        ("$900M", "1240000000", "$1.24B"),
        ("$4.5B", "4500000", "$4.5M"),
        ("$900k", "1240000", "$1.24m"),
        ("$900k", "640000", "$640k"),
        ("$3 Billion", "4500000", "$4.5 Million"),
        ("C$5-billion", "480000000", "C$480-million"),
        ("C$5-billion", "48000", "C$48,000"),
        ("20 thousand euros", "31000", "31 thousand euros"),
        ("5\u00a0billion Canadian dollars", "3100000", "3.1\u00a0million Canadian dollars"),
        ("4.5 billion Canadian dollars", "48000", "48,000 Canadian dollars"),
        ("₹3 lakh crore", "4200000000000", "₹4.2 lakh crore"),
        ("₹3\u00a0crore", "420000", "₹4.2\u00a0lakh"),
        ("250 MSEK", "31000000", "31 MSEK"),
        ("75 USD million", "13000000", "13 USD million"),
        # groups
        ("10,000 troops", "9200", "9,200"),
        ("$1,000", "12345", "$12,000"),
        ("10000 troops", "12000", "12000"),
        ("1200 troops", "9100", "9100"),
        ("1200 troops", "12000", "12,000"),
        ("Rs 12,34,567", "23456789", "Rs 2,34,56,790"),
        ("Rs 12,34,567", "999", "Rs 999"),
        # decimals and prices
        ("$4.99", "1234.5", "$1,234.50"),
        ("$4.99", "0.5", "$0.50"),
        ("€5", "4.46", "€4.50"),
        ("$100", "84.6", "$85"),
        ("$10.05 billion", "9123000000", "$9.123 billion"),
        ("$1.0 billion", "2000000000", "$2.0 billion"),
        ("63 cents", "0.45", "45 cents"),
        ("75p", "1.2", "120p"),
        ("1½ million dollars", "2000000", "2.0 million dollars"),
        # signs
        ("EUR -24.9 mn", "-3300000", "EUR -3.3 mn"),
        ("EUR -24.9 mn", "3300000", "EUR 3.3 mn"),
        ("-$5 million", "3300000", "$3.3 million"),
        ("$5 million", "-3300000", "-$3.3 million"),
        # percentages and points
        ("25%", "20.04", "20%"),
        ("20 percent", "3.456", "3.5 percent"),
        ("2.5 per cent", "-3.1", "-3.1 per cent"),
        ("25 bps", "0.3", "30 bps"),
        ("2 percentage points", "1.5", "1.5 percentage points"),
        # words become digits and keep what they count
        ("half a million euros", "480000", "480,000 euros"),
        ("three percent", "4", "4 percent"),
        ("nine", "8", "eight"),  # unless there is a word for it
        ("Nine", "11", "Eleven"),
        ("Nine", "21", "21"),
        # years, weekdays
        ("1957", "1975", "1975"),
        ("Saturday", "3", "Wednesday"),
        ("SUNDAY", "1", "MONDAY"),
        ("Sun.", "2", "Tues."),
        ("friday", "4", "Thursday"),
        # no style of its own
        ("$1.2–1.5bn", "2000000000", "USD 2 billion"),
        ("3 dollars 50 cents", "3.62", "USD 3.62"),
        ("20-30 people", "41", "41"),
    ],
)
def test_like(printed: str, value: str, expected: str) -> None:
    assert like(only(printed), Decimal(value)) == expected


def test_a_date_is_kept_or_printed_as_iso() -> None:
    figure = only("March 16, 2025")
    assert like(figure, figure.value) == "March 16, 2025"
    assert like(figure, figure.value + 1) == "2025-03-17"


def test_ends_of_intervals_are_printed_with_a_digit_more() -> None:
    assert like(only("$13.5 billion"), Decimal("13450000000"), extra=1) == "$13.45 billion"


@pytest.mark.parametrize(
    ("printed", "digits"), [("$13.5 billion", 3), ("$13 billion", 2), ("$5", 2), ("$1,234", 4), ("0%", 2), ("$4.99", 3)]
)
def test_significant_digits(printed: str, digits: int) -> None:
    assert significant_digits(only(printed)) == digits


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("6770000000", "CAD 6.77 billion"),
        ("6774000", "CAD 6.77 million"),
        ("48000", "CAD 48,000"),
        ("-4500000000", "CAD -4.5 billion"),
        ("0", "CAD 0"),
    ],
)
def test_amount(value: str, expected: str) -> None:
    assert amount(Decimal(value), "CAD") == expected


def test_a_measure_in_words_is_printed_with_the_name_of_its_unit() -> None:
    figure = Figure("quantity", "a mile and a half", 0, 17, Decimal("1.5"), Decimal("0.1"), unit="mile")
    assert like(figure, Decimal("3.107")) == "3.1 miles"
    assert like(figure, Decimal("300")) == "300 miles"


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("6ft 9in", "6.43", "6ft 5in"),
        ("6ft 9in", "5.97", "6ft 0in"),
        ("6'9\"", "6.43", "6'5\""),
        ("12 stone 4 pounds", "13.5", "13 stone 7 pounds"),
        ("6.5 feet", "7.31", "7.3 feet"),
        ("35.6F", "3.6", "3.6F"),
        ("36F", "3.6", "3.6F"),
        ("36F", "40.4", "40F"),
        ("minus 14 Fahrenheit", "-4", "minus 4 Fahrenheit"),
        ("minus 14 Fahrenheit", "23", "23 Fahrenheit"),
        ("–14F", "-23", "–23F"),
    ],
)
def test_measures(printed: str, value: str, expected: str) -> None:
    assert like(only(printed), Decimal(value)) == expected
