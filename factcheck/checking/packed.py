"""What came of drafts as bytes, to be kept or sent to another process, and back without rules, models or parsing."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from factcheck.checking.finding import Finding
from factcheck.checking.result import Result, Tally
from factcheck.drafts.draft import Draft, Unreadable

#: The version of the form, part of what keys an entry that is kept.
FORM = 2


def packed(result: Result | Unreadable) -> tuple[Any, ...]:
    """One result as plain values, without its path. The source is kept where a report may print of it."""
    if isinstance(result, Unreadable):
        return (result.reason, result.line)
    tally = result.tally
    counts = (tally.figures, tally.claims, tally.checked, tally.suppressed, tally.known, tally.undated)
    records = tuple(_record(finding) for finding in result.findings)
    source = result.draft.source if records else ""
    day = tally.day.toordinal() if tally.day else 0
    return (result.draft.id, source, records, counts, dict(tally.unchecked), day)


def pack(results: Iterable[tuple[Any, ...]]) -> bytes:
    """The bytes of several packed results."""
    return marshal.dumps(tuple(results))


def unpack(data: bytes, path: str) -> Iterator[Result | Unreadable]:
    """The results in the bytes, for a file at `path`. ValueError, EOFError or TypeError for what is none."""
    return (_result(one, path) for one in marshal.loads(data))


def _record(finding: Finding) -> dict[str, Any]:
    record = finding.as_dict()
    del record["path"]
    return record


def _result(one: tuple[Any, ...], path: str) -> Result | Unreadable:
    if len(one) == 2:
        return Unreadable(path, *one)
    id, source, records, counts, unchecked, day = one
    figures, claims, checked, suppressed, known, undated = counts
    tally = Tally(figures, claims, checked, Counter(unchecked))
    tally.suppressed, tally.known, tally.undated = suppressed, known, undated
    tally.day = date.fromordinal(day) if day else None
    findings = tuple(Finding.of({"path": path, **record}) for record in records)
    return Result(Draft(path, source, source, (), id=id), findings, tally)
