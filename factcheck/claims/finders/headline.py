"""The figures of headline, standfirst and captions against those of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations, islice

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, faces
from factcheck.claims.finders.measure import KINDS, comparable, near, one_measure, period, rounded, said
from factcheck.claims.finders.mention import Mention, Mentions, is_table, vocabulary
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.slips import slip

HEADS = frozenset({"headline", "standfirst"})
#: Up to this number a count may stand for anything in the text; beyond it an equal one confirms it.
DOZEN = 12
#: The first blocks of a text are those that its headline is made of.
LEAD = 4
#: How many lines above or beside the text are asked: each is compared with every figure of it.
MOST = 20
#: More figures of one deed than this are no sum that a headline gives.
_TERMS = 12
_WAYS = frozenset({"rose", "fell"})
_DOERS = Interval(Decimal(-2), Decimal(2))


def headline_figures(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each figure above the text that it lacks, with the one that the text has instead; alone in a headline."""
    words = vocabulary(language)
    above = _above(draft, figures)
    if words is None or not above:
        return []
    heads: list[Line] = []
    captions: list[Line] = []
    body: list[Line] = []
    for line in lines:
        role = draft.block_at(next(_faces(line)).start).role
        kept = heads if role in HEADS else captions if role == "caption" else body if role in ("body", "list") else None
        if kept is not None:
            kept.append(line)
    search = _Search(draft, body, Mentions(words))
    found = []
    if not any(_is_log(line, words.logs) for line in heads[:1]):
        said_above = [m for line in heads[:MOST] for m in search.asked(line)]
        for head in said_above:
            if search.confirms(head):
                continue
            other = search.restated(head, said_above)
            roles = {"first": head.part} if other is None else {"first": head.part, "second": other.part}
            kind = "headline_missing" if other is None else "headline_body"
            found.append(Claim(kind=kind, roles=roles, sentence=head.line.sentence))
    for line in captions[:MOST]:
        beside = [] if _is_log(line, words.logs) else search.asked(line)
        for head in beside:
            other = None if search.confirms(head) else search.restated(head, beside, lead=False)
            if other is not None:
                roles = {"first": other.part, "second": head.part}
                found.append(Claim(kind="caption_body", roles=roles, sentence=head.line.sentence))
    return _once(found)


def _above(draft: Draft, figures: Sequence[Figure]) -> bool:
    """Whether a block that is no text holds a figure."""
    starts = [figure.start for figure in figures if figure.kind in KINDS]
    blocks = [block for block in draft.blocks if block.role in HEADS or block.role == "caption"]
    return any(bisect_left(starts, block.start) < bisect_left(starts, block.end) for block in blocks)


def _faces(line: Line) -> Iterator[Figure]:
    for part in line.parts.values():
        yield from faces(part)


def _is_log(line: Line, logs: frozenset[str]) -> bool:
    """Whether a headline is that of a live log, a list or a gallery."""
    return not logs.isdisjoint(line.text.lower().replace(":", " ").replace("(", " ").split())


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """One claim of each pair of values, however often they stand there."""
    kept: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        kept.setdefault(tuple(sorted(figure.printed_value() for figure in claim.figures())), claim)
    return list(kept.values())


class _Search:
    """The text below, asked for the figures of one line above it."""

    def __init__(self, draft: Draft, lines: Sequence[Line], mentions: Mentions) -> None:
        self.draft = draft
        self.mentions = mentions
        self._words = mentions.vocabulary
        self._figures = [(line, figure) for line in lines for figure in _faces(line) if figure.kind in KINDS]
        self._said: list[Interval] | None = None
        lead = [block for block in draft.blocks if block.role not in HEADS][:LEAD]
        self._lead_end = lead[-1].end if lead else 0

    def asked(self, line: Line) -> list[Mention]:
        """The figures of a line above the text."""
        return [] if is_table(line) else [m for m in self.mentions.of(line) if m.figure.kind in KINDS]

    def confirms(self, head: Mention) -> bool:
        """Whether the text has the figure, printed, as the sum of two, or with the one who did it among the dead."""
        mine = [(face.kind, rounded(face)) for face in faces(head.part)]
        if self._said is None:
            self._said = [said(figure) for _, figure in self._figures]
        for (line, figure), value in zip(self._figures, self._said, strict=True):
            if any(kind == figure.kind and accepted.meets(value) for kind, accepted in mine):
                if figure.kind != "count" or figure.value > DOZEN:
                    return True
                other = self.mentions.at(line, figure)
                if one_measure(head, other) or not (other.noun or other.deed):
                    return True
        return self._adds_up(head)

    def _adds_up(self, head: Mention) -> bool:
        accepted = rounded(head.figure)
        adding = ((line, said(figure)) for line, figure in self._figures if self._adds(head, line, figure))
        parts = list(islice(adding, _TERMS))
        for (one, a), (other, b) in combinations(parts, 2):
            if (head.deed or one is other) and a.plus(b).meets(accepted):
                return True
        close = any(value.plus(_DOERS).meets(accepted) for _, value in parts)
        return close and head.deed == "dead" and _doer_dead(self._words.doers).search(self.draft.text) is not None

    def _adds(self, head: Mention, line: Line, figure: Figure) -> bool:
        """Whether a figure may be a part of what the headline counts."""
        if head.figure.kind == "percent" or not comparable(head.figure, figure):
            return False
        other = self.mentions.at(line, figure)
        return other.deed == head.deed if head.deed else one_measure(head, other)

    def restated(self, head: Mention, beside: Sequence[Mention], *, lead: bool = True) -> Mention | None:
        """The figure of the text that states what this one does, the one that shares most words with it."""
        if abs(head.figure.value) <= 1:
            return None
        taken = [(one.figure.kind, rounded(one.figure)) for one in beside]
        best: tuple[int, Mention] | None = None
        for line, figure in self._figures:
            if not comparable(head.figure, figure) or not figure.value:
                continue
            slipped = slip(head.figure, figure) is not None
            if not (slipped or near(head.figure, figure)):
                continue
            if any(kind == figure.kind and accepted.meets(said(figure)) for kind, accepted in taken):
                continue
            first = lead and figure.start < self._lead_end
            other = self.mentions.at(line, figure)
            if is_table(line):
                continue
            shared = len((head.words & other.words) - _WAYS)
            if shared >= _needed(head, slipped, first) and self._fits(head, other, slipped, lead):
                score = shared + 2 * first + 2 * slipped
                if best is None or score > best[0]:
                    best = (score, other)
        return best[1] if best else None

    def _fits(self, head: Mention, other: Mention, slipped: bool, headline: bool) -> bool:
        """Whether one figure can stand in the other's place; a caption may be of another time."""
        if other.apart or head.moment != other.moment or not one_measure(head, other):
            return False
        if not headline and (head.apart or not period(head.line) <= period(other.line)):
            return False
        if slipped:
            return True
        return not head.apart and (head.unsure or not other.unsure) and not head.things.isdisjoint(other.words)


def _needed(head: Mention, slipped: bool, lead: bool) -> int:
    """How many words two sentences must share: fewer in the lead, and where the figures differ by a slip."""
    needed = (1 if lead else 2) if slipped else (2 if lead else 4)
    vague = head.figure.kind == "count" and head.deed is None and (head.figure.value <= DOZEN or not head.noun)
    return needed + vague


@cache
def _doer_dead(doers: frozenset[str]) -> re2._Regexp:
    names = "|".join(sorted(doers))
    return re2.compile(
        rf"(?i)\b(?:including|among)\b[^.]{{0,60}}\b(?:{names})\b"
        rf"|\b(?:{names})\b[^.]{{0,60}}\b(?:dead|died|killed|shot (?:him|her)self)\b"
    )
