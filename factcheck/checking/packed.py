"""What came of drafts as bytes, to be kept or sent to another process, and back without rules, models or parsing."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from factcheck.checking.result import Result, Tally
from factcheck.drafts.draft import Draft, Unreadable

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

#: The version of the form, part of what keys an entry that is kept.
FORM = 1


class Told:
    """A finding, or a part of one, as a record: it has the model's attributes and needs no model."""

    __slots__ = ("_record",)

    def __init__(self, record: dict[str, Any]) -> None:
        self._record = record

    def __getattr__(self, name: str) -> Any:
        try:
            value = self._record[name]
        except (KeyError, RecursionError):
            raise AttributeError(name) from None
        if name == "roles":
            return value
        if isinstance(value, dict):
            return Told(value)
        return tuple(map(Told, value)) if isinstance(value, tuple) else value

    def __reduce__(self) -> tuple[type[Told], tuple[dict[str, Any]]]:
        return Told, (self._record,)

    @property
    def has_one_fix(self) -> bool:
        """As a Finding has it."""
        return self._record["fix"] is not None and not self._record["alternatives"]

    def model_dump(self) -> dict[str, Any]:
        """The record."""
        return dict(self._record)


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
    record = finding.model_dump()
    del record["path"]
    return record


def _result(one: tuple[Any, ...], path: str) -> Result | Unreadable:
    if len(one) == 2:
        return Unreadable(path, *one)
    id, source, records, counts, unchecked, day = one
    figures, claims, checked, suppressed, known, undated = counts
    tally = Tally(
        figures, claims, checked, Counter(unchecked), suppressed, known, undated,
        date.fromordinal(day) if day else None,
    )  # fmt: skip
    findings = tuple(cast("Finding", Told({"path": path} | record)) for record in records)
    return Result(Draft(path, source, source, (), id=id), findings, tally)
