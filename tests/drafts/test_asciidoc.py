"""AsciiDoc: what is read, in which role, and where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from texts import draft_of, printed, shape

from factcheck.drafts.draft import Draft
from factcheck.fronts.cli import main


def adoc(source: str) -> Draft:
    return draft_of(source, "draft.adoc")


@pytest.mark.parametrize(
    ("source", "text", "figure", "in_source"),
    [
        ("It cost *$5* billion.", "It cost $5 billion.", "$5 billion", "$5* billion"),
        ("It cost **$5**bn and _six 6_, #7#.", "It cost $5bn and six 6, 7.", "six 6", "six 6"),
        ("5 * 6 * 7 in snake_8_case", "5 * 6 * 7 in snake_8_case", "8", "8"),
        ("Type `rm -5` or +++7+++ for 6.", "Type  or  for 6.", "6", "6"),
        ("See https://a.example/8[the $5], link:a9[the *6*] or <<t7,part 7>>.", "See the $5, the 6 or part 7.",
         "part 7", "part 7"),
        ('See https://a.example/8["the $5, they say",window=_blank].', "See the $5, they say.", "$5", "$5"),
        ("See https://a.example/5, 6.", "See , 6.", "6", "6"),
        ("It cost 5 billionfootnote:[Of 2019.] then.", "It cost 5 billion then.\n\nOf 2019.", "5 billion then",
         "5 billionfootnote:[Of 2019.] then"),
        ("Of 5 m^2^ or 6 billion^7^ of CO~2~.", "Of 5 m² or 6 billion of CO2.", "5 m²", "5 m^2^"),
        ("Of 6{nbsp}million, &pound;5.", "Of 6\u00a0million, £5.", "6\u00a0million", "6{nbsp}million"),
        (":a: $5 billion\n\nIt cost {a} or {b}.", "It cost $5 billion or {b}.", "$5 billion", "{a}"),
        ("It is [.red]#5# or stem:[6] or (((7))) 8.", "It is 5 or  or  8.", "8", "8"),
        (r"It is \*5* of 6.", "It is *5* of 6.", "6", "6"),
        ("It cost $5 +\nbillion", "It cost $5\nbillion", "$5\nbillion", "$5 +\nbillion"),
        ("It cost 5\n// and 6\nbillion", "It cost 5\nbillion", "5\nbillion", "5\n// and 6\nbillion"),
        ("Of 5. // factcheck: ignore FX101: 7", "Of 5.", "5", "5"),
    ],
)  # fmt: skip
def test_marks_are_left_out_and_offsets_stay(source: str, text: str, figure: str, in_source: str) -> None:
    draft = adoc(source)
    assert draft.text == text
    assert printed(draft, figure) == in_source


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("= Up 5\nAnn Bo6\n\nA.\n\n== Down 6\n\nB.",
         [("headline", "Up 5"), ("body", "A."), ("body", "Down 6"), ("body", "B.")]),
        ("[.lead]\nOf 5.\n\n[abstract]\nOf 6.", [("standfirst", "Of 5."), ("standfirst", "Of 6.")]),
        ("* One 5\nmore\n** Two 6\n+\nThree 7\n\nB.",
         [("list", "One 5\nmore"), ("list", "Two 6"), ("list", "Three 7"), ("body", "B.")]),
        (". One 5\n2. Two 6\n\nTerm 7:: Means 8", [("list", "One 5"), ("list", "Two 6"), ("list", "Term 7"), ("list",
         "Means 8")]),
        ("____\nI paid 5.\n\nAnd 6.\n____\nB.", [("quote", "I paid 5."), ("quote", "And 6."), ("body", "B.")]),
        ("[quote, Ann]\nI paid 5.\n\nB.", [("quote", "I paid 5."), ("body", "B.")]),
        (".Listing 5\n[source]\n----\n6\n\n7\n----\nB.", [("body", "B.")]),
        ("....\n5\n....\n\n////\n6\n\n////\n\n++++\n7\n++++\n\n```c\n8\n```\nB.", [("body", "B.")]),
        ("[source]\na = 5\n\n literal 6\n\nB.", [("body", "B.")]),
        ("====\nExample 5\n====\n\n****\nAside 6\n****", [("body", "Example 5"), ("body", "Aside 6")]),
        ("NOTE: Of 5.", [("body", "Of 5.")]),
        (".Seen in 5\nimage::a6.png[The bridge, 300]", [("caption", "The bridge"), ("caption", "Seen in 5")]),
        ("include::a5.adoc[]\n\nifdef::b6[]\nB.\nendif::[]", [("body", "B.")]),
        (":a5: 6\n// of 7\n\nB.", [("body", "B.")]),
        ("A.\n\n'''\n\nB.", [("body", "A."), ("body", "B.")]),
    ],
)  # fmt: skip
def test_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(adoc(source)) == blocks
    assert shape(adoc(source.replace("\n", "\r\n"))) == blocks


@pytest.mark.parametrize(
    "head",
    ["= T\nAnn\nv1.0, 2025-03-16: draft", "= T\nAnn\n2025-03-16", "= T\n:revdate: 2025-03-16", ":date: 2025-03-16"],
)
def test_date(head: str) -> None:
    draft = adoc(f"{head}\n:lang: de\n\nText.")
    assert draft.date is not None
    assert (draft.date.day, draft.language) == (date(2025, 3, 16), "de")
    assert draft.source[draft.date.start : draft.date.end] == "2025-03-16"


TABLE = """.Depots
[cols="1,1",options="header"]
|===
|Depot |Buses

|Älder |112
|Birch
|87
|Total |189
|===
"""


@pytest.mark.parametrize("attributes", ['[cols="1,1",options="header"]\n', '[cols="2*",%header]\n', ""])
def test_tables(attributes: str) -> None:
    draft = adoc(TABLE.replace('[cols="1,1",options="header"]\n', attributes))
    (found,) = draft.tables
    assert [(cell.row, cell.column, cell.part, draft.text[cell.start : cell.end]) for cell in found.cells] == [
        (0, 0, "head", "Depot"), (0, 1, "head", "Buses"), (1, 0, "body", "Älder"), (1, 1, "body", "112"),
        (2, 0, "body", "Birch"), (2, 1, "body", "87"), (3, 0, "body", "Total"), (3, 1, "body", "189"),
    ]  # fmt: skip
    assert printed(draft, "112") == "112"
    assert found.title is not None
    assert draft.text[slice(*found.title)] == "Depots"


def test_cells_over_several_columns_and_rows() -> None:
    draft = adoc("[cols=3*,options=footer]\n|===\n2+|a b |c\n.2+^|d |5 |6\n|7 s|\n|e |8 \\| 9 |f\n|===")
    (table,) = draft.tables
    assert [(cell.row, cell.column, cell.part, draft.text[cell.start : cell.end]) for cell in table.cells] == [
        (0, 0, "body", "a b"), (0, 2, "body", "c"), (1, 0, "body", "d"), (1, 1, "body", "5"), (1, 2, "body", "6"),
        (2, 1, "body", "7"), (3, 0, "foot", "e"), (3, 1, "foot", "8 \\| 9"), (3, 2, "foot", "f"),
    ]  # fmt: skip


def test_from_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "The firm paid $19.5 billion (€13.5 billion)."
    path = tmp_path / "a.asciidoc"
    path.write_text(f"= T\nAnn\n2025-03-16\n\n{body}\n\n{TABLE}", encoding="utf-8")
    assert main(["check", str(path), "--format", "concise"]) == 1
    out = capsys.readouterr().out
    assert ":5:30: error FX101" in out
    assert ":15:9: error SUM110 the cells make 199, not 189" in out
    for hushed in (f"// factcheck: ignore FX101: old\n\n{body}", f"{body} // factcheck: ignore FX101"):
        path.write_text(f":revdate: 2025-03-16\n\n{hushed}\n", encoding="utf-8")
        assert main(["check", str(path), "--format", "concise"]) == 0


@pytest.mark.parametrize(
    "part",
    ["*", "*a ", "**a", "`", "``a", "+++", "^a", "~", "{", "{a}", "footnote:[", "link:a[", "<<", "<<a", "[[",
     "[.a]#", "(((",
     "\n* ", "\n|===\n|a", "|", "\n====\n", "\n--\n", "\n____\n", "\n----\n", "::", "\n[", "\n.", "&pound;",
      "\n:a: {a}"],
)  # fmt: skip
def test_hostile_rows_are_read(part: str) -> None:
    draft = adoc("a 5\n\n" + part * 20_000 + "5")
    assert all(draft.text[block.start : block.end] for block in draft.blocks)
