"""One walk through the elements of an OpenDocument text, never by recursion: frames and tables stand in one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.drafts.draft import Role
from factcheck.drafts.odt_styles import TEXT, Style, Styles
from factcheck.drafts.raised_runs import Piece, joined
from factcheck.drafts.story import Story
from factcheck.drafts.table import Part, Spot, TableMaker
from factcheck.drafts.telling import Telling

if TYPE_CHECKING:
    from lxml.etree import _Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
#: Not part of what a reader of the document as it would be printed reads.
_SILENT = frozenset(
    {TEXT + name for name in (
        "tracked-changes", "note-citation", "ruby-text", "table-of-content", "illustration-index", "table-index",
        "object-index", "user-index", "alphabetical-index", "bibliography", "hidden-text", "placeholder", "script",
        "sequence-decls", "variable-decls", "user-field-decls", "toc-mark-start",
    )}
    | {OFFICE + name for name in ("annotation", "annotation-end", "forms", "scripts")}
    | {TABLE + name for name in ("covered-table-cell", "table-columns", "table-header-columns", "shapes")}
    | {DRAW + name for name in ("object", "object-ole", "image", "applet", "plugin", "floating-frame")}
    | {_SVG + "title", _SVG + "desc"}
)  # fmt: skip
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_MOST_SPACES = 1000
_MOST_REPEATED = 200


@dataclass(slots=True)
class _Paragraph:
    role: Role | None
    styles: list[Style]
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    name: str
    maker: TableMaker
    rows: int = 0
    head: int = 0  # so many elements of headings are open
    spot: Spot | None = None
    place: str = ""


class Walk(Telling[_Table]):
    """Adds what it reads to a story. `notes` are those that stand in the text, with their places, for the end."""

    def __init__(self, story: Story, styles: Styles) -> None:
        super().__init__(story)
        self.notes: list[tuple[_Element, str]] = []
        self._styles = styles
        self._paragraphs: list[_Paragraph | None] = []  # None: between the paragraphs of a frame
        self._lists = 0

    def read(self, root: _Element, role: Role | None = None, place: str | None = None) -> None:
        """Read all paragraphs and tables in an element, in one role and place where these are given."""
        from lxml import etree

        self._role, self._place = role, place
        skipped: set[_Element] = set()
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if element is root:
                continue
            if event == "end":
                if element in skipped:
                    skipped.discard(element)
                else:
                    self._end(element)
                self._write(element.tail)
            elif not self._start(element):
                skipped.add(element)
                walker.skip_subtree()

    def _start(self, element: _Element) -> bool:
        """Take the start of an element; whether what stands inside of it is read."""
        tag = str(element.tag)
        if tag in _SILENT or element.get(f"{TEXT}display") == "none" or element.get(f"{TEXT}is-hidden") == "true":
            return False
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            self._begin_paragraph(element)
        elif tag in (f"{TEXT}span", f"{TEXT}a"):
            if self._paragraphs and (paragraph := self._paragraphs[-1]):
                paragraph.styles.append(self._styles.style("text", element.get(f"{TEXT}style-name")))
        elif tag in _SIGNS:
            self._write(_SIGNS[tag], kept=True)
        elif tag == f"{TEXT}s":
            self._write(" " * number(element.get(f"{TEXT}c"), _MOST_SPACES), kept=True)
        elif tag == f"{TEXT}note":
            kind = "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
            if self._shown():
                self.notes.append((element, self.story.next_number(kind)))
            return False
        elif tag == f"{TEXT}list":
            self._lists += 1
        elif tag == f"{DRAW}text-box":
            self._boxes.append(self.story.next_number("text box"))
            self._tables.append(None)
            self._paragraphs.append(None)
        elif tag.startswith(TABLE):
            self._start_table(tag, element)
        self._write(element.text)
        return True

    def _start_table(self, tag: str, element: _Element) -> None:
        table = self._tables[-1] if self._tables else None
        if tag == f"{TABLE}table":
            maker = TableMaker()
            self._tables.append(_Table(self._named(maker), maker))
        elif table is None:
            return
        elif tag == f"{TABLE}table-header-rows":
            table.head += 1
        elif tag == f"{TABLE}table-row":
            table.rows += 1
            part: Part = "head" if table.head else "body"
            table.maker.begin_row(part)
        elif tag == f"{TABLE}table-cell":
            rows = max(1, number(element.get(f"{TABLE}number-rows-spanned"), _MOST_REPEATED))
            columns = number(element.get(f"{TABLE}number-columns-spanned"), _MOST_REPEATED)
            table.spot = table.maker.spot(rows, columns)
            cell = table.spot.cell
            table.place = f"{table.name}, row {table.rows}, column {cell.column + 1 if cell else 1}"
            for _ in range(number(element.get(f"{TABLE}number-columns-repeated"), _MOST_REPEATED) - 1):
                table.maker.spot(rows, columns)

    def _end(self, element: _Element) -> None:
        tag = str(element.tag)
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        table = self._tables[-1] if self._tables else None
        if tag in (f"{TEXT}p", f"{TEXT}h") and paragraph:
            self._paragraphs.pop()
            self._add(joined(paragraph.pieces), paragraph.role)
        elif tag in (f"{TEXT}span", f"{TEXT}a") and paragraph:
            paragraph.styles.pop()
        elif tag == f"{TEXT}list":
            self._lists -= 1
        elif tag == f"{DRAW}text-box":
            self._boxes.pop()
            self._tables.pop()
            self._paragraphs.pop()
        elif tag == f"{TABLE}table":
            self._tables.pop()
        elif tag == f"{TABLE}table-header-rows" and table:
            table.head -= 1
        elif tag == f"{TABLE}table-cell" and table:
            table.spot = None

    def _begin_paragraph(self, element: _Element) -> None:
        style = self._styles.style("paragraph", element.get(f"{TEXT}style-name"))
        role = style.role
        if element.tag == f"{TEXT}h":
            role = "headline" if role == "headline" or element.get(f"{TEXT}outline-level", "1") == "1" else "body"
        elif role is None and self._lists:
            role = "list"
        self._paragraphs.append(_Paragraph(role, [style]))

    def _shown(self) -> bool:
        """Whether the text at hand is to be seen."""
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        if paragraph is None:
            return False
        return not next((style.hidden for style in reversed(paragraph.styles) if style.hidden is not None), False)

    def _write(self, text: str | None, kept: bool = False) -> None:
        """Text of the paragraph at hand. White space is one space, unless it is `kept`: an element stands for it."""
        if not text or not self._shown():
            return
        paragraph = self._paragraphs[-1]
        assert paragraph is not None
        if not kept:
            before = paragraph.pieces[-1].text[-1:] if paragraph.pieces else " "
            lead = " " if text[0] in " \t\r\n" and before not in " \t\n" else ""
            words = [word for word in text.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ") if word]
            trail = " " if words and text[-1] in " \t\r\n" else ""
            text = f"{lead}{' '.join(words)}{trail}"
        if text:
            raised = next((style.raised for style in reversed(paragraph.styles) if style.raised is not None), "")
            paragraph.pieces.append(Piece(text, raised or ""))


def number(said: str | None, most: int) -> int:
    """A count in an attribute; 1 where it says none."""
    return min(int(said), most) if said and said.isdecimal() and len(said) < 10 else 1
