"""OpenDocument: what is read in which role, what a place is called, and files that mean harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from packed_files import draft_in, odt, places, why_not, zipped
from texts import shape

import factcheck
from factcheck.drafts.draft import Draft


def draft_of(body: str, styles: str = "") -> Draft:
    return draft_in(odt(body, styles), "deal.odt")


def style(name: str, parent: str = "", properties: str = "", family: str = "paragraph") -> str:
    inner = f"<style:text-properties {properties}/>" if properties else ""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{inner}</style:style>'


def p(text: str, named: str = "Standard") -> str:
    return f'<text:p text:style-name="{named}">{text}</text:p>'


def table(*rows: str) -> str:
    made = ("".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row.split("|")) for row in rows)
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in made)}</table:table>"


def test_roles() -> None:
    draft = draft_of(
        p("Port to cost more", "P1") + p("It needs 5 cranes", "Subtitle")
        + '<text:h text:outline-level="1">The head</text:h><text:h text:outline-level="2">A part</text:h>'
        + p("Text.") + p("A crane", "P2") + p("“Yes”", "Quotations")
        + f"<text:list><text:list-item>{p('one')}</text:list-item></text:list>",
        style("P1", "Title") + style("P2", "Illustration") + style("Illustration", "Caption"),
    )  # fmt: skip
    assert shape(draft) == [
        ("headline", "Port to cost more"), ("standfirst", "It needs 5 cranes"), ("body", "The head"),
        ("body", "A part"), ("body", "Text."), ("caption", "A crane"), ("quote", "“Yes”"), ("list", "one"),
    ]  # fmt: skip


def test_insertions_are_read_and_deletions_are_not() -> None:
    deleted = (
        f'<text:changed-region text:id="c"><text:deletion>{p("It cost $9.")}</text:deletion></text:changed-region>'
    )
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes>"
    body += p('It cost <text:change text:change-id="c"/><text:change-start/>$5<text:change-end/> million.')
    assert draft_of(body).text == "It cost $5 million."


def test_white_space_and_signs() -> None:
    text = 'It  cost\n   $5 <text:s text:c="2"/>million<text:tab/>or<text:line-break/>'
    text += "less <text:span> than</text:span> that"
    assert draft_of(p(text)).text == "It cost $5   million\tor\nless than that"


def test_what_is_hidden_or_not_the_text_is_left_out() -> None:
    body = p(
        'A <text:span text:style-name="T1">1 </text:span><office:annotation><text:p>2</text:p></office:annotation>'
        "<text:hidden-text>3</text:hidden-text>B"
        "<draw:frame><draw:object><text:p>4</text:p></draw:object></draw:frame> 5"
    )
    body += f'<text:section text:display="none">{p("6")}</text:section>'
    body += f"<text:table-of-content>{p('7')}</text:table-of-content>"
    assert draft_of(body, style("T1", "", 'text:display="none"', "text")).text == "A B 5"


def test_raised_digits_are_exponents_or_marks() -> None:
    up = '<text:span text:style-name="T1">{}</text:span>'
    body = p(f"20 m{up.format('2')} at $5 billion{up.format('12')}.")
    assert draft_of(body, style("T1", "", 'style:text-position="super 58%"', "text")).text == "20 m² at $5 billion."


def test_notes_stand_at_the_end_and_text_boxes_where_they_are() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    body = p(f"It cost $5 billion{note.format('footnote', 'A note.')}{box} in{note.format('endnote', 'The end.')} all.")
    assert places(draft_of(body)) == [
        ("text box 1", "In the box."), ("paragraph 1", "It cost $5 billion in all."), ("footnote 1", "A note."),
        ("endnote 1", "The end."),
    ]  # fmt: skip


def test_a_table_is_a_grid() -> None:
    body = (
        f"{p('Costs, $ million', 'Caption')}<table:table><table:table-column/>"
        "<table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-rows-spanned="2">{p("Office")}</table:table-cell>'
        f'<table:table-cell table:number-columns-spanned="2">{p("Year")}</table:table-cell><table:covered-table-cell/>'
        "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>"
        f"<table:table-cell>{p('2023')}</table:table-cell><table:table-cell>{p('2024')}</table:table-cell>"
        f"</table:table-row><table:table-row><table:table-cell>{p('North')}</table:table-cell>"
        f"<table:table-cell/><table:table-cell>{p('2')}{p('m')}</table:table-cell></table:table-row></table:table>"
    )
    draft = draft_of(body)
    (grid,) = draft.tables
    assert [(c.row, c.column, c.rows, c.columns, c.part, draft.text[c.start : c.end]) for c in grid.cells] == [
        (0, 0, 2, 1, "head", "Office"), (0, 1, 1, 2, "head", "Year"), (1, 1, 1, 1, "body", "2023"),
        (1, 2, 1, 1, "body", "2024"), (2, 0, 1, 1, "body", "North"), (2, 2, 1, 1, "body", "2\n\nm"),
    ]  # fmt: skip
    assert grid.title is not None
    assert draft.text[slice(*grid.title)] == "Costs, $ million"
    assert draft.places[-1] == "table 1, row 3, column 3"


@pytest.mark.parametrize(
    ("body", "code", "text", "where"),
    [
        (p("16 March 2025") + p("It cost C$19.5 billion ($31.5 billion)."), "FX101", "$31.5 billion", "paragraph 2"),
        (table("Office|2023|2024", "North|120|130", "South|250|260", "East|31|40", "Total|401|480"), "SUM110", "480",
         "table 1, row 5, column 3"),
    ],
)  # fmt: skip
def test_findings_name_the_place(body: str, code: str, text: str, where: str, tmp_path: Path) -> None:
    file = tmp_path / "deal.odt"
    file.write_bytes(odt(body))
    (found,) = factcheck.check_file(file)
    assert (found.code, found.text, found.where) == (code, text, where)


class TestHostileFiles:
    def test_encrypted(self) -> None:
        manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
        data = zipped({"content.xml": b"\x00\x9f", "META-INF/manifest.xml": manifest})
        assert why_not(data, "a.odt") == "encrypted; save it without a password"

    def test_a_spreadsheet(self) -> None:
        assert why_not(odt("").replace(b"content", b"contint"), "a.odt").startswith("no text document")

    def test_entities(self) -> None:
        content = '<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><office>&a;</office>'
        assert why_not(zipped({"content.xml": content}), "a.odt").endswith(
            "declares a document type, which no word processor writes"
        )

    def test_tables_in_tables_without_end(self) -> None:
        one = "table:table", "table:table-row", "table:table-cell"
        deep = "".join(f"<{name}>" for name in one) * 50_000 + "".join(f"</{name}>" for name in one[::-1]) * 50_000
        assert why_not(odt(deep), "a.odt") == "the part content.xml cannot be read: nested too deeply"

    def test_counts_that_lie(self) -> None:
        body = f'<table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999">{p("a")}'
        body += "</table:table-cell></table:table-row></table:table>" + p('a<text:s text:c="999999999"/>b')
        assert len(draft_of(body).text) < 2000
