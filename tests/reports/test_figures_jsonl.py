"""Figures as JSON lines: what a hostile draft cannot do to them."""

from __future__ import annotations

import json

import pytest
from figures_samples import draft, figure, shown


def test_one_object_a_line_whatever_the_text_holds() -> None:
    text = "$5\n\u2028million\x85\x1b[31m\u202e"
    source = draft(f"It cost {text}.", "a\nb\x1b.md", "7\u2029")
    out = shown("jsonl", (source, [figure(source, text)]))
    assert len(out.splitlines()) == 1
    assert out.isprintable() is False
    assert out.rstrip("\n").isprintable()
    record = json.loads(out)
    assert (record["text"], record["path"], record["id"]) == (text, "a\nb\x1b.md", "7\u2029")
    assert list(record)[:3] == ["path", "id", "kind"]


def test_a_path_that_no_encoding_takes() -> None:
    source = draft("It cost $5.", "caf\udce9.md")
    assert json.loads(shown("jsonl", (source, [figure(source, "$5")])))["path"] == "caf\udce9.md"


@pytest.mark.parametrize(("encoding", "expected"), [("utf-8", "€5"), ("ascii", "\\u20ac5"), ("latin-1", "\\u20ac5")])
def test_keeps_to_the_encoding(encoding: str, expected: str) -> None:
    source = draft("It cost €5.")
    assert f'"text": "{expected}"' in shown("jsonl", (source, [figure(source, "€5")]), encoding=encoding)
