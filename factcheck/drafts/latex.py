r"""LaTeX: the text that is printed, with the source offset of every character that is read.

One pass over the tokens with a stack of open braces and environments, because pylatexenc, the parser with positions,
recurses for every open brace. Nothing is expanded: `\newcommand` is left out, and a file that is included is a file of
its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import re2

from factcheck.drafts import siunitx
from factcheck.drafts.draft import Draft, Role
from factcheck.drafts.latex_blocks import LEFT_OUT, Frame, Rows
from factcheck.drafts.latex_signs import Signs
from factcheck.drafts.latex_words import (
    ACCENTS,
    BLOCKS,
    DROPS,
    ENVIRONMENTS,
    IN_PREAMBLE,
    NOTES,
    PLAIN,
    RULES,
    SIGNS,
    SILENT,
    SYMBOLS,
    TABLES,
    VERBATIM,
)  # fmt: skip
from factcheck.drafts.table import MOST_CELLS, tables_of

COMMENT = r"%+[ \t]*(factcheck:[^\r\n]*)"
_TOKEN = re2.compile(
    rb"(?P<parting>[ \t]*(?:%[^\n]*)?\r?\n[ \t]*\r?\n\s*)|(?P<line>[ \t]*\r?\n[ \t]*)|(?P<comment>%[^\n]*(?:\n[ \t]*)?)"
    rb"|(?P<command>\\[A-Za-z@]+\*?)|(?P<sign>\\[^A-Za-z@])|(?P<open>\{)|(?P<close>\})|(?P<cell>&)|(?P<math>\$\$?)"
    rb"|(?P<tie>~)|(?P<dash>---?)|(?P<mark>``|''|`|'|,,)"
)
_DOCUMENT = re2.compile(rb"(?m)^[^%\n]*\\begin\{document\}")
_SHOWN = re2.compile(r"\\begin\{((?:[Vv]erbatim|lstlisting|minted|alltt)\*?)\}")
_OPTION = re2.compile(rb"\s?\[(?:[^\[\]{}]|\{[^{}]*\})*\]")
_NAME = re2.compile(rb"\s*\{([A-Za-z*@]+)\}")
_SPACE = re2.compile(rb"[ \t]*(?:\r?\n[ \t]*)?")
_FORMULA = re2.compile(rb"(?s)(?:[^$\\]|\\.)*")
_BLANK = re2.compile(rb"\n[ \t]*\r?\n")
_RAISED = re2.compile(rb"\s*\{\s*([0-9*,a-d]{1,3})\s*\}")
_COLUMNS = re2.compile(rb"\s*\{\s*([0-9]{1,3})\s*\}")
_ACCENT_WORDS = frozenset((b"c", b"v", b"H", b"u", b"k", b"r", b"d", b"b"))
_DASHES = {b"--": "–", b"---": "—"}
_MARKS = {b"``": "“", b"''": "”", b"`": "‘", b"'": "’", b",,": "„"}


def read(source: str, path: str) -> Draft:
    """The draft of a LaTeX source, whole or a part that another file includes."""
    scan = _Scan(source)
    scan.run()
    return Draft(
        path, source, scan.text.text(), scan.text.blocks(),
        date=scan.date, offsets=scan.text.offsets(), tables=tables_of(scan.makers),
    )  # fmt: skip


def shown(source: str) -> Callable[[int], bool]:
    """Says of an offset whether what looks like a comment there is printed: `\\%`, or in a verbatim environment."""
    spans, at = [], 0
    while (begin := _SHOWN.search(source, at)) is not None:
        stop = source.find(f"\\end{{{begin.group(1)}}}", begin.end())
        at = len(source) if stop < 0 else stop
        spans.append((begin.start(), at))

    def is_shown(offset: int) -> bool:
        return source[offset - 1 : offset] == "\\" or any(first <= offset < last for first, last in spans)

    return is_shown


class _Scan(Signs):
    """The state of one reading. A method for each kind of token takes its span and says where to go on."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.preamble = _DOCUMENT.search(self.data) is not None
        self.frames = [Frame(b"", "body", self.preamble)]
        self.absent: set[bytes] = set()

    def run(self) -> None:
        at, end = 0, len(self.data)
        handlers = {kind: getattr(self, f"on_{kind.decode()}") for kind in _KINDS}
        while at < end:
            token = _TOKEN.search(self.data, at)
            start = token.start() if token else end
            if start > at and not self.frames[-1].silent:
                self.pieces.append((at, start, ""))
            at = handlers[token.lastgroup](start, token.end()) if token else end
        while len(self.frames) > 1:
            self.pop()
        self.flush()

    def on_parting(self, start: int, end: int) -> int:
        frame = self.frames[-1]
        if frame.rows is not None or frame.role == "cell":
            return self.put(start, end, " ")
        if frame.silent and not frame.name and frame.ends == "argument" and not self.preamble:
            self.pop()  # an argument that was never closed
        self.flush()
        return end

    def on_line(self, start: int, end: int) -> int:
        feed = self.data.index(b"\n", start)
        if not self.frames[-1].silent:
            self.pieces.append((feed, feed + 1, ""))
        return end

    def on_comment(self, start: int, end: int) -> int:
        return end

    def on_tie(self, start: int, end: int) -> int:
        return self.put(start, end, "\u00a0")

    def on_dash(self, start: int, end: int) -> int:
        return self.put(start, end, _DASHES[self.data[start:end]])

    def on_mark(self, start: int, end: int) -> int:
        return self.put(start, end, _MARKS[self.data[start:end]])

    def on_open(self, start: int, end: int) -> int:
        frame = self.frames[-1]
        if self.data[start - 1 : start] == b"}" and self.pieces and self.pieces[-1][1] == start - 1:
            self.put(start, end, LEFT_OUT)
        self.frames.append(Frame(b"", frame.role, frame.silent))
        return end

    def on_close(self, start: int, end: int) -> int:
        frame = self.frames[-1]
        if frame.name or len(self.frames) == 1:
            return end
        self.pop()
        return self._drop(end, frame.more) if frame.ends == "argument" else end

    def on_cell(self, start: int, end: int) -> int:
        if self.frames[-1].rows is not None and not self.frames[-1].silent:
            self.end_cell()
        return end

    def on_sign(self, start: int, end: int) -> int:
        sign = self.data[start + 1 : end]
        if sign == b"\\":
            option = _OPTION.match(self.data, end + (self.data[end : end + 1] == b"*"))
            return self.end_line(start, option.end() if option else end)
        if sign in b"([":
            close = self.find(b"\\)" if sign == b"(" else b"\\]", end)
            if close < 0:
                return end
            return self.formula(start, end, close, close + 2)
        if sign in ACCENTS:
            return self.accent(start, end, sign)
        return self.put(start, end, SIGNS.get(sign, ""))

    def on_math(self, start: int, end: int) -> int:
        if end - start == 2:
            close = self.find(b"$$", end)
            return end if close < 0 else self.formula(start, end, close, close + 2)
        close = _FORMULA.match(self.data, end).end()
        if close >= len(self.data) or _BLANK.search(self.data, end, close):
            return self.put(start, end, "$")  # money, not yet escaped
        return self.formula(start, end, close, close + 1)

    def on_command(self, start: int, end: int) -> int:
        name = self.data[start + 1 : end].rstrip(b"*")
        if name in (b"begin", b"end"):
            found = _NAME.match(self.data, end)
            if found is None:
                return end
            return (self._begin if name == b"begin" else self._end)(found.group(1), found.end())
        rows = self.frames[-1].rows
        if name in RULES and rows is not None and not rows.heads and not rows.rows[-1]:
            rows.heads = len(rows.rows) - 1
        if name in BLOCKS or name in NOTES:
            return self._block(name, end)
        if name == b"item":
            self.flush()
            return self._after(end)
        if name == b"tabularnewline":
            return self.end_line(start, end)
        if name == b"par":
            return self.on_parting(start, end)
        if name == b"iffalse":
            close = self.data.find(b"\\fi", end)
            return len(self.data) if close < 0 else close + 3
        if name in (b"verb", b"lstinline") and self.data[end : end + 1] not in (b"{", b"[", b"", b"\n"):
            close = self.data.find(self.data[end : end + 1], end + 1, end + 300)
            return end if close < 0 else self.put(start, close + 1, LEFT_OUT)
        if name in siunitx.COMMANDS and (number := siunitx.read(self.data, name, end)) is not None:
            if number.stop and not self.frames[-1].silent:
                self.pieces.append((number.start, number.stop, ""))
                return number.end
            return self.put(start, number.end, LEFT_OUT if number.text is None else number.text)
        if name in (b"textsuperscript", b"textsubscript") and (mark := _RAISED.match(self.data, end)):
            return self.raised(start, mark.end(), mark.group(1).decode(), name == b"textsuperscript")
        if name in _ACCENT_WORDS:
            return self.accent(start, end, name)
        if name in SILENT:
            return self._drop(end, 9)
        if name in SYMBOLS:
            self.put(start, end, SYMBOLS[name])
            return self._after(end)
        if name == b"multicolumn" and rows is not None and (columns := _COLUMNS.match(self.data, end)):
            rows.columns = int(columns.group(1))
        return self._drop(end, DROPS[name]) if name in DROPS else self._after(end)

    def find(self, closing: bytes, at: int) -> int:
        """Where a sign next stands; what is absent is not looked for again."""
        found = -1 if closing in self.absent else self.data.find(closing, at)
        if found < 0:
            self.absent.add(closing)
        return found

    def _after(self, at: int) -> int:
        """Where the text goes on behind a command's name: without options, the white space that ends it, or `{}`."""
        option = _OPTION.match(self.data, at)
        if option is not None:
            return int(option.end())
        if self.data.startswith(b"{}", at):
            return at + 2
        space = _SPACE.match(self.data, at)
        return at if self.data[space.end() : space.end() + 1] in (b"\n", b"\r") else int(space.end())

    def _drop(self, at: int, count: int) -> int:
        """Leave out options, and up to so many groups."""
        while (option := _OPTION.match(self.data, at)) is not None:
            at = option.end()
        if count and self.data.startswith(b"{", at):
            self.frames.append(Frame(b"", self.frames[-1].role, True, "argument", count - 1))
            return at + 1
        return at

    def _block(self, name: bytes, at: int) -> int:
        while (option := _OPTION.match(self.data, at)) is not None:
            at = option.end()
        for _ in range(DROPS.get(name, 0)):
            group = _NAME.match(self.data, at)
            at = group.end() if group else at
        space = _SPACE.match(self.data, at).end()
        frame = self.frames[-1]
        if not self.data.startswith(b"{", space) or (frame.silent and not (self.preamble and name in IN_PREAMBLE)):
            return at
        if name in NOTES:
            self.frames.append(Frame(b"", "note", False, "note", saved=self.pieces))
            self.pieces = []
            return int(space) + 1
        self.flush()
        said = BLOCKS[name]
        role: Role = "body"
        if said in ("title", "heading"):
            role = "body" if self.titled else "headline"
            self.titled = True
        elif said != "date":
            role = cast(Role, said)
        self.frames.append(Frame(b"", role, False, "date" if said == "date" else "block"))
        return int(space) + 1

    def _begin(self, name: bytes, at: int) -> int:
        if name == b"document":
            self.preamble = False
            self.frames = [Frame(b"", "body", False)]
            self.pieces = []
            return at
        if name in VERBATIM:
            close = self.data.find(b"\\end{" + name + b"}", at)
            self.put(at - 1, at, LEFT_OUT)
            return len(self.data) if close < 0 else close + len(name) + 6
        above = self.frames[-1]
        rows = None
        if not above.silent:
            self.flush()
            if above.rows is not None:
                above.rows.count = MOST_CELLS + 1  # a table in a cell: no grid
            rows = Rows() if name in TABLES else None
        role = ENVIRONMENTS.get(name, above.role) if above.role not in ("quote", "note") else above.role
        self.frames.append(Frame(name, "cell" if rows else role, above.silent, rows=rows))
        self.open[name] = self.open.get(name, 0) + 1
        return self._drop(at, 0 if name in PLAIN else 9)

    def _end(self, name: bytes, at: int) -> int:
        if name == b"document":
            return len(self.data)
        if self.open.get(name):
            while self.pop().name != name:
                pass
        return at


_KINDS = (
    b"parting",
    b"line",
    b"comment",
    b"command",
    b"sign",
    b"open",
    b"close",
    b"cell",
    b"math",
    b"tie",
    b"dash",
    b"mark",
)
