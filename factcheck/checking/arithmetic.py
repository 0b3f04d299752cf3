"""The arithmetic of a finding in a reader's signs: the sum, what rounding leaves of it, the rate and its day."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal

from factcheck.checking.exchange import STATED
from factcheck.checking.message import ANY, reach, readable, readable_span
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.claims.claim import Claim, faces
from factcheck.figures import printing
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.lexicon import lexicon
from factcheck.rates.ratebook import RateAnswer

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_NOTHING = Decimal("1e-20")  # what outward rounding makes of zero


def mark_sign(rule: CompiledRule, claim: Claim) -> int:
    """The sign that the claim's words give to the marked figure."""
    return rule.kind.sign_of(rule.rule.mark, faces(claim.roles[rule.rule.mark])[0], claim.sign)


def worked(
    node: ast.expr, rule: CompiledRule, judgement: Judgement, figures: Mapping[str, Figure], language: str
) -> str:
    """One side of the equation with the printed figures: "12bn ÷ 10.61"."""

    def show(name: str) -> str:
        if name in figures or name in rule.kind.kind.optional:
            return " ".join(figures[name].text.split()) if name in figures else ""
        term = judgement.terms.get(name)
        if term is None:
            return name
        return printing.plain(printing.rounded(term, 5).normalize(), lexicon(language))

    return rule.expect.printed(node, show)


def as_printed(mark: Figure, value: Decimal, language: str) -> str:
    """A value as the marked figure would print it; a share in words as a percentage."""
    if mark.kind == "fraction":
        return f"{printing.plain(printing.rounded(value * _HUNDRED, 3).normalize(), lexicon(language))}%"
    return printing.like(mark, value, language)


def reach_of(accepted: Interval, mark: Figure, sign: int, language: str) -> tuple[str, str]:
    """The ends of an interval as the marked figure would print them."""

    def printed(end: Decimal) -> str:
        if not end.is_finite():
            return ANY
        return as_printed(mark, end * sign if abs(end) > _NOTHING else Decimal(0), language)

    low, high = (printed(end) for end in sorted(accepted, key=lambda end: end * sign))
    return low, high


def the_sum(rule: CompiledRule, judgement: Judgement, figures: Mapping[str, Figure], language: str) -> str:
    """The side of the equation that is worked out: the right one, unless it is a bare number or figure."""
    sides = (rule.expect.right, rule.expect.left)
    node = next((side for side in sides if isinstance(side, ast.BinOp)), rule.expect.right)
    return worked(node, rule, judgement, figures, language)


def maths(
    rule: CompiledRule, claim: Claim, judgement: Judgement, figures: Mapping[str, Figure], expected: str, language: str
) -> str:
    """The right side and what it makes: "12bn ÷ 10.61 = $1.13bn; with rounding … to …"."""
    mark = figures[rule.rule.mark]
    sign = mark_sign(rule, claim)
    accepted = judgement.accepted or Interval.point(0)
    low, high = reach_of(accepted, mark, sign, language)
    if mark.kind == "fraction":
        return f'"{" ".join(mark.text.split())}" is read as {reach(low, high)}'
    left = rule.expect.left
    head = "" if ast.unparse(left) == rule.rule.mark else f"{worked(left, rule, judgement, figures, language)} against "
    window = " and window" if judgement.rate else ""
    rounding = f"; with rounding{window} {low} to {high}" if low != high and judgement.ends is None else ""
    right = worked(rule.expect.right, rule, judgement, figures, language)
    result = "" if right == expected else f" = {expected}"
    return f"{head}{right}{result}{rounding}"


def bounds(rule: CompiledRule, judgement: Judgement, figures: Mapping[str, Figure], language: str) -> str:
    """What rounding leaves of both sides: "€4.5bn is at least €4.45bn, €3.0bn is at most €3.05bn".

    Empty where there is nothing to work out: two figures side by side that are exact.
    """
    mark = figures[rule.rule.mark]
    if {"printed", "sign"} & rule.expect.functions:
        return ""
    currencies = dict(judgement.assignment.currencies) if judgement.assignment else {}
    if len(set(currencies.values())) > 1:  # the mark was brought to the other's currency
        mark = figures[next(role for role in currencies if role != rule.rule.mark)]
    sides = [(rule.expect.left, judgement.left), (rule.expect.right, judgement.accepted)]
    if rule.expect.comparison == ">=":
        sides.reverse()
    (above, high), (below, low) = sides
    said = []
    if isinstance(above, ast.Name | ast.Constant) and isinstance(below, ast.Name | ast.Constant):
        ends = (interval for interval in (high, low) if interval is not None)
        if mark.kind != "percent" and all(interval.low == interval.high for interval in ends):
            return ""
    for node, interval, words in ((above, high, "at least"), (below, low, "at most")):
        end = None if interval is None else interval.low if words == "at least" else interval.high
        if end is not None and end.is_finite():
            printed = worked(node, rule, judgement, figures, language)
            if isinstance(node, ast.Constant):
                continue
            said.append(f"{printed} is {words} {printing.like(mark, end, language, extra=1)}")
    return " ".join(", ".join(said).split())


def rate_line(rate: RateAnswer, base: str, quote: str) -> str:
    """The rate in the direction above one, its range in the window, and its source."""
    point, low, high = rate.point, rate.low, rate.high
    if point < 1:
        point, low, high, base, quote = _ONE / point, _ONE / high, _ONE / low, quote, base
    lex = lexicon("en")
    shown, lowest, highest = (printing.plain(printing.rounded(value, 5), lex) for value in (point, low, high))
    if rate.source == STATED:
        return f"{shown} {quote} per {base}, {rate.source}"
    if rate.first == rate.last or low == high:
        return f"{shown} {quote} per {base} on {readable(rate.day)}, {rate.source}"
    days = readable_span(rate.first, rate.last)
    return f"{shown} {quote} per {base} on {readable(rate.day)} ({lowest} to {highest} from {days}), {rate.source}"
