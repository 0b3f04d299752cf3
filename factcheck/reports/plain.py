"""The report to be read aloud: sentences in reading order, nothing drawn, no colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.visible import Visible, encoding_of
from factcheck.reports.wording import remedy

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding


class PlainReport(Renderer):
    """A paragraph a finding, for screen readers."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._visible = Visible(encoding_of(out))

    def result(self, result: Result) -> None:
        for finding in result.findings:
            for line in _lines(finding, result.draft.source):
                self.out.write(self._visible(line) + "\n")
            self.out.write("\n")

    def close(self, summary: Summary) -> None:
        self.out.write(self._visible(summary.line(",")) + "\n")


def _lines(finding: Finding, source: str) -> Iterator[str]:
    article = f", article {finding.id}" if finding.id is not None else ""
    lines = f"line {finding.line}, column {finding.column}"
    place = f"{finding.path}{article}, {finding.where or lines}"
    yield f"{finding.severity.capitalize()} {finding.code} in {place}."
    yield f"{finding.message[:1].upper()}{finding.message[1:]}."
    yield f"Printed: {_quoted(finding.text)}{f', {finding.label}' if finding.label else ''}."
    for other in finding.related:
        yield f"Beside it, in {other.where or f'line {other.line}'}: {_quoted(other.text)}, {other.label}."
    for note in finding.notes:
        yield f"{note.word.capitalize()}: {note.text}."
    if finding.cause:
        yield f"Likely cause: {finding.cause}"
    if proposed := remedy(finding, source):
        yield f"Fix: {proposed}."


def _quoted(text: str) -> str:
    return f'"{" ".join(text.split())}"'
