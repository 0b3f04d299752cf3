"""Misprinted numbers: what was meant, when it is certain, and that one slip is one finding."""

from __future__ import annotations

import factcheck
from factcheck.checking.finding import Finding
from factcheck.fronts.config import Config


def one(text: str, **options: object) -> Finding:
    found = factcheck.check(text, **options)  # type: ignore[arg-type]
    assert len(found) == 1, found
    return found[0]


def test_both_readings_are_offered_and_none_is_certain() -> None:
    finding = one("The march drew 1,0000 people.")
    assert finding.message == "1,0000 has a comma or a digit wrong: 10,000 by its digits, or 1,000?"
    assert (finding.code, finding.severity, finding.fix, finding.expected) == ("TYP101", "error", None, None)
    assert [(other.start, other.end, other.text, other.label) for other in finding.alternatives] == [
        (15, 21, "10,000", "if the digits are right"),
        (15, 21, "1,000", "if the commas are right, or are something else"),
    ]
    assert [(place.text, place.label) for place in finding.related] == [("0000", "this group is not three digits")]


def test_what_the_draft_prints_elsewhere_is_the_fix() -> None:
    finding = one("The town of 10,000. A march drew 1,0000 people.")
    assert finding.fix is not None
    assert (finding.fix.text, finding.expected) == ("10,000", "10,000")
    assert [other.text for other in finding.alternatives] == ["1,000"]


def test_both_readings_elsewhere_leave_it_open() -> None:
    assert one("It has 10,000 men and 1,000 guns. A march drew 1,0000 people.").fix is None


def test_a_part_of_a_longer_number_is_no_witness() -> None:
    assert one("It has 110,000 men and 10,000.5 guns. A march drew 1,0000 people.").fix is None


def test_readings_that_come_to_one_are_the_fix() -> None:
    finding = one("The march drew 1,00,0000 people.")
    assert finding.fix is not None
    assert (finding.fix.text, finding.alternatives) == ("1,000,000", ())


def test_a_draft_without_any_other_number_is_checked() -> None:
    assert one("They sold 1,0000 loaves.").code == "TYP101"
    assert one("It opened in l998.").code == "TYP103"


def test_what_rests_on_a_misprint_is_told_under_it() -> None:
    """12,34 is read as 12.34: that the shares of 12.34 do not agree is no second slip."""
    text = "Sales rose 50%, from $12,34 million to $2.1 million."
    finding = one(text)
    assert (finding.code, finding.text) == ("TYP101", "12,34")
    assert finding.notes
    assert all(note.word == "then" for note in finding.notes)
    other = factcheck.check(text, config=Config(ignore=("TYP",)))
    assert [found.code for found in other] != []


def test_a_quotation_is_queried() -> None:
    finding = one('"We are 1,0000 people," she said. It has 10,000 people.')
    assert finding.severity == "warning"
    assert finding.message.startswith("check: 1,0000 has")
    assert finding.fix is None


def test_other_languages_have_marks_of_their_own() -> None:
    config = Config(language="de")
    text = "Der Ort hat 10.000 Einwohner, 1,0000 people, 5% percent und 12.34,5 troops."
    assert factcheck.check(text, config=config) == []


def test_a_record_prints_what_stands_there() -> None:
    finding = one("The army sent 10.000 troops.")
    record = finding.claim.roles["thousands"]
    assert isinstance(record, dict)
    assert (record["text"], record["value"]) == ("10.000", "10000")
    assert finding.message == ("10.000 reads as 10 in English, and what it counts has no thousandths: 10,000?")


def test_offsets_behind_letters_of_two_bytes() -> None:
    text = "Zażółć gęślą: the march drew 1,0000 people – “10, 000 men”."
    found = factcheck.check(text)
    assert [(f.code, f.text, text[f.start : f.end]) for f in found] == [
        ("TYP101", "1,0000", "1,0000"),
        ("TYP103", "10, 000", "10, 000"),
    ]


def test_style_is_asked_for() -> None:
    text = "The bridge cost $5 billion dollars and $1.2345bn; about 1,347 people came."
    assert factcheck.check(text) == []
    found = factcheck.check(text, config=Config(select=("STY",)))
    assert [(f.code, f.severity, f.text) for f in found] == [
        ("STY102", "warning", "$5 billion dollars"),
        ("STY101", "info", "$1.2345bn"),
        ("STY103", "info", "$1.2345bn"),
        ("STY104", "info", "1,347"),
    ]
    assert found[0].fix is not None
    assert found[0].fix.text == "$5 billion"
