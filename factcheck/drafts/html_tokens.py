"""The tokens of an HTML source, with the bytes where each stands.

After the tokenization of the HTML Living Standard (section 13.2.5) rather than the standard library's `html.parser`,
which takes back what lacks an end (quadratic: 70 s for 200 KB of `<a b='x' `), reads all tags behind a `&#;` as text,
raises on `<![x]>` and differs between patch releases of Python. The standard takes nothing back: what lacks an end goes
on to the end of the file, so that every source is read in linear time.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import re2

from factcheck.drafts.elements import RAW

Kind = Literal["text", "raw", "start", "end"]

_SPACE = rb"[ \t\r\n\f]"
_START = re2.compile(
    rb"<([A-Za-z][^ \t\r\n\f/>]*)(?s:"
    rb"(?:[^>=]|=" + _SPACE + rb"*(?:\"[^\"]*\"|'[^']*'|[^ \t\r\n\f\"'>][^ \t\r\n\f>]*))*)(?:=" + _SPACE + rb"*)?>"
)
_ATTRIBUTE = re2.compile(
    rb"([^ \t\r\n\f/>=][^ \t\r\n\f/>=]*)"
    rb"(?:" + _SPACE + rb"*=" + _SPACE + rb"*(?:\"([^\"]*)\"|'([^']*)'|([^ \t\r\n\f\"'>][^ \t\r\n\f>]*)))?"
)
_COMMENT_END = re2.compile(rb"--!?>")
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_AFTER_NAME = frozenset(b" \t\r\n\f/>")


class Token(NamedTuple):
    """A tag, or a piece of text without any: `data[start:end]`.

    kind: "text"; "raw", the content of an element that holds no elements, whose `name` it has; "start"; "end"
    """

    kind: Kind
    start: int
    end: int
    name: bytes = b""


class Attribute(NamedTuple):
    """A value as it is meant, and its bytes as they stand."""

    value: str
    start: int
    end: int


class Tokens:
    """The tokens from `at` on; a reader may set `at` to skip, and `foreign` while inside of SVG or MathML."""

    def __init__(self, data: bytes, xml: bool) -> None:
        self.at = 0
        self.foreign = False
        self._data = data
        self._low = data.lower()
        self._xml = xml
        self._raw = b""

    def next(self) -> Token | None:
        """The next token; comments, declarations and instructions are none. None: the end."""
        data, size = self._data, len(self._data)
        if self._raw:
            return self._content()
        while self.at < size:
            begin = self.at
            if data[begin] != 0x3C:
                less = data.find(b"<", begin)
                self.at = size if less < 0 else less
                return Token("text", begin, self.at)
            after = data[begin + 1] if begin + 1 < size else 0
            if after in _LETTERS:
                return self._start()
            if after == 0x2F and begin + 2 < size and data[begin + 2] in _LETTERS:
                self._to(b">", begin)
                name = data[begin + 2 : min(self.at, begin + 66)].split(None, 1)[0].rstrip(b">").partition(b"/")[0]
                return Token("end", begin, self.at, name.lower())
            if after == 0x21 and data.startswith(b"<!--", begin):
                end = _COMMENT_END.search(data, begin + 2)
                self.at = end.end() if end else size
            elif self._xml and data.startswith(b"<![CDATA[", begin):
                self._to(b"]]>", begin)
                return Token("raw", begin + 9, max(begin + 9, self.at - 3), b"cdata")
            elif after in b"!?" or (after == 0x2F and begin + 2 < size):
                self._to(b">", begin)
            else:
                self.at = begin + 1
                return Token("text", begin, self.at)
        return None

    def _to(self, closing: bytes, begin: int) -> None:
        found = self._data.find(closing, begin + 2)
        self.at = len(self._data) if found < 0 else found + len(closing)

    def _start(self) -> Token | None:
        begin = self.at
        tag = _START.match(self._data, begin)
        if tag is None:
            self.at = len(self._data)
            return None
        self.at = tag.end()
        name = tag.group(1).lower()
        closed = self._data[self.at - 2] == 0x2F and (self._xml or self.foreign)
        if name in RAW and not closed:
            self._raw = name
        return Token("start", begin, self.at, name)

    def _content(self) -> Token:
        """What the element just opened holds, up to its end tag."""
        name, begin, size = self._raw, self.at, len(self._data)
        self._raw, at = b"", begin
        while True:
            at = self._low.find(b"</" + name, at)
            after = at + 2 + len(name)
            if at < 0 or after >= size:
                at = size
                break
            if self._low[after] in _AFTER_NAME:
                break
            at = after
        self.at = at
        return Token("raw", begin, at, name)


def attributes(data: bytes, token: Token) -> dict[str, Attribute]:
    """The attributes of a start tag by lower-case name; the first of a name counts."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(data, token.start + 1 + len(token.name), token.end - 1):
        name = match.group(1).decode(errors="replace").lower()
        if name not in found:
            which = next((n for n in (2, 3, 4) if match.group(n) is not None), None)
            start, end = match.span(which) if which else (match.end(), match.end())
            found[name] = Attribute(_unescaped(data[start:end]), start, end)
    return found


def _unescaped(value: bytes) -> str:
    text = value.decode(errors="replace")
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)
