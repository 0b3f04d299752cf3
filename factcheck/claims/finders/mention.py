"""What a figure in a sentence is of: the words behind and before it, its deed, its way, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import re2

from factcheck.claims.abstract import ANY, Line
from factcheck.claims.claim import Part, faces
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

_TOKEN = re2.compile(rf"[{ANY}]|[\pL][\pL']*|[.,;:()—\"/]")
_MARKS = frozenset('.,;:()—"/')
_FIGURES = frozenset(ANY)
#: How many tokens behind and before a figure say what it is of, and how many before and behind it how sure it is.
BEHIND, BEFORE, AROUND, AFTER = 7, 4, 9, 5
#: How many words behind a figure may be its noun.
NOUN = 3
#: A sentence of more figures than this is a table or a list of prices.
DENSE = 6
_SHORTEST = 3
_MOST_STEMS = 50_000
_LISTS = (
    "people",
    "plain",
    "definite",
    "joints",
    "other_before",
    "other_after",
    "unsure",
    "rates",
    "times",
    "moments",
    "logs",
    "doers",
)


class Mention(NamedTuple):
    """A figure with what it counts or measures. Words are stems; `words` are those of the whole sentence.

    `noun` is what follows the figure at once ("active-duty troops", in order), `things` all that its clause says before
    and behind it; `deed` and `way` are rows of the lexicon. `apart`: the words beside the figure make it another one, a
    part or an earlier one. `unsure`: it is planned, revised or somebody's. `rate`: it is one for each of many.
    """

    part: Part
    line: Line
    noun: tuple[str, ...]
    things: frozenset[str]
    words: frozenset[str]
    deed: str | None
    way: str | None
    apart: bool
    unsure: bool
    rate: bool
    moment: bool
    definite: bool

    @property
    def figure(self) -> Figure:
        return faces(self.part)[0]


class Vocabulary:
    """The lexicon's tables of restatements, by the lower-cased word."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.deeds = {word: name for name, words in table["deeds"].items() for word in words}
        self.ways = {word: name for name, words in table["ways"].items() for word in words}
        alike = {word: name for name, words in table["alike"].items() for word in words}
        self._alike = alike | self.deeds | self.ways
        lists = {name: frozenset(table[name]) for name in _LISTS}
        self.people, self.plain, self.definite, self.joints = (lists[name] for name in _LISTS[:4])
        self.other_before, self.other_after, self.unsure = (lists[name] for name in _LISTS[4:7])
        self.rates, self.times, self.moments, self.logs, self.doers = (lists[name] for name in _LISTS[7:])
        self.written = table["written"]
        self._stems: dict[str, str] = {}

    def stem(self, token: str) -> str:
        """A word without its commonest endings, or the name of its row; nothing for a plain word or a mark."""
        found = self._stems.get(token)
        if found is None:
            word = token.removesuffix("'s")
            nothing = word in self.plain or not word[:1].isalpha() or token in _FIGURES
            found = "" if nothing else self._alike.get(word) or stem(word)
            if len(self._stems) < _MOST_STEMS:
                self._stems[token] = found
        return found


@lru_cache(maxsize=_MOST_STEMS)
def stem(word: str) -> str:
    """A word without its commonest English endings, so that "gives" and "give" are one."""
    for endings in (("'s",), ("ies", "s"), ("ment",), ("ing", "ed"), ("ee", "e", "y")):
        for ending in endings:
            if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST:
                word = word.removesuffix(ending)
                break
    return word


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """The tables of a language; None where it has none: then nothing is found."""
    table = lexicon(language).tables.get("restatements")
    return Vocabulary(table) if table else None


def is_table(line: Line) -> bool:
    """Whether a sentence is no prose but figures in a row, as in reports of earnings."""
    return len(line.parts) > DENSE or b" vs " in line.data.lower()


class Mentions:
    """The mentions of a draft's sentences, each sentence read when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._read: dict[int, list[Mention]] = {}

    def of(self, line: Line) -> list[Mention]:
        """Every figure of a sentence."""
        found = self._read.get(id(line))
        if found is None:
            found = self._read[id(line)] = list(mentions(line, self.vocabulary))
        return found

    def at(self, line: Line, figure: Figure) -> Mention:
        """The mention of one figure of a sentence."""
        return next(m for m in self.of(line) if any(face.start == figure.start for face in faces(m.part)))


def mentions(line: Line, vocabulary: Vocabulary) -> Iterator[Mention]:
    text = line.text.lower()
    for written, word in vocabulary.written.items():
        text = text.replace(written, word)
    tokens = _TOKEN.findall(text)
    stems = [vocabulary.stem(token) for token in tokens]
    words = frozenset(stems) - {""}
    moment = not vocabulary.moments.isdisjoint(tokens)
    places = [n for n, token in enumerate(tokens) if token in _FIGURES]
    for n, part in zip(places, line.parts.values(), strict=True):
        behind = _clause(tokens, range(n + 1, min(len(tokens), n + 1 + BEHIND)), vocabulary)
        before = _clause(tokens, range(n - 1, max(-1, n - 1 - BEFORE), -1), vocabulary)
        left, right = [tokens[m] for m in before], [tokens[m] for m in behind]
        yield Mention(
            part,
            line,
            noun=_noun(tokens, stems, behind, vocabulary)[:NOUN],
            things=frozenset(stems[m] for m in (*before, *behind)) - {""},
            words=words,
            deed=_first(vocabulary.deeds, [*left[:2], *right]) if faces(part)[0].kind == "count" else None,
            way=_first(vocabulary.ways, [*left, *right[:3]]),
            apart=not (vocabulary.other_before.isdisjoint(left[:3]) and vocabulary.other_after.isdisjoint(right[:4])),
            unsure=not vocabulary.unsure.isdisjoint(tokens[max(0, n - AROUND) : n + AFTER]),
            rate=not vocabulary.rates.isdisjoint([*left[:1], *right[:3]])
            or (right[:1] in (["a"], ["an"]) and not vocabulary.times.isdisjoint(right[1:2])),
            moment=moment,
            definite=not vocabulary.definite.isdisjoint(left[:1]),
        )


def _first(rows: Mapping[str, str], tokens: Sequence[str]) -> str | None:
    return next((rows[token] for token in tokens if token in rows), None)


def _clause(tokens: Sequence[str], places: range, vocabulary: Vocabulary) -> list[int]:
    """The places up to a mark, another figure or a word that joins something else."""
    kept: list[int] = []
    for m in places:
        if tokens[m] in _MARKS or tokens[m] in _FIGURES or tokens[m] in vocabulary.joints:
            break
        kept.append(m)
    return kept


def _noun(
    tokens: Sequence[str], stems: Sequence[str], behind: Sequence[int], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The words that follow at once, without those that say nothing of what is counted."""
    found = []
    for m in behind:
        if tokens[m] in vocabulary.plain:
            break
        if tokens[m] not in vocabulary.people and tokens[m] not in vocabulary.deeds:
            found.append(stems[m])
    return tuple(found)
