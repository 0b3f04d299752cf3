"""Numbers before lists: in one sentence, and before the items of a list in Markdown or plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.claims.claim import Claim, faces


def counted(text: str) -> list[tuple[str, str, str]]:
    return [
        (claim.roles["stated"].text, claim.roles["listed"].text, number(claim))
        for claim in factcheck.find_claims(text)
        if claim.kind == "counted_list"
    ]


def number(claim: Claim) -> str:
    return faces(claim.roles["listed"])[0].printed_value()


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("He has four aims: peace, bread and land.", "3"),
        ("He has two aims: peace, bread and land.", "3"),
        ("He has four aims: peace, bread, and land.", "3"),
        ("The four firms: Alto, Bravo and Coda.", "3"),
        ("All four teams — Ajax, Bari and Celta — are through.", "3"),
        ("He has three aims: more bread, more peace and more land.", "3"),
        ("The two names: Ann Roe, Bo Lind and Cy Moe.", None),
        ("The three parties: the Greens, the Reds and Labour.", "3"),
        ("Two men: Al, a cook; Bo, his son; and Cy, a nurse.", "3"),
        ("The two teams: Ghana, and Bosnia and Herzegovina.", None),
    ],
)
def test_items_of_a_sentence(text: str, items: str | None) -> None:
    assert [found[2] for found in counted(text)] == ([items] if items else [])


def test_the_span_of_a_list() -> None:
    assert counted("He has four aims: peace, bread and land. So he said.") == [("four", "peace, bread and land", "3")]


@pytest.mark.parametrize(
    ("items", "number"),
    [
        ("- one roof\n- one wall\n", "2"),
        ("* roofs\n* walls\n* doors\n", "3"),
        ("1. roofs\n2. walls\n", "2"),
        ("- roofs\n  - of tin\n  - of tiles\n- walls\n", "2"),
        ("- roofs\n\ntext\n\n- walls\n", None),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_items_of_a_list(tmp_path: Path, items: str, number: str | None, suffix: str) -> None:
    path = tmp_path / f"draft{suffix}"
    path.write_text(f"The house needs five repairs:\n\n{items}\nThat is all.\n", encoding="utf-8")
    found = [finding for finding in factcheck.check_file(path) if finding.code == "SUM104"]
    said = f"the list has {number} items, not five: one is missing, one too many, or the number is wrong"
    assert [(finding.text, finding.message) for finding in found] == ([("five", said)] if number else [])


def test_a_second_paragraph_is_no_item(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("The house needs three repairs:\n\n- roofs\n\n  and more of them\n\n- walls\n", encoding="utf-8")
    assert [finding.text for finding in factcheck.check_file(path)] == ["three"]


def test_lists_of_a_page_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.html"
    path.write_text("<p>Three repairs:</p><ul><li>roofs<ul><li>tin</li></ul></li><li>walls</li></ul>", encoding="utf-8")
    assert factcheck.check_file(path) == []
