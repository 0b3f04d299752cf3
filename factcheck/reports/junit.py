"""JUnit's XML: a test a draft, so that a build server lists clean ones as passed and shows findings as failures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.wording import place, remedy, told
from factcheck.reports.xml_text import element

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding


class JunitReport(Renderer):
    """One suite a draft, one failure a finding; a draft that cannot be read is an error."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n')

    def result(self, result: Result) -> None:
        findings = result.findings
        name = _name(result.draft)
        self._open(name, max(1, len(findings)), failures=len(findings))
        if not findings:
            self._case(name, name)
        for finding in findings:
            said = {"message": told(finding), "type": finding.severity}
            failure = element("failure", said, text="\n".join(_lines(finding, result.draft.source)))
            self._case(name, f"{finding.code}:{finding.line}:{finding.column}", failure)
        self.out.write("  </testsuite>\n")

    def unreadable(self, problem: Unreadable) -> None:
        self._open(problem.path, 1, errors=1)
        self._case(problem.path, problem.path, element("error", {"message": problem.reason, "type": "unreadable"}))
        self.out.write("  </testsuite>\n")

    def close(self, summary: Summary) -> None:
        self.out.write("</testsuites>\n")

    def _open(self, name: str, tests: int, failures: int = 0, errors: int = 0) -> None:
        said = {"name": name, "tests": str(tests), "failures": str(failures), "errors": str(errors)}
        self.out.write(f"  {element('testsuite', said, closed=False)}\n")

    def _case(self, suite: str, name: str, inside: str = "") -> None:
        case = {"classname": suite, "name": name}
        whole = (
            element("testcase", case) if not inside else f"{element('testcase', case, closed=False)}{inside}</testcase>"
        )
        self.out.write(f"    {whole}\n")


def _name(draft: Draft) -> str:
    return draft.path if draft.id is None else f"{draft.path}#{draft.id}"


def _lines(finding: Finding, source: str) -> Iterator[str]:
    yield f"{place(finding)}: {finding.severity} {finding.code} {finding.message}"
    yield from (f"{note.word}: {note.text}" for note in finding.notes)
    if finding.cause:
        yield f"cause: {finding.cause}"
    if proposed := remedy(finding, source):
        yield f"fix: {proposed}"
