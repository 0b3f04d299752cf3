"""Two printed numbers that are one figure, and two that are two."""

from __future__ import annotations

import pytest
from figure_table import ends_of, figures_in, only

from factcheck.figures.reader import find_figures


@pytest.mark.parametrize(
    ("sentence", "kind", "text", "ends", "currency"),
    [
        ("worth $1.2–1.5bn", "money", "$1.2–1.5bn", ("1200000000", "1500000000"), "USD"),
        ("worth $1.2bn-$1.5bn", "money", "$1.2bn-$1.5bn", ("1200000000", "1500000000"), "USD"),
        ("between £3m and £4m", "money", "£3m and £4m", ("3000000", "4000000"), "GBP"),
        ("between 3 and 4 million pounds was lost", "money", "3 and 4 million pounds", ("3000000", "4000000"), "GBP"),
        ("5 to 10 million euros", "money", "5 to 10 million euros", ("5000000", "10000000"), "EUR"),
        ("$50-$60 each", "money", "$50-$60", ("50", "60"), "USD"),
        ("$50 to $60 each", "money", "$50 to $60", ("50", "60"), "USD"),
        ("ranging from $50 to $60", "money", "$50 to $60", ("50", "60"), "USD"),
        ("between C$2 and C$2.5 million", "money", "C$2 and C$2.5 million", ("2000000", "2500000"), "CAD"),
        ("a $10-to-$20 million job", "money", "$10-to-$20 million", ("10000000", "20000000"), "USD"),
        ("a fetching €1,500-€2,000", "money", "€1,500-€2,000", ("1500", "2000"), "EUR"),
        ("worth EUR10m-EUR20m", "money", "EUR10m-EUR20m", ("10000000", "20000000"), "EUR"),
        ("worth Rs 20-25 crore", "money", "Rs 20-25 crore", ("200000000", "250000000"), "INR"),
        ("1500 to 2000 euros", "money", "1500 to 2000 euros", ("1500", "2000"), "EUR"),
        ("20-30 cents", "money", "20-30 cents", ("0.2", "0.3"), "USD"),
        ("between 3% and 4%", "percent", "3% and 4%", ("3", "4"), None),
        ("2-3 percent", "percent", "2-3 percent", ("2", "3"), None),
        ("12%–15%", "percent", "12%–15%", ("12", "15"), None),
        ("2 to 3 percentage points", "points", "2 to 3 percentage points", ("2", "3"), None),
        ("50-75 basis points", "points", "50-75 basis points", ("0.5", "0.75"), None),
        ("between 300 and 400 seats", "count", "300 and 400", ("300", "400"), None),
        ("two to three million people", "count", "two to three million", ("2000000", "3000000"), None),
        ("5,000–6,000 troops", "count", "5,000–6,000", ("5000", "6000"), None),
    ],
)
def test_ranges(sentence: str, kind: str, text: str, ends: tuple[str, str], currency: str | None) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, ends_of(figure), figure.currency) == (kind, text, ends, currency)
    assert figure.ends is not None
    assert figure.value == sum(figure.ends) / 2


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("cut it from $45.0 million to $40.0 million", ["$45.0 million", "$40.0 million"]),
        ("rose from 3% to 4%", ["3%", "4%"]),
        ("was up 65 cents to $94.50", ["65 cents", "$94.50"]),
        ("jumped 3 to 45", ["3", "45"]),
        ("£3m and £4m", ["£3m", "£4m"]),
        ("$5 to €6", ["$5", "€6"]),
        ("$6 - $5", ["$6", "$5"]),
        ("between $5 and 60 cents", ["$5", "60 cents"]),
        ("1914-1918", ["1914", "1918"]),
        ("5 million to about 6 million", ["5 million", "6 million"]),
        ("between 5% and 6 people", ["5%", "6"]),
        ("rose during 2012 to 1.5 trillion francs", ["2012", "1.5 trillion francs"]),
        ("went in 2012 to 2 million people", ["2012", "2 million"]),
    ],
)
def test_two_figures(sentence: str, texts: list[str]) -> None:
    found = figures_in(sentence)
    assert [figure.text for figure in found] == texts
    assert all(figure.ends is None for figure in found)


def test_the_hedge_of_a_range_stands_before_it() -> None:
    figure = only("about $1.2–1.5bn")
    assert (figure.hedge, figure.outer_start, figure.start) == ("about", 0, 6)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("sales doubled from 5 to 10 million", [("5", "5000000"), ("10 million", "10000000")]),
        ("rose from 5 to 10 million euros", [("5", "5000000"), ("10 million euros", "10000000")]),
        ("rose from 2 to 3.5 million tonnes", [("2", "2000000"), ("3.5 million tonnes", "3500000")]),
        ("rates rose from 5 to 6 percent", [("5", "5"), ("6 percent", "6")]),
        ("rose from 500 to 10 million", [("500", "500"), ("10 million", "10000000")]),  # not of one size
        ("from 2019 to 2,500 people", [("2019", "2019"), ("2,500", "2500")]),
    ],
)
def test_the_first_of_two_shares_the_scale_and_unit_of_the_second(sentence: str, values: list[tuple[str, str]]) -> None:
    found = [figure for figure in find_figures(sentence) if figure.kind != "multiple"]
    assert [(figure.text, figure.printed_value()) for figure in found] == values
    assert len({figure.kind for figure in found} - {"year"}) == 1
