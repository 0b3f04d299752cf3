"""GitLab's Code Quality report: a JSON array, one object a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.checking.severity import Severity
from factcheck.reports.fingerprint import Fingerprints
from factcheck.reports.json_text import JsonText
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.wording import told

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

_LEVELS: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReport(Renderer):
    """What a merge request shows beside the lines (docs.gitlab.com, "Code Quality report format")."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._text = JsonText(out)
        self._fingerprint = Fingerprints()
        self._opened = False

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write((",\n" if self._opened else "[\n") + self._text(self._record(finding)))
            self._opened = True

    def close(self, summary: Summary) -> None:
        self.out.write("\n]\n" if self._opened else "[]\n")

    def _record(self, finding: Finding) -> dict[str, object]:
        begin = {"line": finding.line, "column": finding.column}
        end = {"line": finding.end_line, "column": finding.end_column}
        return {
            "description": told(finding),
            "check_name": finding.code,
            "fingerprint": self._fingerprint(finding),
            "severity": _LEVELS[finding.severity],
            "location": {"path": finding.path, "positions": {"begin": begin, "end": end}},
        }
