"""A finding: where, what, by how much, the likely cause, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from factcheck.checking.severity import Severity


class Edit(NamedTuple):
    """Replace `start:end` of the source by `text`."""

    start: int
    end: int
    text: str


class Alternative(NamedTuple):
    """An edit that would also make the claim true; `label` says what it takes to be wrong."""

    start: int
    end: int
    text: str
    label: str


class Related(NamedTuple):
    """Another place that a finding rests on. Offsets in the source, 1-based line and column."""

    start: int
    end: int
    line: int
    column: int
    text: str
    label: str
    where: str | None = None


class Note(NamedTuple):
    """A line of evidence under a finding: `word` is rate, maths, cause, check …"""

    word: str
    text: str


class ClaimRecord(NamedTuple):
    """The claim that broke the rule: its kind, and its figures by role, as `factcheck figures` shows them."""

    kind: str
    roles: dict[str, dict[str, object] | list[dict[str, object]]]


class Finding(NamedTuple):
    """Offsets are code points of the source (`source[start:end]` is the printed figure); lines count from 1.

    Of a packed file these count in its extracted text; `where` is the place in the file's own words ("paragraph 12"),
    `quote` what is read round the figure.
    """

    path: str
    code: str
    name: str
    severity: Severity
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    message: str
    claim: ClaimRecord
    where: str | None = None
    quote: str | None = None
    id: str | None = None
    expected: str | None = None
    fix: Edit | None = None
    alternatives: tuple[Alternative, ...] = ()
    cause: str | None = None
    label: str = ""
    notes: tuple[Note, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def has_one_fix(self) -> bool:
        """Whether there is a fix, and no other figure may be the wrong one instead."""
        return self.fix is not None and not self.alternatives

    def as_dict(self) -> dict[str, Any]:
        """The finding as dictionaries and lists, for JSON."""
        return {name: _plain(value) for name, value in self._asdict().items()}

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Finding:
        """The finding that such dictionaries and lists tell of."""
        fix = record["fix"]
        return cls(**dict(
            record,
            claim=ClaimRecord(**record["claim"]),
            fix=Edit(**fix) if fix else None,
            alternatives=tuple(Alternative(**one) for one in record["alternatives"]),
            notes=tuple(Note(**one) for one in record["notes"]),
            related=tuple(Related(**one) for one in record["related"]),
        ))  # fmt: skip


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
