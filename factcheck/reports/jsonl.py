"""The report for programs: one JSON object a line, with the keys that DESIGN.md section 7 promises."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TextIO

from factcheck.checking.result import Result
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.visible import encoding_of

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

#: In the order of printing. `id` is there only for an article of a file of several.
KEYS = (
    "path", "id", "code", "name", "severity", "start", "end", "line", "column", "end_line", "end_column", "text",
    "message", "expected", "fix", "alternatives", "cause", "notes", "related", "claim",
)  # fmt: skip

#: Legal inside JSON, but line ends to `str.splitlines`, poison to a terminal, or without an encoding.
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Objects:
    """Findings as JSON text that a stream of this encoding can hold."""

    def __init__(self, out: TextIO) -> None:
        self._ensure_ascii = not encoding_of(out).lower().replace("_", "-").startswith("utf")

    def __call__(self, finding: Finding) -> str:
        record = finding.model_dump()
        if finding.id is None:
            del record["id"]
        ordered = {key: record[key] for key in KEYS if key in record}
        text = json.dumps(ordered, ensure_ascii=self._ensure_ascii, default=str)
        return _AWKWARD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class JsonlReport(Renderer):
    """One finding a line, nothing else: no summary."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._object = Objects(out)

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write(self._object(finding) + "\n")
