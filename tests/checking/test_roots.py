"""One root cause gives one finding: what follows from a wrong figure is listed under it."""

from __future__ import annotations

from datetime import date

import factcheck
from factcheck.checking.finding import Finding

DAY = date(2025, 3, 14)


def found(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (finding.code, finding.text, [note.text for note in finding.notes if note.word == "then"])
        for finding in factcheck.check(text, date=DAY)
    ]


def test_a_share_of_a_wrong_total_follows_from_it() -> None:
    text = "The club sold 120 cakes and 80 pies, for a total of 290 items. Of the 290, 120 (60%) were cakes."
    (one,) = factcheck.check(text)
    assert (one.code, one.text, one.severity) == ("SUM102", "290", "error")
    assert [note.text for note in one.notes if note.word == "then"] == ["PCT102 120 of 290 is 41%, not 60%"]
    related = [(place.text, place.label) for place in one.related]
    assert related == [("120", "a part"), ("80", "a part"), ("60%", "PCT102 follows from it")]
    assert text[one.related[2].start : one.related[2].end] == "60%"


def test_a_share_that_is_wrong_with_the_right_total_as_well_is_told_by_itself() -> None:
    text = "The club sold 120 cakes and 80 pies, for a total of 290 items. Of the 290, 120 (95%) were cakes."
    assert [code for code, _, _ in found(text)] == ["SUM102", "PCT102"]


def test_two_slips_on_figures_that_are_not_blamed_are_two_findings() -> None:
    text = (
        "Sales rose 25% from $5.0 billion to $6.0 billion, and rose by $3 billion, from $5.0 billion to $6.0 billion."
    )
    assert [(code, blamed) for code, blamed, _ in found(text)] == [("CHG101", "25%"), ("CHG102", "$3 billion")]


def test_one_wrong_figure_that_two_sentences_blame_is_found_in_both() -> None:
    text = "Sales rose 25% from $5.0 billion to $6.0 billion. Costs rose 25% from $5.0 billion to $6.0 billion."
    assert [(code, blamed) for code, blamed, _ in found(text)] == [("CHG101", "25%"), ("CHG101", "25%")]


def test_a_part_of_a_wrong_conversion_follows_from_it() -> None:
    text = "They gave €10.0 million ($3.1 million), including $5 million for arms."
    assert found(text) == [
        ("FX101", "$3.1 million", ["SUM101 $5 million is more than the $3.1 million that it is a part of"])
    ]


def test_a_change_that_repeats_a_wrong_total_elsewhere_follows_from_it() -> None:
    text = (
        "The firm hired 200 workers at $500 each: $1,000,000 in all.\n\n"
        "Costs rose 25% from $80,000 to $1,000,000 in the year."
    )
    assert found(text) == [("SUM107", "$1,000,000", ["CHG101 $80,000 to $1,000,000 is 1,200%, not 25%"])]


def test_the_level_is_the_highest_of_what_follows() -> None:
    def level(text: str) -> list[Finding]:
        return factcheck.check(text, date=DAY)

    (one,) = level("They gave €10.0 million ($10.3 million).")
    (both,) = level("They gave €10.0 million ($10.3 million), including $15 million for arms.")
    assert (both.code, both.severity) == ("FX101", "error")
    assert one.code == "FX101"
