"""Whole drafts in newsroom style: restated figures are found, at both places; updates and parts are not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import factcheck
from factcheck.fronts.config import Config

FILES = sorted((Path(__file__).parent / "restatements").glob("*.txt"))
CASES = [
    tuple(case.strip().split("\n", 1))
    for path in FILES
    for case in path.read_text(encoding="utf-8").partition("\n")[2].split("\n---\n")
]
DAY = datetime.date(2025, 6, 24)


@pytest.mark.parametrize(("code", "text"), CASES, ids=lambda value: str(value)[:40])
def test_draft(code: str, text: str) -> None:
    found = factcheck.check(text.replace("[[", "").replace("]]", ""), date=DAY)
    shown = [finding for finding in found if finding.severity != "info"]
    if code == "-":
        assert [(finding.code, finding.message) for finding in shown] == []
        return
    start = text.index("[[")
    marked = (code, "warning", start, text[start + 2 : text.index("]]")])
    assert [(finding.code, finding.severity, finding.start, finding.text) for finding in shown] == [marked]
    assert shown[0].message.startswith("check: ")
    assert len(shown[0].related) == 1


def test_there_are_enough_drafts() -> None:
    codes = [code for code, _ in CASES]
    assert (len(codes) >= 50, codes.count("-") * 2 >= len(codes)) == (True, True)


def test_a_rule_chosen_alone_has_all_its_finders() -> None:
    caption = "The minister of ports opens the new harbour bridge at a ceremony in Bergen on May {}, 2025. (Photo: AP)"
    text = "\n\n".join(caption.format(day) for day in (4, 5))
    found = factcheck.check(text, config=Config(select=("CON103",)))
    assert [(finding.code, finding.text) for finding in found] == [("CON103", "May 5, 2025")]


@pytest.mark.parametrize(
    ("headline", "text", "cause"),
    [
        ("$4.5 billion", "$4.5 million", "another scale word, million for billion?"),
        ("$45.0 million", "$4.5 million", "a zero or a decimal point too many or too few?"),
        ("$5.4 million", "$4.5 million", "two digits changed places?"),
        ("$4.53 million", "$4.83 million", "one digit mistyped?"),
        ("$6.1 million", "$4.5 million", None),
    ],
)
def test_the_likely_cause_and_both_figures_are_named(headline: str, text: str, cause: str | None) -> None:
    draft = f"Bergen buys a depot for {headline}\n\nThe city of Bergen has bought a depot for {text}.\n\nIt."
    (finding,) = factcheck.check(draft)
    assert (finding.code, finding.cause, finding.fix) == ("CON101", cause, None)
    assert finding.message == f"check: the headline says {headline}, the text says {text}"
    assert [(edit.text, edit.label) for edit in finding.alternatives] == [
        (text, f"if {text} is right"),
        (headline, f"if {headline} is right"),
    ]


def test_a_headline_figure_that_the_text_lacks_is_information() -> None:
    (finding,) = factcheck.check(
        "Ministry orders 36 icebreakers\n\nThe ministry will build icebreakers in Gdansk.\n\nSoon."
    )
    assert (finding.code, finding.severity, finding.text) == ("CON105", "info", "36")


def test_one_fact_in_three_places_is_one_finding() -> None:
    draft = (
        "Bergen buys a tram depot for $6.1 million\n\nThe city of Bergen has bought a tram depot for $4.5 million.\n\n"
        "The tram depot that the city of Bergen has bought for $6.1 million. (Photo: Per Dahl)"
    )
    assert [finding.code for finding in factcheck.check(draft)] == ["CON101"]
