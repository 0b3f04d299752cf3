"""How many files are done, in one line that goes before anything else is printed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TextIO

from factcheck.drafts.draft import Unreadable

if TYPE_CHECKING:
    from factcheck.checking.result import Result

PATIENCE = 1.0  # seconds without a line: what is quick needs none
_STEP = 0.1  # seconds between two lines


def with_progress(
    results: Iterator[Result | Unreadable],
    count: Callable[[], int],
    out: TextIO,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Result | Unreadable]:
    """The same results; `count` says how many files there are, and is asked once PATIENCE is at an end."""
    begun = drawn = clock()
    done: set[str] = set()
    whole: int | None = None
    shown = False
    try:
        for result in results:
            now = clock()
            if now - begun >= PATIENCE and (whole is None or now - drawn >= _STEP):
                whole = count() if whole is None else whole
                drawn, shown = now, True
                out.write(f"\r\x1b[K{len(done):,} of {whole:,} files")
                out.flush()
            done.add(result.path if isinstance(result, Unreadable) else result.draft.path)
            if shown and (isinstance(result, Unreadable) or result.findings):
                out.write("\r\x1b[K")  # what is printed next begins on a line of its own
                out.flush()
                drawn = 0.0
            yield result
    finally:
        if shown:
            out.write("\r\x1b[K")
            out.flush()
