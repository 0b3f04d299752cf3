"""The work of a checker: every figure of a draft, every claim that a rule judged, and the rate it was judged by.

Kept where `Settings(trace=True)` asks for it; nothing of it is made otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a report that only asks for a trace does not load rules
    from factcheck.checking.rule import Verdict
    from factcheck.checking.severity import Severity


class Place(NamedTuple):
    """A printed figure: `draft.text[start:end]`, and where that stands in the source (1-based line and column)."""

    kind: str
    text: str
    start: int
    end: int
    source_start: int
    source_end: int
    line: int
    column: int


class Span(NamedTuple):
    """From the lowest to the highest value; None is an open end."""

    low: Decimal | None
    high: Decimal | None


class Rate(NamedTuple):
    """The reference rate of a claim, in units of `quote` per `base`, the direction being the one above one.

    `low` to `high` were those of the window `first` to `last`, of which `day` is spoken; `fair` is what a writer may
    have used. `implied` is what the two printed figures come to, in a conversion. `series` are the daily rates of the
    window and of the month before it, oldest first.
    """

    base: str
    quote: str
    point: Decimal
    day: date
    low: Decimal
    high: Decimal
    first: date
    last: date
    source: str
    fair: Span
    implied: Span | None
    series: tuple[tuple[date, Decimal], ...]


class Checked(NamedTuple):
    """A claim as one rule judged it, also where there is nothing to report.

    `number` is the claim's own, which other rules may have judged too. `read` is what the rule took each role to be, in
    the figure's own unit. `severity` is what the rule gives to this verdict, None where it is no finding; a query, or
    what follows from another finding or is suppressed, has it all the same. `reason` says why a verdict is unknown.
    """

    number: int
    kind: str
    roles: Mapping[str, tuple[Place, ...]]
    read: Mapping[str, Span]
    mark: Place
    code: str
    name: str
    title: str
    verdict: Verdict
    severity: Severity | None
    reason: str
    expected: str
    work: tuple[tuple[str, str], ...]  # the lines of evidence: a word such as rate or maths, and a text
    rate: Rate | None

    def places(self) -> list[Place]:
        """Every printed figure of the claim."""
        return [place for places in self.roles.values() for place in places]


class Trace(NamedTuple):
    """All figures of a draft, and what was checked of them, both ordered by position."""

    figures: tuple[Place, ...]
    checked: tuple[Checked, ...]
