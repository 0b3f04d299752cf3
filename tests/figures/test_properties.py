"""What holds for every text, and for every value in every style that is printed and read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_table import only
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.figures.printing import like
from factcheck.figures.reader import find_figures

#: What figures are made of, so that random texts are dense with them.
PIECES = [
    *"0123456789.,-–—−+$€£¥₹%()[]:/½ \n\t\u00a0\u202f",
    *("C$", "US$", "kr", "Rs", "EUR", "usd", "MSEK", "c $", " million", " billion", "bn", "m", " lakh crore"),
    *(" dollars", "cents", " Canadian dollars", "pounds", "p", " percent", " basis points", "half a "),
    *("a quarter of a ", "two and a ", "about ", "more than ", "up to ", "between ", " and ", " to "),
    *("from ", "March ", "16 May", ", 2025", "Sunday", "Sun.", "12", "1,000", "2019"),
    *("7:30", "401(k)", "F-35", "é", "元", "\ud800", "\x00"),
    *("😀", "(Canadian)", " of "),
    *(" km", "ft", "in", " stone ", " feet ", "6'5\"", " °C", "mm", " deep", "half", " the ", "a third", "doubled"),
    *("by ", " in ", " out of ", "-year-old", " years", " hours", "aged ", "minus ", "Section ", " times as", "-fold"),
    *("two ", "rd largest", "most", "pages ", "$("),
]  # fmt: skip
dense = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.text(st.characters(exclude_categories=()), max_size=300)


@given(st.one_of(anything, dense))
def test_reading_never_raises_and_spans_are_exact(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.text == figure.text.strip() != ""
        assert end <= figure.outer_start <= figure.start < figure.end
        end = figure.end
        assert figure.value.is_finite()
        assert figure.grain > 0
        for reading in ("wide", "sharp", "exact"):
            interval = figure.interval(reading)
            assert interval.low <= interval.high
        assert (figure.kind == "money") == (figure.currency is not None)
        assert figure.ends is None or figure.ends[0] < figure.ends[1]
        assert repr(figure)


@given(st.one_of(anything, dense), st.sampled_from(["CAD", "SEK", "EUR"]))
def test_the_house_changes_no_figure_but_its_currency(text: str, home: str) -> None:
    plain, housed = find_figures(text), find_figures(text, home_currency=home)
    assert [(f.start, f.end, f.value) for f in plain] == [(f.start, f.end, f.value) for f in housed]


@given(dense)
def test_paragraphs_are_read_independently_of_what_follows(text: str) -> None:
    alone = [(f.start, f.text, f.value) for f in find_figures(text)]
    followed = [(f.start, f.text, f.value) for f in find_figures(text + "\n\n\nThe end")]
    assert alone == followed


#: figure, currency: the styles that printing supports.
STYLES = [
    ("$3.5 billion", "USD"),
    ("$3.5 Million", "USD"),
    ("C$5-billion", "CAD"),
    ("£3.5m", "GBP"),
    ("$4.5B", "USD"),
    ("€3.5 mn", "EUR"),
    ("€3.5 mln", "EUR"),
    ("EUR 35.1 million", "EUR"),
    ("CHF2.35bn", "CHF"),
    ("¥500 million", "JPY"),
    ("4.5 billion Canadian dollars", "CAD"),
    ("4.5\u00a0billion\u00a0Norwegian\u00a0crowns", "NOK"),
    ("45 million shekels", "ILS"),
    ("₹2.5 lakh crore", "INR"),
    ("₹2.5 crore", "INR"),
    ("Rs 12,34,567", "INR"),
    ("250 MSEK", "SEK"),
    ("20 thousand euros", "EUR"),
    ("$1,234", "USD"),
    ("$12345", "USD"),
    ("$4.99", "USD"),
    ("63 cents", "USD"),
    ("75p", "GBP"),
    ("half a million euros", "EUR"),
    ("-$3.5 million", "USD"),
    ("12.5 percent", None),
    ("12%", None),
    ("25 basis points", None),
    ("2 percentage points", None),
    ("10,000", None),
    ("4.5 million", None),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "currency"), STYLES)
@given(st.integers(10, 99), st.integers(0, 12))
def test_what_is_printed_reads_back(printed: str, currency: str | None, digits: int, places: int) -> None:
    figure = only(printed)
    value = Decimal(digits).scaleb(places)
    if figure.kind in ("percent", "points") or (figure.scale == 1 and currency in ("USD", "GBP")):
        value = Decimal(digits).scaleb(places % 3 - 2)
    text = like(figure, value)
    assume(text not in ("240p", "360p", "480p", "720p"))  # lines of a screen
    back = only(f"It was {text}, they said.")
    assert back.text == text
    assert (back.kind, back.currency, back.value) == (figure.kind, currency, value)
    assert like(back, value) == text
