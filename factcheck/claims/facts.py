"""The facts of a house as its configuration says them, and as a draft is held against them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, WithJsonSchema, field_validator

from factcheck.claims.finders.known_facts import KnownFact, known_fact
from factcheck.claims.source import BadRule, Source
from factcheck.figures.reader import find_figures

_ONE_OR_SEVERAL = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}


class Fact(BaseModel):
    """What is known: `subject` in the words of a draft, or several ways to put it, its `figure` as a draft prints it,
    where it is from, and the day from which it holds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: Annotated[tuple[str, ...], WithJsonSchema(_ONE_OR_SEVERAL)] = Field(min_length=1)
    figure: Annotated[str, WithJsonSchema({"type": ["string", "integer"]})]
    source: str
    day: datetime.date | None = None

    @field_validator("subject", mode="before")
    @classmethod
    def _several(cls, subject: Any) -> Any:
        return (subject,) if isinstance(subject, str) else subject

    @field_validator("figure", mode="before")
    @classmethod
    def _printed(cls, figure: Any) -> Any:
        """YAML reads 812000 as a number: its digits are what was printed."""
        return str(figure) if isinstance(figure, int) and not isinstance(figure, bool) else figure


class FactFile(BaseModel):
    """A YAML file of facts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    facts: tuple[Fact, ...]


class FactList(RootModel[tuple[Fact, ...]]):
    """The facts that a configuration lists itself."""


def compiled(facts: Iterable[Fact], language: str) -> tuple[KnownFact, ...]:
    """Facts ready to be looked for; ValueError where a figure cannot be read."""
    found = []
    for fact in facts:
        figures = find_figures(fact.figure, language)
        if len(figures) != 1:
            raise ValueError(f"figure {fact.figure!r} of {fact.subject[0]!r} is to be one figure as a draft prints it")
        source = f"{fact.source}, {fact.day}" if fact.day else fact.source
        found.append(known_fact(fact.subject, figures[0], fact.day, source, language))
    return tuple(found)


def load_facts(paths: Sequence[Path], language: str) -> tuple[KnownFact, ...]:
    """The facts of YAML files, and of those in folders; BadRule names file, line and reason."""
    found: list[KnownFact] = []
    for path in paths:
        files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        if not files:
            raise BadRule(path, None, "no YAML files of facts in this folder")
        for file in files:
            source = Source(file)
            for n, fact in enumerate(source.load(FactFile).facts):
                try:
                    found += compiled([fact], language)
                except ValueError as problem:
                    raise source.bad(["facts", n, "figure"], str(problem)) from None
    return tuple(found)
