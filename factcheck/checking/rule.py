"""A rule: a claim kind and the equation that must be possible. One YAML file each under `rules/`."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.checking.expression import OF_PRINT, BadExpression, Env, Expression
from factcheck.checking.message import BadMessage, Template
from factcheck.claims.kind import CompiledKind
from factcheck.claims.known import known
from factcheck.claims.source import Source
from factcheck.figures.reading import Openness, Reading

if TYPE_CHECKING:  # pydantic is for files that are read for the first time
    from factcheck.checking.rule_file import Rule

#: What came of judging a claim (see `factcheck.checking.judge`).
Verdict = Literal["fits", "tight", "stale", "wide", "close", "wrong", "unknown"]
#: The named finders of causes (`factcheck.checking.causes`), with the roles that each needs.
CAUSE_FINDERS = {
    "swapped_digits": ("original", "converted"),
    "other_currency": ("original", "converted"),
    "old_rate": ("original", "converted"),
    "other_unit": ("original", "converted"),
    "linear_factor": ("original", "converted"),
    "slip_in_total": ("total", "cells"),
    "slip_in_cell": ("total", "cells"),
    "cell_too_many": ("total", "cells"),
    "slipped_digits": ("first", "second"),
}
#: The keys of a rule that say what an open hedge does to a role, where it does not open a side.
_OPENNESS: tuple[Openness, ...] = ("closed", "bounded", "tenth")


class CompiledRule:
    """A rule whose equation, messages and roles have been checked against its claim kind."""

    def __init__(self, rule: Rule, source: Source, kind: CompiledKind) -> None:
        """Of a house's rule, all is looked at; of a shipped one, which its tests look at, what a draft needs."""
        self.rule = rule
        self.kind = kind
        self.path = source.path
        self._source = source
        self._roles = tuple(kind.kind.roles)
        if not source.shipped:
            self.check()

    def check(self) -> None:
        """BadRule for the first thing in the rule that cannot be used."""
        rule = self.rule
        _ = self.equations, self.unless, self.only_if
        for key in ("readings", "sharp", "exact", "cut", "rounded", "points", "even", *_OPENNESS):
            for role in getattr(rule, key):
                self._role(role, [key])
        self._role(rule.mark, ["mark"])
        for key in ("dated", "foreign"):
            if getattr(rule, key):
                self._role(getattr(rule, key), [key])
        _ = self.message, self.fix
        for key in ("labels", "alternatives"):
            for role in getattr(rule, key):
                self._role(role, [key])
        _ = self.labels, self.alternatives
        for n, cause in enumerate(rule.causes):
            for role in CAUSE_FINDERS.get(cause.find or "", ()):
                self._role(role, ["causes", n, "find"])
        _ = self.causes

    @cached_property
    def expect(self) -> Expression:
        return self._expression(self.rule.expect, ["expect"])

    @cached_property
    def equations(self) -> list[Expression]:
        """`expect`, and what may hold instead."""
        other = self.rule.otherwise
        return [self.expect, *([self._expression(other, ["or"])] if other else [])]

    @cached_property
    def unless(self) -> Expression | None:
        return self._expression(self.rule.unless, ["unless"], repeats=True) if self.rule.unless else None

    @cached_property
    def only_if(self) -> Expression | None:
        return self._expression(self.rule.only_if, ["only_if"], repeats=True) if self.rule.only_if else None

    @cached_property
    def message(self) -> Template:
        return self._template(self.rule.message, ["message"])

    @cached_property
    def fix(self) -> Template | None:
        return self._template(self.rule.fix, ["fix"]) if self.rule.fix else None

    @cached_property
    def labels(self) -> dict[str, Template]:
        return {role: self._template(text, ["labels", role]) for role, text in self.rule.labels.items()}

    @cached_property
    def alternatives(self) -> dict[str, Expression]:
        return {
            role: self._expression(f"{role} == {text}", ["alternatives", role], repeats=True)
            for role, text in self.rule.alternatives.items()
        }

    @cached_property
    def causes(self) -> list[tuple[Verdict | None, Expression | None, str | None, Template, bool]]:
        """Of which verdict, the equation that would hold or the finder, what to say, and whether there is a fix."""
        found = []
        for n, cause in enumerate(self.rule.causes):
            holds = self._expression(cause.when, ["causes", n, "when"], repeats=True) if cause.when else None
            found.append((cause.of, holds, cause.find, self._template(cause.say, ["causes", n, "say"]), cause.fix))
        return found

    def _role(self, role: str, location: list[str | int]) -> None:
        if role not in self._roles:
            raise self._source.bad(location, f"unknown role {role!r}{known(role, self._roles)}")

    def _expression(self, text: str, location: list[str | int], *, repeats: bool = False) -> Expression:
        try:
            return Expression(text, self._roles, repeats=repeats)
        except BadExpression as problem:
            raise self._source.bad(location, str(problem)) from None

    def _template(self, text: str, location: list[str | int]) -> Template:
        try:
            return Template(text, self._roles)
        except BadMessage as problem:
            raise self._source.bad(location, str(problem)) from None

    def possible(self, env: Env) -> bool:
        """Whether one of the equations can be true."""
        return any(equation.possible(env) for equation in self.equations)

    @property
    def has_arithmetic(self) -> bool:
        """Whether there are numbers to compute with: not where the rule is about how a figure is printed."""
        return bool(self.expect.used) and not (self.rule.readings or self.expect.functions & OF_PRINT)

    def reading(self, role: str) -> tuple[Reading, Openness]:
        """How the rule reads a role."""
        rule = self.rule
        precision: Reading = "sharp" if role in rule.sharp else "exact" if role in rule.exact else "wide"
        return precision, next((key for key in _OPENNESS if role in getattr(rule, key)), "open")


def load_rule(path: Path, kinds: dict[str, CompiledKind], plain: dict[str, Any] | None = None) -> CompiledRule:
    """One file; BadRule says what is wrong with it, and in which line. `plain` is what a shipped one said when it was
    last read.
    """
    source = Source(path, plain=plain)
    rule: Rule = source.model("factcheck.checking.rule_file:Rule")
    if rule.claim not in kinds:
        raise source.bad(["claim"], f"unknown claim kind {rule.claim!r}{known(rule.claim, sorted(kinds))}")
    return CompiledRule(rule, source, kinds[rule.claim])
