"""OpenDocument's `.odt` (ISO/IEC 26300): what the document says with its tracked changes accepted.

What is read and what is left out is told in docs/formats.md.
"""

from __future__ import annotations

from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.odt_styles import Styles
from factcheck.drafts.odt_walk import OFFICE, Walk
from factcheck.drafts.package import Package
from factcheck.drafts.story import Story


def read(data: bytes, path: str) -> Draft:
    """The draft of a document. Raises Unreadable for what is none, is encrypted, or would not end."""
    package = Package(data, path)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise Unreadable(path, "encrypted; save it without a password")
    root = package.xml("content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise Unreadable(path, "no text document of OpenDocument: it has no text in content.xml")
    story = Story()
    walk = Walk(story, Styles(package.xml("styles.xml"), root))
    walk.read(body)
    for note, place in walk.notes:
        walk.read(note, role="note", place=place)
    return story.draft(path)
