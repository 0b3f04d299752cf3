"""The report for a terminal: what disagrees, how we know, and what to write instead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TextIO

from rich.console import Console
from rich.text import Text

from factcheck.checking.result import Result
from factcheck.reports.frame import EVIDENCE, Frame, wrapped
from factcheck.reports.glyphs import ASCII, BOX
from factcheck.reports.piped_console import PipedConsole
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.snippet import Snippet, Windows, marks_of
from factcheck.reports.summary import Summary
from factcheck.reports.visible import Visible, encoding_of
from factcheck.reports.wording import place, remedy

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding
from factcheck.checking.severity import Severity

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
GUTTER = "cyan"

#: Where nothing says how wide the reader's window is, and where a line of prose gets too long to read.
_PIPE_WIDTH, _NARROWEST, _WIDEST = 100, 30, 120
#: A total may rest on a whole column of a table: the first rows make the point.
_MOST_SNIPPETS = 8


class RichReport(Renderer):
    """A frame for each finding, notes below it, and one line of counts at the end."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._visible = Visible(encoding_of(out))
        self._glyphs = ASCII if options.ascii or not self._visible.encodes(str(BOX)) else BOX
        self._console = _console(out, options)
        self._width = options.width or max(_NARROWEST, min(_WIDEST, self._console.width))

    def result(self, result: Result) -> None:
        for finding in result.findings:
            rows = Text("\n").join(self._rows(finding, result.draft.source))
            # Laid out already: rich must not wrap, crop or read mark-up.
            self._console.print(rows, Text(), sep="\n", soft_wrap=True)

    def close(self, summary: Summary) -> None:
        for line in wrapped(self._console, self._visible(summary.line(self._glyphs.dot)), self._width):
            self._console.print(Text(line, "bold"), soft_wrap=True)

    def _rows(self, finding: Finding, source: str) -> Iterator[Text]:
        glyphs, style = self._glyphs, STYLES[finding.severity]
        marks = marks_of(finding, self._visible)
        digits = len(str(max(mark.number for mark in marks)))
        room = self._width - digits - 3
        yield from self._title(finding, style)
        yield Text.assemble((" " * (digits + 1) + glyphs.arrow, GUTTER), " ", self._visible(_place(finding)))
        yield self._gutter(digits, glyphs.bar)
        snippets = Windows(source, room, self._visible, glyphs.more).snippets(marks)
        yield from self._frames(snippets, Frame(self._console, glyphs, room, style), digits)
        yield self._gutter(digits, glyphs.bar)
        yield from self._notes(finding, source, digits)

    def _title(self, finding: Finding, style: str) -> Iterator[Text]:
        head = f"{finding.severity}[{self._visible(finding.code)}]"
        lines = wrapped(self._console, f"{head}: {self._visible(finding.message)}", self._width)
        for n, line in enumerate(lines):
            title = Text(line, "bold")
            if n == 0:
                title.stylize(style, 0, len(head))
            yield title

    def _frames(self, snippets: list[Snippet], frame: Frame, digits: int) -> Iterator[Text]:
        shown = snippets[:_MOST_SNIPPETS]
        for n, snippet in enumerate(shown):
            if n and shown[n - 1].number + 1 != snippet.number:
                yield self._gutter(digits, self._glyphs.gap)
            line, *below = frame.rows(snippet)
            yield Text.assemble((f"{snippet.number:>{digits}} {self._glyphs.bar}", GUTTER), " ", line)
            for row in below:
                yield Text.assemble(self._gutter(digits, self._glyphs.bar), " ", row)
        if len(snippets) > len(shown):
            yield self._gutter(digits, self._glyphs.gap).append(f" and {len(snippets) - len(shown)} more", EVIDENCE)

    def _notes(self, finding: Finding, source: str, digits: int) -> Iterator[Text]:
        notes = [(self._visible(note.word), self._visible(note.text)) for note in finding.notes]
        if finding.cause:
            notes.append(("cause", self._visible(finding.cause)))
        if proposed := remedy(finding, source):
            notes.append(("fix", self._visible(proposed)))
        pad = max([6, *(len(word) for word, _ in notes)])
        for word, text in notes:
            first, *rest = wrapped(self._console, text, self._width - digits - 4 - pad)
            word = f"{word:<{pad}}"
            yield Text.assemble(self._gutter(digits, self._glyphs.note), " ", (word, "bold"), " ", first)
            for line in rest:
                yield Text.assemble(self._gutter(digits, self._glyphs.bar), " " * (pad + 2), line)
        explain = f" factcheck explain {self._visible(finding.code)}"
        yield Text.assemble(self._gutter(digits, self._glyphs.last), explain)

    def _gutter(self, digits: int, glyph: str) -> Text:
        return Text(" " * (digits + 1) + glyph, GUTTER)


def _place(finding: Finding) -> str:
    return f"{finding.path}, {finding.where} ({finding.line}:{finding.column})" if finding.where else place(finding)


def _console(out: TextIO, options: Options) -> Console:
    """A console that colours when asked to, or else where rich finds a terminal and NO_COLOR is not set."""
    plain = options.color is False or (options.color is None and bool(os.environ.get("NO_COLOR")))
    system: Literal["auto", "standard"] | None = None if plain else "standard" if options.color else "auto"
    width = options.width
    if width is None and not out.isatty() and not os.environ.get("COLUMNS"):
        width = _PIPE_WIDTH  # not the width of some terminal that happens to be near: reports can be compared
    forced = True if options.color else None
    return PipedConsole(
        file=out, width=width, color_system=system, force_terminal=forced, no_color=not forced and plain
    )
