"""One fact stated twice across blocks: two sentences that share most of their words, with one figure of a kind each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import re2

from factcheck.claims.abstract import ANY, Line
from factcheck.claims.claim import Claim, faces
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

_WORD = re2.compile(r"[\pL][\pL']{2,}")
_PLACEHOLDER = re2.compile(f"[{ANY}]")
#: Two sentences state one fact where the shorter one's words are in the other by this share, and by this number.
SHARE, SHARED = 0.7, 8
#: A word in more sentences than this tells nothing of one fact, and would make the comparison quadratic.
COMMON = 12


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
    """Pairs of figures that two blocks print for one fact, each pair of values once however often they stand there."""
    statements = [
        _statement(draft, line, figure)
        for figures in (_figures(lines, "day"), _figures(lines, "money"))
        if _may_differ(draft, figures)
        for line, figure in figures
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
    found: dict[tuple[object, ...], Claim] = {}
    for (a, b), count in sorted(shared.items()):
        first, second = statements[a], statements[b]
        if count < SHARED or not _one_fact(first, second):
            continue
        key = (first.figure.kind, first.figure.printed_value(), second.figure.printed_value())
        if key not in found and key[:1] + key[:0:-1] not in found:
            roles = {"first": first.figure, "second": second.figure}
            found[key] = Claim(kind="restatement", roles=roles, sentence=second.line.sentence)
    return list(found.values())


def _figures(lines: Sequence[Line], kind: str) -> list[tuple[Line, Figure]]:
    """The sentences with exactly one full date, or exactly one amount."""
    found = []
    for line in lines:
        of_kind = [figure for part in line.parts.values() if (figure := faces(part)[0]).kind == kind]
        if len(of_kind) == 1 and not (kind == "day" and (of_kind[0].when is None or None in of_kind[0].when)):
            found.append((line, of_kind[0]))
    return found


def _may_differ(draft: Draft, figures: Sequence[tuple[Line, Figure]]) -> bool:
    """Whether two of them can state one fact: dates in two places, amounts in blocks of two roles."""
    if not figures or figures[0][1].kind == "day":
        return len(figures) > 1
    return len({draft.block_at(figure.start).role for _, figure in figures}) > 1


def _statement(draft: Draft, line: Line, figure: Figure) -> Statement:
    plain = _PLACEHOLDER.sub(" ", line.text.lower())
    words = frozenset(_stem(word) for word in _WORD.findall(plain))
    block = draft.block_at(figure.start)
    return Statement(figure, words, block.start, block.role, line)


def _one_fact(first: Statement, second: Statement) -> bool:
    a, b = first.figure, second.figure
    if first.block == second.block or a.kind != b.kind or a.currency != b.currency:
        return False
    common = len(first.words & second.words)
    if common < SHARED or common < SHARE * min(len(first.words), len(second.words)):
        return False
    if common < SHARE * SHARE * max(len(first.words), len(second.words)):
        return False
    if a.kind == "money":  # two paragraphs of prose list two payments in one pattern; a headline or caption repeats one
        return first.role != second.role
    assert a.when is not None
    assert b.when is not None
    # another year, month or day of one occasion; two occasions differ in more
    return sum(x != y for x, y in zip(a.when, b.when, strict=True)) <= 1


def _stem(word: str) -> str:
    """A word without its commonest English endings, so that "gives" and "give" are one."""
    for ending in ("'s", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
