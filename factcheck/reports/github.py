"""Commands of GitHub's workflows: each finding is an annotation of the changed file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.checking.severity import Severity
from factcheck.drafts.draft import Unreadable
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.visible import Visible, encoding_of
from factcheck.reports.wording import told

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReport(Renderer):
    """`::error file=a.md,line=9,col=56,endLine=9,endColumn=62,title=FX101 off-reference-rate::message`."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._visible = Visible(encoding_of(out))

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write(self._command(finding) + "\n")

    def unreadable(self, problem: Unreadable) -> None:
        place = {"file": problem.path} | ({"line": str(problem.line)} if problem.line else {})
        self.out.write(f"::error {self._properties(place)}::{_data(self._visible(problem.reason))}\n")

    def close(self, summary: Summary) -> None:
        self.out.write(self._visible(summary.line()) + "\n")

    def _command(self, finding: Finding) -> str:
        properties = {"file": finding.path, "line": str(finding.line), "col": str(finding.column)}
        properties |= {"endLine": str(finding.end_line)}
        if finding.end_line == finding.line:  # GitHub takes columns of one line only
            properties["endColumn"] = str(finding.end_column)
        properties["title"] = f"{finding.code} {finding.name}"
        said = told(finding)
        said += "".join(f"\n{note.word}: {note.text}" for note in finding.notes)
        shown = "\n".join(map(self._visible, said.split("\n")))
        return f"::{_LEVELS[finding.severity]} {self._properties(properties)}::{_data(shown)}"

    def _properties(self, properties: dict[str, str]) -> str:
        return ",".join(f"{name}={_property(self._visible(value))}" for name, value in properties.items())


def _data(text: str) -> str:
    """As github.com/actions/toolkit escapes the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
