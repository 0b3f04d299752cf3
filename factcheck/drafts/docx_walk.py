"""One walk through the elements of a Word document, never by recursion: text boxes and tables stand in one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.drafts.docx_styles import Style, Styles, hides, is_on, numbered, raised_by
from factcheck.drafts.docx_tables import Reach, number, reaches
from factcheck.drafts.draft import Role
from factcheck.drafts.raised_runs import Piece, joined
from factcheck.drafts.story import Story
from factcheck.drafts.table import Spot, TableMaker
from factcheck.drafts.telling import Telling

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Not part of what a reader of the document as it would be printed reads.
_SILENT = frozenset(
    (
        "del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "instrText",
        "delText", "delInstrText", "rt", "Fallback", "oMath", "oMathPara", "object", "control", "annotationRef",
    )
)  # fmt: skip
#: Of other namespaces than Word's own only these mean anything here.
_FOREIGN = frozenset(("Choice", "Fallback", "oMath", "oMathPara"))
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
#: What the font Symbol shows under these numbers (Unicode's SYMBOL.TXT).
_SYMBOLS = {
    0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0x2D: "−", 0x6D: "μ",
}  # fmt: skip


@dataclass(slots=True)
class _Paragraph:
    style: Style
    role: Role | None
    ends: bool  # False: its mark is deleted, so that it goes on in the next
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    name: str
    maker: TableMaker
    reach: dict[_Element, Reach]
    rows: int = 0
    spot: Spot | None = None
    place: str = ""


class Walk(Telling[_Table]):
    """Adds what it reads to a story. `references` are the ids of the notes that were referred to, by element."""

    def __init__(self, story: Story, styles: Styles, ns: str) -> None:
        super().__init__(story)
        self.ns = ns
        self.references: dict[str, list[str]] = {}
        self._styles = styles
        self._paragraphs: list[_Paragraph] = []
        self._fields: list[bool] = []  # of each open field whether its result has begun
        self._carried: list[Piece] = []
        self._run: Piece | None = None  # an empty one: how the run at hand is raised

    def read(self, root: _Element, role: Role | None = None, place: str | None = None) -> None:
        """Read all paragraphs and tables in an element, in one role and place where these are given."""
        from lxml import etree

        self._role, self._place, self._fields = role, place, []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._end(element)
            elif element is not root and not self._start(element):
                walker.skip_subtree()
        self._flush()

    def _start(self, element: _Element) -> bool:
        """Take the start of an element; whether what stands inside of it is read."""
        name = self._name(element)
        if name in _SILENT:
            return False
        if name == "t":
            self._write(element.text or "")
        elif name == "p":
            self._begin_paragraph(element)
        elif name == "r":
            return self._begin_run(element)
        elif name in _SIGNS:
            self._write(_SIGNS[name])
        elif name == "br":
            self._write("\n")
        elif name == "sym":
            self._write(_symbol(element, self.ns))
        elif name == "fldChar":
            self._field(element.get(f"{self.ns}fldCharType"))
        elif name in ("footnoteReference", "endnoteReference"):
            if not any(not shown for shown in self._fields):
                self.references.setdefault(name, []).append(element.get(f"{self.ns}id") or "")
        elif name == "tbl":
            self._begin_table(element)
        elif name == "tr":
            return self._begin_row(element)
        elif name == "tc":
            return self._begin_cell(element)
        elif name == "txbxContent":
            self._boxes.append(self.story.next_number("text box"))
            self._tables.append(None)
        elif name == "sdt":
            return not self._is_placeholder(element)
        elif name == "Choice":
            return element.getprevious() is None  # one of several drawings of the same thing
        return True

    def _end(self, element: _Element) -> None:
        name = self._name(element)
        if name == "p" and self._paragraphs:
            self._end_paragraph()
        elif name in ("tbl", "txbxContent") and self._tables:
            self._flush()
            self._tables.pop()
            if name == "txbxContent":
                self._boxes.pop()
        elif name == "tc":
            self._flush()
            if self._tables and self._tables[-1]:
                self._tables[-1].spot = None

    def _name(self, element: _Element) -> str:
        space, _, name = str(element.tag).rpartition("}")
        return name if f"{space}}}" == self.ns or name in _FOREIGN else ""

    def _begin_paragraph(self, element: _Element) -> None:
        ns = self.ns
        properties = element.find(f"{ns}pPr")
        named = properties.find(f"{ns}pStyle") if properties is not None else None
        style = self._styles.style(named.get(f"{ns}val") if named is not None else None)
        listed = numbered(properties, ns)
        if listed is None:
            listed = style.listed
        mark = properties.find(f"{ns}rPr") if properties is not None else None
        joins = mark is not None and any(mark.find(f"{ns}{gone}") is not None for gone in ("del", "moveFrom"))
        self._paragraphs.append(_Paragraph(style, style.role or ("list" if listed else None), not joins))

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        pieces = paragraph.pieces if self._paragraphs else self._carried + paragraph.pieces
        if not paragraph.ends and not self._paragraphs:
            self._carried = pieces
            return
        if not self._paragraphs:
            self._carried = []
        if not paragraph.style.directory:
            self._add(joined(pieces), paragraph.role)

    def _flush(self) -> None:
        """What a deleted mark left over at the end of a cell or of the document."""
        if self._carried and not self._paragraphs:
            pieces, self._carried = self._carried, []
            self._add(joined(pieces), None)

    def _begin_run(self, element: _Element) -> bool:
        properties = element.find(f"{self.ns}rPr")
        hidden, raised = hides(properties, self.ns), raised_by(properties, self.ns)
        named = properties.find(f"{self.ns}rStyle") if properties is not None else None
        if named is not None:
            style = self._styles.style(named.get(f"{self.ns}val"))
            hidden = style.hidden if hidden is None else hidden
            raised = style.raised if raised is None else raised
        if hidden is None and self._paragraphs:
            hidden = self._paragraphs[-1].style.hidden
        self._run = Piece("", raised or "")
        return not hidden

    def _write(self, text: str) -> None:
        if text and self._paragraphs and all(self._fields):
            raised = self._run.raised if self._run else ""
            self._paragraphs[-1].pieces.append(Piece(text, raised))

    def _field(self, kind: str | None) -> None:
        """The code of a field is left out, its result read."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _begin_table(self, element: _Element) -> None:
        self._flush()
        maker = TableMaker()
        self._tables.append(_Table(self._named(maker), maker, reaches(element, self.ns)))

    def _begin_row(self, element: _Element) -> bool:
        table = self._tables[-1] if self._tables else None
        properties = element.find(f"{self.ns}trPr")
        if table is None:
            return True
        if properties is not None and properties.find(f"{self.ns}del") is not None:
            return False
        table.rows += 1
        head = properties.find(f"{self.ns}tblHeader") if properties is not None else None
        table.maker.begin_row("head" if head is not None and is_on(head.get(f"{self.ns}val")) else "body")
        for _ in range(number(element.find(f"{self.ns}trPr/{self.ns}gridBefore"), self.ns, 0)):
            table.maker.spot()
        return True

    def _begin_cell(self, element: _Element) -> bool:
        table = self._tables[-1] if self._tables else None
        if table is None:
            return True
        rows, columns = table.reach.get(element, Reach(1, 1))
        if rows == 0:
            return False
        table.spot = table.maker.spot(rows, columns)
        cell = table.spot.cell
        column = cell.column + 1 if cell else 1
        table.place = f"{table.name}, row {table.rows}, column {column}"
        return True

    def _is_placeholder(self, element: _Element) -> bool:
        """Whether a control shows what to type into it, or is a table of contents."""
        properties = element.find(f"{self.ns}sdtPr")
        if properties is None:
            return False
        gallery = properties.find(f"{self.ns}docPartObj/{self.ns}docPartGallery")
        shown = properties.find(f"{self.ns}showingPlcHdr")
        contents = gallery is not None and gallery.get(f"{self.ns}val") == "Table of Contents"
        return contents or (shown is not None and is_on(shown.get(f"{self.ns}val")))


def _symbol(element: _Element, ns: str) -> str:
    said = element.get(f"{ns}char") or ""
    try:
        code = int(said, 16)
    except ValueError:
        return " "
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code - 0xF000, " ") if (element.get(f"{ns}font") or "") == "Symbol" else " "
    return chr(code) if 0x20 <= code < 0xD800 else " "
