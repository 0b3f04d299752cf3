"""One slip in one sentence, found by several rules: which findings another one says already."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.claim import Claim


def within_others(found: Sequence[tuple[Claim, str]]) -> set[int]:
    """The ids of the claims, each with its rule's code, that another one of the same group covers.

    It is about more figures ("fell 20% from 5 to 6" and "fell from 5 to 6"), or about the same and comes first.
    """
    sets = [frozenset(figure.start for figure in claim.figures()) for claim, _ in found]
    holders: dict[int, list[int]] = {}
    for n, starts in enumerate(sets):
        for start in starts:
            holders.setdefault(start, []).append(n)

    def covers(m: int, n: int) -> bool:
        other, code = found[m][1], found[n][1]
        same_group = other.rstrip("0123456789") == code.rstrip("0123456789")
        return same_group and (sets[n] < sets[m] or (sets[n] == sets[m] and other < code))

    return {
        id(found[n][0])
        for n, starts in enumerate(sets)
        if any(covers(m, n) for m in min((holders[start] for start in starts), key=len))
    }
