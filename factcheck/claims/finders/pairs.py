"""Every two conversions of one currency pair in a draft: their implied rates must agree."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined


def conversion_pairs(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line]
) -> list[Claim]:
    """Each conversion against the one that agrees with most others, which is the reference (the first of equals)."""
    groups: dict[tuple[str, ...], list[tuple[Figure, Figure, Claim, Interval]]] = {}
    for claim in claims:
        if claim.kind != "conversion":
            continue
        left, right = claim.figures()
        if left.currency is None or right.currency is None or left.currency == right.currency:
            continue
        first, second = sorted((left, right), key=lambda figure: figure.currency or "")
        try:
            rate = second.interval("wide", "closed").over(first.interval("wide", "closed"))
        except Undefined:
            continue
        groups.setdefault((first.currency or "", second.currency or ""), []).append((first, second, claim, rate))
    found = []
    for group in groups.values():
        if len(group) < 2:
            continue
        agree = [sum(rate.meets(other) for *_, other in group) for *_, rate in group]
        reference = group[agree.index(max(agree))]
        for first, second, claim, _ in group:
            if claim is not reference[2]:
                roles = {
                    "original": first, "converted": second, "other_original": reference[0],
                    "other_converted": reference[1],
                }  # fmt: skip
                found.append(Claim(kind="conversion_pair", roles=roles, sentence=claim.sentence))
    return found
