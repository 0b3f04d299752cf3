"""The seeds carry the figures of the articles that the project started from: two are silent, two are spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.mark.parametrize("name", ["ottawa-and-kyiv.md", "election-night.md"])
def test_clean_seed_is_silent(name: str) -> None:
    assert factcheck.check_file(SEEDS / name) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "ottawa-and-kyiv-spoilt.md",
            [
                ("DAY101", "error", "Saturday", "Sunday", None),
                ("FX101", "error", "$31.5 billion", "$13.5 billion", "two digits changed places: $13.5 billion?"),
                (
                    "FX101",
                    "error",
                    "$3.1 million",
                    "$3.1 billion",
                    "a scale word or three digits: $3.1 million printed for $3.1 billion, million for billion?",
                ),
            ],
        ),
        (
            "election-night-spoilt.md",
            [
                (
                    "SUM101",
                    "error",
                    "$17 billion",
                    None,
                    "a decimal point, a digit or a scale word out of place, or a lost currency symbol?",
                ),
                ("CHG101", "error", "20%", "17%", None),
                ("DAY101", "error", "Monday", "Tuesday", None),
                ("CON103", "warning", "April 29, 2025", None, None),
            ],
        ),
    ],
)
def test_spoilt_seed(name: str, found: list[tuple[str, str, str, str | None, str | None]]) -> None:
    source = (SEEDS / name).read_text(encoding="utf-8")
    findings = factcheck.check_file(SEEDS / name)
    assert [(f.code, f.severity, f.text, f.fix.text if f.fix else None, f.cause) for f in findings] == found
    assert [source[f.start : f.end] for f in findings] == [f.text for f in findings]


#: Our own sentences with the articles' figures; each slip is an error that names its cause.
BODY = (
    "Ottawa set aside 19.5\u00a0billion Canadian dollars ($13.5 billion) in help, including 4.5 billion Canadian "
    "dollars ($3.1 billion) for arms.\n\nKyiv has got $1.7 billion under the scheme, the first tranche of Canada's "
    "promise of 5\u00a0billion Canadian dollars to the fund."
)


@pytest.mark.parametrize(
    ("old", "new", "code", "cause"),
    [
        ("$13.5 billion", "$31.5 billion", "FX101", "two digits changed places: $13.5 billion?"),
        ("$3.1 billion", "$3.1 million", "FX101", "million for billion?"),
        ("4.5 billion Canadian", "45 billion Canadian", "FX101", "a decimal point or a digit out of place"),
        ("$1.7 billion", "$17 billion", "SUM101", "a decimal point, a digit or a scale word out of place"),
        ("$13.5 billion", "$28.1 billion", "FX101", "multiplied where it should be divided"),
    ],
)
def test_a_slip_in_the_articles_figures_names_its_cause(old: str, new: str, code: str, cause: str) -> None:
    from datetime import date

    assert factcheck.check(BODY, date=date(2025, 3, 16)) == []
    assert old in BODY
    (finding,) = factcheck.check(BODY.replace(old, new, 1), date=date(2025, 3, 16))
    assert (finding.code, finding.severity) == (code, "error")
    assert finding.cause is not None
    assert cause in finding.cause
