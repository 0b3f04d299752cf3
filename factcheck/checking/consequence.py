"""Whether recomputation changes what a sentence says: a sign, an order, a threshold word, the power of ten."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from decimal import Decimal

from factcheck.checking.assignment import in_hundredths
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.claims.claim import Claim
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval

#: The words at which a statement turns, by the kind of figure that they are: half and a majority; doubled and halved.
_THRESHOLDS = {"fraction": (Decimal("0.5"),), "multiple": (Decimal(2), Decimal("0.5"))}
_SHARES = ("percent", "fraction")
_HUNDRED = Decimal(100)
_TEN = Decimal(10)


def turned(rule: CompiledRule, claim: Claim, judgement: Judgement, around: Sequence[Figure]) -> str:
    """What the sentence does not say any more with the figure as it should be; empty where it says the same.

    `around` are the figures of the sentence, among which threshold words may stand that are no part of the claim.
    """
    assignment = judgement.assignment
    if assignment is None or judgement.verdict not in ("close", "wrong"):
        return ""
    figures = assignment.figures
    mark = figures[rule.rule.mark]
    if judgement.verdict == "wrong":
        for figure in figures.values():
            if _at_threshold(figure):
                return f"by the other figures it is not {_said(figure)}"
    direct = isinstance(rule.expect.left, ast.Name) and rule.expect.left.id == rule.rule.mark
    if judgement.expected is None or judgement.ends or not direct or rule.expect.comparison != "==" or mark.when:
        return ""
    sign = rule.kind.sign_of(rule.rule.mark, mark, claim.sign)
    printed, expected = mark.value * sign, judgement.expected
    if printed * expected < 0:
        if rule.kind.sign_of(rule.rule.mark, mark, -1) > 0:
            return "recomputed, it is on the other side of zero"
        return (
            f"the figures make it a {'rise' if expected > 0 else 'fall'}, the words a {'rise' if sign > 0 else 'fall'}"
        )
    for role, other in figures.items():
        if role != rule.rule.mark and _alike(mark, other) and (mark.value - other.value) * (expected - other.value) < 0:
            return f"recomputed, it is {'more' if expected > other.value else 'less'} than {_said(other)}"
    if word := _crossed(rule, claim, mark, expected, around):
        return f"recomputed, it is not {_said(word)}"
    return "recomputed, it has another power of ten" if _other_power(printed, expected) else ""


def _crossed(
    rule: CompiledRule, claim: Claim, mark: Figure, expected: Decimal, around: Sequence[Figure]
) -> Figure | None:
    """The threshold word of the sentence that is true of the printed figure, and false of the recomputed one."""
    if rule.kind.sign_of(rule.rule.mark, mark, -1) < 0:  # a change is no share
        return None
    unit = _HUNDRED if in_hundredths(rule, rule.rule.mark, mark, claim) else Decimal(1)
    kinds = _SHARES if mark.kind in _SHARES else ("multiple",) if mark.kind == "multiple" else ()
    own = {figure.start for figure in claim.figures()}
    for word in around:
        if word.kind in kinds and _at_threshold(word) and word.start not in own:
            reach = word.interval()
            if reach.holds(mark.value / unit) and not reach.meets(Interval.point(expected / unit)):
                return word
    return None


def _at_threshold(figure: Figure) -> bool:
    return figure.fair is not None and figure.value in _THRESHOLDS.get(figure.kind, ())


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures can be put in an order as they are printed."""
    return (figure.kind, figure.currency, figure.unit) == (other.kind, other.currency, other.unit)


def _other_power(printed: Decimal, expected: Decimal) -> bool:
    """Whether there are more or fewer digits before the point, and the ratio is nearer to ten than to one."""
    if not printed or not expected or printed.adjusted() == expected.adjusted():
        return False
    ratio = abs(expected / printed)
    return ratio * ratio >= _TEN or ratio * ratio * _TEN <= 1


def _said(figure: Figure) -> str:
    return " ".join(figure.text.split())
