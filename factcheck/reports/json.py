"""The same objects as the jsonl report in one JSON array, one a line."""

from __future__ import annotations

from typing import TextIO

from factcheck.checking.result import Result
from factcheck.reports.jsonl import Objects
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary


class JsonReport(Renderer):
    """An array written as it goes; `[]` when there is nothing to report."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._object = Objects(out)
        self._opened = False

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write((",\n" if self._opened else "[\n") + self._object(finding))
            self._opened = True

    def close(self, summary: Summary) -> None:
        self.out.write("\n]\n" if self._opened else "[]\n")
