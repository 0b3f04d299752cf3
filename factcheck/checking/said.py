"""The functions of an equation that ask what a claim's words and printed figures say."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.checking.assignment import Assignment
from factcheck.claims.claim import Claim
from factcheck.figures.interval import Interval


def of_words(claim: Claim, assignment: Assignment) -> dict[str, Callable[..., Interval]]:
    """The functions that ask what a claim's words and printed figures say."""

    def printed(role: str) -> Interval:
        figure = assignment.figures[role]
        return Interval.point(figure.value / figure.scale)

    return {
        "sign": lambda: Interval.point(claim.sign),
        "given": lambda: Interval.point(claim.number),
        "printed": printed,
    }
