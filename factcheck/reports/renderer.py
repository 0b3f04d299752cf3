"""What every report is: a class that is told of one draft after another, then of the end."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, TextIO

from factcheck.checking.result import Result
from factcheck.drafts.draft import Unreadable
from factcheck.reports.summary import Summary


class Options(NamedTuple):
    """How a report for people looks; None leaves it to the terminal and its environment."""

    ascii: bool = False
    color: bool | None = None
    width: int | None = None


class Renderer:
    """Writes a report to `out` as it goes, so that a run over an archive stays flat in memory.

    `result` is called once a draft, in order; `close` once, also when nothing was read. What a report has no
    use for it leaves alone. One that `needs_trace` is given results that hold every figure and every claim.
    """

    needs_trace: ClassVar[bool] = False
    #: Whether the report shows more of a draft than its path, id and, where something is found, source and positions.
    whole_drafts = False

    def __init__(self, out: TextIO, *, options: Options) -> None:
        self.out = out
        self.options = options

    def result(self, result: Result) -> None:
        """Report the findings of one draft."""

    def unreadable(self, problem: Unreadable) -> None:
        """An input that could not be read: the command line says so on standard error."""

    def close(self, summary: Summary) -> None:
        """Finish the report; `out` stays open."""
