"""reStructuredText: what is read, in which role, and where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from texts import draft_of, printed, shape

from factcheck.drafts.draft import Draft
from factcheck.fronts.cli import main


def rst(source: str) -> Draft:
    return draft_of(source, "draft.rst")


@pytest.mark.parametrize(
    ("source", "text", "figure", "in_source"),
    [
        ("It cost **$5** billion.", "It cost $5 billion.", "$5 billion", "$5** billion"),
        ("It cost *$5 billion*, é.", "It cost $5 billion, é.", "$5 billion", "$5 billion"),
        ("5 * 6 * 7 or 8*", "5 * 6 * 7 or 8*", "6", "6"),
        ("Type ``rm -5`` for 6.", "Type  for 6.", "6", "6"),
        ("See `the $5 <http://a.example/8>`_ and `six 6`__.", "See the $5 and six 6.", "six 6", "six 6"),
        ("It cost 5 billion [1]_ or 6\\ [#a]_ million", "It cost 5 billion  or 6 million", "6 million",
         "6\\ [#a]_ million"),
        (r"It cost \$5 or 6\ |nbsp|\ km.", "It cost $5 or 6\u00a0km.", "6\u00a0km", r"6\ |nbsp|\ km"),
        ("See |a5| and :ref:`part 6` or :math:`7`.", "See  and part 6 or .", "part 6", "part 6"),
        (r"Of 5 m\ :sup:`2` or 6 billion\ :sup:`7`.", "Of 5 m² or 6 billion.", "5 m²", r"5 m\ :sup:`2`"),
        ("Ann_ paid 5 in snake_6_case", "Ann paid 5 in snake_6_case", "Ann paid", "Ann_ paid"),
        ("See https://a.example/5, 6.", "See , 6.", "6", "6"),
        ("Of 5. .. factcheck: ignore FX101: 7", "Of 5.", "5", "5"),
        ("It cost $5\nbillion", "It cost $5\nbillion", "$5\nbillion", "$5\nbillion"),
    ],
)  # fmt: skip
def test_marks_are_left_out_and_offsets_stay(source: str, text: str, figure: str, in_source: str) -> None:
    draft = rst(source)
    assert draft.text == text
    assert printed(draft, figure) == in_source


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("====\nUp 5\n====\n\nA.\n\nB 6\n---\nC.",
         [("headline", "Up 5"), ("body", "A."), ("body", "B 6"), ("body", "C.")]),
        ("- One 5\n  more\n- Two 6\n\n  Three 7\n\nB.",
         [("list", "One 5\nmore"), ("list", "Two 6"), ("list", "Three 7"), ("body", "B.")]),
        ("1. One 5\n2. Two 6", [("list", "One 5"), ("list", "Two 6")]),
        ("1985. A year\nof 5.", [("body", "1985. A year\nof 5.")]),
        ("A.\n\n   He paid 5.\n   Then 6.\n\nB.", [("body", "A."), ("quote", "He paid 5.\nThen 6."), ("body", "B.")]),
        ("Cost\n   Of 5.", [("list", "Cost"), ("list", "Of 5.")]),
        ("As in::\n\n   5\n\n   6\n\nB 7.", [("body", "As in:"), ("body", "B 7.")]),
        ("As in::\n\n> 5\n> 6\n\nB 7.", [("body", "As in:"), ("body", "B 7.")]),
        (".. note:: Of 5\n   and 6.\n\n   More.\n\nB.", [("body", "Of 5\nand 6."), ("body", "More."), ("body", "B.")]),
        (".. figure:: a5.png\n   :width: 6\n\n   Seen in 7.", [("caption", "Seen in 7.")]),
        (".. pull-quote::\n\n   I paid 5.", [("quote", "I paid 5.")]),
        (".. code-block:: c\n\n   5\n\n.. include:: b6.rst\n\n.. math:: 7\n\nB.", [("body", "B.")]),
        (".. a 5\n   b 6\n\nB.", [("body", "B.")]),
        (".. _t5: http://a.example\n.. |s| replace:: 6\n\nB.", [("body", "B.")]),
        ("A [1]_.\n\n.. [1] Of 5\n   and 6.", [("body", "A ."), ("note", "Of 5\nand 6.")]),
        (">>> 5\n6\n\nB.", [("body", "B.")]),
        ("| One 5\n| Two 6", [("body", "One 5"), ("body", "Two 6")]),
        ("A.\n\n----\n\nB.", [("body", "A."), ("body", "B.")]),
        (":Abstract: Of 5\n   and 6.\n:Version: 7\n\nB.", [("standfirst", "Of 5\nand 6."), ("body", "B.")]),
    ],
)  # fmt: skip
def test_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(rst(source)) == blocks
    assert shape(rst(source.replace("\n", "\r\n"))) == blocks


@pytest.mark.parametrize("head", ["Up 5\n====\n\n:Author: A\n:Date: 2025-03-16\n\nB.", ".. date: 2025-03-16\n\nB."])
def test_date(head: str) -> None:
    draft = rst(head)
    assert draft.date is not None
    assert draft.date.day == date(2025, 3, 16)
    assert draft.source[draft.date.start : draft.date.end] == "2025-03-16"


GRID = """+-------+-------+
| Depot | Buses |
+=======+=======+
| Älder | 112   |
+-------+-------+
| Birch | 87    |
+-------+-------+
| Total | 189   |
+-------+-------+
"""
SIMPLE = """=====  =====
Depot  Buses
=====  =====
Älder    112
Birch     87
Total    189
=====  =====
"""


@pytest.mark.parametrize("table", [GRID, SIMPLE])
@pytest.mark.parametrize("before", ["", ".. table:: Depots\n\n   "])
def test_tables(table: str, before: str) -> None:
    draft = rst(before + table.replace("\n", "\n   " if before else "\n"))
    (found,) = draft.tables
    assert [(cell.row, cell.column, cell.part, draft.text[cell.start : cell.end]) for cell in found.cells] == [
        (0, 0, "head", "Depot"), (0, 1, "head", "Buses"), (1, 0, "body", "Älder"), (1, 1, "body", "112"),
        (2, 0, "body", "Birch"), (2, 1, "body", "87"), (3, 0, "body", "Total"), (3, 1, "body", "189"),
    ]  # fmt: skip
    assert printed(draft, "112") == "112"
    assert (found.title is not None) == bool(before)


def test_cells_over_several_columns_and_lines() -> None:
    draft = rst("+---+---+\n| a b 5 |\n+---+---+\n| c | d |\n| 6 |   |\n+---+---+\n| e | f |\n+---+---+\n")
    (table,) = draft.tables
    assert [(cell.column, cell.columns, draft.text[cell.start : cell.end]) for cell in table.cells][:3] == [
        (0, 2, "a b 5"), (0, 1, "c\n6"), (1, 1, "d"),
    ]  # fmt: skip


def test_from_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.rst"
    body = "The firm paid $19.5 billion (€13.5 billion)."
    path.write_text(f"T\n=\n\n:Date: 2025-03-16\n\n{body}\n\n{GRID}\n{SIMPLE}", encoding="utf-8")
    assert main(["check", str(path), "--format", "concise"]) == 1
    out = capsys.readouterr().out
    assert ":6:30: error FX101" in out
    assert ":15:11: error SUM110 the cells make 199, not 189" in out
    assert ":23:10: error SUM110 the cells make 199, not 189" in out
    for hushed in (f".. factcheck: ignore FX101: old\n\n{body}", f"{body} .. factcheck: ignore FX101"):
        path.write_text(f":Date: 2025-03-16\n\n{hushed}\n", encoding="utf-8")
        assert main(["check", str(path), "--format", "concise"]) == 0


@pytest.mark.parametrize(
    "part",
    ["*", "*a ", "**a", "`", "``", "`a ", "|a ", "_`", ":a:`", "[1]_", "- ", "1. ", ".. ", "- a\n\n", ".. [1] ",
     ".. note:: ",
     "+-+\n", "|a|\n", "= =\n", "a::\n\n", "a_ ", "\\", "a\n b\n", ":a: "],
)  # fmt: skip
def test_hostile_rows_are_read(part: str) -> None:
    draft = rst("a 5\n\n" + part * 20_000 + "5")
    assert all(draft.text[block.start : block.end] for block in draft.blocks)


def test_deep_indentation() -> None:
    draft = rst("".join(" " * n + "- a\n\n" for n in range(0, 1500)))
    assert len(draft.blocks) == 1500
