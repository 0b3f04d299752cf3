"""The map from the text back to the source."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.drafts.draft import Block, Draft, DraftDate, OffsetMap

# source:  **$5** bn for &pound;4     text: $5 bn for £4
SOURCE = "**$5** bn for &pound;4"
TEXT = "$5 bn for £4"
MAP = OffsetMap([(0, 2, 2), (2, 6, 8), (10, 14, 1), (11, 21, 1)], {10: 21})


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("$5", "$5"),
        ("$5 bn", "$5** bn"),
        ("bn", "bn"),
        ("£", "&pound;"),
        ("£4", "&pound;4"),
        ("for £", "for &pound;"),
    ],
)
def test_a_span_of_text_is_found_in_its_source(text: str, source: str) -> None:
    draft = Draft("x.md", SOURCE, TEXT, (Block(0, len(TEXT), "body"),), offsets=MAP)
    start = TEXT.index(text)
    assert SOURCE[slice(*draft.to_source(start, start + len(text)))] == source


def test_an_empty_span_stays_empty() -> None:
    assert MAP.span(10, 10) == (14, 14)
    assert OffsetMap([]).span(0, 0) == (0, 0)


def test_another_date_keeps_everything_else() -> None:
    draft = Draft("x.md", SOURCE, TEXT, (), id="a", language="de", offsets=MAP)
    day = DraftDate(date(2024, 5, 2), "--date")
    other = draft.dated(day)
    assert (other.date, other.id, other.language, other.to_source(0, 2)) == (day, "a", "de", (2, 4))
