"""Two numbers with a hyphen: games, votes, seasons and ranges."""

from __future__ import annotations

import pytest
from figure_table import ends_of, figures_in, only


@pytest.mark.parametrize(
    "sentence",
    [
        "They won 3-2.",
        "a 2-1 win",
        "They lost 2-3 to Spain.",
        "a 2-3 defeat",
        "They beat them 21-14, 21-19.",
        "a 50-50 chance",
        "won the set 6–4",
        "a 3-2-1 plan",
        "They won 55-38 at home.",
        "3-for-5 at the plate",
        "won 2-nil",
    ],
)
def test_games_are_no_figures(sentence: str) -> None:
    assert figures_in(sentence, "count") == []


@pytest.mark.parametrize(
    "sentence", ["The Senate voted 45-52.", "It was confirmed 55-38.", "a 5-4 ruling", "voted 52–48"]
)
def test_votes_are_two_counts(sentence: str) -> None:
    assert [figure.kind for figure in figures_in(sentence)] == ["count", "count"]


@pytest.mark.parametrize("sentence", ["the 1939-45 war", "in the 2019-20 season"])
def test_years_that_share_a_century_are_the_first(sentence: str) -> None:
    figure = only(sentence)
    assert (figure.kind, len(figure.text)) == ("year", 4)


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [("10-15 people", ("10", "15")), ("losing 10-15 members", ("10", "15")), ("200-1000 cows", ("200", "1000"))],
)
def test_ranges_stay(sentence: str, ends: tuple[str, str]) -> None:
    assert ends_of(only(sentence)) == ends
