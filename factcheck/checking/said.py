"""The functions of an equation that ask what a claim's words and printed figures say."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from factcheck.checking.assignment import Assignment
from factcheck.claims.as_printed import OF_PRINT
from factcheck.claims.claim import Claim
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval


def of_words(claim: Claim, assignment: Assignment) -> dict[str, Callable[..., Interval]]:
    """The functions that ask what a claim's words and printed figures say."""

    def printed(role: str) -> Interval:
        figure = assignment.figures[role]
        return Interval.point(figure.value / figure.scale)

    def of_print(ask: Callable[[Figure], int], role: str) -> Interval:
        return Interval.point(Decimal(ask(assignment.figures[role])))

    return {
        "sign": lambda: Interval.point(claim.sign),
        "given": lambda: Interval.point(claim.number),
        "printed": printed,
        **{name: partial(of_print, ask) for name, ask in OF_PRINT.items()},
    }
