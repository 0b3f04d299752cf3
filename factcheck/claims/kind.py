"""A claim kind: the roles of its figures, and the phrases that make it. One YAML file each under `rules/claims/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import re2

from factcheck.claims.claim import Part, faces
from factcheck.claims.condition import BadCondition, Condition
from factcheck.claims.finders import FINDERS
from factcheck.claims.known import known
from factcheck.claims.phrase import BadPhrase, Phrase, any_of, characters
from factcheck.claims.source import Source
from factcheck.figures.figure import Figure

if TYPE_CHECKING:  # pydantic is for files that are read for the first time
    from factcheck.claims.kind_file import ClaimKind, Wording

_TWO_LISTS = re2.compile(r"(@\w+)/(@\w+)")
_MARKUP = frozenset("@{}<>|[]\\")
#: How deep lists may name lists.
_DEPTH = 4
#: How many sentences are matched phrase by phrase before all phrases are made one pattern.
_PATIENCE = 50


class Words(NamedTuple):
    """A phrase as `Wording` describes it."""

    phrase: str
    sign: int = 1
    number: int = 1
    where: str | None = None
    sure: bool = False
    unlike: bool = False


class CompiledKind:
    """A claim kind ready to find its claims in one language."""

    def __init__(self, kind: ClaimKind, source: Source, language: str, shared: Lists | None = None) -> None:
        """`shared` are the lists of the whole folder (`rules/claims/words/`), which the kind's own come before."""
        self.kind = kind
        self.name = kind.kind
        self.path = source.path
        self.fold = kind.fold
        self._asked = 0
        self.finder = kind.finder
        if kind.finder and kind.finder not in FINDERS:
            raise source.bad(["finder"], f"unknown finder {kind.finder!r}{known(kind.finder, FINDERS)}")
        if not kind.finder and not kind.phrases:
            raise source.bad(["kind"], f"claim kind {kind.kind!r} has neither phrases nor a finder")
        for key in ("signed", "optional", "alike"):
            for role in getattr(kind, key) or ():
                if role not in kind.roles:
                    raise source.bad([key], f"unknown role {role!r}{known(role, kind.roles)}")
        self._source, self._language, self._shared = source, language, shared
        if not source.shipped:  # what is wrong with a house's phrase is said at once
            _ = self.phrases, self.refused
        takes = [characters(kinds)
                 for role, kinds in kind.roles.items() if role not in kind.optional]  # fmt: skip
        self._needs = {kinds: takes.count(kinds) for kinds in takes}
        self._must = tuple(word.encode() for word in kind.needs.get(language, ()))
        try:
            self.where = Condition(kind.where, kind.roles) if kind.where else None
        except BadCondition as problem:
            raise source.bad(["where"], str(problem)) from None

    @cached_property
    def _words(self) -> Lists:
        return Lists(self.kind.lists.get(self._language, {}), self._shared)

    @property
    def worded(self) -> bool:
        """Whether the kind has phrases in the language."""
        return bool(self.kind.phrases.get(self._language))

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The phrases in the language, compiled when a draft first holds the figures that the kind takes."""
        return [
            _phrase(one, self._words, self.kind, self._source, ["phrases", self._language, n])
            for n, wording in enumerate(self.kind.phrases.get(self._language, ()))
            for one in _both_ways(_wording(wording))
        ]

    @cached_property
    def refused(self) -> list[Phrase]:
        """The look-alikes in the language."""
        return [
            _phrase(_wording(one), self._words, self.kind, self._source, ["not", self._language, n])
            for n, one in enumerate(self.kind.refuse.get(self._language, ()))
        ]

    def sign_of(self, role: str, figure: Figure, sign: int) -> int:
        """The sign that the words of a claim give to a figure."""
        signed = figure.kind in ("percent", "points") if self.kind.signed is None else role in self.kind.signed
        return sign if signed else 1

    def can_be_in(self, held: str) -> bool:
        """Whether a sentence with these placeholders holds figures enough of the kinds that the roles take."""
        return all(sum(held.count(kind) for kind in kinds) >= roles for kinds, roles in self._needs.items())

    def fitting(self, data: bytes) -> Sequence[Phrase]:
        """The phrases that may match a sentence; many sentences pay for one look at all phrases, a few do not."""
        if self._must and not any(word in data for word in self._must):
            return ()
        self._asked += 1
        if self._asked <= _PATIENCE:
            return self.phrases
        return [self.phrases[n] for n in sorted(self._together.Match(data) or ())]

    @cached_property
    def _together(self) -> re2.Set:
        options = re2.Options()
        options.case_sensitive = False
        options.never_capture = True
        options.max_mem = 64 << 20
        together = re2.Set.SearchSet(options)
        for phrase in self.phrases:
            together.Add(phrase.source)
        together.Compile()
        return together

    def accepts(self, roles: dict[str, Part]) -> bool:
        """Whether the figures satisfy `where`; of an amount with several faces, any face."""
        if self.where is None:
            return True
        return self.where.holds({name: faces(part) for name, part in roles.items()})


def load_words(
    folder: Path, language: str = "en", shared: Lists | None = None, plain: dict[str, Any] | None = None
) -> Lists | None:
    """The lists that all claim kinds of a folder share, beside those of the folders before it.

    They are in `words/<language>.yaml`, each name with its forms.
    """
    path = folder / "words" / f"{language}.yaml"
    if plain is None and not path.is_file():
        return shared
    source = Source(path, plain=plain)
    return Lists(plain if plain is not None else source.model("factcheck.claims.kind_file:SharedLists").root, shared)


def load_kind(
    path: Path, language: str = "en", shared: Lists | None = None, plain: dict[str, Any] | None = None
) -> CompiledKind:
    """One file; BadRule says what is wrong with it. `plain` is what a shipped one said when it was last read."""
    source = Source(path, plain=plain)
    kind: ClaimKind = source.model("factcheck.claims.kind_file:ClaimKind")
    if kind.kind != path.stem:
        raise source.bad(["kind"], f"kind {kind.kind!r} must be the file's name, {path.stem!r}")
    return CompiledKind(kind, source, language, shared)


def _wording(wording: str | Wording | dict[str, Any]) -> Words:
    if isinstance(wording, str):
        return Words(wording)
    return Words(**wording) if isinstance(wording, dict) else Words(**wording.model_dump())


def _both_ways(wording: Words) -> Iterator[Words]:
    """`<@rose/@fell>` makes two phrases: one with the lists before the strokes, one of sign -1 with those behind."""
    pieces = _TWO_LISTS.split(wording.phrase)
    if len(pieces) == 1:
        yield wording
        return
    for n, sign in ((0, 1), (1, -1)):
        lists = pieces[n + 1 :: 3]
        text = "".join(rest + name for rest, name in zip_longest(pieces[::3], lists, fillvalue=""))
        yield wording._replace(phrase=text, sign=sign * wording.sign)


class Lists:
    """The lists of words that the phrases of a kind may name. Those of plain words are patterns, made once; the forms
    of others ("in {year}") are parts of the phrase.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]], shared: Lists | None = None) -> None:
        """`shared` are lists of the whole folder, which those of the same name in `words` come before."""
        self.breaks: tuple[str, ...] = words.get("breaks", shared.breaks if shared else ())
        self.patterns: dict[str, str] = dict(shared.patterns) if shared else {}
        self._others: dict[str, str] = dict(shared._others) if shared else {}
        for name, forms in words.items():
            if any(not _MARKUP.isdisjoint(form) for form in forms):
                self._others[name] = "|".join(forms)
                self.patterns.pop(name, None)
            elif name != "breaks":
                self.patterns[name] = any_of(forms)
                self._others.pop(name, None)

    def expand(self, text: str) -> str:
        """A phrase in which only plain lists are still named."""
        for _ in range(_DEPTH):
            for name, forms in self._others.items():
                if f"@{name}" in text:
                    for opener in "<|":
                        for closer in ">|":
                            text = text.replace(f"{opener}@{name}{closer}", f"{opener}{forms}{closer}")
        return text


def _phrase(wording: Words, words: Lists, kind: ClaimKind, source: Source, location: list[str | int]) -> Phrase:
    try:
        where = Condition(wording.where, kind.roles) if wording.where else None
        text = words.expand(wording.phrase)
        return Phrase(
            text,
            kind.roles,
            sign=wording.sign,
            number=wording.number,
            where=where,
            sure=wording.sure,
            unlike=wording.unlike,
            breaks=words.breaks,
            lists=words.patterns,
        )
    except (BadPhrase, BadCondition) as problem:
        raise source.bad(location, str(problem)) from None
