"""Small documents of word processors, put together from the mark-up that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.reading import read_bytes

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "draw" else "drawing"}:1.0"'
    for name in ("office", "text", "table", "style", "draw")
)
STYLES = {
    "Normal": ("Normal", ""),
    "Titel": ("Title", "Normal"),
    "berschrift1": ("heading 1", "Normal"),
    "berschrift2": ("heading 2", "Normal"),
    "Untertitel": ("Subtitle", "Normal"),
    "Beschriftung": ("caption", "Normal"),
    "Zitat": ("Quote", "Normal"),
    "House": ("House words", "Zitat"),
    "Liste": ("List Paragraph", "Normal"),
    "Verzeichnis1": ("toc 1", "Normal"),
}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A document of Word with this body; `footnotes` and `endnotes` are the elements in those parts."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
        for key, (name, base) in STYLES.items()
    )
    styles += (
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_W} {_MORE}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
    }
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_W}>{inside}</w:{name}>"
    return zipped(files)


def p(text: str, style: str = "") -> str:
    """A paragraph of one run, or of the runs that `text` is."""
    said = text if text.startswith("<w:") else r(text)
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{said}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    """A table of Word; the cells of a row are parted by strokes."""
    made = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row.split("|")) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """A text document of OpenDocument with this body and these automatic styles."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts})


def draft_in(data: bytes, path: str) -> Draft:
    """The one draft of a file."""
    (draft,) = read_bytes(data, path)
    if isinstance(draft, Unreadable):
        raise draft
    return draft


def why_not(data: bytes, path: str) -> str:
    """The reason for which a file cannot be read."""
    (problem,) = read_bytes(data, path)
    assert isinstance(problem, Unreadable)
    return problem.reason


def places(draft: Draft) -> list[tuple[str, str]]:
    """Place and text of every block."""
    return [
        (place, draft.text[block.start : block.end]) for place, block in zip(draft.places, draft.blocks, strict=True)
    ]
