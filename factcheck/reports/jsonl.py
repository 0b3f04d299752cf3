"""The report for programs: one JSON object a line, with the keys that DESIGN.md section 7 promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.reports.json_text import JsonText
from factcheck.reports.renderer import Options, Renderer

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

#: In the order of printing. `id` is there only for an article of a file of several, `where` and `quote` only
#: for a file whose lines nobody sees.
KEYS = (
    "path", "id", "code", "name", "severity", "start", "end", "line", "column", "end_line", "end_column",
    "where", "quote", "text",
    "message", "expected", "fix", "alternatives", "cause", "notes", "related", "claim",
)  # fmt: skip


class Objects:
    """Findings as JSON text for a stream."""

    def __init__(self, out: TextIO) -> None:
        self._text = JsonText(out)

    def __call__(self, finding: Finding) -> str:
        record = finding.as_dict()
        for key in ("id", "where", "quote"):
            if record[key] is None:
                del record[key]
        for related in record["related"]:
            if related["where"] is None:
                del related["where"]
        return self._text({key: record[key] for key in KEYS if key in record})


class JsonlReport(Renderer):
    """One finding a line, nothing else: no summary."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._object = Objects(out)

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write(self._object(finding) + "\n")
