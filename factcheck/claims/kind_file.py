"""What the YAML file of a claim kind says, and that of the words that kinds share."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, WithJsonSchema, field_validator

from factcheck.claims.known import known
from factcheck.figures.figure import KINDS

_KIND_OR_KINDS = {"anyOf": [{"enum": list(KINDS)}, {"type": "array", "items": {"enum": list(KINDS)}}]}


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Wording(Strict):
    """A phrase with what it says beyond its roles: `sign: -1` for a fall, `number` for the `given()` of its rules
    (twelve for "a month, or … a year"), `where` a condition of its own. The look-alikes are no objection to a
    `sure` one, nor nouns that differ to an `unlike` one, which says itself that its figures belong together.
    """

    phrase: str
    sign: int = 1
    number: int = 1
    where: str | None = None
    sure: bool = False
    unlike: bool = False


class ClaimExample(Strict):
    """A text with the figures that the kind finds in it, by role; `none: true` for a look-alike."""

    text: str
    roles: dict[str, str] = Field(default_factory=dict)
    none: bool = False


class SharedLists(RootModel[dict[str, tuple[str, ...]]]):
    """Lists of words by name."""


class ClaimKind(Strict):
    """What the YAML file says. `fold` makes one amount with several faces of each claim, for the kinds after it.

    A claim `yields_to` the kinds that say more of the same figures: it is not made where one of them is. A phrase need
    not name the roles in `optional`. `signed` are the roles that the words turn negative (`sign: -1`); by default those
    that hold percentages. `needs` are words one of which a sentence must hold, in just these letters: a cheap question
    before the phrases. The figures of the roles in `alike` are no claim where the words behind them are plurals of two
    kinds of things ("a third of the 90 rooms, or 45 beds").
    """

    kind: str
    title: str
    roles: dict[str, Annotated[tuple[str, ...], WithJsonSchema(_KIND_OR_KINDS)]]
    where: str | None = None
    fold: bool = False
    signed: tuple[str, ...] | None = None
    optional: tuple[str, ...] = ()
    finder: str | None = None
    yields_to: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    needs: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    phrases: dict[str, tuple[str | Wording, ...]] = Field(default_factory=dict)
    refuse: dict[str, tuple[str | Wording, ...]] = Field(default_factory=dict, alias="not")
    lists: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    examples: tuple[ClaimExample, ...] = ()

    @field_validator("roles", mode="before")
    @classmethod
    def _kinds(cls, roles: Any) -> Any:
        """`role: money` and `role: [money, count]` are the same to read; every kind must exist."""
        if not isinstance(roles, dict):
            return roles
        lists = {name: (kinds,) if isinstance(kinds, str) else tuple(kinds) for name, kinds in roles.items()}
        for name, kinds in lists.items():
            for kind in kinds:
                if kind not in KINDS:
                    raise ValueError(f"role {name!r}: unknown kind {kind!r}{known(kind, KINDS)}")
        return lists
