"""The functions of an equation that ask what a claim's words and printed figures say."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from factcheck.checking.assignment import Assignment
from factcheck.claims.as_printed import OF_PRINT
from factcheck.claims.claim import Claim
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined


def of_words(claim: Claim, assignment: Assignment) -> dict[str, Callable[..., Interval]]:
    """The functions that ask what a claim's words and printed figures say."""

    def printed(role: str) -> Interval:
        figure = assignment.figures.get(role)
        if figure is None:
            raise Undefined(f"no {role}")
        return Interval.point(figure.value / figure.scale)

    def of_print(ask: Callable[[Figure], int], role: str) -> Interval:
        return Interval.point(Decimal(ask(assignment.figures[role])))

    def whole_share(share: str, number: str) -> Interval:
        things = assignment.figures[number].value
        if things < 1:
            raise Undefined("nothing to take a share of")
        return Interval.point(
            (assignment.figures[share].value * things / 100).to_integral_value(ROUND_HALF_UP) / things
        )

    def pace(distance: str, time: str, speed: str) -> Interval:
        found = dimensions().pace(*(assignment.figures[role].unit for role in (distance, time, speed)))
        if found is None:
            raise Undefined("no distance, time and speed")
        return found

    return {
        "whole_share": whole_share,
        "pace": pace,
        "sign": lambda: Interval.point(claim.sign),
        "given": lambda: Interval.point(claim.number),
        "printed": printed,
        **{name: partial(of_print, ask) for name, ask in OF_PRINT.items()},
    }
