"""Checkstyle's XML, which many servers and editors read."""

from __future__ import annotations

from typing import TextIO

from factcheck.checking.result import Result
from factcheck.drafts.draft import Unreadable
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.wording import told
from factcheck.reports.xml_text import element


class CheckstyleReport(Renderer):
    """An element a file, an `error` in it a finding."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')

    def result(self, result: Result) -> None:
        if not result.findings:
            return
        self.out.write(f"  {element('file', {'name': result.draft.path}, closed=False)}\n")
        for finding in result.findings:
            article = f"{finding.id}: " if finding.id is not None else ""
            said = {
                "line": str(finding.line),
                "column": str(finding.column),
                "severity": finding.severity,
                "message": f"{article}{told(finding)}",
                "source": f"factcheck.{finding.code}",
            }
            self.out.write(f"    {element('error', said)}\n")
        self.out.write("  </file>\n")

    def unreadable(self, problem: Unreadable) -> None:
        said = {"line": str(problem.line or 0), "severity": "error", "message": problem.reason, "source": "factcheck"}
        self.out.write(f"  {element('file', {'name': problem.path}, closed=False)}{element('error', said)}</file>\n")

    def close(self, summary: Summary) -> None:
        self.out.write("</checkstyle>\n")
