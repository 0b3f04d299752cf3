"""Which blocks are the cells of a table, and where they stand in it."""

from __future__ import annotations

import pytest

from factcheck.drafts.draft import Draft
from factcheck.drafts.reading import read_text
from factcheck.drafts.table import MOST_CELLS, TableMaker

Row = tuple[int, int, str]


def cells(draft: Draft, number: int = 0) -> list[Row]:
    return [(cell.row, cell.column, draft.text[cell.start : cell.end]) for cell in draft.tables[number].cells]


def draft_of(text: str, suffix: str) -> Draft:
    (draft,) = read_text(text, f"draft{suffix}")
    return draft


def test_pipe_table() -> None:
    draft = draft_of(
        "# T\n\n| Region | 2023 |\n|---|--:|\n| **North** | 1,204 |\n| South | 356[^1] |\n\nText.\n", ".md"
    )
    assert cells(draft) == [
        (0, 0, "Region"), (0, 1, "2023"), (1, 0, "North"), (1, 1, "1,204"), (2, 0, "South"), (2, 1, "356"),
    ]  # fmt: skip
    assert [cell.part for cell in draft.tables[0].cells] == ["head", "head", "body", "body", "body", "body"]
    start, end = draft.to_source(*draft.tables[0].cells[3][:2])
    assert draft.source[start:end] == "1,204"


@pytest.mark.parametrize("row", ["| x | | 3 |", "|x||3|", "| x |  | 3 |"])
def test_empty_cells_take_up_their_place(row: str) -> None:
    draft = draft_of(f"| a | b | c |\n|---|---|---|\n{row}\n", ".md")
    assert cells(draft)[3:] == [(1, 0, "x"), (1, 2, "3")]


def test_an_empty_first_cell_without_a_space() -> None:
    draft = draft_of("|a|b|c|\n|---|---|---|\n||2|3|\n|x|4|5|\n", ".md")
    assert cells(draft)[3:] == [(1, 1, "2"), (1, 2, "3"), (2, 0, "x"), (2, 1, "4"), (2, 2, "5")]


def test_rows_that_the_grammar_runs_together_are_no_table() -> None:
    draft = draft_of("|a|b|c|\n|---|---|---|\n|x|||\n|y|1|2|\n", ".md")
    assert draft.tables == ()
    assert "1" in draft.text


def test_raised_digits_in_markdown_are_marks_or_powers() -> None:
    draft = draft_of("We paid $1,204<sup>1</sup> for 20 m<sup>2</sup> of land.\n", ".md")
    assert draft.text == "We paid $1,204 for 20 m² of land."


def test_html_spans_parts_and_title() -> None:
    draft = draft_of(
        "<table><caption>Costs, <b>$ million</b></caption><thead><tr><th rowspan=2>Office<th colspan=2>Year</tr>"
        "<tr><th>2023<th>2024</tr></thead><tr><td>North<td><p>1</p><td>2</tr><tfoot><tr><td>Total<td>1<td>2</table>",
        ".html",
    )
    assert cells(draft) == [
        (0, 0, "Office"), (0, 1, "Year"), (1, 1, "2023"), (1, 2, "2024"), (2, 0, "North"), (2, 1, "1"), (2, 2, "2"),
        (3, 0, "Total"), (3, 1, "1"), (3, 2, "2"),
    ]  # fmt: skip
    table = draft.tables[0]
    assert [cell.part for cell in table.cells] == ["head"] * 4 + ["body"] * 3 + ["foot"] * 3
    assert (table.cells[0].rows, table.cells[1].columns) == (2, 2)
    assert table.title is not None
    assert draft.text[slice(*table.title)] == "Costs, $ million"


def test_a_table_inside_of_a_table_is_one_of_its_own() -> None:
    draft = draft_of(
        "<table><tr><td>a<td><table><tr><td>1<td>2<tr><td>3<td>4</table></td></tr><tr><td>b<td>c</table>", ".html"
    )
    assert [row[2] for row in cells(draft, 1)] == ["1", "2", "3", "4"]
    assert [row for row in cells(draft) if row[2] in "abc"] == [(0, 0, "a"), (1, 0, "b"), (1, 1, "c")]


def test_what_is_left_out_is_in_no_table() -> None:
    draft = draft_of("<nav><table><tr><td>1<td>2<tr><td>3<td>4</table></nav><p>Text.</p>", ".html")
    assert draft.tables == ()


def test_a_draft_keeps_its_tables_when_it_is_dated() -> None:
    draft = draft_of("| a | b |\n|---|---|\n| 1 | 2 |\n", ".md")
    assert draft.dated(None).tables == draft.tables != ()


def test_a_reader_of_another_format_tells_rows_and_cells() -> None:
    maker = TableMaker()
    for row in range(2):
        maker.begin_row("head" if row == 0 else "body")
        for column in range(2):
            maker.spot().write(10 * row + column, 10 * row + column + 1)
    table = maker.table()
    assert table is not None
    assert [(cell.row, cell.column, cell.start, cell.part) for cell in table.cells] == [
        (0, 0, 0, "head"), (0, 1, 1, "head"), (1, 0, 10, "body"), (1, 1, 11, "body"),
    ]  # fmt: skip


def test_a_data_file_is_no_table() -> None:
    maker = TableMaker()
    for _ in range(MOST_CELLS // 10 + 1):
        maker.begin_row()
        for _ in range(10):
            maker.spot().write(0, 1)
    assert maker.table() is None
