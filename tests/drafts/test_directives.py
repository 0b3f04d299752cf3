"""Comments that tell the checker what to leave alone."""

from __future__ import annotations

import pytest

from factcheck.drafts.reading import read_text


def directives(source: str, path: str = "a.md") -> list[tuple[str, tuple[str, ...]]]:
    (draft,) = read_text(source, path)
    return [(directive.covers, directive.codes) for directive in draft.directives]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<!-- factcheck: ignore -->\nText.", [("block", ())]),
        ("Text. <!-- factcheck: ignore FX101 -->\nMore.", [("line", ("FX101",))]),
        ("Text.\n\n<!-- factcheck: ignore FX101, SUM: as they say -->\n\nMore.", [("block", ("FX101", "SUM"))]),
        ("<!--factcheck:ignore FX-->\nText.", [("block", ("FX",))]),
        ("<!-- factcheck: ignore off-reference-rate: old rate: yes -->\nText.", [("block", ("off-reference-rate",))]),
        ("<!-- factcheck: ignore: satire -->\nText.", [("block", ())]),
        ("Text.\n<!--\nfactcheck: ignore-file SUM:\nsatire\n-->\n", [("file", ("SUM",))]),
        ("Text.\n\n<!-- factcheck: ignore-file -->", [("file", ())]),
        ("<!-- factcheck: ignore the figures below -->\nText.", []),  # no codes: a note to a colleague
        ("<!-- factcheck: ignored -->\nText.", []),
        ("<!-- please factcheck: ignore -->\nText.", []),
        ("Write `<!-- factcheck: ignore -->` there.", []),
        ("```\n<!-- factcheck: ignore -->\n```\nText.", []),
        ("Text.\n\n    <!-- factcheck: ignore -->\n\nText.", []),
        ("> Text. <!-- factcheck: ignore FX101 -->", [("line", ("FX101",))]),
        ("a <!-- factcheck: ignore FX --> b <!-- factcheck: ignore SUM -->", [("line", ("FX",)), ("line", ("SUM",))]),
        ("factcheck: ignore", []),
    ],
)  # fmt: skip
def test_markdown(source: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert directives(source) == found


def test_other_formats() -> None:
    page = "<p>One.</p>\n<!-- factcheck: ignore FX101 -->\n<p>Two.</p>"
    assert directives(page, "a.html") == [("block", ("FX101",))]
    assert directives("One.\n<!-- factcheck: ignore FX101 -->\nTwo.", "a.txt") == [("block", ("FX101",))]


def test_where_it_stands() -> None:
    source = "Ünder 3.\n<!-- factcheck: ignore -->\nText."
    (draft,) = read_text(source, "a.md")
    (directive,) = draft.directives
    assert source[directive.start : directive.end] == "<!-- factcheck: ignore -->"
