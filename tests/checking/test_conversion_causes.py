"""Why a conversion is off: the wrong direction, a scale word, an old rate, two digits, another currency."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck

#: A Sunday: the ECB rates are those of 14 March 2025.
DAY = date(2025, 3, 16)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "The quay cost C$480 million ($690 million).",
            "multiplied where it should be divided, or the other way round?",
        ),
        (
            "The quay cost 62 million yuan ($449 million).",
            "multiplied where it should be divided, or the other way round?",
        ),
        (
            "The quay cost €480 million (£571 million).",
            "multiplied where it should be divided, or the other way round?",
        ),
        ("The quay cost 62 million yuan ($8.6 billion).", "a scale word or three digits: million for billion?"),
        (
            "The quay cost 62 billion yuan ($8.6 million).",
            "a scale word or three digits: $8.6 million printed for $8.6 billion, million for billion?",
        ),
        ("The quay cost 62 billion yuan ($8,560).", "a scale word or six digits: million for trillion?"),
        (
            "The quay cost €48.0 million ($522 million).",
            "a decimal point or a digit out of place, ten times too much?",
        ),
        (
            "The quay cost €48.0 million ($5.22 million).",
            "a decimal point or a digit out of place, ten times too little?",
        ),
        ("The quay cost €48.0 million ($49.7 million).", "an old rate: that of 3 March 2025 fits"),
        ("The quay cost €48.0 million ($25.2 million).", "two digits changed places: $52.2 million?"),
        (
            "The quay cost A$48.0 million (€44.1 million).",
            "the rate of the US dollar instead of the Australian dollar?",
        ),
        ("The quay cost €48.0 million ($97.1 million).", None),
    ],
)
def test_cause(text: str, cause: str | None) -> None:
    found = factcheck.check(text, DAY)
    assert [(finding.code, finding.cause) for finding in found] == [("FX101", cause)]


def test_near_parity_no_direction_is_named() -> None:
    """One franc was $1.13 that day: either direction is within what rounding and a rate some weeks old leave."""
    found = factcheck.check("The quay cost 48.0 million Swiss francs ($48.1 million).", DAY)
    assert [finding.code for finding in found] == ["FX101"]
    assert "divided" not in (found[0].cause or "")


def test_a_weekday_nearer_than_an_old_year_dates_a_conversion() -> None:
    text = "The crown, lost in the 1917 revolution, was sold for 800,000 Swiss francs ([[$504,000]]) on Wednesday."
    found = factcheck.check(text.replace("[[", "").replace("]]", ""), DAY)
    assert [(finding.code, finding.text) for finding in found] == [("FX101", "$504,000")]
    assert factcheck.check("In 1917 the crown was sold for 800,000 Swiss francs ($155,000).", DAY) == []
