"""A claim kind: the roles of its figures, and the phrases that make it. One YAML file each under `rules/claims/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Part, faces
from factcheck.claims.condition import BadCondition, Condition
from factcheck.claims.phrase import BadPhrase, Phrase, characters
from factcheck.claims.source import Source
from factcheck.figures.figure import KINDS


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Wording(Strict):
    """A phrase with what it says beyond its roles: `sign: -1` for a fall; `where` a condition of its own."""

    phrase: str
    sign: int = 1
    where: str | None = None


class ClaimExample(Strict):
    """A text with the figures that the kind finds in it, by role; `none: true` for a look-alike."""

    text: str
    roles: dict[str, str] = Field(default_factory=dict)
    none: bool = False


class ClaimKind(Strict):
    """What the YAML file says. `fold` makes one amount with several faces of each claim, for the kinds after it.

    A claim `yields_to` the kinds that say more of the same figures: it is not made where one of them is.
    """

    kind: str
    title: str
    roles: dict[str, tuple[str, ...]]
    where: str | None = None
    fold: bool = False
    finder: str | None = None
    yields_to: tuple[str, ...] = ()
    phrases: dict[str, tuple[str | Wording, ...]] = Field(default_factory=dict)
    refuse: dict[str, tuple[str, ...]] = Field(default_factory=dict, alias="not")
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
                    raise ValueError(f"role {name!r}: unknown kind {kind!r}; there are: {', '.join(KINDS)}")
        return lists


class CompiledKind:
    """A claim kind ready to find its claims in one language."""

    def __init__(self, kind: ClaimKind, source: Source, language: str) -> None:
        self.kind = kind
        self.name = kind.kind
        self.fold = kind.fold
        self.finder = kind.finder
        if not kind.finder and not kind.phrases:
            raise source.bad(["kind"], f"claim kind {kind.kind!r} has neither phrases nor a finder")
        words = kind.lists.get(language, {})
        self.phrases = []
        for n, wording in enumerate(kind.phrases.get(language, ())):
            wording = Wording(phrase=wording) if isinstance(wording, str) else wording
            self.phrases.append(_phrase(wording, words, kind, source, ["phrases", language, n]))
        self.refused = [
            _phrase(Wording(phrase=text), words, kind, source, ["not", language, n])
            for n, text in enumerate(kind.refuse.get(language, ()))
        ]
        takes = [tuple(placeholder.encode() for placeholder in characters(kinds)) for kinds in kind.roles.values()]
        self._needs = {kinds: takes.count(kinds) for kinds in takes}
        try:
            self.where = Condition(kind.where, kind.roles) if kind.where else None
        except BadCondition as problem:
            raise source.bad(["where"], str(problem)) from None

    def can_be_in(self, line: Line) -> bool:
        """Whether a sentence holds figures enough of the kinds that the roles take. Most do not."""
        count = line.data.count
        return all(sum(count(kind) for kind in kinds) >= roles for kinds, roles in self._needs.items())

    def accepts(self, roles: dict[str, Part]) -> bool:
        """Whether the figures satisfy `where`; of an amount with several faces, any face."""
        if self.where is None:
            return True
        return self.where.holds({name: faces(part) for name, part in roles.items()})


def load_kind(path: Path, language: str = "en") -> CompiledKind:
    """One file; BadRule says what is wrong with it."""
    source = Source(path)
    kind = source.load(ClaimKind)
    if kind.kind != path.stem:
        raise source.bad(["kind"], f"kind {kind.kind!r} must be the file's name, {path.stem!r}")
    return CompiledKind(kind, source, language)


def _expand(text: str, words: dict[str, tuple[str, ...]]) -> str:
    """`@name` in angle brackets stands for a list of the same file: `<@per>`, `<@equals|or>`."""
    for name, forms in words.items():
        for closer in ">|":
            text = text.replace(f"<@{name}{closer}", f"<{'|'.join(forms)}{closer}")
    return text


def _phrase(
    wording: Wording, words: dict[str, tuple[str, ...]], kind: ClaimKind, source: Source, location: list[str | int]
) -> Phrase:
    try:
        where = Condition(wording.where, kind.roles) if wording.where else None
        return Phrase(_expand(wording.phrase, words), kind.roles, sign=wording.sign, where=where)
    except (BadPhrase, BadCondition) as problem:
        raise source.bad(location, str(problem)) from None
