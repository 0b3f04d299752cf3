"""What stands before a number: labels that make it a name, and minus signs."""

from __future__ import annotations

import pytest
from figure_table import figures_in, only, shown

from factcheck.figures.printing import like


@pytest.mark.parametrize(
    "sentence",
    [
        "a Boeing 737 and a Boeing 737-800",
        "under Section 301",
        "under SECTION 301",
        "on page 12",
        "on pages 3 and 4",
        "pp. 49-51",
        "the passage of HR 1",
        "at No. 10 in London",
        "on Route 66",
        "in Chapter 11",
        "on Channel 4",
        "an iPhone 6",
        "the S&P 500",
        "Articles 18 and 19 of it",
        "a Category 5 storm",
        "from Day One",
        "World War 2",
        "a (Section 5) rule",
        "under Title 9",
        "Flight 370",
        "on\nPage 3",
    ],
)
def test_names(sentence: str) -> None:
    assert figures_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("the 5 articles", ["5"]),
        ("Under Article 5 all 32 allies act.", ["32"]),
        ("He is in part 50 years behind.", ["50 years"]),
        ("The bill 300 members backed", ["300"]),
        ("Chapter 11 cost $5 million.", ["$5 million"]),
        ("Route 66 is 2,448 miles long.", ["2,448 miles"]),
        ("Section 12,000", ["12,000"]),
        ("The Unit sold 5 million.", ["5 million"]),
        ("Boeing 20% up", ["20%"]),
        ("Section 5, 12 people", ["12"]),
    ],
)
def test_figures_beside_names(sentence: str, texts: list[str]) -> None:
    assert [figure.text for figure in figures_in(sentence)] == texts


@pytest.mark.parametrize(
    ("sentence", "kind", "text", "value"),
    [
        ("a change of -5%", "percent", "-5%", "-5"),
        ("-5%", "percent", "-5%", "-5"),
        ("a fall (-0.4 percent)", "percent", "-0.4 percent", "-0.4"),
        ("growth of minus 5 percent", "percent", "minus 5 percent", "-5"),
        ("Minus five percent growth", "percent", "Minus five percent", "-5"),
        ("a swing of −3.2 percentage points", "points", "−3.2 percentage points", "-3.2"),
        ("a swing of −3.2 points", "count", "−3.2", "-3.2"),
        ("a rating of -14 among men", "count", "-14", "-14"),
        ("a loss of $(5.2) million", "money", "$(5.2) million", "-5200000"),
        ("a loss of -$5.2 million", "money", "-$5.2 million", "-5200000"),
    ],
)
def test_negative_figures(sentence: str, kind: str, text: str, value: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, shown(figure.value)) == (kind, text, value)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("plus or minus 3 percentage points", ["3"]),
        ("+/-3 percentage points", ["3"]),
        ("10 minus 5", ["10", "5"]),
        ("1939 -45", ["1939", "45"]),
        ("- 5 eggs", ["5"]),
        ("eggs\n-5 eggs", ["5"]),
        ("it rose 2%-5%", ["3.5"]),
    ],
)
def test_no_minus(sentence: str, values: list[str]) -> None:
    assert [shown(figure.value) for figure in figures_in(sentence)] == values


def test_a_negative_percentage_in_words_is_printed_with_a_sign() -> None:
    figure = only("minus 5 percent")
    assert like(figure, figure.value - 2) == "-7 percent"
    assert like(figure, -figure.value) == "5 percent"
