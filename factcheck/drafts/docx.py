"""Word's `.docx` (ECMA-376, WordprocessingML): what the document says with its tracked changes accepted.

What is read and what is left out is told in docs/formats.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.drafts.docx_styles import Styles
from factcheck.drafts.docx_walk import Walk
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.package import Package
from factcheck.drafts.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCUMENT = "/officeDocument"
_NOTES = {"footnoteReference": ("footnotes", "footnote"), "endnoteReference": ("endnotes", "endnote")}


def read(data: bytes, path: str) -> Draft:
    """The draft of a document. Raises Unreadable for what is none, is encrypted, or would not end."""
    package = Package(data, path)
    name = _main_part(package)
    root = package.xml(name)
    body = root.find("{*}body") if root is not None else None
    if root is None or body is None:
        raise Unreadable(path, "no document of Word: it has no word/document.xml")
    folder = name.rpartition("/")[0]
    ns = str(body.tag).partition("}")[0] + "}"
    styles = Styles(package.xml(f"{folder}/styles.xml"), ns)
    story = Story()
    walk = Walk(story, styles, ns)
    walk.read(body)
    for reference, (part, kind) in _NOTES.items():
        _read_notes(walk, package.xml(f"{folder}/{part}.xml"), walk.references.get(reference, ()), kind)
    return story.draft(path)


def _read_notes(walk: Walk, root: _Element | None, ids: tuple[str, ...] | list[str], kind: str) -> None:
    """The notes that the text refers to, in the order in which it does."""
    if root is None:
        return
    notes = {note.get(f"{walk.ns}id"): note for note in root.iterchildren(f"{walk.ns}{kind}")}
    for number, name in enumerate(dict.fromkeys(ids), 1):
        if name in notes:
            walk.read(notes[name], role="note", place=f"{kind} {number}")


def _main_part(package: Package) -> str:
    """The part that the package names as its document."""
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (relation.get("Type") or "").endswith(_DOCUMENT):
            return (relation.get("Target") or "").lstrip("/")
    return "word/document.xml"
