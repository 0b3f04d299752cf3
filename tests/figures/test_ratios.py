"""Fractions, multiples and ranks in words, and words that only look like them."""

from __future__ import annotations

import pytest
from figure_table import figures_in, only, shown

from factcheck.figures.figure import Figure


def bounds(figure: Figure) -> tuple[str | None, str | None]:
    """The accepted ends, to four places."""
    low, high = (None if end is None else shown(round(end, 4)) for end in (figure.low, figure.high))
    return low, high


@pytest.mark.parametrize(
    ("sentence", "text", "hedge", "low", "high"),
    [
        ("Half of the town fled.", "Half", None, "0.45", "0.55"),
        ("About half of the town fled.", "half", "about", "0.42", "0.58"),
        ("Nearly half the town fled.", "half", "nearly", "0.42", "0.5"),
        ("Just over half the town fled.", "half", "just over", "0.5", "0.58"),
        ("More than half of them fled.", "half", "more than", "0.5", None),
        ("Less than half of them fled.", "half", "less than", None, "0.5"),
        ("Output fell by half.", "half", None, "0.45", "0.55"),
        ("Output fell by more than half in May.", "half", "more than", "0.5", None),
        ("A third of farms closed.", "A third", None, "0.2933", "0.3733"),
        ("one-third of farms", "one-third", None, "0.2933", "0.3733"),
        ("Costs were cut by a third.", "a third", None, "0.2933", "0.3733"),
        ("Two-thirds backed it.", "Two-thirds", None, "0.6267", "0.7067"),
        ("roughly two thirds of crews", "two thirds", "about", "0.6067", "0.7267"),
        ("a quarter of the grid", "a quarter", None, "0.21", "0.29"),
        ("three-quarters of ships", "three-quarters", None, "0.71", "0.79"),
        ("a fifth of sales", "a fifth", None, "0.17", "0.23"),
        ("one in five pupils", "one in five", None, "0.15", "0.25"),
        ("nine in ten pupils", "nine in ten", None, "0.85", "0.95"),
        ("9 out of 10 pupils", "9 out of 10", None, "0.85", "0.95"),
        ("nine-in-ten pupils", "nine-in-ten", None, "0.85", "0.95"),
        ("1 in 4 flats", "1 in 4", None, "0.2", "0.3"),
        ("about one in five pupils", "one in five", "about", "0.12", "0.28"),
        ("one in 100 parcels", "one in 100", None, "0.005", "0.015"),
        ("A majority of nurses agreed.", "A majority", "more than", "0.5", None),
        ("The vast majority of nurses agreed.", "The vast majority", "more than", "0.5", None),
        ("half the size of Wales", "half", None, "0.45", "0.55"),
        ("Most nurses agreed.", "Most", "more than", "0.5", None),
        ("Most of the nurses agreed.", "Most of", "more than", "0.5", None),
    ],
)
def test_fractions(sentence: str, text: str, hedge: str | None, low: str | None, high: str | None) -> None:
    figure = only(sentence, "fraction")
    assert (figure.text, figure.hedge, *bounds(figure)) == (text, hedge, low, high)
    assert figure.grain > 0


@pytest.mark.parametrize(
    ("sentence", "text", "value", "low", "high"),
    [
        ("Rents doubled.", "doubled", "2", "1.75", "2.25"),
        ("Rents nearly doubled.", "doubled", "2", "1.6", "2"),
        ("Rents more than doubled.", "doubled", "2", "2", None),
        ("twice as many boats", "twice", "2", "1.75", "2.25"),
        ("twice the price", "twice", "2", "1.75", "2.25"),
        ("double the price", "double", "2", "1.75", "2.25"),
        ("Rents tripled.", "tripled", "3", "2.598", "3.402"),
        ("Rents nearly tripled.", "tripled", "3", "2.4", "3"),
        ("Rents have more than tripled.", "tripled", "3", "3", None),
        ("Rents quadrupled.", "quadrupled", "4", "3.464", "4.536"),
        ("Rents were halved.", "halved", "0.5", "0.45", "0.55"),
        ("a fivefold rise", "fivefold", "5", "4.33", "5.67"),
        ("a 10-fold rise", "10-fold", "10", "8.66", "11.34"),
        ("three times as many boats", "three times", "3", "2.598", "3.402"),
        ("almost three times the rate", "three times", "3", "2.4", "3"),
        ("10 times that of Rome", "10 times", "10", "8.66", "11.34"),
        ("up 3x on the year", "3x", "3", "2.598", "3.402"),
        ("three times longer", "three times", "3", "2.598", "4.402"),
        ("a hundredfold rise", "a hundredfold", "100", "86.6", "113.4"),
        ("three times more boats", "three times", "3", "2.598", "4.402"),
    ],
)
def test_multiples(sentence: str, text: str, value: str, low: str, high: str | None) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, shown(figure.value), *bounds(figure)) == ("multiple", text, value, low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "at half past two",
        "in the second half of the match",
        "the northern half of the island",
        "half an hour later",
        "a quarter of an hour",
        "the first quarter of the year",
        "a quarter-final",
        "sold to a third party",
        "made by a third party",
        "most of the time",
        "most of the day",
        "the most people",
        "one in 2014 and one in 2009",
        "half the time",
        "a majority of 12 seats",
        "He doubled down.",
        "He doubled as a driver.",
        "won the doubles",
        "The aim is twofold: peace and bread.",
        "told him three times that he lied",
        "once or twice",
        "won five in 48 hours",
        "scored 8 in 17 games",
        "a third man",
        "a $5 third of it",
    ],
)
def test_look_alikes(sentence: str) -> None:
    assert figures_in(sentence, "fraction", "multiple") == []


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("the 23rd highest peak", "23rd", "23"),
        ("the third-largest port", "third", "3"),
        ("Its second biggest rival", "second", "2"),
        ("the 4th-richest county", "4th", "4"),
    ],
)
def test_ranks(sentence: str, text: str, value: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_value()) == ("ordinal", text, value)


def test_an_ordinal_without_a_rank_is_no_figure() -> None:
    assert figures_in("his 3rd term, the third man and the second round") == []


def test_what_a_claim_does_not_take_as_open_stays_near() -> None:
    figure = only("more than half of them")
    assert figure.interval("wide", "closed") == only("half of them").interval()
    assert shown(figure.interval("wide", "bounded").high) == "0.55"
