"""What the styles of an OpenDocument text say: the role of a paragraph, and what is hidden or raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import re2

from factcheck.drafts.draft import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DEPTH = 20  # styles that build on one another
#: Roles by the English names that office programs write whatever their language.
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"^(?:title|headline|heading 1)$", "headline"),
    (r"^(?:subtitle|standfirst|dek)$", "standfirst"),
    (r"^heading(?: \d+)?$", "body"),
    (r"\bcaption\b", "caption"),
    (r"^(?:foot|end)note\b", "note"),
    (r"\bquot(?:e|es|ation|ations)\b", "quote"),
    (r"^list\b", "list"),
)
_NAMED = tuple((re2.compile(pattern), role) for pattern, role in _ROLES)
_LOWERED = re2.compile(r"^(?:sub|-\d)")
_RAISED = re2.compile(r"^(?:super|[1-9])")


class Style(NamedTuple):
    """What a style comes to, with those that it builds on; `raised` is "sup", "sub" or empty."""

    role: Role | None = None
    hidden: bool | None = None
    raised: str | None = None


class Styles:
    """Styles by family and name: those of the document, and those that stand beside its text."""

    def __init__(self, *roots: _Element | None) -> None:
        self._known: dict[tuple[str, str], Style] = {}
        self._elements = {
            (style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""): style
            for root in roots
            if root is not None
            for style in root.iter(f"{STYLE}style")
        }

    def style(self, family: str, name: str | None) -> Style:
        """The style "paragraph" or "text" of a name."""
        if not name:
            return Style()
        key = family, name
        if key not in self._known:
            self._known[key] = self._read(family, name)
        return self._known[key]

    def _read(self, family: str, name: str) -> Style:
        found = Style()
        at = name
        for _ in range(_DEPTH):
            called = at.replace("_20_", " ").strip().lower()
            element = self._elements.get((family, at))
            role = found.role or next((role for pattern, role in _NAMED if pattern.search(called)), None)
            found = found._replace(role=role)
            if element is None:
                break
            properties = element.find(f"{STYLE}text-properties")
            if properties is not None:
                display, position = properties.get(f"{TEXT}display"), properties.get(f"{STYLE}text-position")
                if found.hidden is None and display is not None:
                    found = found._replace(hidden=display == "none")
                if found.raised is None and position is not None:
                    found = found._replace(raised=_raised(position.strip()))
            at = element.get(f"{STYLE}parent-style-name") or ""
            if not at:
                break
        return found


def _raised(position: str) -> str:
    """`super 58%`, `-33% 58%`, `0% 100%`."""
    return "sub" if _LOWERED.match(position) else "sup" if _RAISED.match(position) else ""
