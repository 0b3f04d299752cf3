"""reviewdog's diagnostic format: comments on a pull request, with suggestions to accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft
from factcheck.reports.json_text import JsonText
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.wording import told

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding


class RdjsonReport(Renderer):
    """One `DiagnosticResult`. Its columns count bytes of UTF-8 from 1 (reviewdog's `rdf.proto`)."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._text = JsonText(out)
        self._opened = False
        out.write('{"source": {"name": "factcheck"}, "diagnostics": [')

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write((",\n" if self._opened else "\n") + self._text(_diagnostic(finding, result.draft)))
            self._opened = True

    def close(self, summary: Summary) -> None:
        self.out.write("\n]}\n")


def _diagnostic(finding: Finding, draft: Draft) -> dict[str, object]:
    said: dict[str, object] = {
        "message": told(finding),
        "location": {"path": draft.path, "range": _range(draft, finding.start, finding.end)},
        "severity": finding.severity.upper(),
        "code": {"value": finding.code},
    }
    edits = [edit for edit in (finding.fix, *finding.alternatives) if edit is not None]
    if edits:
        said["suggestions"] = [{"range": _range(draft, edit.start, edit.end), "text": edit.text} for edit in edits]
    if finding.related:
        said["related_locations"] = [
            {"message": other.label, "location": {"path": draft.path, "range": _range(draft, other.start, other.end)}}
            for other in finding.related
        ]
    return said


def _range(draft: Draft, start: int, end: int) -> dict[str, object]:
    return {"start": _place(draft, start), "end": _place(draft, end)}


def _place(draft: Draft, offset: int) -> dict[str, int]:
    line, column = draft.position(offset)
    before = draft.source[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode(errors="replace")) + 1}
