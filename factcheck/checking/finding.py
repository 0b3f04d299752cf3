"""A finding: where, what, by how much, the likely cause, and what to write instead."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from factcheck.checking.severity import Severity


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Edit(Frozen):
    """Replace `start:end` of the source by `text`."""

    start: int
    end: int
    text: str


class Alternative(Edit):
    """An edit that would also make the claim true; `label` says what it takes to be wrong."""

    label: str


class Related(Frozen):
    """Another place that a finding rests on. Offsets in the source, 1-based line and column."""

    start: int
    end: int
    line: int
    column: int
    text: str
    label: str
    where: str | None = None


class Note(Frozen):
    """A line of evidence under a finding: `word` is rate, maths, cause, check …"""

    word: str
    text: str


class ClaimRecord(Frozen):
    """The claim that broke the rule: its kind, and its figures by role, as `factcheck figures` shows them."""

    kind: str
    roles: dict[str, dict[str, object] | list[dict[str, object]]]


class Finding(Frozen):
    """Offsets are code points of the source (`source[start:end]` is the printed figure); lines count from 1.

    Of a packed file these count in its extracted text; `where` is the place in the file's own words ("paragraph 12"),
    `quote` what is read round the figure.
    """

    path: str
    id: str | None = None
    code: str
    name: str
    severity: Severity
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    where: str | None = None
    quote: str | None = None
    text: str
    message: str
    expected: str | None = None
    fix: Edit | None = None
    alternatives: tuple[Alternative, ...] = ()
    cause: str | None = None
    label: str = ""
    notes: tuple[Note, ...] = ()
    related: tuple[Related, ...] = ()
    claim: ClaimRecord

    @property
    def has_one_fix(self) -> bool:
        """Whether there is a fix, and no other figure may be the wrong one instead."""
        return self.fix is not None and not self.alternatives
