"""Severity follows consequence: what is only just possible, and what turns the meaning of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.checking.finding import Finding
from factcheck.fronts.config import Config

KIND = """\
kind: house
title: Figures of the house
roles: {a: [count, percent, money], b: [count, percent, money], c: [count, percent, money]}
optional: [c]
signed: []
phrases:
  en:
    - "{a} house {b}"
    - "{a} house {b} and {c}"
"""
RULE = """\
code: XX101
name: house-rule
title: A rule of the house
severity: warning
claim: house
expect: a == b + c
mark: a
message: "{a} is not {expected}"
why: Tests.
bad:
  - text: "[[1]] house 2"
good:
  - text: 1 house 1
"""


def findings(tmp_path: Path, text: str, rule: str = RULE) -> list[Finding]:
    tmp_path = tmp_path / str(len(list(tmp_path.iterdir())))  # what is loaded from a folder is kept
    (tmp_path / "claims").mkdir(parents=True)
    (tmp_path / "claims" / "house.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "XX101-house-rule.yaml").write_text(rule, encoding="utf-8")
    return factcheck.check(text, config=Config(rules=(tmp_path,), select=("XX101",)))


@pytest.mark.parametrize(
    ("text", "severity", "turned"),
    [
        ("It was 7 house 8.", "warning", None),
        ("It was 7 house 70.", "error", "recomputed, it has another power of ten"),
        ("It was 9 house 11.", "warning", None),  # more digits, and nearly the same
        ("It was 40% house 48%.", "warning", None),
        ("A majority of them said it was 54% house 48%.", "error", "recomputed, it is not A majority"),
        ("A majority of them said it was 54% house 58%.", "warning", None),
        ("By half, it was 48% house 62%.", "error", "recomputed, it is not half"),
        ("It was 4 house 3 and 7.", "error", "recomputed, it is more than 7"),
        ("It was 8 house 3 and 7.", "warning", None),
    ],
)
def test_a_warning_is_raised_where_the_sentence_says_something_else(
    tmp_path: Path, text: str, severity: str, turned: str | None
) -> None:
    (found,) = findings(tmp_path, text)
    assert found.severity == severity
    assert next((note.text for note in found.notes if note.word == "turns"), None) == turned


def test_a_question_and_what_informs_are_not_raised(tmp_path: Path) -> None:
    (asked,) = findings(tmp_path, "It was 7 house 70.", RULE + "query: true\n")
    (quoted,) = findings(tmp_path, 'The mayor said: "It was 7 house 70."')
    (informed,) = findings(tmp_path, "It was 7 house 70.", RULE.replace("severity: warning", "severity: info"))
    assert [found.severity for found in (asked, quoted, informed)] == ["warning", "warning", "info"]


def test_a_rounding_slip_that_makes_a_fall_a_rise_is_an_error() -> None:
    text = "Sales rose 0.9% from $10.10 billion to $10.00 billion, and costs rose 1.1% from $1,000.00 to $1,010.02."
    found = {finding.text: finding for finding in factcheck.check(text)}
    assert found["0.9%"].severity == "error"


def test_a_share_that_is_no_majority() -> None:
    (found,) = factcheck.check("A majority of voters (48%) like it.")
    assert (found.severity, found.text) == ("error", "A majority")
    assert found.message == '48% is not "A majority", which is read as 50% or more'
    assert found.notes[-1].text == "by the other figures it is not A majority"


@pytest.mark.parametrize(
    ("text", "tight"),
    [
        ("Sales rose 22% from $5.0 billion to $6.0 billion.", True),
        ("Sales rose 20% from $5.0 billion to $6.0 billion.", False),
        ("Sales rose 22% from about $5.0 billion to $6.0 billion.", False),  # a hedged figure is never exact
        ("Sales rose about 21% from $5.0 billion to $6.0 billion.", False),
    ],
)
def test_what_fits_only_with_the_rounding_of_both(text: str, tight: bool) -> None:
    assert factcheck.check(text) == []
    found = factcheck.check(text, config=Config(severity="info"))
    assert [(finding.severity, finding.text, finding.fix) for finding in found] == [("info", "22%", None)] * tight
    for finding in found:
        expected = "only with the rounding of both: $5.0 billion to $6.0 billion is 20%, not 22%"
        assert finding.message == expected


@pytest.mark.parametrize(("tight", "levels"), [("warning", ["warning"]), ("null", [])])
def test_a_rule_names_the_level_of_what_is_tight(tmp_path: Path, tight: str, levels: list[str]) -> None:
    rule = RULE + f"tight: {tight}\nsharp: [b]\n"
    text = "It was $5.4 billion house $5.36 billion."
    assert findings(tmp_path, text, rule) == []
    text = "It was $5 million house $5.46 million."
    assert [finding.severity for finding in findings(tmp_path, text, rule)] == []
    text = "It was $5.4 million house $5.5 million."
    assert [finding.severity for finding in findings(tmp_path, text, rule)] == levels


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The attack left 12 dead: 7 soldiers and 4 civilians.", "the parts that are listed, 7 + 4, make 11, not 12"),
        ("Two-thirds of voters, or 48%, said yes.", '48% is not "Two-thirds", which is read as 62.7% to 70.7%'),
        ("They hold 30 of the 36 seats, or half of them.", None),
        ("The rate fell from 5% to 6% in March.", "5% to 6% is a rise, and the words around it say a fall"),
        ("Born in 1950, she was 68 in 2025.", "someone born in 1950 was 74 or 75 in 2025, not 68"),
        (
            "In the poll 48 percent were for it, 41 percent against and 14 percent undecided.",
            "48 percent + 41 percent + 14 percent is more than 100%",
        ),
    ],
)
def test_messages_show_their_arithmetic(text: str, message: str | None) -> None:
    assert [found.message for found in factcheck.check(text)] == ([message] if message else [])


def test_a_share_in_words_expects_no_other_words() -> None:
    (found,) = factcheck.check("Two-thirds of voters, or 48%, said yes.")
    assert found.expected is None


@pytest.mark.parametrize(
    ("text", "label", "edit"),
    [
        ("Sales rose 25% from $5.00 billion to $6.00 billion.", "if 25% is right", "$6.25 billion"),
        ("Sales fell 25% from $8.00 billion to $7.00 billion.", "if 25% is right", "$6 billion"),
        ("Support fell 9 points, from 54% to 47%.", "if 9 is right", "45%"),
        ("Only 10 percent of the 2,000 workers, or 500, voted.", "if 500 is right", "25 percent"),
        ("Five of 200 patients (0.025 percent) fell ill.", None, None),  # a twentieth of a patient
        ("A quarter of the 840 seats (or 310) were empty.", None, None),  # words are no number to replace
        ("It gave $5 billion for 40 million people, $12 each.", "if $12 is right", "$480 million"),
    ],
)
def test_where_either_side_could_be_wrong_both_are_offered(text: str, label: str | None, edit: str | None) -> None:
    (found,) = factcheck.check(text)
    assert [(other.label, other.text) for other in found.alternatives] == ([(label, edit)] if label else [])
