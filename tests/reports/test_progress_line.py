"""The line of progress: when it is drawn, what it says, and that it is gone before anything else is printed."""

from __future__ import annotations

import io
from collections.abc import Iterator

from factcheck.checking.check import check_draft
from factcheck.checking.result import Result
from factcheck.drafts.draft import Unreadable
from factcheck.drafts.reading import read_text
from factcheck.fronts.api import settings
from factcheck.fronts.config import Config
from factcheck.reports.progress_line import with_progress

SPOILT = "Sales rose 25% from $5.0 billion to $6.0 billion.\n"
CLEAN = "Nothing.\n"


def results(*texts: str) -> Iterator[Result | Unreadable]:
    chosen = settings(Config())
    for number, text in enumerate(texts):
        for draft in read_text(text, f"{number}.md"):
            yield draft if isinstance(draft, Unreadable) else check_draft(draft, chosen)


def drawn(*texts: str, seconds: float) -> list[str]:
    """What is written where each draft takes that long; `|` is where a result is handed on."""
    ticks = iter(range(100))
    out = io.StringIO()
    for _ in with_progress(results(*texts), lambda: len(texts), out, clock=lambda: next(ticks) * seconds):
        out.write("|")
    return out.getvalue().replace("\r\x1b[K", "<").split("|")


def test_what_is_quick_needs_no_line() -> None:
    assert drawn(CLEAN, CLEAN, SPOILT, seconds=0.3) == ["", "", "", ""]


def test_the_files_that_are_done_are_counted() -> None:
    assert drawn(CLEAN, CLEAN, CLEAN, seconds=0.6) == ["", "<1 of 3 files", "<2 of 3 files", "<"]


def test_the_line_is_gone_before_a_finding_is_printed() -> None:
    assert drawn(CLEAN, SPOILT, CLEAN, seconds=0.6) == ["", "<1 of 3 files<", "<2 of 3 files", "<"]
