"""reStructuredText, with the source offset of every character that is read.

A linear scan of lines of our own: docutils knows the lines of blocks, not the places of their text, and tree-sitter's
grammar (0.2.0) crashes at some hundred nested quotations and has no tables.
"""

from __future__ import annotations

from typing import NamedTuple

import re2

from factcheck.drafts.draft import Draft, DraftDate, Role
from factcheck.drafts.marked_lines import Line, Marked, lines_of
from factcheck.drafts.rst_inline import cuts_of
from factcheck.drafts.rst_tables import GRID, SIMPLE, grid, simple
from factcheck.drafts.table import TableMaker

COMMENT = r"\.\.[ \t]*(factcheck:[^\r\n]*)"

_ADORNED = re2.compile(rb"^(?:=+|-+|`+|:+|'+|\"+|~+|\^+|_+|\*+|\++|#+|<+|>+|\.+|!+|\$+|%+|&+|,+|/+|;+|\?+|@+|\\+|\|+)$")
_BULLET = re2.compile(rb"^(?:[-*+]|\xe2\x80\xa2)[ \t]+")
_NUMBERED = re2.compile(rb"^(?:[0-9]{1,3}|[A-Za-z]|#|[ivxIVX]{1,5})[.)][ \t]+|^\((?:[0-9]{1,3}|[A-Za-z]|#)\)[ \t]+")
_DIRECTIVE = re2.compile(rb"^\.\.[ \t]+([A-Za-z][A-Za-z0-9_.:+-]*?)::(?:[ \t]+|$)")
_NOTE = re2.compile(rb"^\.\.[ \t]+\[(?:[0-9]+|#[^\]\s]*|\*|[A-Za-z][^\]\s]*)\][ \t]*")
_FIELD = re2.compile(rb"^:([A-Za-z](?:[^:\\]|\\.)*):(?:[ \t]+|$)")
_NIKOLA = re2.compile(rb"^\.\.[ \t]+date:[ \t]*")
_ADMONITIONS = frozenset(
    b"""note warning tip important hint caution danger attention error seealso deprecated versionadded versionchanged
    container compound class rst-class only centered header footer""".split()
)
_TITLED = frozenset((b"admonition", b"topic", b"sidebar", b"rubric"))
_QUOTES = frozenset((b"epigraph", b"highlights", b"pull-quote"))
_SILENT_ARGUMENT = frozenset((b"container", b"class", b"rst-class", b"only"))

_BULLETS = (b"-", b"*", b"+", b"\xe2")


class _Level(NamedTuple):
    """What is indented further than `marker` has this role; `indent` is its column, None until it is seen."""

    marker: int
    indent: int | None
    role: Role


def read(source: str, path: str) -> Draft:
    """The draft of a source in reStructuredText."""
    scan = _Scan(source.encode())
    scan.run()
    return scan.page.draft(path, source, scan.date, scan.language)


class _Scan:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.lines = lines_of(data)
        self.page = Marked(data, cuts_of)
        self.date: DraftDate | None = None
        self.language: str | None = None
        self.levels = [_Level(-1, 0, "body")]
        self.title: tuple[int, int] | None = None  # of the table that follows
        self.head = True  # nothing but titles and fields so far

    def run(self) -> None:
        n, lines = 0, self.lines
        while n < len(lines):
            if not lines[n].text:
                n += 1
                continue
            self._level(lines[n])
            n = self._block(n)

    def _level(self, line: Line) -> None:
        levels = self.levels
        while len(levels) > 1 and (line.indent <= levels[-1].marker or line.indent < (levels[-1].indent or 0)):
            levels.pop()
        top = levels[-1]
        if top.indent is None:
            levels[-1] = top._replace(indent=line.indent)
        elif line.indent > top.indent:
            levels.append(_Level(line.indent - 1, line.indent, "quote" if top.role == "body" else top.role))

    def _block(self, n: int) -> int:
        """Read the block that begins at line `n`; returns the line behind it."""
        line = self.lines[n]
        text = line.text
        after = self.lines[n + 1] if n + 1 < len(self.lines) else None
        if text[:1] in (b"+", b"=") and (GRID.match(text) or SIMPLE.match(text)):
            return self._table(n)
        if text.startswith((b".. ", b"..\t")) or text == b"..":
            return self._explicit(n)
        if text.startswith(b"__ "):
            return n + 1
        if _adorned(text) and text != b"::" and len(text) > 1:
            title = after is not None and after.text and n + 2 < len(self.lines) and self.lines[n + 2].text == text
            if after is not None and title:
                self.page.heading([(after.start, after.end)])
            elif len(text) < 4:
                return self._paragraph(n)
            return n + 3 if title else n + 1
        if after is not None and _adorned(after.text) and len(after.text) >= min(4, len(text)) and after.text != b"::":
            self.page.heading([(line.start, line.end)])
            return n + 2
        field = _FIELD.match(text) if text.startswith(b":") else None
        if field is not None:
            return self._field(n, field.group(1).lower(), field.end())
        self.head = False
        bullet = _BULLET.match(text) if text[:1] in _BULLETS else None
        if bullet is None and (b"." in text[:6] or b")" in text[:6]) and self._is_numbered(n):
            bullet = _NUMBERED.match(text)
        if bullet is not None:
            self.levels.append(_Level(line.indent, line.indent + bullet.end(), self._role("list")))
            self.lines[n] = Line(line.start + bullet.end(), line.end, line.indent + bullet.end(), text[bullet.end() :])
            return self._block(n) if not _marked(self.lines[n].text) else n
        if text.startswith(b">>>"):
            while n < len(self.lines) and self.lines[n].text:
                n += 1
            return n
        if text.startswith(b"| ") or text == b"|":
            self.page.add([(line.start + 1, line.end)] if line.end > line.start + 2 else [], self.levels[-1].role)
            return n + 1
        return self._paragraph(n)

    def _role(self, role: Role) -> Role:
        above = self.levels[-1].role
        return above if above in ("quote", "note", "caption") else role

    def _is_numbered(self, n: int) -> bool:
        """Whether no text at the same column follows, which would make a paragraph of it."""
        after = self.lines[n + 1] if n + 1 < len(self.lines) else None
        line = self.lines[n]
        return after is None or not after.text or after.indent != line.indent or _NUMBERED.match(after.text) is not None

    def _behind(self, n: int, marker: int) -> int:
        """The first line from `n` on that has text and is not indented further than `marker`."""
        while n < len(self.lines) and (not self.lines[n].text or self.lines[n].indent > marker):
            n += 1
        return n

    def _paragraph(self, n: int) -> int:
        first = self.lines[n]
        spans = [(first.start, first.end)]
        n += 1
        column = None
        virtual = self.data[first.start - 1 : first.start] not in (b"", b"\n") and self._begins_inside(first)
        while n < len(self.lines) and self.lines[n].text:
            line = self.lines[n]
            if column is None:
                if virtual and line.indent > self.levels[-1].marker:
                    column = line.indent
                    if self.levels[-1].indent is None:
                        self.levels[-1] = self.levels[-1]._replace(indent=column)
                elif line.indent == first.indent:
                    column = first.indent
                elif line.indent > first.indent and len(spans) == 1:  # a term and what it means
                    self.levels.append(_Level(first.indent, line.indent, self._role("list")))
                    self.page.add(spans, self._role("list"))
                    return n
            if line.indent != column:
                break
            spans.append((line.start, line.end))
            n += 1
        literal = self.data[spans[-1][1] - 2 : spans[-1][1]] == b"::"
        if literal:
            start, end = spans[-1]
            spans[-1] = (start, end - 1)
            if end - start == 2:
                spans.pop()
        self.page.add(spans, self.levels[-1].role)
        if not literal:
            return n
        while n < len(self.lines) and not self.lines[n].text:
            n += 1
        behind = self._behind(n, first.indent if not virtual else self.levels[-1].indent or 0)
        if behind == n and n < len(self.lines) and _adorned(self.lines[n].text[:1]):
            while n < len(self.lines) and self.lines[n].text:  # a quoted literal block
                n += 1
        return max(n, behind)

    def _begins_inside(self, line: Line) -> bool:
        """Whether a line's text begins behind a marker."""
        feed = self.data.rfind(b"\n", max(0, line.start - 200), line.start)
        return self.data[max(feed + 1, line.start - 200) : line.start].strip() != b""

    def _table(self, n: int) -> int:
        maker = TableMaker()
        self.page.makers.append(maker)
        self.head = False
        if self.title is not None:
            maker.write(None, *self.title)
            self.title = None
        return (grid if self.lines[n].text.startswith(b"+") else simple)(self.page, self.lines, n, maker)

    def _field(self, n: int, name: bytes, at: int) -> int:
        line = self.lines[n]
        if not self.head:
            self.levels.append(_Level(line.indent, None, self._role("list")))
            return self._rest(n, at)
        if name in (b"abstract", b"summary"):
            self.levels.append(_Level(line.indent, None, "standfirst"))
            return self._rest(n, at)
        if name == b"date" and at < len(line.text):
            self.date = self.page.date((line.start + at, line.end), ":Date:") or self.date
        elif name in (b"lang", b"language"):
            self.language = line.text[at:].decode().strip() or None
        elif name == b"title" and not self.page.titled:
            self.page.heading([(line.start + at, line.end)])
        return self._behind(n + 1, line.indent)

    def _rest(self, n: int, at: int) -> int:
        """Read on behind a marker that takes so many bytes of a line."""
        line = self.lines[n]
        if at >= len(line.text):
            return n + 1
        self.lines[n] = Line(line.start + at, line.end, line.indent + at, line.text[at:])
        return n if _marked(self.lines[n].text) else self._paragraph(n)

    def _explicit(self, n: int) -> int:
        line = self.lines[n]
        note = _NOTE.match(line.text)
        if note is not None:
            self.levels.append(_Level(line.indent, None, "note"))
            return self._rest(n, note.end())
        directive = _DIRECTIVE.match(line.text)
        if directive is None:
            nikola = _NIKOLA.match(line.text) if self.head else None
            if nikola is not None:
                self.date = self.page.date((line.start + nikola.end(), line.end), ".. date:") or self.date
            return self._behind(n + 1, line.indent)
        self.head = False
        name, at = directive.group(1), directive.end()
        role: Role = self.levels[-1].role
        argument = [(line.start + at, line.end)] if at < len(line.text) else []
        behind = n + 1
        while (
            behind < len(self.lines)
            and self.lines[behind].indent > line.indent
            and _FIELD.match(self.lines[behind].text)
        ):
            behind += 1
        if name in _QUOTES or name in _ADMONITIONS:
            self.levels.append(_Level(line.indent, None, "quote" if name in _QUOTES else role))
            return self._rest(n, at) if argument and name not in _SILENT_ARGUMENT else behind
        if name in _TITLED:
            self.page.add(argument, role)
        elif name == b"figure":
            role = "caption"
        elif name == b"table":
            if self.page.add(argument, "note"):
                self.title = self.page.text.last[:2]
        else:
            return self._behind(n + 1, line.indent)
        self.levels.append(_Level(line.indent, None, role))
        return behind


def _adorned(text: bytes) -> bool:
    """Whether a line is one sign of punctuation again and again."""
    return text != b"" and not text[:1].isalnum() and _ADORNED.match(text) is not None


def _marked(text: bytes) -> bool:
    """Whether text behind a marker begins with another one."""
    return _BULLET.match(text) is not None or _NUMBERED.match(text) is not None or text.startswith(b".. ")
