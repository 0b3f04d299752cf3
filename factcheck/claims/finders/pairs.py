"""Every two conversions of one currency pair in a draft: their implied rates must agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, faces
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.lexicon import lexicon


def conversion_pairs(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each conversion against the one that agrees with most others, which is the reference (the first of equals).

    Conversions of which one sentence names another time than the other's are not compared.
    """
    groups: dict[tuple[frozenset[str], frozenset[object]], list[tuple[Claim, Interval]]] = {}
    for claim in claims:
        if claim.kind == "conversion" and (rate := _implied(claim)) is not None:
            pair = frozenset(figure.currencies[0] for figure in claim.figures())
            groups.setdefault((pair, _time(claim, draft, figures, language)), []).append((claim, rate))
    found = []
    for group in groups.values():
        agree = _agreeing([rate for _, rate in group])
        reference = group[agree.index(max(agree))][0]
        sides = {figure.currency: figure for figure in reference.figures()}
        for claim, _ in group:
            if claim is reference:
                continue
            original, converted = (faces(claim.roles[role])[0] for role in ("original", "converted"))
            others = {"other_original": sides[original.currency], "other_converted": sides[converted.currency]}
            roles = {"original": original, "converted": converted, **others}
            found.append(Claim(kind="conversion_pair", roles=roles, sentence=claim.sentence))
    return found


def _time(claim: Claim, draft: Draft, figures: Sequence[Figure], language: str) -> frozenset[object]:
    """The years that a claim's sentence names beside the draft's own, and whether it says "at the time"."""
    start, end = claim.sentence
    first = bisect_left(figures, start, key=lambda figure: figure.start)
    last = bisect_left(figures, end, key=lambda figure: figure.start)
    years: set[object] = {int(figure.value) for figure in figures[first:last] if figure.kind == "year"}
    years |= {figure.when.year for figure in figures[first:last] if figure.when and figure.when.year}
    said = draft.text[start:end].lower()
    then = {word for word in lexicon(language).rate_days.get("dated", ()) if word in said}
    return frozenset(years - {draft.date.day.year if draft.date else None} | ({"then"} if then else set()))


def _agreeing(rates: Sequence[Interval]) -> list[int]:
    """With how many of the rates each one agrees: all but those that end below it or begin above it."""
    lows, highs = sorted(rate.low for rate in rates), sorted(rate.high for rate in rates)
    return [bisect_right(lows, rate.high) - bisect_left(highs, rate.low) for rate in rates]


def _implied(claim: Claim) -> Interval | None:
    """The rate that a conversion implies, always in the same direction for a pair; None where it implies none."""
    first, second = sorted(claim.figures(), key=lambda figure: figure.currencies)
    if first.currency == second.currency:
        return None
    try:
        return second.interval("wide", "closed").over(first.interval("wide", "closed"))
    except Undefined:
        return None
