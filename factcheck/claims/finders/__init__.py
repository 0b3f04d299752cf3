"""Named finders: what no phrase can say, one function each. A claim kind names its finder in its YAML file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.claims.finders.bound_contradictions import bound_contradictions
from factcheck.claims.finders.broken_numbers import broken_numbers
from factcheck.claims.finders.counted_lists import counted_lists
from factcheck.claims.finders.deictic_days import deictic_days
from factcheck.claims.finders.groupings import groupings
from factcheck.claims.finders.house_style import bare_symbols, precise_conversions, unconverted
from factcheck.claims.finders.impossible_days import impossible_days
from factcheck.claims.finders.impossible_times import impossible_times
from factcheck.claims.finders.known_facts import no_facts
from factcheck.claims.finders.mixed_units import mixed_units
from factcheck.claims.finders.month_spans import month_spans
from factcheck.claims.finders.next_sentence import next_sentence
from factcheck.claims.finders.no_currency import no_currency
from factcheck.claims.finders.numeric_dates import numeric_dates
from factcheck.claims.finders.pairs import conversion_pairs
from factcheck.claims.finders.past_conversions import past_conversions
from factcheck.claims.finders.quarters import impossible_quarters, quarters_to_come
from factcheck.claims.finders.restatement import restatements
from factcheck.claims.finders.scale_words import scale_words
from factcheck.claims.finders.stated import stated_rates
from factcheck.claims.finders.tables import table_shares, table_totals
from factcheck.claims.finders.whole_numbers import whole_numbers
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

#: draft, its figures, the claims found so far, its abstract sentences, its language -> more claims
Finder = Callable[[Draft, Sequence[Figure], Sequence[Claim], Sequence[Line], str], list[Claim]]

FINDERS: dict[str, Finder] = {
    "bare_symbols": bare_symbols,
    "broken_numbers": broken_numbers,
    "conversion_pairs": conversion_pairs,
    "groupings": groupings,
    "bound_contradictions": bound_contradictions,
    "counted_lists": counted_lists,
    "impossible_days": impossible_days,
    "next_sentence": next_sentence,
    "no_currency": no_currency,
    "past_conversions": past_conversions,
    "precise_conversions": precise_conversions,
    "known_facts": no_facts,
    "deictic_days": deictic_days,
    "impossible_quarters": impossible_quarters,
    "impossible_times": impossible_times,
    "mixed_units": mixed_units,
    "month_spans": month_spans,
    "numeric_dates": numeric_dates,
    "quarters_to_come": quarters_to_come,
    "restatements": restatements,
    "scale_words": scale_words,
    "stated_rates": stated_rates,
    "unconverted": unconverted,
    "whole_numbers": whole_numbers,
    "table_shares": table_shares,
    "table_totals": table_totals,
}
