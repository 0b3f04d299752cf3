"""A rule: a claim kind and the equation that must be possible. One YAML file each under `rules/`."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator

from factcheck.checking.expression import OF_PRINT, BadExpression, Env, Expression
from factcheck.checking.finding import Frozen
from factcheck.checking.message import BadMessage, Template
from factcheck.checking.severity import Severity
from factcheck.claims.facts import Fact
from factcheck.claims.kind import CompiledKind
from factcheck.claims.known import known
from factcheck.claims.source import Source
from factcheck.figures.reading import Openness, Reading

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


class Cause(Frozen):
    """A likely cause: an equation that would hold (`when`) or a named finder (`find`), and what to say of it.

    `of` restricts it to one verdict. `fix: false`: then another figure in the same unit is not what to write.
    """

    of: Verdict | None = None
    when: str | None = None
    find: str | None = None
    fix: bool = True
    say: str

    @field_validator("find")
    @classmethod
    def _known(cls, find: str | None) -> str | None:
        if find is not None and find not in CAUSE_FINDERS:
            raise ValueError(f"unknown finder {find!r}{known(find, CAUSE_FINDERS)}")
        return find


class Example(Frozen):
    """A text; `[[…]]` marks the exact span in a bad one. `rates` are desk rates such as `USD/CAD: 1.44`, `facts` what
    the house knows, `format` the suffix that says how the text is read (`.md` for a table).
    """

    text: str
    format: str = ".txt"
    date: datetime.date | None = None
    rates: dict[str, Decimal] = Field(default_factory=dict)
    fix: str | None = None
    severity: Severity | None = None
    cause: str | None = None
    facts: tuple[Fact, ...] = ()

    @field_validator("rates", mode="before")
    @classmethod
    def _printed(cls, rates: Any) -> Any:
        """YAML reads 1.44 as a float: its shortest form is what was printed."""
        return {pair: str(rate) for pair, rate in rates.items()} if isinstance(rates, dict) else rates


class Rule(Frozen):
    """What the YAML file says. A severity of None means that this verdict is no finding: `severity` is that of what
    no reading fits, `close` of what fits with twice the interval of the marked figure, `stale` of what fits a rate of
    the month before, `fits_wide` of what fits where the sharp roles are read wide, and `tight` of what fits, but not
    with the other figures taken exactly.

    `currencies: shared` judges amounts of money in one currency (by the rate where they share none); `printed` takes
    the numbers as they stand. The last digit of a role in `cut` may have been cut off instead of rounded; a whole
    number of a role in `rounded` that ends in 0 or 5 may have been rounded to fives or tens. `or` is another equation
    that may hold instead (a temperature is converted as a temperature, or as a difference). The roles in `even` are
    compared as printed where they are rounded alike and none is hedged but by "more than": rounding changes no order.
    A plain count in a role of `points` is read as percentage points ("42 point gap"). What breaks `expect` is no
    finding where `unless` is possible, or where `only_if` is not. A rule `dated` by a role asks whether the rates of
    the day or year in that role fail to explain what those of the draft's own day do. A `foreign` role is left alone in
    the house's currency (`home_currency`, else the US dollar). A rule of style is not `by_default`: a house chooses it
    by name or group; without `in_quotes` it leaves somebody's words alone. The roles of `readings` hold what may have
    been meant instead of the mark: the fix where one of them is left, or is what the draft prints elsewhere, else
    alternatives.
    """

    code: str = Field(pattern=r"^[A-Z]{2,4}[0-9]{3}$")
    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str
    by_default: bool = True
    severity: Severity
    close: Severity | None = "warning"
    stale: Severity | None = "warning"
    fits_wide: Severity | None = None
    tight: Severity | None = "info"
    query: bool = False
    dated: str | None = None
    foreign: str | None = None
    in_quotes: bool = True
    readings: tuple[str, ...] = ()
    claim: str
    expect: str
    unless: str | None = None
    only_if: str | None = None
    otherwise: str | None = Field(default=None, alias="or")
    sharp: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    bounded: tuple[str, ...] = ()
    tenth: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    rounded: tuple[str, ...] = ()
    even: tuple[str, ...] = ()
    currencies: Literal["shared", "printed"] = "shared"
    mark: str
    labels: dict[str, str] = Field(default_factory=dict)
    message: str
    fix: str | None = None
    alternatives: dict[str, str] = Field(default_factory=dict)
    causes: tuple[Cause, ...] = ()
    why: str
    bad: tuple[Example, ...] = Field(min_length=1)
    good: tuple[Example, ...] = Field(min_length=1)


class CompiledRule:
    """A rule whose equation, messages and roles have been checked against its claim kind."""

    def __init__(self, rule: Rule, source: Source, kind: CompiledKind) -> None:
        roles = tuple(kind.kind.roles)
        self.rule = rule
        self.kind = kind
        self.path = source.path
        self.expect = _expression(rule.expect, roles, source, ["expect"])
        self.equations = [
            self.expect,
            *([_expression(rule.otherwise, roles, source, ["or"])] if rule.otherwise else []),
        ]
        self.unless = _maybe(rule.unless, roles, source, "unless")
        self.only_if = _maybe(rule.only_if, roles, source, "only_if")
        for key in ("readings", "sharp", "exact", "cut", "rounded", "points", "even", *_OPENNESS):
            for role in getattr(rule, key):
                _role(role, roles, source, [key])
        _role(rule.mark, roles, source, ["mark"])
        for key in ("dated", "foreign"):
            if getattr(rule, key):
                _role(getattr(rule, key), roles, source, [key])
        self.message = _template(rule.message, roles, source, ["message"])
        self.fix = _template(rule.fix, roles, source, ["fix"]) if rule.fix else None
        self.labels = {}
        for role, text in rule.labels.items():
            _role(role, roles, source, ["labels"])
            self.labels[role] = _template(text, roles, source, ["labels", role])
        self.alternatives = {}
        for role, text in rule.alternatives.items():
            _role(role, roles, source, ["alternatives"])
            location: list[str | int] = ["alternatives", role]
            self.alternatives[role] = _expression(f"{role} == {text}", roles, source, location, repeats=True)
        for n, cause in enumerate(rule.causes):
            for role in CAUSE_FINDERS.get(cause.find or "", ()):
                _role(role, roles, source, ["causes", n, "find"])
        self.causes = [
            (
                cause.of,
                _expression(cause.when, roles, source, ["causes", n, "when"], repeats=True) if cause.when else None,
                cause.find,
                _template(cause.say, roles, source, ["causes", n, "say"]),
                cause.fix,
            )
            for n, cause in enumerate(rule.causes)
        ]

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


def load_rule(path: Path, kinds: dict[str, CompiledKind], *, shipped: bool = False) -> CompiledRule:
    """One file; BadRule says what is wrong with it, and in which line."""
    source = Source(path, shipped=shipped)
    rule = source.load(Rule)
    if rule.claim not in kinds:
        raise source.bad(["claim"], f"unknown claim kind {rule.claim!r}{known(rule.claim, sorted(kinds))}")
    return CompiledRule(rule, source, kinds[rule.claim])


def _role(role: str, roles: tuple[str, ...], source: Source, location: list[str | int]) -> None:
    if role not in roles:
        raise source.bad(location, f"unknown role {role!r}{known(role, roles)}")


def _expression(
    text: str, roles: tuple[str, ...], source: Source, location: list[str | int], *, repeats: bool = False
) -> Expression:
    try:
        return Expression(text, roles, repeats=repeats)
    except BadExpression as problem:
        raise source.bad(location, str(problem)) from None


def _maybe(text: str | None, roles: tuple[str, ...], source: Source, key: str) -> Expression | None:
    return _expression(text, roles, source, [key], repeats=True) if text else None


def _template(text: str, roles: tuple[str, ...], source: Source, location: list[str | int]) -> Template:
    try:
        return Template(text, roles)
    except BadMessage as problem:
        raise source.bad(location, str(problem)) from None
