"""What a kind asks beside its phrases: words that must be there, names of two places, nouns of one kind."""

from __future__ import annotations

import pytest

import factcheck


def kinds(text: str) -> set[str]:
    return {claim.kind for claim in factcheck.find_claims(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A third of the 90 rooms, or 45 rooms, are free.", True),
        ("A third of the 90 rooms, or 45, are free.", True),
        ("A third of the 90 guests, or 45 women, are here.", True),
        ("A third of the 90 rooms, or 45 beds, are free.", False),
        ("A third of the 90 guests, or 45 rooms, are here.", False),
    ],
)
def test_parts_of_one_kind(text: str, found: bool) -> None:
    assert ("share_of" in kinds(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Staff rose to 1,200 in Germany from 1,500 in France.", False),
        ("Staff rose to 1,200 in New York from 1,500 in Los Angeles.", False),
        ("Staff rose to 1,200 in Germany, from 1,500.", True),
        ("Staff rose to 1,200 in May from 1,500 in April.", True),
        ("Staff rose to 1,200 in Q2 from 1,500 in Q1.", True),
    ],
)
def test_places_and_months(text: str, found: bool) -> None:
    assert ("move" in kinds(text)) is found


def test_needed_words() -> None:
    assert "times_less" in kinds("It has four times fewer rooms.")
    assert "times_less" not in kinds("It has four Times fewer rooms.")
