"""Which elements of a page are left out, and what role the others give to their text."""

from __future__ import annotations

from typing import NamedTuple

import re2

from factcheck.drafts.draft import Role
from factcheck.drafts.elements import ENDED_BY, ENDS_PARAGRAPH, INLINE, ROLES, SILENT
from factcheck.drafts.html_tokens import Attribute

_WHOLE = frozenset((b"html", b"body", b"main", b"article"))  # their classes speak of what they hold
_NEVER_APART = frozenset((b"html", b"body", b"main", b"h1"))
_SILENT_ROLES = frozenset(
    ("alertdialog", "button", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "tooltip")
)
# Class names and ids, whole or as the beginning, of what is no part of the article.
_APART = re2.compile(
    r"^(?:(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|sidebar|comments|comments-area|comment-(?:list|body"
    r"|respond)|respond|breadcrumbs?|sharedaddy|related|recommended|recommendations|advert|advertisement|trending"
    r"|newsletter-(?:sign-?up|form|promo)|author-bio|read-?more)"
    r"|(?:related|recommended|cookies?|advert|sharing|jp-relatedposts|most-(?:read|popular)|(?:social|share)-"
    r"(?:share|sharing|buttons?|links|icons|tools|bar))(?:[-_].*)?)$"
)
_ROLE_CLASSES: dict[str, Role] = {
    "caption": "caption",
    "endnotes": "note",
    "footnote": "note",
    "footnotes": "note",
    "pullquote": "quote",
}
_STANDFIRST = frozenset(
    ("dek", "deck", "description", "excerpt", "intro", "standfirst", "strapline", "subheadline", "subtitle", "summary")
)
_PARTS = re2.compile(r"[A-Za-z]+")
_NOT_SHOWN = re2.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))")
_AS_BLOCK = re2.compile(r"(?i)(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)")
_NOTE_LINK = re2.compile(r"(?i)^#|#(?:fn|ftn|footnote|cite|note|ref)")


class Element(NamedTuple):
    """What an element does: whether it parts the text, is left out, and the role that it gives ("standfirst" only
    after the headline); `note` is a link to a footnote, whose figures are marks."""

    parts: bool
    silent: bool
    role: Role | None
    note: bool = False


def element(name: bytes, given: dict[str, Attribute]) -> Element:
    """An element by its name and attributes."""
    parts, silent, role = name not in INLINE, name in SILENT, ROLES.get(name)
    if silent:
        return Element(parts, True, None)
    if not given:
        return Element(parts, name == b"footer", role)
    names = _names(given, "class") + _names(given, "id")
    style = given["style"].value if "style" in given else ""
    aria = given["role"].value.strip().lower() if "role" in given else ""
    parts = parts or _AS_BLOCK.search(style) is not None
    by_class = _role_of(names, aria) if name not in _WHOLE and name != b"sup" else None
    silent = (
        "hidden" in given
        or (_value(given, "aria-hidden").strip().lower() == "true")
        or aria in _SILENT_ROLES
        or (style != "" and _NOT_SHOWN.search(style) is not None)
        or (name == b"footer" and by_class != "note")
        or (name == b"dialog" and "open" not in given)
        or (name not in _NEVER_APART and any(_APART.match(one) for one in names))
    )
    if by_class is None and role is None and name not in INLINE and name not in _WHOLE:
        words = {word for one in names + _names(given, "itemprop") for word in _words(one)}
        if not words.isdisjoint(_STANDFIRST):
            by_class = "standfirst"
    if name == b"a" and by_class != "note":
        by_class = None
    if by_class == "note" and name in INLINE:
        return Element(parts, silent, role, True)
    note = name == b"a" and (aria == "doc-noteref" or _NOTE_LINK.search(_value(given, "href")) is not None)
    return Element(parts or by_class is not None, silent, by_class or role, note)


def _value(given: dict[str, Attribute], key: str) -> str:
    return given[key].value if key in given else ""


def _names(given: dict[str, Attribute], key: str) -> list[str]:
    return given[key].value.lower().split() if key in given else []


def _words(name: str) -> list[str]:
    return list(_PARTS.findall(name))


def _role_of(names: list[str], aria: str) -> Role | None:
    if aria in ("doc-endnotes", "doc-footnote"):
        return "note"
    for name in names:
        for word in _words(name):
            if word in _ROLE_CLASSES:
                return _ROLE_CLASSES[word]
    return None


class Open(NamedTuple):
    """An open element: the role of its text, whether it or one above is left out or is an aside, its article."""

    name: bytes
    parts: bool
    role: Role
    silent: bool
    article: int
    main: bool
    note: bool


ROOT = Open(b"", True, "body", False, 0, False, False)


class Outline:
    """The open elements of a page. Never recurses, and looks no element up by walking: pages nest without limit."""

    def __init__(self) -> None:
        self._open: list[Open] = [ROOT]
        self._places: dict[bytes, list[int]] = {}
        self._parting: list[int] = [0]
        self.articles: list[int] = [0]  # the article that each stands in; 0: none

    @property
    def top(self) -> Open:
        return self._open[-1]

    def implied(self, name: bytes) -> None:
        """End what a start tag ends without saying so."""
        if name in ENDS_PARAGRAPH:
            self._end_above(frozenset((b"p",)), _BARRIERS)
        ended = ENDED_BY.get(name)
        if ended is not None:
            self._end_above(*ended)

    def push(self, name: bytes, kind: Element) -> None:
        """Open an element."""
        above = self._open[-1]
        role = kind.role if kind.role is not None and above.role not in ("quote", "note") else above.role
        article = above.article
        if name == b"article":
            self.articles.append(article)
            article = len(self.articles) - 1
        main = above.main or name == b"main"
        aside = name == b"aside" and not article
        silent = above.silent or kind.silent or aside
        self._places.setdefault(name, []).append(len(self._open))
        if kind.parts:
            self._parting.append(len(self._open))
        self._open.append(Open(name, kind.parts, role, silent, article, main, above.note or kind.note))

    def innermost(self, name: bytes) -> Open | None:
        """The open element that an end tag ends; an inline one does not reach beyond the block that it stands in."""
        places = self._places.get(name)
        if not places or (name in INLINE and places[-1] < self._parting[-1]):
            return None
        return self._open[places[-1]]

    def close(self, name: bytes) -> None:
        """End the innermost element of a name, which is open, and those inside of it."""
        self._end(self._places[name][-1])

    def _end(self, place: int) -> None:
        while len(self._open) > place:
            gone = self._open.pop()
            self._places[gone.name].pop()
            if gone.parts:
                self._parting.pop()

    def _end_above(self, names: frozenset[bytes], barriers: frozenset[bytes]) -> None:
        wall = max((places[-1] for places in map(self._places.get, barriers) if places), default=0)
        above = [places[-1] for places in map(self._places.get, names) if places and places[-1] > wall]
        if above:
            self._end(min(above))


_BARRIERS = frozenset(b"button caption html marquee object table td template th".split())
