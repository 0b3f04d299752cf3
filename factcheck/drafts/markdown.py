"""Markdown, with the source offset of every character that is read.

Blocks come from tree-sitter's grammar, which is byte-exact and needs linear time; the mark-up inside of them from
`factcheck.drafts.inline`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import re2
import tree_sitter_markdown
from tree_sitter import Language, Node, Parser, Tree

from factcheck.drafts.draft import Draft, Role
from factcheck.drafts.front_matter import front_matter
from factcheck.drafts.html_block import html_pieces
from factcheck.drafts.inline import Cut, label, read_inline
from factcheck.drafts.mapped import MappedText
from factcheck.drafts.table import Part, Spot, TableMaker, tables_of

_CONTAINERS = frozenset(
    (
        "document",
        "section",
        "block_quote",
        "list",
        "list_item",
        "paragraph",
        "atx_heading",
        "setext_heading",
        "pipe_table",
        "pipe_table_header",
        "pipe_table_row",
        "ERROR",
    )
)
_ROWS: dict[str, Part] = {"pipe_table_header": "head", "pipe_table_row": "body"}
_STROKE = ord("|")
_NO_TEXT = frozenset(("fenced_code_block", "thematic_break"))
_NOTE = re2.compile(rb"\[\^[^\s\[\]]+\]:[ \t]*")
_NOTE_LINE = re2.compile(rb"(?m)^(?:[ \t>]*)(\[\^[^\s\[\]]+\]:[ \t]*)")


class _Piece(NamedTuple):
    """Bytes of one block with inline mark-up, or of one HTML block (`html`), and its line prefixes."""

    start: int
    end: int
    role: Role
    prefixes: dict[int, int]
    html: bool = False
    spot: Spot | None = None  # of a cell


def read(source: str, path: str) -> Draft:
    """The draft of a Markdown source. Raises Unreadable where the front matter is broken."""
    front = front_matter(source, path) if source.startswith("---") else None
    # An empty line first keeps the grammar from taking a leading `---` for front matter; one last ends the last line.
    begin = front.end if front else 0
    data = b"\n" + source[begin:].encode() + b"\n"
    mdx = path.lower().endswith(".mdx")
    if mdx or b"{{" in data or b"{%" in data:
        from factcheck.drafts.shortcodes import masked

        data = masked(data, mdx=mdx)
    text = MappedText(data, begin - 1)
    titled = bool(front and front.title)
    if front and front.title:
        text.add_source(source, front.title, "headline")

    labels: set[str] = set()
    tables: list[TableMaker] = []
    pieces = list(_pieces(_parser().parse(data), data, labels, tables))
    defined = frozenset(labels)
    after_image = False
    for piece in pieces:
        if piece.html:
            for span, cuts, role in html_pieces(data, piece.start, piece.end, piece.role):
                text.add(*span, cuts, role)
            after_image = False
            continue
        inline = read_inline(data, piece.start, piece.end, piece.prefixes, defined)
        role = piece.role
        if role == "headline":
            role = "body" if titled else "headline"
            titled = True
        elif inline.emphasised and role == "body" and (after_image or inline.images):
            role = "caption"
        wrote = _add(text, piece, inline.cuts, inline.images, role)
        if piece.spot is not None and wrote:
            piece.spot.write(text.last.start, text.last.end)
        after_image = bool(inline.images) and not wrote
    return Draft(
        path,
        source,
        text.text(),
        text.blocks(),
        date=front.date if front else None,
        language=front.language if front else None,
        offsets=text.offsets(),
        tables=tables_of(tables),
    )


def _add(text: MappedText, piece: _Piece, cuts: list[Cut], images: list[tuple[int, int]], role: Role) -> bool:
    """Add the captions of a piece's images and the piece without them; whether it has text of its own."""
    for start, end in images:
        text.add(start, end, cuts, "caption")
    if images:
        cuts = sorted([*cuts, *((start, end, "") for start, end in images)])
    return text.add(piece.start, piece.end, cuts, role)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_markdown.language()))


def _pieces(tree: Tree, data: bytes, labels: set[str], tables: list[TableMaker]) -> Iterator[_Piece]:
    """The pieces of text of a document in order; fills in the labels of its references and the places of its cells.

    Walks with a cursor, never by recursion: quotations nest as deep as an attacker likes.
    """
    cursor = tree.walk()
    above: list[str] = []
    depth = dict.fromkeys(("block_quote", "list_item", "atx_heading", "setext_heading"), 0)
    last: Role | None = None
    while True:
        node = cursor.node
        assert node is not None
        kind = node.type
        if kind not in _CONTAINERS:
            role: Role = "body"
            if depth["block_quote"]:
                role = "quote"
            elif depth["list_item"]:
                role = "list"
            elif depth["atx_heading"] or depth["setext_heading"]:
                role = "headline"
            for piece in _leaf(node, kind, data, role, last, labels):
                last = piece.role
                yield piece if kind != "pipe_table_cell" or not tables else piece._replace(spot=tables[-1].spot())
            if kind in _NO_TEXT:
                last = None
        elif cursor.goto_first_child():
            if kind == "ERROR" and above[-1:] == ["pipe_table_row"] and tables:
                if data[node.start_byte : node.end_byte] == b"|":
                    tables[-1].spot()  # an empty cell without even a space
                else:
                    tables[-1].give_up()  # the grammar reads on into the next row
            above.append(kind)
            if kind in depth:
                depth[kind] += 1
            elif kind == "pipe_table" or (kind in _ROWS and not tables):  # rows in an ERROR have no table above
                tables.append(TableMaker())
            if kind in _ROWS:
                tables[-1].begin_row(_ROWS[kind])
                if data[node.start_byte - 1] == _STROKE:  # "||": the grammar skips a first cell without even a space
                    tables[-1].spot()
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
            kind = above.pop()
            if kind in depth:
                depth[kind] -= 1


def _leaf(node: Node, kind: str, data: bytes, role: Role, last: Role | None, labels: set[str]) -> Iterator[_Piece]:
    start, end = node.start_byte, node.end_byte
    if kind == "inline":
        yield from _paragraph(start, end, data, role, _prefixes(node, data, start, end))
    elif kind == "pipe_table_cell":
        yield _Piece(start, end, "cell", {})
    elif kind == "html_block":
        yield _Piece(start, end, role, {}, html=True)
    elif kind == "link_reference_definition":
        note = _NOTE.match(data, start, end)
        if note is not None:  # a note of one word looks like the definition of a link
            yield _Piece(note.end(), end, "note", {})
            return
        close = data.find(b"]", start, end)
        labels.add(label(data[start + 1 : close]))
    elif kind == "indented_code_block" and last == "note":
        yield _Piece(start, end, "note", _prefixes(node, data, start, end))


def _paragraph(start: int, end: int, data: bytes, role: Role, prefixes: dict[int, int]) -> Iterator[_Piece]:
    """A paragraph, or the footnotes that its lines define."""
    if not _NOTE.match(data, start, end):
        yield _Piece(start, end, role, prefixes)
        return
    spans = [note.span(1) for note in _NOTE_LINE.finditer(data, start, end)]
    # The paragraph begins in the middle of a line where it stands in a list or a quotation.
    first = _NOTE.match(data, start, end)
    if not spans or spans[0][0] != start:
        spans.insert(0, first.span())
    for n, (_, begin) in enumerate(spans):
        yield _Piece(begin, spans[n + 1][0] if n + 1 < len(spans) else end, "note", prefixes)


def _prefixes(node: Node, data: bytes, start: int, end: int) -> dict[int, int]:
    """The spans, by start, of the signs of quotation and the indentation that continue a block on its next lines."""
    if data.find(b"\n", start, end) < 0:
        return {}
    return {
        child.start_byte: child.end_byte
        for child in node.children
        if child.type == "block_continuation" and child.end_byte > child.start_byte
    }
