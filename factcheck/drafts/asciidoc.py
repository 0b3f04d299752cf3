"""AsciiDoc, with the source offset of every character that is read.

A linear scan of lines of our own: no parser on the package index knows the places of what it reads.
"""

from __future__ import annotations

import re2

from factcheck.drafts.asciidoc_inline import Inline
from factcheck.drafts.asciidoc_tables import table
from factcheck.drafts.draft import Draft, DraftDate, Role
from factcheck.drafts.marked_lines import Marked, lines_of

COMMENT = r"//[ \t]*(factcheck:[^\r\n]*)"

_HEADING = re2.compile(rb"^(?:=|#){1,6}[ \t]+")
_ATTRIBUTE = re2.compile(rb"^:(!?[A-Za-z0-9_][A-Za-z0-9_-]*!?):(?:[ \t]+|$)")
_STYLE = re2.compile(rb"^\[(?:[^\[\]\"]|\"[^\"]*\")*\]$|^\[\[[^\[\]]*\]\]$")
_FENCE = re2.compile(rb"^(?:-{4,}|\.{4,}|\+{4,}|/{4,}|_{4,}|={4,}|\*{4,}|--|```[a-z]*)$")
_TABLE = re2.compile(rb"^[|,:!]={3,}$")
_ITEM = re2.compile(rb"^(?:\*{1,6}|-|\.{1,6}|[0-9]{1,4}\.|[a-z]\.|<[0-9.]+>)[ \t]+(?:\[[ x*]\][ \t]+)?")
_TERM = re2.compile(rb"(?:::{1,3}|;;)(?:[ \t]+|$)")
_BLOCK_MACRO = re2.compile(rb"^[A-Za-z_][A-Za-z0-9_-]*::[^\s\[]*\[(.*)\]$")
_PREPROCESSOR = re2.compile(rb"^(?:ifdef|ifndef|ifeval|endif|include)::")
_IMAGE = re2.compile(rb'^image::[^\s\[]*\[(?:"([^"]*)"|([^,="\]]*))')
_ADMONITION = re2.compile(rb"^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_TITLE = re2.compile(rb"^\.[^\s.]")
_REVISION = re2.compile(rb"^(?:v?[0-9.]+,[ \t]*)?([^:,][^:]*?)(?::.*)?$")
_FENCES = (b"-", b".", b"+", b"/", b"_", b"=", b"*", b"`")
_SILENT = (b"-", b".", b"+", b"/", b"`")
_SILENT_STYLES = frozenset(
    (b"source", b"listing", b"literal", b"stem", b"latexmath", b"asciimath", b"comment", b"pass")
)
_ROLES: dict[bytes, Role] = {b"quote": "quote", b"verse": "quote", b"abstract": "standfirst"}
_NAME = re2.compile(rb"[A-Za-z]+")


def read(source: str, path: str) -> Draft:
    """The draft of a source in AsciiDoc."""
    scan = _Scan(source.encode())
    scan.run()
    return scan.page.draft(path, source, scan.date, scan.language)


class _Scan:
    def __init__(self, data: bytes) -> None:
        self.lines = lines_of(data)
        self.data = data
        self.inline = Inline()
        self.page = Marked(data, self.inline)
        self.date: DraftDate | None = None
        self.language: str | None = None
        self.style = b""  # the attributes in brackets before a block
        self.title: tuple[int, int] | None = None
        self.fences: list[tuple[bytes, Role]] = []
        self.places: dict[bytes, int] = {}  # so many of each fence are open
        self.listed = False

    def run(self) -> None:
        n = self._header()
        while n < len(self.lines):
            n = self._block(n)
        self._titled("body")

    def _header(self) -> int:
        """The title, the author and the revision, and the attributes at the head."""
        n, lines = 0, self.lines
        while n < len(lines) and (not lines[n].text or lines[n].text.startswith(b"//") or self._attribute(n)):
            if lines[n].text.startswith(b"////"):
                return n
            n += 1
        if n == len(lines) or not lines[n].text.startswith((b"= ", b"# ")):
            return n
        self.page.heading([(lines[n].start + 2, lines[n].end)])
        author = 0
        n += 1
        while n < len(lines) and lines[n].text:
            line = lines[n]
            if not line.text.startswith(b"//") and not self._attribute(n):
                author += 1
                revision = _REVISION.match(line.text) if author == 2 else None
                if revision is not None and self.date is None:
                    span = (line.start + revision.start(1), line.start + revision.end(1))
                    self.date = self.page.date(span, "revision line")
            n += 1
        return n

    def _attribute(self, n: int) -> bool:
        line = self.lines[n]
        found = _ATTRIBUTE.match(line.text)
        if found is None:
            return False
        name, value = found.group(1).lower(), line.text[found.end() :]
        if name in (b"revdate", b"docdate", b"date"):
            self.date = self.page.date((line.start + found.end(), line.end), f":{name.decode()}:") or self.date
        elif name == b"lang":
            self.language = value.decode().strip() or None
        if len(value) < 200 and b"{" not in value:
            self.inline.names[name] = value.decode()
        return True

    def _role(self) -> Role:
        if self.fences and self.fences[-1][1] != "body":
            return self.fences[-1][1]
        named = _NAME.findall(self.style)
        role = next((_ROLES[name] for name in named[:1] if name in _ROLES), None)
        if role is None and b".lead" in self.style:
            role = "standfirst"
        return role or "body"

    def _titled(self, role: Role) -> None:
        """Add the title of a block, which stands on the line before."""
        title, self.title = self.title, None
        if title is not None:
            self.page.add([title], role)

    def _block(self, n: int) -> int:
        """Read the block that begins at line `n`; returns the line behind it."""
        line = self.lines[n]
        text = line.text
        if not text or text == b"+":
            return n + 1
        if _opens_table(text):
            self.listed = False
            had = self.title is not None
            self._titled("note")
            title = self.page.text.last[:2] if had else None
            style, self.style = self.style, b""
            return table(self.page, self.lines, n, style, title)
        if _fence(text):
            return self._fence(n)
        if (text.startswith(b"//") and not text.startswith(b"///")) or self._attribute(n):
            return n + 1
        if text.startswith(b"[") and line.indent == 0 and _STYLE.match(text):
            self.style += text
            return n + 1
        if _TITLE.match(text) and line.indent == 0:
            self._titled("body")
            self.title = (line.start + 1, line.end)
            return n + 1
        style = _NAME.findall(self.style[:30])[:1]
        role = self._role()
        if style and style[0] in _SILENT_STYLES:
            self.title, self.style = None, b""
            return self._behind(n)
        heading = _HEADING.match(text) if line.indent == 0 else None
        if heading is not None:
            self.listed, self.style = False, b""
            self.page.heading([(line.start + heading.end(), line.end)])
            return n + 1
        macro = _BLOCK_MACRO.match(text) if text.endswith(b"]") else None
        if macro is not None and not _ITEM.match(text):
            image = _IMAGE.match(text)
            if image is not None:
                group = 1 if image.group(1) is not None else 2
                self.page.add([(line.start + image.start(group), line.start + image.end(group))], "caption")
            self._titled("caption")
            self.style = b""
            return n + 1
        if text in (b"'''", b"---", b"<<<", b"***"):
            return n + 1
        self.style = b""
        self._titled("body")
        return self._paragraph(n, role)

    def _behind(self, n: int) -> int:
        """The line behind the lines up to the next empty one; a fence that begins there is one of code."""
        fence = self.lines[n].text if _fence(self.lines[n].text) else None
        n += 1
        while n < len(self.lines) and (self.lines[n].text != fence if fence else self.lines[n].text):
            n += 1
        return n + 1

    def _fence(self, n: int) -> int:
        text = self.lines[n].text
        style = _NAME.findall(self.style[:30])[:1]
        if (text[:1] in _SILENT and text != b"--") or (style and style[0] in _SILENT_STYLES):
            self.title, self.style = None, b""
            end = text[:3] if text.startswith(b"```") else text
            n += 1
            while n < len(self.lines) and self.lines[n].text != end:
                n += 1
            return n + 1
        if self.places.get(text):
            while True:
                gone, _ = self.fences.pop()
                self.places[gone] -= 1
                if gone == text:
                    break
        else:
            self._titled("body")
            role: Role = "quote" if text.startswith(b"____") else self._role()
            self.fences.append((text, role))
            self.places[text] = self.places.get(text, 0) + 1
        self.style, self.listed = b"", False
        return n + 1

    def _paragraph(self, n: int, role: Role) -> int:
        line = self.lines[n]
        start = line.start
        item = _ITEM.match(line.text)
        term = None if item else _TERM.search(line.text)
        if item is not None:
            self.listed = True
            start += item.end()
        elif term is not None and term.start() > 0:
            self.listed = True
            self.page.add([(line.start, line.start + term.start())], _listed(role))
            start += term.end()
            if start >= line.end:
                return n + 1
        elif line.indent and not self.listed:
            return self._behind(n)  # a literal paragraph
        else:
            if not line.indent and n and self.lines[n - 1].text != b"+" and not self.lines[n - 1].text:
                self.listed = False
            admonition = _ADMONITION.match(line.text)
            start += admonition.end() if admonition else 0
        spans = [(start, line.end)]
        n += 1
        while n < len(self.lines):
            line = self.lines[n]
            if not line.text or line.text == b"+" or _fence(line.text) or _opens_table(line.text):
                break
            if self.listed and (_ITEM.match(line.text) or _TERM.search(line.text)):
                break
            if line.text.startswith(b"[") and _STYLE.match(line.text):
                break
            if not line.text.startswith(b"//") and not _PREPROCESSOR.match(line.text):
                spans.append((line.start, line.end))
            n += 1
        self.page.add(spans, _listed(role) if self.listed else role)
        return n


def _fence(text: bytes) -> bool:
    return text[:1] in _FENCES and _FENCE.match(text) is not None


def _opens_table(text: bytes) -> bool:
    return text[1:4] == b"===" and _TABLE.match(text) is not None


def _listed(role: Role) -> Role:
    return "list" if role == "body" else role
