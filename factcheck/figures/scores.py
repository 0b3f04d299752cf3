"""Two numbers with a hyphen that are no range: "won 3-2" and "50-50" are no figures, "voted 52-48" is two counts."""

from __future__ import annotations

from enum import Enum
from functools import cache

from factcheck.figures.lexicon import lexicon
from factcheck.figures.raw import NOTHING, Raw

_DASHES = frozenset("-–")
_BEFORE, _AFTER = 36, 28
_MOST_DIGITS = 3
_YEAR_DIGITS = 4
#: A larger number before a smaller one is a vote ("confirmed 55-38") unless a word of games is near.
_LEAST_VOTES = 40


class Pair(Enum):
    """What a pair of numbers is, if it is no range."""

    SCORE = "neither number is a figure"
    TALLY = "both are counts"
    YEARS = "the first alone is a figure (1939-45)"


class Scores:
    """Tells the pairs of one language apart."""

    def __init__(self, language: str) -> None:
        table = lexicon(language).tables.get("scores", {})
        self._words = frozenset(table.get("words", ()))
        self._tallies = frozenset(table.get("tallies", ()))
        self._goes_on = self._words | frozenset(table.get("goes_on", ()))

    def pair(self, text: str, first: Raw, last: Raw) -> Pair | None:
        """What two neighbours are; None where they may be a range."""
        if text[first.end : last.outer] not in _DASHES or first.after != NOTHING or last.after != NOTHING:
            return None
        if first.before.symbol or first.before.hedge or last.before.symbol or first.words or last.words:
            return None
        one, two = first.number.plain, last.number.plain
        if len(one) == _YEAR_DIGITS and len(two) == 2 and one.isdigit():
            return Pair.YEARS
        if not (one.isdigit() and two.isdigit() and len(one) <= _MOST_DIGITS and len(two) <= _MOST_DIGITS):
            return None
        head = _words(text[max(0, first.start - _BEFORE) : first.start])
        tail = _words(text[last.end : last.end + _AFTER])
        if not self._tallies.isdisjoint(head + tail):
            return Pair.TALLY
        played = not self._words.isdisjoint(head + tail)
        if first.number.value > last.number.value:
            return Pair.SCORE if played or first.number.value < _LEAST_VOTES else Pair.TALLY
        if first.number.value == last.number.value:
            return Pair.SCORE
        closed = not text[last.end : last.end + 1].isspace() or not tail or tail[0] in self._goes_on
        return Pair.SCORE if closed and not self._words.isdisjoint(head[-2:] + tail[:1]) else None


def _words(text: str) -> list[str]:
    return [word.strip("(),.;:\"'“”‘’[]").lower() for word in text.split()]


@cache
def scores(language: str) -> Scores:
    return Scores(language)
