"""Tables as text: dialects, the place of every cell, and totals end to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from texts import draft_of, printed, shape

import factcheck
from factcheck.drafts.draft import Draft
from factcheck.fronts.cli import main


def cells(draft: Draft) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, draft.text[c.start : c.end]) for c in draft.tables[0].cells]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("Office,2024\nNorth,12\n", "a.csv"), ("Office;2024\r\nNorth;12\r\n", "a.csv"),
        ("Office\t2024\nNorth\t12", "a.tsv"), ("Office\t2024\nNorth\t12", "a.csv"), ("Office|2024\nNorth|12", "a.csv"),
        ("sep=;\nOffice;2024\nNorth;12", "a.csv"), ("\n,,\nOffice, 2024 \n\n North ,12\n", "a.csv"),
    ],
)  # fmt: skip
def test_dialects(source: str, path: str) -> None:
    draft = draft_of(source, path)
    assert cells(draft) == [(0, 0, "Office"), (0, 1, "2024"), (1, 0, "North"), (1, 1, "12")]
    assert [cell.part for cell in draft.tables[0].cells] == ["head", "head", "body", "body"]
    for cell in draft.tables[0].cells:
        start, end = draft.to_source(cell.start, cell.end)
        assert draft.source[start:end] == draft.text[cell.start : cell.end]


def test_a_decimal_comma_is_no_delimiter() -> None:
    assert cells(draft_of("a;b\nx;1,5\ny;2,5\n", "a.csv"))[3] == (1, 1, "1,5")


def test_quotation_marks() -> None:
    draft = draft_of('a,"b, ""so"" said"\n"x\ny","1,204" ft\n"",7\nopen,"8\n', "a.csv")
    assert shape(draft) == [
        ("cell", "a"), ("cell", 'b, "so" said'), ("cell", "x\ny"), ("cell", "1,204"), ("cell", "7"), ("cell", "open"),
        ("cell", '"8'),
    ]  # fmt: skip
    assert printed(draft, 'b, "so" said') == 'b, ""so"" said'
    assert printed(draft, '"so"') == '""so""'
    assert printed(draft, "1,204") == "1,204"
    assert draft.tables[0].cells[4][2:4] == (2, 1)


def test_lines_before_and_after_the_table_are_its_title_and_notes() -> None:
    draft = draft_of("Costs in $ million,,\nOffice,2023,2024\nNorth,1,2\nSource: the ministry\n", "a.csv")
    assert shape(draft)[0] == ("note", "Costs in $ million")
    assert shape(draft)[-1] == ("note", "Source: the ministry")
    assert draft.tables[0].title == (0, 18)
    assert len(draft.tables[0].cells) == 6


def test_long_cells_are_prose() -> None:
    draft = draft_of(f"a,b\nx,{'word ' * 80}\n", "a.csv")
    assert draft.blocks[-1].role == "body"


def test_a_data_file_is_read_without_a_grid() -> None:
    draft = draft_of("a,b\n" + "x,1\n" * 30_000, "a.csv")
    assert draft.tables == ()
    assert len(draft.blocks) == 60_002


def test_a_wrong_total_is_found_and_mended_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "sum.csv"
    source = 'Office,"2024, € million"\nNorth,"1,204"\nSouth,356\nTotal,"1,650"\n'
    file.write_text(source, encoding="utf-8")
    (found,) = factcheck.check_file(file)
    assert (found.code, found.text, found.expected, found.where) == ("SUM110", "1,650", "1,560", None)
    assert source[found.start : found.end] == "1,650"
    assert (found.line, found.column) == (4, 8)
    main(["check", str(file), "--unsafe-fixes", "--format", "concise"])
    assert file.read_text(encoding="utf-8") == source.replace("1,650", "1,560")


def test_a_fix_that_would_part_a_cell_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sum.csv"
    source = "Office,2024\nNorth,1204\nSouth,356\nTotal,1650\n"
    file.write_text(source, encoding="utf-8")
    from factcheck.drafts.reading import can_replace

    assert can_replace("a.csv", "1650", "1560")
    assert not can_replace("a.csv", "1650", "1,560")
    assert can_replace("a.csv", "1,650", "1,560")
    assert can_replace("a.md", "1650", "1,560")
    assert not can_replace("a.ipynb", "1,650", "1,560\n")
    main(["check", str(file), "--unsafe-fixes", "--format", "concise"])
    assert file.read_text(encoding="utf-8").endswith("Total,1560\n")
    capsys.readouterr()
