"""Tables, each with what is found in it: a code and the marked cell, or nothing. One of two is spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.checking.finding import Finding

FOLDER = Path(__file__).parent / "tables"
CASES = [
    (path.suffix, *section.split("\n", 1))
    for path in sorted(FOLDER.iterdir())
    for section in path.read_text(encoding="utf-8").split("=== ")
    if section
]


def found_in(text: str, suffix: str = ".md") -> list[Finding]:
    return factcheck.check(text.replace("[[", "").replace("]]", ""), path=f"table{suffix}")


@pytest.mark.parametrize(("suffix", "title", "text"), CASES, ids=lambda value: str(value)[:50].replace("\n", " "))
def test_table(suffix: str, title: str, text: str) -> None:
    code = title.split()[0]
    found = [(finding.code, finding.start, finding.text) for finding in found_in(text, suffix)]
    if code == "-":
        assert "[[" not in text
        assert found == []
        return
    start = text.index("[[")
    assert found == [(code, start, text[start + 2 : text.index("]]")])]


def test_there_are_enough_tables() -> None:
    spoilt = sum("[[" in text for _, _, text in CASES)
    assert len(CASES) >= 45
    assert 20 <= spoilt <= len(CASES) - 20


SWAPPED = """\
| Ward | Votes |
|---|---:|
| Aston | 412 |
| Barrow | 257 |
| Corby | 190 |
| Delph | 133 |
| Edge | 88 |
| Total | 1,098 |
"""


def test_the_arithmetic_is_shown_and_a_few_cells_are_listed() -> None:
    (finding,) = found_in(SWAPPED)
    assert finding.message == "the cells make 1,080, not 1,098"
    assert [note.text for note in finding.notes] == ["412 + 257 + 190 + 133 + 88 = 1,080"]
    assert [(related.text, related.label) for related in finding.related] == [
        ("412", "a cell"), ("257", "a cell"), ("190", "a cell"), ("133", "a cell"),
    ]  # fmt: skip
    assert finding.expected == "1,080"
    assert (finding.line, finding.column) == (8, 11)


def test_the_one_cell_whose_digits_changed_places_is_named_and_offered() -> None:
    (finding,) = found_in(SWAPPED)
    assert finding.cause == "257 for 275, two digits that changed places?"
    (alternative,) = finding.alternatives
    assert SWAPPED[alternative.start : alternative.end] == "257"
    assert (alternative.text, alternative.label) == ("275", "if 1,098 is right")


def test_a_cell_that_was_left_out_is_named() -> None:
    (finding,) = found_in(SWAPPED.replace("257", "275").replace("1,098", "908"))
    assert finding.cause == "the total leaves out 190?"


def test_the_unit_of_a_heading_is_the_cells() -> None:
    (finding,) = found_in("| Fund | € bn |\n|---|---|\n| A | 1.5 |\n| B | 2.0 |\n| C | 0.7 |\n| Total | 4.9 |\n")
    total = finding.claim.roles["total"]
    assert isinstance(total, dict)
    assert (total["kind"], total["currency"], total["value"]) == ("money", "EUR", "4900000000")
    assert finding.message == "the cells make 4.2, not 4.9"
    assert isinstance(finding.claim.roles["cells"], list)
    assert [cell["text"] for cell in finding.claim.roles["cells"]] == ["1.5", "2.0", "0.7"]


def test_plain_text_has_no_tables() -> None:
    assert found_in(SWAPPED, ".txt") == []
