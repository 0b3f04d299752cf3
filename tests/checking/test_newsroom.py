"""Sentences in newsroom style, a file a group of rules: the spoilt ones are found, the true ones are left alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import factcheck

FILES = sorted((Path(__file__).parent / "newsroom").glob("*.txt"))
CASES = [
    (path.stem, *line.split("\t", 1))
    for path in FILES
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
DAY = datetime.date(2025, 6, 24)


@pytest.mark.parametrize(("group", "code", "text"), CASES, ids=lambda value: str(value)[:60])
def test_sentence(group: str, code: str, text: str) -> None:
    found = factcheck.check(text.replace("[[", "").replace("]]", ""), date=DAY)
    if code == "-":
        assert [(finding.code, finding.message) for finding in found] == []
        return
    start = text.index("[[")
    assert [(finding.code, finding.start, finding.text) for finding in found] == [
        (code, start, text[start + 2 : text.index("]]")])
    ]
