"""Named finders: what no phrase can say, one function each. A claim kind names its finder in its YAML file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.claims.finders.headline import headline_figures
from factcheck.claims.finders.impossible_days import impossible_days
from factcheck.claims.finders.pairs import conversion_pairs
from factcheck.claims.finders.restatement import restatements
from factcheck.claims.finders.stated import stated_rates
from factcheck.claims.finders.twin_figures import twins
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

#: draft, its figures, the claims found so far, its abstract sentences, its language -> more claims
Finder = Callable[[Draft, Sequence[Figure], Sequence[Claim], Sequence[Line], str], list[Claim]]

FINDERS: dict[str, Finder] = {
    "conversion_pairs": conversion_pairs,
    "headline_figures": headline_figures,
    "impossible_days": impossible_days,
    "restatements": restatements,
    "stated_rates": stated_rates,
    "twins": twins,
}
