"""One fact stated twice across blocks: two sentences that share most of their words, with one figure of a kind each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import re2

from factcheck.claims.abstract import ANY, Line
from factcheck.claims.claim import Claim, faces
from factcheck.claims.finders.headline import HEADS
from factcheck.claims.finders.measure import comparable, near, pairs
from factcheck.claims.finders.mention import stem
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

_WORD = re2.compile(r"[\pL][\pL']{2,}")
_PLACEHOLDER = re2.compile(f"[{ANY}]")
#: Two sentences state one fact where the shorter one's words are in the other by this share, and by this number.
SHARE, SHARED = 0.7, 8
#: A word in more sentences than this tells nothing of one fact, and would make the comparison quadratic.
COMMON = 12
#: Blocks that repeat what the text says.
APART = frozenset({"caption", "quote", "cell"})
_AMOUNTS = ("money", "count", "percent", "quantity", "multiple")


class Statement(NamedTuple):
    """A figure, the words of its sentence, and the block that it is in."""

    figure: Figure
    words: frozenset[str]
    block: int
    role: str
    line: Line


def restatements(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Pairs of dates that two blocks print for one fact, and of other figures that a caption or quote repeats.

    Each pair of values is told once, however often it stands there.
    """
    repeats = any(block.role in APART for block in draft.blocks)
    statements = [
        _statement(draft, line, figure)
        for kind in (("day", *_AMOUNTS) if repeats else ("day",))
        if len(held := _figures(lines, kind)) > 1 and (kind == "day" or _repeats(draft, held))
        for line, figure in held
    ]
    by_word: dict[str, list[int]] = {}
    for n, statement in enumerate(statements):
        for word in statement.words:
            by_word.setdefault(word, []).append(n)
    shared: dict[tuple[int, int], int] = {}
    for places in by_word.values():
        if len(places) <= COMMON:
            for i, a in enumerate(places):
                for b in places[i + 1 :]:
                    shared[a, b] = shared.get((a, b), 0) + 1
    told = pairs(claims)
    found: dict[frozenset[str], Claim] = {}
    for (a, b), count in sorted(shared.items()):
        first, second = statements[a], statements[b]
        if count < SHARED or not _one_fact(first, second):
            continue
        key = frozenset({first.figure.printed_value(), second.figure.printed_value()})
        if key not in found and key not in told:
            kind, first, second = _kind(first, second)
            roles = {"first": first.figure, "second": second.figure}
            found[key] = Claim(kind=kind, roles=roles, sentence=second.line.sentence)
    return list(found.values())


def _figures(lines: Sequence[Line], kind: str) -> list[tuple[Line, Figure]]:
    """The sentences with exactly one full date, or exactly one figure of another kind."""
    found = []
    for line in lines:
        of_kind = [figure for part in line.parts.values() if (figure := faces(part)[0]).kind == kind]
        if len(of_kind) == 1 and not (kind == "day" and (of_kind[0].when is None or None in of_kind[0].when)):
            found.append((line, of_kind[0]))
    return found


def _repeats(draft: Draft, places: Sequence[tuple[Line, Figure]]) -> bool:
    """Whether a caption or quote holds one of the figures."""
    return any(draft.block_at(figure.start).role in APART for _, figure in places)


def _amounts(line: Line) -> set[str]:
    """The figures of a sentence that count or measure."""
    figures = (faces(part)[0] for part in line.parts.values())
    return {figure.printed_value() for figure in figures if figure.kind in _AMOUNTS}


def _kind(first: Statement, second: Statement) -> tuple[str, Statement, Statement]:
    """The kind of claim that two places make, with the one in question last; of a headline it is the first."""
    if second.role in HEADS:
        first, second = second, first
    if first.role in HEADS:
        return "headline_body", first, second
    if first.role in APART and second.role not in APART:
        first, second = second, first
    return ("caption_body" if second.role in APART else "restatement"), first, second


def _statement(draft: Draft, line: Line, figure: Figure) -> Statement:
    plain = _PLACEHOLDER.sub(" ", line.text.lower())
    words = frozenset(stem(word) for word in _WORD.findall(plain))
    block = draft.block_at(figure.start)
    return Statement(figure, words, block.start, block.role, line)


def _one_fact(first: Statement, second: Statement) -> bool:
    a, b = first.figure, second.figure
    if first.block == second.block or a.kind != b.kind:
        return False
    common = len(first.words & second.words)
    if common < SHARED or common < SHARE * min(len(first.words), len(second.words)):
        return False
    if common < SHARE * SHARE * max(len(first.words), len(second.words)):
        return False
    if a.kind != "day":  # two paragraphs of prose list two payments in one pattern; a caption or quote repeats one
        return comparable(a, b) and (first.role in APART) != (second.role in APART) and near(a, b)
    assert a.when is not None
    assert b.when is not None
    mine, other = _amounts(first.line), _amounts(second.line)
    if mine and other and mine.isdisjoint(other):
        return False  # each day with sums of its own: two years of one account
    # another year, month or day of one occasion; two occasions differ in more
    return sum(x != y for x, y in zip(a.when, b.when, strict=True)) <= 1
