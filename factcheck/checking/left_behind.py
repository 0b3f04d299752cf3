"""Where an old figure survives: a changed line prints another one, and elsewhere the draft still says the old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import re2

from factcheck.checking.figure_record import figure_record
from factcheck.checking.finding import ClaimRecord, Finding, Related
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.printing import significant_digits
from factcheck.figures.reader import find_figures

CODE, NAME = "CON199", "left-behind"
_WORD = re2.compile(r"[\pL\pN][\pL\pN']*")
#: A figure of so many significant digits is the same one wherever it stands, of fewer where words around it are shared.
TELLING = 3
#: So many words (of four letters or more) of the changed line must stand in the other sentence.
SHARED = 2
#: Two passages of more words than this are too long to be laid side by side.
LONGEST = 2_000
_LETTERS = 4


class Replaced(NamedTuple):
    """A figure of a changed passage, and the one that took its place; `line` (from 1) is where that passage begins."""

    old: Figure
    new: Figure
    line: int
    words: frozenset[str]


def left_behind(draft: Draft, changed: Sequence[tuple[int, int, Sequence[str]]], language: str = "en") -> list[Finding]:
    """A finding for each figure that still says what a changed line no longer says.

    `changed` are the passages that changed: first and last line (from 1), and the lines that were there before.
    """
    lines = draft.source.split("\n")
    replaced = [
        pair
        for first, last, old in changed
        for pair in _replaced("\n".join(old), "\n".join(lines[first - 1 : last]), first, language)
    ]
    found: dict[int, Finding] = {}
    for figure in find_figures(draft.text, language) if replaced else ():
        start, end = draft.to_source(figure.start, figure.end)
        line = draft.position(start).line
        if any(first <= line <= last for first, last, _ in changed):
            continue
        for pair in replaced:
            if _same(figure, pair.old) and (_telling(figure) or _about(draft, figure, pair)):
                found.setdefault(start, _finding(draft, figure, (start, end), pair))
    return [found[start] for start in sorted(found)]


def _replaced(old: str, new: str, line: int, language: str) -> Iterator[Replaced]:
    """The figures that stand where another one stood, the words around them being the same."""
    before, after = _tokens(old, language), _tokens(new, language)
    if not before or not after or len(before) + len(after) > LONGEST:
        return
    words = frozenset(word for word, _ in after if len(word) >= _LETTERS)
    matcher = SequenceMatcher(None, [word for word, _ in before], [word for word, _ in after], autojunk=False)
    for _, first, last, other, end in matcher.get_opcodes():
        if last - first != end - other:
            continue
        for (_, was), (_, became) in zip(before[first:last], after[other:end], strict=True):
            if was and became and was.kind == became.kind and not _same(was, became):
                yield Replaced(was, became, line, words)


def _tokens(text: str, language: str) -> list[tuple[str, Figure | None]]:
    """The words of a passage; a figure is one of them, known by its kind."""
    tokens: list[tuple[int, str, Figure | None]] = []
    figures = find_figures(text, language)
    spans = [(figure.start, figure.end) for figure in figures]
    tokens = [(figure.start, f"\0{figure.kind}", figure) for figure in figures]
    n = 0
    for word in _WORD.finditer(text):
        while n < len(spans) and spans[n][1] <= word.start():
            n += 1
        if n == len(spans) or word.end() <= spans[n][0]:
            tokens.append((word.start(), word.group().lower(), None))
    return [(word, figure) for _, word, figure in sorted(tokens, key=lambda token: token[0])]


def _same(one: Figure, other: Figure) -> bool:
    return (one.kind, one.value, one.ends, one.currency, one.unit) == (
        other.kind, other.value, other.ends, other.currency, other.unit,
    )  # fmt: skip


def _telling(figure: Figure) -> bool:
    return figure.kind in ("money", "percent", "count", "quantity") and significant_digits(figure) >= TELLING


def _about(draft: Draft, figure: Figure, pair: Replaced) -> bool:
    """Whether the block around a figure shares words with the changed line."""
    block = draft.block_at(figure.start)
    around = {word.group().lower() for word in _WORD.finditer(draft.text, block.start, block.end)}
    return len(pair.words & around) >= SHARED


def _finding(draft: Draft, figure: Figure, span: tuple[int, int], pair: Replaced) -> Finding:
    first, last = draft.position(span[0]), draft.position(span[1])
    start = _offset(draft, pair.line)
    text = draft.source[start:].partition("\n")[0]
    changed = Related(start=start, end=start + len(text), line=pair.line, column=1, text=text, label="changed here")
    return Finding(
        path=draft.path, id=draft.id, code=CODE, name=NAME, severity="warning",
        start=span[0], end=span[1], line=first.line, column=first.column,
        end_line=last.line, end_column=last.column, text=draft.source[span[0] : span[1]],
        message=f"check: this still says {figure.text}, which line {pair.line} has changed to {pair.new.text}",
        label="the old figure",
        related=(changed,),
        claim=ClaimRecord(kind="left_behind", roles={"old": figure_record(figure, draft)}),
    )  # fmt: skip


def _offset(draft: Draft, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = draft.source.index("\n", start) + 1
    return start
