"""Named finders: what no phrase can say, one function each. A claim kind names its finder in its YAML file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

#: draft, its figures, the claims found so far, its abstract sentences, its language -> more claims
Finder = Callable[[Draft, Sequence[Figure], Sequence[Claim], Sequence[Line], str], list[Claim]]

#: Name to "module:function" of this package; imported when a rule that needs it runs.
FINDERS: dict[str, str] = {
    "bare_symbols": "house_style:bare_symbols",
    "bound_contradictions": "bound_contradictions:bound_contradictions",
    "broken_numbers": "broken_numbers:broken_numbers",
    "conversion_pairs": "pairs:conversion_pairs",
    "counted_lists": "counted_lists:counted_lists",
    "deictic_days": "deictic_days:deictic_days",
    "groupings": "groupings:groupings",
    "headline_figures": "headline:headline_figures",
    "impossible_days": "impossible_days:impossible_days",
    "impossible_quarters": "quarters:impossible_quarters",
    "impossible_times": "impossible_times:impossible_times",
    "known_facts": "known_facts:no_facts",
    "mixed_units": "mixed_units:mixed_units",
    "month_spans": "month_spans:month_spans",
    "next_sentence": "next_sentence:next_sentence",
    "no_currency": "no_currency:no_currency",
    "numeric_dates": "numeric_dates:numeric_dates",
    "past_conversions": "past_conversions:past_conversions",
    "precise_conversions": "house_style:precise_conversions",
    "quarters_to_come": "quarters:quarters_to_come",
    "quoted_tables": "quoted_tables:quoted_tables",
    "restatements": "restatement:restatements",
    "scale_words": "scale_words:scale_words",
    "stated_rates": "stated:stated_rates",
    "table_shares": "tables:table_shares",
    "table_totals": "tables:table_totals",
    "twins": "twin_figures:twins",
    "unconverted": "house_style:unconverted",
    "whole_numbers": "whole_numbers:whole_numbers",
}


@cache
def finder(name: str) -> Finder:
    """The finder of that name; KeyError where there is none."""
    module, _, function = FINDERS[name].partition(":")
    found: Finder = getattr(import_module(f"{__name__}.{module}"), function)
    return found
