"""One kind of measure in two systems without a conversion: "5 miles … 8 km"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure

_METRIC = frozenset((
    "meter", "kilometer", "centimeter", "millimeter", "meter**2", "kilometer**2", "centimeter**2", "hectare", "liter",
    "milliliter", "centiliter", "meter**3", "kilogram", "gram", "metric_ton", "kilometer/hour", "meter/second",
    "degree_Celsius",
))  # fmt: skip
_IMPERIAL = frozenset((
    "inch", "foot", "yard", "mile", "foot**2", "yard**2", "inch**2", "acre", "mile**2", "gallon", "imperial_gallon",
    "quart", "pint", "imperial_pint", "foot**3", "pound", "ounce", "stone", "ton", "long_ton",
    "mile/hour", "degree_Fahrenheit",
))  # fmt: skip


def mixed_units(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """One claim for each dimension that has both systems: the first measure in the one, and the first in the other that
    no conversion repeats. Quotations keep their units.
    """
    if sum(figure.kind == "quantity" for figure in figures) < 2:
        return []
    converted = {figure.start for claim in claims if claim.kind == "unit_conversion" for figure in claim.figures()}
    firsts: dict[tuple[str, bool], Figure] = {}
    for figure in figures:
        known = figure.unit in _METRIC or figure.unit in _IMPERIAL
        dimension = dimensions().dimension(figure.unit) if known and figure.start not in converted else None
        if dimension and (dimension, figure.unit in _METRIC) not in firsts and not quoted(draft, figure.start):
            firsts[dimension, figure.unit in _METRIC] = figure
    found = []
    for (dimension, metric), figure in firsts.items():
        other = firsts.get((dimension, False)) if metric else None
        if other is None:
            continue
        first, second = sorted((figure, other), key=lambda each: each.start)
        roles = {"first": first, "second": second}
        found.append(Claim(kind="mixed_units", roles=roles, sentence=Sentence(second.start, second.end)))
    return found
