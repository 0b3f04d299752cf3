"""Fractions, multiples and ranks in words: "half of", "two-thirds", "doubled", "one in five", "the third-largest".

How far a fair reader goes is a row of the lexicon (design, section 3), not a matter of grains: half is 45 to 55
percent, "about half" 42 to 58.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

import re2

from factcheck.figures.alternation import HYPHEN, SPACE, words
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon
from factcheck.figures.ratio_words import RatioWord, ratio_words
from factcheck.figures.raw import Raw

_ONE = Decimal(1)
#: How far a fair reader goes from "nine in ten" (design, section 3), and from it with a hedge.
_IN_TEN = (Decimal("0.05"), Decimal("0.08"))
#: What "N in M" may count: any one in M, else a poll's round numbers ("killed 3 in 17 raids" is no fraction).
_ROUND = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000})
_FORMS = 4096
_LEAST_YEAR = 1500
_MOST_TIMES = 100


class Found(NamedTuple):
    """What a match of the scan says wherever it stands: offsets of the figure and of its hedge, its row."""

    outer: int
    start: int
    end: int
    hedge: str | None
    row: RatioWord | None
    value: Decimal
    by: bool = False  # whether it counts only because "by" stands before it


class RatioReader:
    """Reads the matches of the scan that are ratios or ranks in one language."""

    def __init__(self, language: str) -> None:
        self.lex = lexicon(language)
        self.words = ratio_words(language)
        self.rows = {form: row for row in self.words.entries for form in row.forms}
        following = words({word for row in self.words.entries for word in row.next})
        options = re2.Options()
        options.case_sensitive = False
        self.shape = re2.compile(
            rf"^({words(self.words.by)}{SPACE})?(?:({words(self.lex.hedges)}){SPACE}?)?({words(self.rows, HYPHEN)})"
            rf"(?:{SPACE}({following}))?$",
            options,
        )
        self.rank = re2.compile(rf"^(\d+)?(\pL+){HYPHEN}{words(self.words.superlatives)}$", options)
        ends = [*self.rows, *(word for row in self.words.entries for word in row.next), *self.words.superlatives]
        self.ends = frozenset(form.replace("-", " ").split()[-1].lower() for form in ends)
        self.find = lru_cache(maxsize=_FORMS)(self._find)

    def read(self, text: str, start: int, end: int) -> Figure | None:
        """The figure of one match, or None where it is none or stands in the wrong words ("the second half of")."""
        found = self.find(text[start:end])
        if found is None:
            return None
        printed = text[start + found.start : start + found.end]
        at = start + found.start
        if found.row is None:
            return Figure("ordinal", printed, at, start + found.end, found.value, _ONE)
        row = found.row
        if not self._fits(text, start + found.outer, end, row, found.by):
            return None
        hedge = found.hedge or ("more than" if row.open_ else None)
        return Figure(
            row.kind, printed, at, start + found.end, row.value, 2 * row.reach[0], hedge=hedge,
            outer_start=start + found.outer, fair=fair(row.value, row.reach, hedge),
        )  # fmt: skip

    def _find(self, text: str) -> Found | None:
        last = text.replace("-", " ").split()
        if not last or last[-1].lower() not in self.ends:
            return None
        shape = self.shape.match(text)
        if shape is None:
            return self._rank(text)
        by, hedge, form, following = shape.groups()
        plain = " ".join(form.lower().replace("-", " ").split())
        row = self.rows[plain]
        start, end = shape.span(3)
        outer = shape.start(2) if hedge else start
        name = self.lex.hedges[" ".join(hedge.lower().split())] if hedge else None
        return Found(outer, start, end, name, row, row.value, bool(by and not following))

    def _rank(self, text: str) -> Found | None:
        found = self.rank.match(text)
        if found is None:
            return None
        digits, word = found.groups()
        value = int(digits) if digits else self.words.ordinals.get(word.lower())
        return Found(0, 0, found.end(2), None, None, Decimal(value)) if value and value < 10_000 else None

    def _fits(self, text: str, start: int, end: int, row: RatioWord, by: bool) -> bool:
        """Whether the words around a match let it be what its row says."""
        head, tail = text[max(0, start - 16) : start].split(), text[end : end + 24].split()
        if head and row.not_after and head[-1].strip("(\"'“‘").lower() in row.not_after:
            return False
        if not tail or text[end : end + 1] not in (" ", "-", "\n", "\xa0"):
            return True
        following = tail[0].strip(".,;:!?)\"'”’").lstrip("-").lower()
        if by and following not in self.words.by_next and tail[0][0].isalpha():
            return False
        if following in row.not_next or (row.next and row.kind == "fraction" and following in self.words.articles):
            return False
        return not (row.no_number and (following[:1].isdigit() or following in self.lex.numbers))


def fair(value: Decimal, reach: tuple[Decimal, Decimal], hedge: str | None) -> tuple[Decimal | None, Decimal | None]:
    """What a fair reader accepts of a ratio: `reach` to both sides, plain or hedged; None is an open side."""
    plain, hedged = reach
    ends: dict[str | None, tuple[Decimal | None, Decimal | None]] = {
        "about": (value - hedged, value + hedged),
        "nearly": (value - hedged, value),
        "just over": (value, value + hedged),
        "more than": (value, None),
        "less than": (None, value),
    }
    return ends.get(hedge, (value - plain, value + plain))


def times(text: str, raw: Raw, language: str) -> Figure | None:
    """The multiple of "three times as many" and "10-fold"; of "three times more" the fourth time is accepted too."""
    unit, value = raw.after.unit, raw.number.value * raw.after.scale
    if unit is None or value <= 1 or (value > _MOST_TIMES and text[raw.end - 1] in "xX"):
        return None  # "the 777X"
    plain, hedged = (share * value for share in ratio_words(language).times_reach)
    low, high = fair(value, (plain, hedged), raw.before.hedge)
    if unit.name == "more" and high is not None:
        high += 1
    return Figure(
        "multiple", text[raw.start : raw.end], raw.start, raw.end, value, 2 * plain, hedge=raw.before.hedge,
        outer_start=raw.outer, fair=(low, high),
    )  # fmt: skip


def out_of(text: str, first: Raw, last: Raw, language: str) -> Figure | None:
    """The fraction of "one in five" and "9 out of 10", or None where the two numbers are two."""
    link = text[first.end : last.outer].replace("-", " ").strip().lower()
    table = ratio_words(language)
    if link not in table.out_of or last.before.hedge or first.after != last.after or not _bare(first):
        return None
    part, whole = first.number.value, last.number.value
    if not (1 <= part < whole and part == int(part) and whole == int(whole) and whole <= 10_000):
        return None
    if part != 1 and whole not in _ROUND:
        return None
    if len(last.number.plain) == 4 and last.end - last.start == 4 and whole > _LEAST_YEAR:
        return None  # "one in 2014 and one in 2009", but "1 in 2,014"
    following = text[last.end : last.end + 12].split()
    if following and following[0].strip(".,;:").lower() in table.not_out_of:
        return None
    value = part / whole
    plain, hedged = _IN_TEN
    reach = (min(plain, _ONE / whole / 2), min(hedged, _ONE / whole))
    return Figure(
        "fraction", text[first.start : last.end], first.start, last.end, value, 2 * reach[0], hedge=first.before.hedge,
        outer_start=first.outer, fair=fair(value, reach, first.before.hedge),
    )  # fmt: skip


def _bare(raw: Raw) -> bool:
    """Whether a number stands alone, without unit, scale word or currency."""
    after = raw.after
    return raw.before.currency is None and after.currency is None and after.kind is None and after.scale == 1


@cache
def ratio_reader(language: str) -> RatioReader:
    return RatioReader(language)
