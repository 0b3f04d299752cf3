"""Judges one claim by one rule: whether any fair reading of the printed figures can make the equation true."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from factcheck.checking.assignment import (
    Assignment,
    any_currency,
    any_unit,
    in_hundredths,
    shared_currencies,
    signed_value,
    widest,
)
from factcheck.checking.calendar import Calendar, days_from
from factcheck.checking.exchange import STATES, Exchange, Rates, Unknown
from factcheck.checking.expression import Env, Expression, give, within
from factcheck.checking.rule import CompiledRule, Verdict
from factcheck.checking.said import of_words
from factcheck.checking.windows import Windows
from factcheck.claims.claim import Claim
from factcheck.figures.dimensions import dimensions
from factcheck.figures.interval import Interval, Undefined
from factcheck.figures.reading import Openness, Reading
from factcheck.rates.ratebook import RateAnswer

_HUNDRED = Decimal(100)
_NOTHING = Interval.point(0)  # a role that the phrase does not name
_NO_FACTOR = "units of different dimensions"


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


class Judge:
    """The rates and windows that the claims of one draft are judged with."""

    def __init__(self, exchange: Exchange, windows: Callable[[Claim], Windows], calendar: Calendar) -> None:
        self.exchange = exchange
        self.windows = windows
        self.calendar = calendar

    def judge(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """The best verdict over the readings and windows that are open to the claim."""
        try:
            if "rate" in rule.expect.functions:
                return self._converted(rule, claim)
            return self._excused(rule, claim, self._plain(rule, claim))
        except Undefined as problem:
            return Judgement("unknown", reason=str(problem))

    def _excused(self, rule: CompiledRule, claim: Claim, judgement: Judgement) -> Judgement:
        """What breaks a rule fits all the same where its `unless` is possible, or its `only_if` is not."""
        if judgement.verdict in ("fits", "unknown"):
            return judgement
        if rule.unless and self.holds(rule.unless, rule, claim, judgement):
            return judgement._replace(verdict="fits")
        if rule.only_if and not self.holds(rule.only_if, rule, claim, judgement):
            return judgement._replace(verdict="fits")
        return judgement

    def _converted(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """A rule that asks for a rate: any candidate currency and any window that makes it possible will do."""
        windows = self.windows(claim)
        if windows.reason and not windows.near:
            return Judgement("unknown", reason=windows.reason)
        options = list(any_currency(claim))
        by_draft: Judgement | None = None
        for assignment in options:
            if claim.kind != STATES and self.exchange.states(list(assignment.currencies.values())):
                by_draft = self._one(rule, claim, assignment, self.exchange.stated)
                if by_draft.verdict == "fits":
                    return by_draft
        near = self._near(windows)
        older = [self.exchange.over(window, windows.day) for window in windows.older]
        worst: Judgement | None = None
        missing = ""
        for verdict, tier in (("fits", near), ("stale", older)):
            for rates, assignment in product(tier, options):
                try:
                    found = self._one(rule, claim, assignment, rates)
                except Unknown as problem:
                    missing = missing or str(problem)
                    continue
                if found.verdict == "fits":  # a stale one is reported with the numbers of the draft's own days
                    return worst._replace(verdict="stale") if verdict == "stale" and worst else found
                if verdict == "fits" and (worst is None or (worst.verdict == "wrong" and found.verdict == "close")):
                    worst = found if worst is None or rates is near[0] else worst._replace(verdict="close")
        if windows.vague:
            return Judgement("unknown", reason=missing or "a rate of another day")
        if worst is None and by_draft is not None:
            return by_draft
        if worst is None and windows.day is not None and self.exchange.ends_before(windows.day):
            return self._beyond(rule, claim, options, windows.day) or Judgement("unknown", reason=missing)
        if worst is None or missing:
            return Judgement("unknown", reason=missing or "a rate of another day")
        return worst

    def _near(self, windows: Windows) -> list[Rates]:
        """The rates any of which will do."""
        near: list[Rates] = [self.exchange.over(window, windows.day) for window in windows.near]
        return [*near, self.exchange.years] if windows.years or not near else near

    def _beyond(self, rule: CompiledRule, claim: Claim, options: Sequence[Assignment], day: date) -> Judgement | None:
        """What no rate of the last years comes near, for a day after the newest rate; None for what may be right."""
        rates = self.exchange.beyond(day)
        outcomes = [self._one(rule, claim, assignment, rates) for assignment in options]
        return outcomes[0] if all(outcome.verdict == "wrong" for outcome in outcomes) else None

    def _plain(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """A rule on its figures alone. Money is judged in every currency that the roles are decided to share, all of
        which must be possible; roles that share only a candidate, or none, also by the rate, and one fit will do.
        """
        if "factor" in rule.expect.functions:
            return self._measured(rule, claim)
        if rule.rule.currencies == "printed":
            return self._one(rule, claim, next(any_currency(claim)), None)
        decided, possible = shared_currencies(claim)
        if decided:
            outcomes = [self._one(rule, claim, assignment, None) for assignment in decided]
            return max(outcomes, key=lambda outcome: _ORDER[outcome.verdict])
        for assignment in possible:
            if (outcome := self._one(rule, claim, assignment, None)).verdict == "fits":
                return outcome
        try:
            return self._across(rule, claim)
        except Unknown:
            if not possible:
                raise
            return self._one(rule, claim, possible[0], None)

    def _measured(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """A rule on units: any unit of a printed name that makes it possible will do ("gallons", "tons")."""
        outcomes: list[Judgement] = []
        for assignment in any_unit(claim):
            with suppress(Unknown):  # ounces of a weight beside liters
                outcomes.append(self._one(rule, claim, assignment, None))
        if not outcomes:
            return Judgement("unknown", reason=_NO_FACTOR)
        return min(outcomes, key=lambda outcome: _ORDER[outcome.verdict])

    def _across(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """Roles that share no currency: the mark is brought to that of another money role by the rate."""
        windows = self.windows(claim)
        worst: Judgement | None = None
        for assignment in any_currency(claim):
            for rates in self._near(windows):
                if len(set(assignment.currencies.values())) == 1:
                    continue  # judged already
                found = self._one(rule, claim, assignment, rates, across=True)
                if found.verdict == "fits":
                    return found
                worst = worst or found
        return worst or Judgement("unknown", reason="no currency in common")

    def _one(
        self, rule: CompiledRule, claim: Claim, assignment: Assignment, rates: Rates | None, across: bool = False
    ) -> Judgement:
        """The verdict of one reading by some rates. A range against a range is judged end by end, both sharp."""
        ranges = [role for role, figure in assignment.figures.items() if figure.ends]
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
        worst = max(low, high, key=lambda outcome: _ORDER[outcome.verdict])
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
            left=left, terms=terms,
        )  # fmt: skip

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
                raise Unknown(_NO_FACTOR)
            return found

        return {
            "weekday_of": lambda role: self.calendar.weekday(assignment.figures[role]),
            "day_of": lambda role: self.calendar.days(assignment.figures[role], claim),
            "days_from": lambda role, other: days_from(assignment.figures[role], assignment.figures[other]),
            "published": self.calendar.published,
            "factor": lambda role, other: of_units(dimensions().factor, role, other),
            "offset": lambda role, other: of_units(dimensions().offset, role, other),
            **of_words(claim, assignment),
        }


_ORDER: dict[Verdict, int] = {"fits": 0, "stale": 1, "unknown": 2, "wide": 3, "close": 4, "wrong": 5}


def _point(_: Interval, used: list[RateAnswer]) -> Decimal:
    return used[-1].point
