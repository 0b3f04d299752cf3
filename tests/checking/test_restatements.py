"""Whole drafts in newsroom style: restated figures are found, at both places; updates and parts are not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import factcheck

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
