"""Word: what is read in which role, what a place is called, and files that mean harm."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest
from packed_files import docx, draft_in, p, places, r, table, why_not, zipped
from texts import shape

import factcheck
from factcheck.drafts import package
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.fronts.cli import main

WRONG = "The port cost C$19.5 billion ($31.5 billion) in all."


def draft_of(body: str, **parts: str) -> Draft:
    return draft_in(docx(body, **parts), "deal.docx")


def text_of(body: str) -> str:
    return draft_of(body).text


def test_roles_by_the_names_of_styles_in_any_language() -> None:
    draft = draft_of(
        p("Port to cost more", "Titel") + p("It needs 5 cranes", "Untertitel") + p("The head", "berschrift1")
        + p("A part", "berschrift2") + p("Text.") + p("A crane", "Beschriftung") + p("“Yes”", "Zitat")
        + p("“No”", "House") + p("one", "Liste")
        + '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>two</w:t></w:r></w:p>'
    )  # fmt: skip
    assert shape(draft) == [
        ("headline", "Port to cost more"), ("standfirst", "It needs 5 cranes"), ("body", "The head"),
        ("body", "A part"), ("body", "Text."), ("caption", "A crane"), ("quote", "“Yes”"), ("quote", "“No”"),
        ("list", "one"), ("list", "two"),
    ]  # fmt: skip
    assert draft.source == draft.text


def test_a_first_line_without_a_style_can_be_the_headline() -> None:
    assert shape(draft_of(p("Port to cost more") + p("It will cost $5.")))[0] == ("headline", "Port to cost more")
    assert shape(draft_of(p("It will cost $5.") + p("More.")))[0][0] == "body"


def test_paragraphs_are_counted_as_they_are_seen() -> None:
    draft = draft_of(p("Head", "Titel") + "<w:p/>" + p("One.") + table("a|b", "c|4") + p("Two."))
    assert places(draft) == [
        ("paragraph 1", "Head"), ("paragraph 2", "One."), ("table 1, row 1, column 1", "a"),
        ("table 1, row 1, column 2", "b"), ("table 1, row 2, column 1", "c"), ("table 1, row 2, column 2", "4"),
        ("paragraph 3", "Two."),
    ]  # fmt: skip
    assert draft.where(draft.text.index("4")) == "table 1, row 2, column 2"
    assert draft.where(len(draft.text)) == "paragraph 3"


def test_insertions_are_read_and_deletions_are_not() -> None:
    assert (
        text_of(
            p(
                f"<w:ins>{r('It cost $5')}</w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
                f"<w:moveFrom>{r(' or $8')}</w:moveFrom><w:moveTo>{r(' and $7.')}</w:moveTo>"
            )
        )
        == "It cost $5 and $7."
    )


def test_a_deleted_end_joins_two_paragraphs() -> None:
    draft = draft_of(f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('It cost ')}</w:p>" + p("$5 million.") + p("End."))
    assert places(draft) == [("paragraph 1", "It cost $5 million."), ("paragraph 2", "End.")]


def test_a_deleted_row_is_no_row() -> None:
    body = table("a|b", "c|4", "d|5").replace("<w:tr><w:tc><w:p><w:r><w:t xml:space=\"preserve\">c", "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>c")  # fmt: skip  # noqa: E501
    assert [cell.row for cell in draft_of(body).tables[0].cells] == [0, 0, 1, 1]


def test_what_is_hidden_or_not_the_text_is_left_out() -> None:
    body = (
        p(r("A") + r(" 1", "<w:vanish/>") + r(" 2", '<w:vanish w:val="0"/>') + r(" 3", '<w:rStyle w:val="Secret"/>'))
        + p("Contents 4", "Verzeichnis1")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here 5')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Control 6')}</w:sdtContent></w:sdt>"
        + "<w:p><m:oMath><m:r><m:t>7</m:t></m:r></m:oMath></w:p>"
    )
    assert text_of(body) == "A 2\n\nControl 6"


def test_the_result_of_a_field_is_read_and_its_code_is_not() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>IF 1 </w:instrText></w:r>{char('begin')}{char('separate')}{r('2')}{char('end')}"
    body = p(r("It cost ") + char("begin") + code + char("separate") + r("$5") + char("end") + r("."))
    body += p(f'<w:fldSimple w:instr="DATE 3">{r("May 4")}</w:fldSimple>')
    assert text_of(body) == "It cost $5.\n\nMay 4"


def test_signs() -> None:
    run = (
        "<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>year</w:t><w:tab/><w:t>bil</w:t><w:softHyphen/><w:t>lion</w:t><w:br/>"
    )
    run += '<w:t>20</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C do\u00adllars</w:t></w:r>'
    assert text_of(p(run)) == "5-year\tbillion\n20°C dollars"


def test_raised_digits_are_exponents_fractions_or_marks() -> None:
    up, down = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    body = p(r("20 m") + r("2", up) + r(" at $5 billion") + r("1", up) + r("2", up) + r(" or 2") + r("1", up) + r("/")
             + r("2", down) + r(" days"))  # fmt: skip
    assert text_of(body) == "20 m² at $5 billion or 2½ days"


@pytest.mark.parametrize(
    ("before", "properties", "read"),
    [
        ("20 m", '<w:position w:val="8"/>', "20 m²"),
        ("20 m", '<w:position w:val="1"/>', "20 m2"),
        ("x1", '<w:position w:val="-8"/>', "x1₂"),
        ("20 m", '<w:rStyle w:val="Up"/>', "20 m²"),
        ("20 m", '<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>', "20 m2"),
    ],
)
def test_other_ways_to_raise_a_digit(before: str, properties: str, read: str) -> None:
    up = '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    assert draft_of(p(r(before) + r("2", properties)), styles=up).text == read


def test_footnotes_in_the_order_of_their_marks() -> None:
    def mark(number: int, kind: str = "footnote") -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    notes = "".join(f'<w:footnote w:id="{n}">{p(f"Note {n} says ${n}.")}</w:footnote>' for n in (1, 2, 3))
    draft = draft_of(
        p(r("It cost $5 billion") + mark(3) + r(" more.") + mark(1) + f"<w:del>{mark(2)}</w:del>" + mark(1, "endnote")),
        footnotes=notes, endnotes=f'<w:endnote w:id="1">{p("The end.")}</w:endnote>',
    )  # fmt: skip
    assert places(draft) == [
        ("paragraph 1", "It cost $5 billion more."), ("footnote 1", "Note 3 says $3."),
        ("footnote 2", "Note 1 says $1."), ("endnote 1", "The end."),
    ]  # fmt: skip
    assert [block.role for block in draft.blocks] == ["body", "note", "note", "note"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('In the box: $5.')}</w:txbxContent>"
    run = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    draft = draft_of(f"<w:p>{r('Before ')}<w:r>{run}</w:r>{r('and after.')}</w:p>")
    assert places(draft) == [("text box 1", "In the box: $5."), ("paragraph 1", "Before and after.")]


def test_a_table_is_a_grid() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if text else '<w:p/>'}</w:tc>"

    top, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        "<w:trPr><w:tblHeader/></w:trPr>" + cell("Office", top) + cell("Year", '<w:gridSpan w:val="2"/>'),
        cell("", on) + cell("2023") + cell("2024"),
        cell("North") + cell("") + f"<w:tc>{p('2')}{table('x|y', '1|3')}</w:tc>",
    )
    draft = draft_of(
        p("Costs, $ million", "Beschriftung") + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    )
    outer, inner = draft.tables
    texts = [draft.text[cell.start : cell.end].split("\n")[0] for cell in outer.cells]
    assert [(c.row, c.column, c.rows, c.columns, c.part, t) for c, t in zip(outer.cells, texts, strict=True)] == [
        (0, 0, 2, 1, "head", "Office"), (0, 1, 1, 2, "head", "Year"), (1, 1, 1, 1, "body", "2023"),
        (1, 2, 1, 1, "body", "2024"), (2, 0, 1, 1, "body", "North"), (2, 2, 1, 1, "body", "2"),
    ]  # fmt: skip
    assert [draft.text[c.start : c.end] for c in inner.cells] == ["x", "y", "1", "3"]
    assert outer.title is not None
    assert draft.text[slice(*outer.title)] == "Costs, $ million"
    assert draft.places[-1] == "table 2, row 2, column 2"


def test_a_long_cell_is_text_without_a_place_in_the_grid() -> None:
    draft = draft_of(table("a|b", f"c|{'word ' * 80}"))
    assert draft.blocks[-1].role == "body"
    assert len(draft.tables[0].cells) == 3


def test_the_strict_format_and_another_main_part() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    relations = '<r><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/w/d.xml"/></r>'  # fmt: skip  # noqa: E501
    data = zipped(
        {"_rels/.rels": relations, "w/d.xml": f"<w:document {strict}><w:body>{p('Yes.')}</w:body></w:document>"}
    )
    assert draft_in(data, "a.docx").text == "Yes."


def test_a_finding_names_the_paragraph_and_quotes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "deal.docx"
    file.write_bytes(docx(p("Port", "Titel") + p("16 March 2025") + p(WRONG)))
    (found,) = factcheck.check_file(file)
    assert (found.code, found.text, found.where, found.quote) == ("FX101", "$31.5 billion", "paragraph 3", WRONG)
    assert (found.line, found.column) == (5, 31)
    assert [other.where for other in found.related] == ["paragraph 3", None]
    assert main(["check", str(file), "--format", "jsonl"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert (record["where"], record["quote"], record["start"]) == ("paragraph 3", WRONG, found.start)
    assert main(["check", str(file), "--format", "concise"]) == 1
    assert f"{file}:5:31: error FX101 paragraph 3: C$19.5 billion is about" in capsys.readouterr().out
    assert main(["check", str(file), "--format", "rich"]) == 1
    assert f"{file}, paragraph 3 (5:31)" in capsys.readouterr().out
    assert main(["figures", str(file), "--format", "jsonl"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["text"], one["where"]) for one in said][-1] == ("$31.5 billion", "paragraph 3")


def test_a_total_is_checked_and_its_cell_named(tmp_path: Path) -> None:
    file = tmp_path / "sum.docx"
    file.write_bytes(docx(table("Office|2023|2024", "North|120|130", "South|250|260", "East|31|40", "Total|401|480")))
    (found,) = factcheck.check_file(file)
    assert (found.code, found.text, found.where) == ("SUM110", "480", "table 1, row 5, column 3")


def test_nothing_is_written_into_a_packed_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "deal.docx"
    data = docx(p("Nine people died: five men and three women."))
    file.write_bytes(data)
    assert main(["check", str(file), "--fix", "--format", "concise"]) == 1
    assert file.read_bytes() == data
    assert "--fix" not in capsys.readouterr().out
    assert main(["check", str(file), "--diff"]) == 0


class TestHostileFiles:
    def test_no_zip(self) -> None:
        assert why_not(b"Not a document.", "a.docx").startswith("broken or cut off")

    def test_empty(self) -> None:
        assert why_not(b"", "a.docx") == "empty: nothing to check"
        assert why_not(docx(""), "a.docx") == "empty: nothing to check"

    def test_cut_off(self) -> None:
        data = docx(p("Text. " * 50))
        for size in range(1, len(data), 37):
            assert why_not(data[:size], "a.docx").startswith("broken or cut off")

    def test_another_zip(self) -> None:
        assert why_not(zipped({"a.txt": "a"}), "a.docx").startswith("no document of Word")

    def test_encrypted(self) -> None:
        assert "without a password" in why_not(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.docx")
        data = docx(p("Text."))
        entry = data.index(b"PK\x01\x02")
        flagged = data[: entry + 8] + b"\x01" + data[entry + 9 :]
        assert why_not(flagged, "a.docx") == "encrypted; save it without a password"

    def test_a_zip_bomb_is_not_unpacked(self) -> None:
        bomb = zipped({"word/document.xml": b"<a>" + b" " * (30 << 20)})
        assert "unpacks to more than 8 MB: too large, or a zip bomb" in why_not(bomb, "a.docx")

    def test_a_large_document_is_read(self) -> None:
        assert package.LARGEST == 64 << 20
        assert len(draft_of("".join(p(f"Line {n:05}.") for n in range(20_000))).blocks) == 20_000

    def test_entities_are_neither_expanded_nor_fetched(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("secret", encoding="utf-8")
        laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        for entities in (f'<!ENTITY l0 "ha">{laughs}', f'<!ENTITY l9 SYSTEM "{secret.as_uri()}">', ""):
            document = f"<!DOCTYPE w [{entities}]><w:document xmlns:w='x'><w:body>&l9;</w:body></w:document>"
            reason = why_not(zipped({"word/document.xml": document.encode("utf-16")}), "a.docx")
            assert "secret" not in reason
            assert "the part word/document.xml" in reason

    def test_tables_in_tables_without_end(self) -> None:
        deep = "<w:tbl><w:tr><w:tc>" * 50_000 + "</w:tc></w:tr></w:tbl>" * 50_000
        assert why_not(docx(deep), "a.docx") == "the part word/document.xml cannot be read: nested too deeply"

    def test_a_style_that_builds_on_itself(self) -> None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="x"/><w:basedOn w:val="{b}"/></w:style>'
            for a, b in (("A", "B"), ("B", "A"))
        )
        assert draft_of(p("Yes.", "A"), styles=styles).text == "Yes."

    def test_a_broken_part(self) -> None:
        data = bytearray(docx(p("Text. " * 200)))
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            at = opened.getinfo("word/document.xml").header_offset
        data[at + 60 : at + 90] = bytes(30)
        assert why_not(bytes(data), "a.docx").startswith("the part word/document.xml")

    def test_a_text_is_no_packed_file(self) -> None:
        with pytest.raises(Unreadable, match="its bytes are needed"):
            factcheck.check("It cost $5.", path="a.docx")

    def test_without_lxml_the_way_to_it_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "lxml", None)
        assert "pip install 'factcheck-lint[docx]'" in why_not(docx(p("A.")), "a.docx")
