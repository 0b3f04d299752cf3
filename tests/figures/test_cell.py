"""What a cell of a table prints, and the unit that a heading names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.figures.cell import Heading, read_cell, read_heading

NUMBERS = [
    ("1,234*", "1,234", "1234", ""), ("12 [a]", "12", "12", ""), ("12†", "12", "12", ""), ("12.5¹", "12.5", "12.5", ""),
    ("12a", "12", "12", ""), ("1\u2009234", "1\u2009234", "1234", ""), ("12\xa0345", "12\xa0345", "12345", ""),
    ("(1,234)", "(1,234)", "-1234", ""), ("−3.2", "−3.2", "-3.2", ""), ("-5.0%", "-5.0%", "-5.0", "%"),
    ("$1,200", "$1,200", "1200", ""), ("12 ms", "12 ms", "12", "ms"), ("12 (34%)", "12", "12", ""),
    ("+458", "+458", "458", ""), (".5", ".5", "0.5", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "number", "unit"), NUMBERS)
def test_number(text: str, printed: str, number: str, unit: str) -> None:
    found = read_cell(text)
    assert not isinstance(found, str)
    assert (text[found.start : found.end], found.number, found.unit) == (printed, Decimal(number), unit)


@pytest.mark.parametrize("text", ["", "-", "–", "—", "n/a", "N/A", "..", "nil"])
def test_nothing(text: str) -> None:
    assert read_cell(text) == "nothing"


@pytest.mark.parametrize(
    "text", ["North", "1.2.3", "~50", "<5", "53/64", "3rd", "2020-21", "12 to 15", "10:30", "5 6 7"]
)
def test_no_single_number(text: str) -> None:
    assert read_cell(text) == "text"


@pytest.mark.parametrize(
    ("text", "percent", "currency", "scale"),
    [
        ("$ million", False, "USD", 10**6), ("€m", False, "EUR", 10**6), ("US$ bn", False, "USD", 10**9),
        ("£'000", False, "GBP", 1000), ("in thousands", False, None, 1000), ("Share (%)", True, None, 1),
        ("per cent", True, None, 1), ("tonnes", False, None, 1), ("2019", False, None, 1),
    ],
)  # fmt: skip
def test_heading(text: str, percent: bool, currency: str | None, scale: int) -> None:
    found = read_heading(text)
    assert isinstance(found, Heading)
    assert (found.percent, found.currencies[0] if found.currencies else None, found.scale) == (percent, currency, scale)
