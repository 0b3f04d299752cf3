"""Likely causes of a wrong conversion of units, found by reading it in other units."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking.judge import Judge
from factcheck.checking.scales import Judgement
from factcheck.claims.claim import Claim
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.lexicon import lexicon
from factcheck.figures.measures import plural


def other_unit(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """One side fits with the same number of another unit: miles for feet, kilograms for grams."""
    if judgement.assignment is None:
        return None
    figures = judgement.assignment.figures
    original, converted = figures["original"], figures["converted"]
    if original.ends or converted.ends:
        return None
    for unit in _common(original):
        if unit != converted.unit and _fits(original, converted, dimensions().factor(unit, converted.unit)):
            return f"{plural(unit)} instead of {plural(original.unit)}"
    for unit in _common(converted):
        if unit != original.unit and _fits(original, converted, dimensions().factor(original.unit, unit)):
            return f"{plural(unit)} instead of {plural(converted.unit)}"
    return None


def linear_factor(claim: Claim, judgement: Judgement, judge: Judge) -> str | None:
    """An area or volume was converted as if it were a length: 10 square miles are not 16 square kilometers."""
    if judgement.assignment is None:
        return None
    figures = judgement.assignment.figures
    lines = [(figures[role].unit or "").partition("**")[0] for role in ("original", "converted")]
    if any(figures[role].unit == line for role, line in zip(("original", "converted"), lines, strict=True)):
        return None
    fits = _fits(figures["original"], figures["converted"], dimensions().factor(*lines))
    return f"{plural(lines[0])} to {plural(lines[1])}" if fits else None


def _common(figure: Figure) -> Iterator[str]:
    """The other units that news copy names in words, of the dimension of a figure's own."""
    named = lexicon("en").tables["units"]
    for unit in dimensions().units.get(dimensions().dimension(figure.unit) or "", ()):
        if unit in named and unit != figure.unit:
            yield unit


def _fits(original: Figure, converted: Figure, factor: Interval | None) -> bool:
    if factor is None:
        return False
    return original.interval("sharp", "closed").times(factor).meets(converted.interval("wide", "closed"))
