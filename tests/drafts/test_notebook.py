"""Notebooks: the Markdown cells alone, and the place of every character through JSON's escapes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from texts import draft_of, printed, shape

import factcheck
from factcheck.drafts.draft import Unreadable
from factcheck.fronts.cli import main

WRONG = ["# The \u201cport\u201d\n", "\n", 'It cost C$19.5\u00a0billion \\($31.5\u00a0billion) on "March" 16.\n']


def notebook(*cells: tuple[str, object], **options: bool | int) -> str:
    made = [
        {
            "cell_type": kind,
            "metadata": {"source": "$1"},
            "source": source,
            "outputs": [{"text": ["$2"], "source": "$3"}],
        }
        for kind, source in cells
    ]
    return json.dumps({"metadata": {"source": ["$4"]}, "cells": made, "nbformat": 4}, **options)  # type: ignore[arg-type]


def test_markdown_cells_are_read_and_nothing_else() -> None:
    draft = draft_of(
        notebook(("markdown", "# Head\n\nIt cost $5.\n"), ("code", "print('$6')"), ("raw", "$7"),
                 ("markdown", ["# More\n", "\n", "- one `$8`\n"]), ("markdown", "---\n\nEnd.")), "a.ipynb",
    )  # fmt: skip
    assert shape(draft) == [
        ("headline", "Head"), ("body", "It cost $5."), ("body", "More"), ("list", "one"), ("body", "End."),
    ]  # fmt: skip
    assert draft.places == ("cell 1", "cell 1", "cell 4", "cell 4", "cell 5")
    assert printed(draft, "End.") == "End."


@pytest.mark.parametrize("options", [{}, {"ensure_ascii": False, "indent": 1}, {"indent": 1}])
def test_positions_go_through_escapes(options: dict[str, bool | int]) -> None:
    for source in (WRONG, "".join(WRONG)):
        draft = draft_of(notebook(("code", "é\U0001f600"), ("markdown", source), **options), "a.ipynb")
        said = json.dumps("$31.5\u00a0billion", ensure_ascii=options.get("ensure_ascii", True) is True)[1:-1]
        assert printed(draft, "$31.5\u00a0billion") == said
        assert printed(draft, '"March"') == '\\"March\\"'
        assert printed(draft, "port") == "port"


def test_characters_of_two_escapes() -> None:
    draft = draft_of(notebook(("markdown", "A \U0001f600 for $5.")), "a.ipynb")
    assert printed(draft, "\U0001f600") == "\\ud83d\\ude00"
    assert printed(draft, "$5") == "$5"


def test_a_table_stands_in_its_grid() -> None:
    draft = draft_of(notebook(("markdown", "Text.\n"), ("markdown", "| a | b |\n|---|---|\n| x | 1 |\n")), "a.ipynb")
    (grid,) = draft.tables
    assert [draft.text[c.start : c.end] for c in grid.cells] == ["a", "b", "x", "1"]


def test_front_matter_in_the_first_cell() -> None:
    draft = draft_of(
        notebook(("raw", ["---\n", "date: 2025-03-16\n", "---\n"]), ("markdown", "It cost $5.")), "a.ipynb"
    )
    assert draft.date is not None
    assert draft.date.day == date(2025, 3, 16)
    assert draft.source[slice(draft.date.start, draft.date.end)] == "2025-03-16"
    assert draft.text == "It cost $5."


def test_a_finding_points_into_the_file_and_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "2025-03-16-deal.ipynb"
    source = notebook(("markdown", WRONG), indent=1)
    file.write_text(source, encoding="utf-8")
    (found,) = factcheck.check_file(file)
    assert (found.code, found.where, source[found.start : found.end]) == ("FX101", "cell 1", "$31.5\\u00a0billion")
    assert source.split("\n")[found.line - 1][found.column - 1 :].startswith("$31.5\\u00a0billion")
    assert main(["check", str(file), "--unsafe-fixes", "--format", "concise"]) == 1
    assert file.read_text(encoding="utf-8") == source


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('{"cells": [', "not JSON"), ("[1]", "no notebook of format 4"),
        ('{"worksheets": []}', "no notebook of format 4"),
        ("[" * 100_000 + "]" * 100_000, "not JSON that can be read"),
        (notebook(("markdown", "half \ud83d of it")), "cell 1 holds half a character"),
        (notebook(("markdown", "---\ndate: never\n---\n")), "date"),
    ],
)  # fmt: skip
def test_what_is_no_notebook(source: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        draft_of(source, "a.ipynb")


def test_cells_of_unexpected_kinds() -> None:
    source = '{"cells": [1, "x", [], {}, {"cell_type": "markdown"}, {"source": {"a": "$1"}, "cell_type": "markdown"}]}'
    assert draft_of(source, "a.ipynb").text == ""
