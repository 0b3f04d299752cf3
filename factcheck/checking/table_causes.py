"""Likely causes of a total that its cells do not make."""

from __future__ import annotations

from factcheck.checking.judge import Judge
from factcheck.checking.scales import Judgement
from factcheck.claims.claim import Claim
from factcheck.claims.tables.slip import mended, slip
from factcheck.figures import printing
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.sum import Sum


def slip_in_total(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """What happened to the total, where one slip in it explains all: "two digits that changed places"."""
    total, cells = _sides(claim)
    return slip(total, cells.interval("wide"))


def slip_in_cell(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """The one cell whose slip explains all: "340 for 430, two digits that changed places"."""
    total, cells = _sides(claim)
    found = mended(total, cells.addends)
    if found is None:
        return None
    cell = cells.addends[found[0]]
    return f"{cell.text} for {printing.like(cell, found[1])}, {found[2]}"


def cell_too_many(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """The one cell that was left out, or was counted twice: "leaves out 340"."""
    total, cells = _sides(claim)
    gap = cells.interval("wide").minus(total.interval("wide"))
    for words, reach in (("leaves out", gap), ("counts twice", Interval(-gap.high, -gap.low))):
        matching = [cell for cell in cells.addends if cell.value and reach.holds(cell.value)]
        if len(matching) == 1:
            return f"{words} {matching[0].text}"
    return None


def _sides(claim: Claim) -> tuple[Figure, Sum]:
    total, cells = claim.roles["total"], claim.roles["cells"]
    assert isinstance(total, Figure)
    assert isinstance(cells, Sum)
    return total, cells
