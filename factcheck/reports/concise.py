"""The concise report: one physical line a finding, for editors, `grep` and quick reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.visible import Visible, encoding_of
from factcheck.reports.wording import place, told

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding


class ConciseReport(Renderer):
    """`drafts/budget.md:9:56: error FX101 message (expected $1.1bn)`."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._visible = Visible(encoding_of(out))

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write(self._visible(_line(finding)) + "\n")

    def close(self, summary: Summary) -> None:
        self.out.write(self._visible(summary.line()) + "\n")


def _line(finding: Finding) -> str:
    said = f"{finding.severity} {finding.code} {told(finding)}"
    return f"{place(finding)}: {said}"
