"""One walk through the tokens of a page: its blocks of text, and the places that may name its date."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import re2

from factcheck.drafts.draft import Role
from factcheck.drafts.elements import INLINE, VOID
from factcheck.drafts.entities import reference
from factcheck.drafts.html_tables import ELEMENTS, OpenTables
from factcheck.drafts.html_tokens import Attribute, Token, Tokens, attributes
from factcheck.drafts.inline import Cut
from factcheck.drafts.outline import Element, Outline, element
from factcheck.drafts.raised import REACH, note_mark, raised
from factcheck.drafts.table import Spot, TableMaker

_SPECIAL = re2.compile(
    rb"(?P<space>[ \t\r\n\f]{2,}|[\t\r\n\f])"
    rb"|(?P<unseen>[\x{ad}\x{200b}\x{2060}\x{feff}]+)"
    rb"|(?P<entity>&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?))"
)
_LANGUAGE = re2.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$")
_SIGNS = (b"&", b"\n", b"  ", b"\t", b"\r", b"\f")  # ASCII text without one of them holds nothing special
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")  # soft hyphens and the like: where a word may be broken
_SOFT_BREAKS = frozenset(("headline", "standfirst", "caption", "cell"))  # a line break inside of them parts no sentence
_CELL = 300  # bytes of the longest cell; more is a paragraph in a table that lays out the page
_NEAR_HEADLINE = 5  # blocks behind the headline among which a standfirst stands
_TELLING = frozenset((b"html", b"meta", b"script", b"time"))  # whose attributes are looked at each time
_TAG_KEPT = 200  # bytes of the longest start tag whose meaning is remembered


class Text(NamedTuple):
    """A block as it was found: pieces of the page's bytes, and where it stands."""

    pieces: list[Cut]
    role: Role
    article: int
    main: bool
    spot: Spot | None = None  # in a table

    @property
    def size(self) -> int:
        return sum(stop - start for start, stop, _ in self.pieces)


class Stamp(NamedTuple):
    """A `<time datetime>`: its value, its class names, and the number of the block in which it stands."""

    value: Attribute
    names: str
    block: int


@dataclass(slots=True)
class Page:
    """What a walk found. `articles` gives for each article the one that it stands in (0: none)."""

    texts: list[Text] = field(default_factory=list)
    title: list[Cut] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    language: str | None = None
    metas: list[dict[str, Attribute]] = field(default_factory=list)
    linked_data: list[tuple[int, int]] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    tables: list[TableMaker] = field(default_factory=list)


def walk(data: bytes, xml: bool) -> Page:
    """The page in a source of UTF-8 bytes; `xml` where an element may end itself, as in `<td/>`."""
    walker = _Walker(data, xml)
    while (token := walker.tokens.next()) is not None:
        walker.take(token)
    walker.part()
    walker.page.articles = walker.outline.articles
    walker.page.tables = walker.tables.makers
    return walker.page


class _Walker:
    def __init__(self, data: bytes, xml: bool) -> None:
        self.data = data
        self.tokens = Tokens(data, xml)
        self.outline = Outline()
        self.tables = OpenTables()
        self.page = Page()
        self._xml = xml
        self._pieces: list[Cut] = []
        self._spaced = True  # the text so far ends in white space, so that further white space is none
        self._known: dict[bytes, Element] = {}
        self._headline: int | None = None  # the number of blocks before and with the first headline
        self._in_title = False
        self._linked = False

    def take(self, token: Token) -> None:
        if token.kind == "text":
            if not self.outline.top.silent:
                self._text(token.start, token.end)
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token.name, token.start, token.end)
        else:
            self._raw(token)

    def part(self) -> None:
        """End the block of text that is being read."""
        if any(characters or not self.data[start:stop].isspace() for start, stop, characters in self._pieces):
            top = self.outline.top
            text = Text(self._pieces, top.role, top.article, top.main, self.tables.spot)
            if top.role == "cell" and text.size > _CELL:
                text = text._replace(role="body", spot=None)
            self.page.texts.append(text)
        self._pieces, self._spaced = [], True

    def _start(self, token: Token) -> None:
        name = token.name
        tag = self.data[token.start : token.end]
        kind = self._known.get(tag)
        if kind is None:
            given = attributes(self.data, token) if b"=" in tag or b"hidden" in tag.lower() else {}
            if given:
                self._metadata(name, given)
            kind = element(name, given)
            if name not in _TELLING and len(tag) < _TAG_KEPT and "itemprop" not in given:
                self._known[tag] = kind
        if name == b"br":
            self._line_break(token)
        if name in VOID:
            if kind.parts and name != b"br":
                self.part()
            return
        if name == b"title":
            self._in_title = not self.tokens.foreign
            return
        seen = not kind.silent and not self.outline.top.silent
        if seen and (name in (b"sup", b"sub") or kind.note) and self._raised(token, kind.note):
            return
        if kind.parts:
            self.part()
        if name in ELEMENTS:
            self.tables.start(name, attributes(self.data, token) if b"span" in tag.lower() else {})
        self.outline.implied(name)
        if kind.role == "standfirst" and not self._may_be_standfirst():
            kind = kind._replace(role=None)
        if name == b"q" and not self.outline.top.silent:
            self._add(token.start, token.end, "“")
        self.outline.push(name, kind)
        if name in (b"svg", b"math"):
            self.tokens.foreign = True
        if tag.endswith(b"/>") and (self._xml or self.tokens.foreign):
            self._end(name, token.end, token.end)

    def _end(self, name: bytes, start: int, stop: int) -> None:
        if name == b"br":
            self.part()
            return
        ended = self.outline.innermost(name)
        if ended.parts if ended else name not in INLINE:
            self.part()
        if name in ELEMENTS:
            self.tables.end(name)
        if ended is None:
            return
        if name == b"h1" and ended.role == "headline" and not ended.silent and self._headline is None:
            self._headline = len(self.page.texts)
        elif name == b"q" and not ended.silent:
            self._add(start, stop, "”")
        elif name in (b"svg", b"math"):
            self.tokens.foreign = False
        self.outline.close(name)

    def _raw(self, token: Token) -> None:
        """The content of a title, of a script of linked data, or in XML of a marked section; other is left out."""
        if token.name == b"title" and self._in_title and not self.page.title:
            kept, self._pieces, self._spaced = self._pieces, [], True
            self._text(token.start, token.end)
            self.page.title, self._pieces = self._pieces, kept
        elif token.name == b"script" and self._linked:
            self.page.linked_data.append((token.start, token.end))
        elif token.name == b"cdata" and not self.outline.top.silent:
            self._add(token.start, token.end, "")
        self._in_title = self._linked = False

    def _text(self, start: int, end: int) -> None:
        """Add text: references as what they mean, runs of white space as one space, what cannot be seen not."""
        piece = self.data[start:end]
        if piece.isspace() and b"\v" not in piece:
            self._add(start, end, " ")
            return
        if piece.isascii() and not any(sign in piece for sign in _SIGNS):
            self._add(start, end, "")
            return
        at = start
        for special in _SPECIAL.finditer(self.data, start, end):
            begin, stop = special.span()
            if begin < at:
                continue
            self._add(at, begin, "")
            at = stop
            kind = special.lastgroup
            if kind == b"space":
                self._add(begin, stop, " ")
            elif kind == b"entity":
                meant = reference(special.group()[1:].decode())
                if meant is None:
                    self._add(begin, stop, "")
                else:
                    at = begin + 1 + meant[1]
                    self._add(begin, at, " " if meant[0] in "\t\r\n\f" else meant[0])
        self._add(at, end, "")

    def _add(self, start: int, stop: int, characters: str) -> None:
        if start >= stop or characters in _UNSEEN:
            return
        if characters:
            if characters == " " and self._spaced:
                return
            self._spaced = characters == " "
        else:
            start += self._spaced and self.data[start] == 0x20
            if start == stop:
                return
            self._spaced = self.data[stop - 1] == 0x20
        self._pieces.append((start, stop, characters))

    def _line_break(self, token: Token) -> None:
        top = self.outline.top
        if top.silent:
            return
        if top.role in _SOFT_BREAKS:
            if self._pieces:
                self._spaced = False
                self._add(token.start, token.end, "\n")
                self._spaced = True
        else:
            self.part()

    def _raised(self, token: Token, note: bool) -> bool:
        """Read a `<sup>` or `<sub>` as what it means, or leave out the mark of a `note`; whether it was read here."""
        before = ""
        for start, stop, characters in reversed(self._pieces):
            before = (characters or self.data[max(start, stop - 4 * REACH) : stop].decode(errors="replace")) + before
            if len(before) > REACH:
                break
        if note and token.name != b"sup":
            end = note_mark(self.data, token.end, b"</" + token.name, before)
            self.tokens.at = end or self.tokens.at
            return end is not None
        found = raised(self.data, token.start, token.end, before, self.outline.top.note)
        if found is None:
            return False
        self._add(found.start, found.stop, found.characters)
        self.tokens.at = found.end
        return True

    def _may_be_standfirst(self) -> bool:
        return (
            self._headline is not None
            and len(self.page.texts) - self._headline < _NEAR_HEADLINE
            and self.outline.top.role == "body"
        )

    def _metadata(self, name: bytes, given: dict[str, Attribute]) -> None:
        """Keep what the attributes of an element may say about language and date."""
        if name == b"html" and self.page.language is None:
            said = given.get("lang") or given.get("xml:lang")
            named = said.value.strip().replace("_", "-") if said else ""
            self.page.language = named if _LANGUAGE.match(named) else None
        elif name == b"time" and "datetime" in given and not self.outline.top.silent:
            names = " ".join(given[key].value.lower() for key in ("class", "itemprop") if key in given)
            self.page.stamps.append(Stamp(given["datetime"], names, len(self.page.texts)))
        elif name == b"script" and "type" in given:
            self._linked = "ld+json" in given["type"].value.lower()
        if "content" in given and (name == b"meta" or "itemprop" in given):
            self.page.metas.append(given)
