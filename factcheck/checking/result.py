"""What came of one draft: its findings, and how much was read, checked and not checkable."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a draft without claims needs none of it
    from datetime import date

    from factcheck.checking.finding import Finding
    from factcheck.checking.trace import Trace
    from factcheck.drafts.draft import Draft


class Tally(SimpleNamespace):
    """Counts for the last line of a report; `unchecked` says how many claims were not judged, by reason.

    `suppressed` findings were left out because the draft asks for it, `known` ones because a
    baseline holds them. `undated` drafts say no day, and their rates were
    taken to be those of `day`.
    """

    def __init__(
        self, figures: int = 0, claims: int = 0, checked: int = 0, unchecked: Counter[str] | None = None
    ) -> None:
        super().__init__()  # a dataclass costs a short run the import of `inspect`
        self.figures = figures
        self.claims = claims
        self.checked = checked
        self.unchecked: Counter[str] = Counter() if unchecked is None else unchecked
        self.suppressed = 0
        self.known = 0
        self.undated = 0
        self.day: date | None = None

    def add(self, other: Tally) -> None:
        self.figures += other.figures
        self.claims += other.claims
        self.checked += other.checked
        self.unchecked.update(other.unchecked)
        self.suppressed += other.suppressed
        self.known += other.known
        self.undated += other.undated
        self.day = other.day or self.day


class Result(NamedTuple):
    """The findings of one draft, ordered by position, with the draft that they point into.

    `trace` is there where the settings ask for it and the draft has figures.
    """

    draft: Draft
    findings: tuple[Finding, ...]
    tally: Tally
    trace: Trace | None = None
