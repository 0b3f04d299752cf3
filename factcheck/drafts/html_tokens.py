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
_TAG_KEPT = 200  # bytes of the longest tag that is remembered


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
        self._names: dict[bytes, bytes] = {}  # of the tags met so far

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
                return self._end()
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
        end = self._data.find(b">", begin) + 1
        tag = self._data[begin:end]
        name = self._names.get(tag)
        if name is None:  # the first of its kind; a `>` may be part of a value
            match = _START.match(self._data, begin) if end else None
            if match is None:
                self.at = len(self._data)
                return None
            name = match.group(1).lower()
            if match.end() == end and end - begin < _TAG_KEPT:
                self._names[tag] = name
            end = match.end()
        self.at = end
        closed = self._data[end - 2] == 0x2F and (self._xml or self.foreign)
        if name in RAW and not closed:
            self._raw = name
        return Token("start", begin, end, name)

    def _end(self) -> Token:
        begin = self.at
        self._to(b">", begin)
        tag = self._data[begin : min(self.at, begin + _TAG_KEPT)]
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag[2:].split(None, 1)[0].rstrip(b">").partition(b"/")[0].lower()
        return Token("end", begin, self.at, name)

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
