"""One reading of a claim on the scales of a rule's equation: its verdict, what it expects, what else would hold."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checking.assignment import Assignment, in_hundredths, signed_value, widest
from factcheck.checking.calendar import Calendar, days_from
from factcheck.checking.exchange import Rates, Unknown
from factcheck.checking.expression import Env, Expression, give, within
from factcheck.checking.rule import CompiledRule, Verdict
from factcheck.checking.said import of_words
from factcheck.claims.claim import Claim
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.reading import Openness, Reading
from factcheck.rates.ratebook import RateAnswer

_HUNDRED = Decimal(100)
_NOTHING = Interval.point(0)  # a role that the phrase does not name
NO_FACTOR = "units of different dimensions"
#: From the best verdict to the worst.
ORDER: dict[Verdict, int] = {"fits": 0, "tight": 1, "stale": 2, "unknown": 3, "wide": 4, "close": 5, "wrong": 6}


class Judgement(NamedTuple):
    """What came out. `expected` is the right side of the equation with the printed figures, in the mark's own unit;
    `ends` the same for the two ends of a range.
    """

    verdict: Verdict
    assignment: Assignment | None = None
    expected: Decimal | None = None
    accepted: Interval | None = None
    rate: RateAnswer | None = None
    reason: str = ""
    ends: tuple[Decimal | None, Decimal | None] | None = None
    left: Interval | None = None  # the left side of the equation
    terms: Mapping[str, Decimal] = {}  # what the functions in the equation came to, by their text


class Scales:
    """Weighs readings; the calendar knows the years of dates that are printed without one."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def one(
        self, rule: CompiledRule, claim: Claim, assignment: Assignment, rates: Rates | None, across: bool = False
    ) -> Judgement:
        """The verdict of one reading by some rates. A range against a range is judged end by end, both sharp."""
        ranges = [role for role, figure in assignment.figures.items() if figure.ends]
        if not across and rule.rule.even and _alike([assignment.figures[role] for role in rule.rule.even]):
            plain = {role: figure.worth(figure.value) for role, figure in assignment.figures.items()}
            bare = assignment._replace(figures=plain)
            exact = self._reading(rule, claim, bare, lambda _: ("exact", "closed"), rates, across)
            return exact._replace(assignment=assignment)
        if len(ranges) < 2 or rule.expect.comparison != "==":
            return self._reading(rule, claim, assignment, rule.reading, rates, across)

        def sharp(role: str) -> tuple[Reading, Openness]:
            reading, openness = rule.reading(role)
            return ("sharp" if role in ranges and role not in rule.rule.rounded else reading), openness

        outcomes = []
        for n in (0, 1):
            ends = assignment._replace(figures={role: f.at_end(n) for role, f in assignment.figures.items()})
            outcomes.append(self._reading(rule, claim, ends, sharp, rates, across))
        low, high = outcomes
        worst = max(low, high, key=lambda outcome: ORDER[outcome.verdict])
        return worst._replace(assignment=assignment, ends=(low.expected, high.expected))

    def _reading(
        self, rule: CompiledRule, claim: Claim, assignment: Assignment,
        reading: Callable[[str], tuple[Reading, Openness]], rates: Rates | None, across: bool,
    ) -> Judgement:  # fmt: skip
        """The verdict of one reading of plain figures."""
        used: list[RateAnswer] = []

        def rate(base: str, quote: str) -> Interval:
            if rates is None:
                raise Unknown("no rate")
            answer = rates(assignment.currencies[base], assignment.currencies[quote])
            used.append(answer)
            return answer.interval

        def env(
            read: Callable[[str], tuple[Reading, Openness]], *, double: str | None = None, point: bool = False
        ) -> Env:
            values = dict.fromkeys(rule.kind.kind.optional, _NOTHING)
            for role, figure in assignment.figures.items():
                value = signed_value(rule, claim, role, figure, *read(role), point=point)
                if across and role in assignment.currencies:
                    target = next(other for other in assignment.currencies if other != rule.rule.mark)
                    if role != target:
                        factor = rate(role, target)
                        value = value.times(Interval.point(used[-1].point) if point else factor)
                values[role] = value.doubled() if role == double else value
            functions: dict[str, Callable[..., Interval]] = {
                "rate": (lambda a, b: Interval.point(_point(rate(a, b), used))) if point else rate,
                **self._settled(assignment, claim),
                "give": (lambda _: Interval.point(0)) if point else give,
                "within": (lambda _: Interval.point(1)) if point else within,
            }
            return Env(values, functions)

        expect = rule.expect
        judged = env(reading)
        verdict: Verdict = "wrong"
        if rule.possible(judged):
            verdict = "fits"
        elif rule.possible(env(reading, double=rule.rule.mark)):
            verdict = "close"
        elif rule.rule.fits_wide and rule.possible(env(lambda role: widest(rule, role, assignment.figures[role]))):
            verdict = "wide"
        left, accepted = expect.side(expect.left, judged), expect.side(expect.right, judged)
        printed = env(reading, point=True)
        expected = expect.side(expect.right, printed).low
        terms = {ast.unparse(call): expect.side(call, printed).low for call in expect.calls}
        marked = assignment.figures[rule.rule.mark]
        unit = _HUNDRED if in_hundredths(rule, rule.rule.mark, marked, claim) else Decimal(1)
        return Judgement(
            verdict, assignment, expected * unit, accepted.times(Interval.point(unit)), used[0] if used else None,
            left=left.times(Interval.point(unit)), terms=terms,
        )  # fmt: skip

    def is_tight(self, rule: CompiledRule, claim: Claim, judgement: Judgement) -> bool:
        """Whether a claim that fits would not if its other figures were exact. Hedged ones and ranges never are."""
        assignment = judgement.assignment
        if assignment is None or judgement.ends is not None or rule.expect.comparison != "==":
            return False
        others = [figure for role, figure in assignment.figures.items() if role != rule.rule.mark]
        if any(figure.hedge or figure.ends or figure.fair for figure in others):
            return False
        if "rate" not in rule.expect.functions and len(set(assignment.currencies.values())) > 1:
            return False  # brought to one currency by a rate
        values = dict.fromkeys(rule.kind.kind.optional, _NOTHING) | {
            role: signed_value(rule, claim, role, figure, *rule.reading(role), point=role != rule.rule.mark)
            for role, figure in assignment.figures.items()
        }
        rate = judgement.rate.interval if judgement.rate else None
        try:
            return not rule.possible(Env(values, self._known(assignment, rate, claim)))
        except Undefined:
            return False

    def holds(self, expression: Expression, rule: CompiledRule, claim: Claim, judgement: Judgement) -> bool:
        """Whether a cause's equation is possible in the reading that was judged."""
        assignment = judgement.assignment
        if assignment is None:
            return False
        values = dict.fromkeys(rule.kind.kind.optional, _NOTHING) | {
            role: signed_value(rule, claim, role, figure, *rule.reading(role))
            for role, figure in assignment.figures.items()
        }
        rate = judgement.rate.interval if judgement.rate else None
        try:
            return expression.possible(Env(values, self._known(assignment, rate, claim)))
        except Undefined:
            return False

    def point(self, expression: Expression, rule: CompiledRule, claim: Claim, judgement: Judgement) -> Decimal | None:
        """The right side of an equation with the printed figures: what an alternative would print."""
        assignment = judgement.assignment
        if assignment is None:
            return None
        values = {
            role: signed_value(rule, claim, role, figure, "exact", "closed", point=True)
            for role, figure in assignment.figures.items()
        }
        rate = Interval.point(judgement.rate.point) if judgement.rate else None
        try:
            return expression.side(expression.right, Env(values, self._known(assignment, rate, claim))).low
        except Undefined:
            return None

    def _known(self, assignment: Assignment, rate: Interval | None, claim: Claim) -> dict[str, Callable[..., Interval]]:
        """The functions of an expression after judging, when the rate is settled."""

        def settled(base: str, quote: str) -> Interval:
            if rate is None:
                raise Unknown("no rate")
            return rate

        return {"rate": settled, **self._settled(assignment, claim)}

    def _settled(self, assignment: Assignment, claim: Claim) -> dict[str, Callable[..., Interval]]:
        """The functions of an expression that need no rate."""

        def of_units(ask: Callable[[str | None, str | None], Interval | None], role: str, other: str) -> Interval:
            found = ask(assignment.units.get(role), assignment.units.get(other))
            if found is None:
                raise Unknown(NO_FACTOR)
            return found

        return {
            "weekday_of": lambda role: self._calendar.weekday(assignment.figures[role]),
            "day_of": lambda role: self._calendar.days(assignment.figures[role], claim),
            "days_from": lambda role, other: days_from(assignment.figures[role], assignment.figures[other]),
            "published": self._calendar.published,
            "factor": lambda role, other: of_units(dimensions().factor, role, other),
            "offset": lambda role, other: of_units(dimensions().offset, role, other),
            **of_words(claim, assignment),
        }


def _alike(figures: Sequence[Figure]) -> bool:
    """Whether figures are printed to the same place, and none is said to be about so many ("more than" keeps order)."""
    places = {figure.value.normalize().as_tuple().exponent for figure in figures}
    return len(places) == 1 and not any(figure.hedge not in (None, "more than") or figure.ends for figure in figures)


def _point(_: Interval, used: list[RateAnswer]) -> Decimal:
    return used[-1].point
