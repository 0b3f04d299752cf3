"""What the styles of a Word document say of a paragraph: its role, and whether it is hidden or a list.

Word writes the names of its own styles in English whatever its language ("heading 1" under the id "berschrift1").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import re2

from factcheck.drafts.draft import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHIFTED = 4  # half-points by which LibreOffice raises or lowers what has a size of its own
_DEPTH = 20  # styles that build on one another

#: Roles by name. A heading further down is text like any other.
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"^(?:title|headline|heading 1)$", "headline"),
    (r"^(?:subtitle|standfirst|dek)$", "standfirst"),
    (r"^heading [2-9]$", "body"),
    (r"\bcaption\b", "caption"),
    (r"^(?:foot|end)note text$", "note"),
    (r"\bquot(?:e|es|ation|ations)\b|^block text$", "quote"),
    (r"^list\b", "list"),
)
_NAMED = tuple((re2.compile(pattern), role) for pattern, role in _ROLES)
#: Lists of contents and figures repeat headings, with the numbers of pages behind them.
_DIRECTORY = re2.compile(r"^(?:toc(?: \d| heading)|table of (?:figures|authorities)|index \d)")


class Style(NamedTuple):
    """What a style comes to, with those that it builds on. None: it says nothing of that."""

    role: Role | None = None
    listed: bool | None = None
    hidden: bool | None = None
    raised: str | None = None
    directory: bool = False


class Styles:
    """The styles of a document by id. `ns` is the namespace of its elements, in braces."""

    def __init__(self, root: _Element | None, ns: str) -> None:
        self._ns = ns
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.default = Style()
        for style in root.iterchildren(f"{ns}style") if root is not None else ():
            name = style.get(f"{ns}styleId")
            if name:
                self._elements[name] = style
                if style.get(f"{ns}type") == "paragraph" and is_on(style.get(f"{ns}default", "0")):
                    self.default = self.style(name)

    def style(self, name: str | None) -> Style:
        """The style of an id; the default where there is none."""
        if name is None or name not in self._elements:
            return self.default
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Style:
        found = Style()
        at: str | None = name
        for _ in range(_DEPTH):
            element = self._elements.get(at) if at else None
            if element is None:
                break
            called = _value(element, f"{self._ns}name", self._ns).strip().lower()
            role = found.role or next((role for pattern, role in _NAMED if pattern.search(called)), None)
            found = Style(
                role,
                numbered(element.find(f"{self._ns}pPr"), self._ns) if found.listed is None else found.listed,
                hides(element.find(f"{self._ns}rPr"), self._ns) if found.hidden is None else found.hidden,
                raised_by(element.find(f"{self._ns}rPr"), self._ns) if found.raised is None else found.raised,
                found.directory or _DIRECTORY.search(called) is not None,
            )
            at = _value(element, f"{self._ns}basedOn", self._ns) or None
        return found


def is_on(value: str | None) -> bool:
    """A switch of WordprocessingML: on where it is there without a value."""
    return value is None or value.lower() not in ("0", "false", "off")


def hides(properties: _Element | None, ns: str) -> bool | None:
    """Whether properties of a run hide it; None where they do not say."""
    vanish = properties.find(f"{ns}vanish") if properties is not None else None
    return None if vanish is None else is_on(vanish.get(f"{ns}val"))


def raised_by(properties: _Element | None, ns: str) -> str | None:
    """ "sup", "sub" or empty, as properties of a run say; None where they do not."""
    if properties is None:
        return None
    aligned, position = properties.find(f"{ns}vertAlign"), properties.find(f"{ns}position")
    if aligned is not None:
        return {"superscript": "sup", "subscript": "sub"}.get(aligned.get(f"{ns}val") or "", "")
    if position is None:
        return None
    said = position.get(f"{ns}val") or ""
    points = said.removeprefix("-")
    if not points.isdecimal() or len(points) > 4 or int(points) < _SHIFTED:
        return ""
    return "sub" if said.startswith("-") else "sup"


def numbered(properties: _Element | None, ns: str) -> bool | None:
    """Whether properties of a paragraph number it or give it a bullet; None where they do not say."""
    number = properties.find(f"{ns}numPr/{ns}numId") if properties is not None else None
    return None if number is None else number.get(f"{ns}val") != "0"


def _value(element: _Element, child: str, ns: str) -> str:
    found = element.find(child)
    return (found.get(f"{ns}val") or "") if found is not None else ""
