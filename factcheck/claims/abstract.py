"""The text of a draft as short strings in which every figure is one character that carries its kind.

White space is one space, quotation marks and dashes have one form, and a sentence is a string of its own, so that a
phrase is an ordinary pattern in linear time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache

import re2

from factcheck.claims.claim import Amount, Part, Sentence
from factcheck.figures.figure import KINDS, Figure

_FIRST = 0xE000
#: The placeholder of each kind of figure, in Unicode's private use area.
PLACEHOLDER = {kind: chr(_FIRST + n) for n, kind in enumerate(KINDS)}
#: The placeholder of a folded conversion.
AMOUNT = chr(_FIRST + len(KINDS))
ANY = "".join(PLACEHOLDER.values()) + AMOUNT
#: What all placeholders begin with in UTF-8, the size of one, and the characters that do so too.
_PREFIX, _SIZE = chr(_FIRST).encode()[:2], 3
_SAME_PREFIX = range(_FIRST, _FIRST + 0x40)

_FORMS = {ord(c): "'" for c in "‘’‛`"} | {ord(c): '"' for c in "“”„«»"} | {ord(c): " — " for c in "–—―"}
_FORMS |= dict.fromkeys(_SAME_PREFIX, "\ufffd")
_END = re2.compile(r"[.!?…][\"')\]]{0,2} ")
_DOT = ord(".")
#: The longest abbreviation that `_ends` looks back for, in characters.
_LONGEST = 12


class Line:
    """One sentence as UTF-8 (`data`), and the figures that its placeholders stand for, by offset in those bytes."""

    __slots__ = ("data", "parts", "sentence")

    def __init__(self, data: bytes, parts: Sequence[Part], sentence: Sentence) -> None:
        self.data = data
        self.sentence = sentence
        self.parts: dict[int, Part] = dict(zip(_places(data), parts, strict=True))

    @property
    def text(self) -> str:
        return self.data.decode()

    def held(self) -> str:
        """The placeholders of the figures, sorted: what can be said in the sentence at all."""
        kinds = [AMOUNT if isinstance(part, Amount) else PLACEHOLDER[part.kind] for part in self.parts.values()]
        return "".join(sorted(kinds))

    def folded(self, regions: Sequence[tuple[int, int, Amount]]) -> Line:
        """The line with each region replaced by one amount; regions are in order and do not overlap."""
        if not regions:
            return self
        pieces: list[bytes] = []
        parts: list[Part] = []
        left = deque(self.parts.items())
        at = 0
        for start, end, amount in regions:
            pieces += [self.data[at:start], AMOUNT.encode()]
            while left and left[0][0] < start:
                parts.append(left.popleft()[1])
            while left and left[0][0] < end:
                left.popleft()
            parts.append(amount)
            at = end
        pieces.append(self.data[at:])
        parts += [part for _, part in left]
        return Line(b"".join(pieces), parts, self.sentence)


def abstract(text: str, spans: Sequence[tuple[int, int]], figures: Sequence[Figure], language: str) -> Iterator[Line]:
    """The sentences that hold a figure, from the blocks at `spans` of a text. Figures are in order."""
    n = 0
    for start, end in spans:
        while n < len(figures) and figures[n].start < start:
            n += 1
        first = n
        while n < len(figures) and figures[n].start < end:
            n += 1
        if n > first:
            yield from _lines(text, start, end, figures[first:n], language)


def _lines(text: str, start: int, end: int, figures: Sequence[Figure], language: str) -> Iterator[Line]:
    pieces: list[str] = []
    at = start
    for figure in figures:
        pieces.append(text[at : figure.outer_start].translate(_FORMS))
        pieces.append(PLACEHOLDER[figure.kind])
        at = figure.end
    pieces.append(text[at:end].translate(_FORMS))
    flat = " ".join("".join(pieces).split()).replace(",)", ")").replace(" )", ")")
    data = flat.replace(" -- ", " — ").replace(" - ", " — ").encode("utf-8", "replace")
    places = _places(data)
    begin = taken = 0
    for stop in [*_ends(data, language), len(data)]:
        count = bisect_left(places, stop, taken) - taken
        if count:
            held = figures[taken : taken + count]
            around = Sentence(*_around(text, held[0].outer_start, held[-1].end, start, end))
            yield Line(data[begin:stop].strip(), held, around)
        taken += count
        begin = stop


def _places(data: bytes) -> list[int]:
    """Where the figures of an abstract text stand."""
    places = []
    at = data.find(_PREFIX)
    while at >= 0:
        places.append(at)
        at = data.find(_PREFIX, at + _SIZE)
    return places


def _ends(data: bytes, language: str) -> Iterator[int]:
    """Where sentences end in an abstract block."""
    short = _abbreviations(language)
    for match in _END.finditer(data):
        begin, stop = match.span()
        if data[stop : stop + 4].decode(errors="ignore")[:1].islower() or _between_figures(data, begin, stop):
            continue
        head = data[max(0, begin - _LONGEST) : begin].decode(errors="ignore")
        word = head.rpartition(" ")[2].strip("(\"'").lower()
        if data[begin] == _DOT and (word in short or (len(word) == 1 and word.isalpha()) or "." in word):
            continue
        yield stop


def _between_figures(data: bytes, begin: int, stop: int) -> bool:
    """Whether a stop ends the unit of a figure, and the bracket after it opens with another: "12 ft. (3.7 m)"."""
    bracket = data.startswith(b"(", stop) and data.startswith(_PREFIX, stop + 1)
    return bracket and data.startswith(_PREFIX, max(0, begin - _SIZE))


@cache
def _abbreviations(language: str) -> frozenset[str]:
    from factcheck.figures.lexicon import lexicon

    return frozenset(lexicon(language).abbreviations)


def _around(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """A generous span of the sentence around its figures, for what is looked up in words."""
    before = max(text.rfind(". ", start, first), text.rfind("\n\n", start, first), start - 1) + 1
    after = text.find(". ", last, end)
    return before, end if after < 0 else after + 1
