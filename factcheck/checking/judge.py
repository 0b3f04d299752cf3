"""Judges one claim by one rule: whether any fair reading of the printed figures can make the equation true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from itertools import product

from factcheck.checking.assignment import Assignment, any_currency, any_unit, shared_currencies
from factcheck.checking.calendar import Calendar
from factcheck.checking.exchange import STATES, Exchange, Rates, Unknown
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import NO_FACTOR, ORDER, Judgement, Scales
from factcheck.checking.windows import Windows
from factcheck.claims.claim import Claim
from factcheck.figures.interval import Undefined


class Judge:
    """The rates and windows that the claims of one draft are judged with."""

    def __init__(self, exchange: Exchange, windows: Callable[[Claim], Windows], calendar: Calendar) -> None:
        self.exchange = exchange
        self.windows = windows
        self.scales = Scales(calendar)

    def judge(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """The best verdict over the readings and windows that are open to a claim."""
        try:
            if "rate" in rule.expect.functions:
                return self._converted(rule, claim)
            return self._excused(rule, claim, self._plain(rule, claim))
        except Undefined as problem:
            return Judgement("unknown", reason=str(problem))

    def tightened(self, rule: CompiledRule, claim: Claim, judgement: Judgement) -> Judgement:
        """The verdict with "tight" told from "fits", which only those pay for who want to hear of it."""
        if judgement.verdict == "fits" and self.scales.is_tight(rule, claim, judgement):
            return self._excused(rule, claim, judgement._replace(verdict="tight"))
        return judgement

    def _excused(self, rule: CompiledRule, claim: Claim, judgement: Judgement) -> Judgement:
        """What breaks a rule fits all the same where its `unless` is possible, or its `only_if` is not."""
        if judgement.verdict in ("fits", "unknown"):
            return judgement
        if rule.unless and self.scales.holds(rule.unless, rule, claim, judgement):
            return judgement._replace(verdict="fits")
        if rule.only_if and not self.scales.holds(rule.only_if, rule, claim, judgement):
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
                by_draft = self.scales.one(rule, claim, assignment, self.exchange.stated)
                if by_draft.verdict == "fits":
                    return by_draft
        near = self._near(windows)
        older = [self.exchange.over(window, windows.day) for window in windows.older]
        worst: Judgement | None = None
        missing = ""
        for verdict, tier in (("fits", near), ("stale", older)):
            for rates, assignment in product(tier, options):
                try:
                    found = self.scales.one(rule, claim, assignment, rates)
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
        if missing and windows.day is not None and self.exchange.ends_before(windows.day):
            beyond = self._beyond(rule, claim, options, windows.day)
            if beyond and (worst is None or worst.verdict == "wrong"):
                return worst or beyond
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
        outcomes = [self.scales.one(rule, claim, assignment, rates) for assignment in options]
        return outcomes[0] if all(outcome.verdict == "wrong" for outcome in outcomes) else None

    def _plain(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """A rule on its figures alone. Money is judged in every currency that the roles are decided to share, all of
        which must be possible; roles that share only a candidate, or none, also by the rate, and one fit will do.
        """
        if "factor" in rule.expect.functions:
            return self._measured(rule, claim)
        if rule.rule.currencies == "printed":
            return self.scales.one(rule, claim, next(any_currency(claim)), None)
        decided, possible = shared_currencies(claim)
        if decided:
            outcomes = [self.scales.one(rule, claim, assignment, None) for assignment in decided]
            return max(outcomes, key=lambda outcome: ORDER[outcome.verdict])
        for assignment in possible:
            if (outcome := self.scales.one(rule, claim, assignment, None)).verdict == "fits":
                return outcome
        try:
            return self._across(rule, claim)
        except Unknown:
            if not possible:
                raise
            return self.scales.one(rule, claim, possible[0], None)

    def _measured(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """A rule on units: any unit of a printed name that makes it possible will do ("gallons", "tons")."""
        outcomes: list[Judgement] = []
        for assignment in any_unit(claim):
            with suppress(Unknown):  # ounces of a weight beside liters
                outcomes.append(self.scales.one(rule, claim, assignment, None))
        if not outcomes:
            return Judgement("unknown", reason=NO_FACTOR)
        return min(outcomes, key=lambda outcome: ORDER[outcome.verdict])

    def _across(self, rule: CompiledRule, claim: Claim) -> Judgement:
        """Roles that share no currency: the mark is brought to that of another money role by the rate."""
        windows = self.windows(claim)
        worst: Judgement | None = None
        for assignment in any_currency(claim):
            for rates in self._near(windows):
                if len(set(assignment.currencies.values())) == 1:
                    continue  # judged already
                found = self.scales.one(rule, claim, assignment, rates, across=True)
                if found.verdict == "fits":
                    return found
                worst = worst or found
        return worst or Judgement("unknown", reason="no currency in common")
