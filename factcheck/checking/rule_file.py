"""What the YAML file of a rule says."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.checking.rule import CAUSE_FINDERS, Verdict
from factcheck.checking.severity import Severity
from factcheck.claims.facts import Fact
from factcheck.claims.known import known


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


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
    compared as printed where they are rounded alike and none is hedged but by "more than". A plain count in a role of
    `points` is read as percentage points ("42 point gap"). What breaks `expect` is no finding where `unless` is
    possible, or where `only_if` is not. A rule `dated` by a role asks whether the rates of the day or year in that role
    fail to explain what those of the draft's own day do. A `foreign` role is left alone in the house's currency
    (`home_currency`, else the US dollar). A rule of style is not `by_default`: a house chooses it by name or group;
    without `in_quotes` it leaves somebody's words alone. The roles of `readings` hold what may have been meant
    instead of the mark: the fix where one of them is left, or is what the draft prints elsewhere, else alternatives.
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
