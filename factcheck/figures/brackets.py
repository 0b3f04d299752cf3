"""Bare numbers to which a bracket gives the unit: "100 degrees (38 Celsius)", "15 centimeters (5.9 in)".

Alone these words are angles, prepositions or the first letters of other words, so that no reader of numbers takes them.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon
from factcheck.figures.measures import DEGREES, measures

_OPEN = frozenset({" (", " ["})
_CLOSED = frozenset(")]")
#: The longest bare unit with the space or hyphen before it, and the longest link with its bracket.
_REACH = 10
_LINK = 12


class Brackets:
    """Reads pairs of figures of which the second stands in a bracket, in one language."""

    def __init__(self, language: str) -> None:
        self._bare = dict(measures(language).bracketed)
        self._degrees: frozenset[str] = frozenset(lexicon(language).tables.get("degrees", ()))
        self._words = self._bare.keys() | self._degrees

    def settle(self, text: str, figures: list[Figure]) -> list[Figure]:
        """The same figures, each bare one with the unit that the other of its pair gives it."""
        settled = list(figures)
        for n in range(len(settled) - 1):
            first, last = settled[n], settled[n + 1]
            if first.kind == "quantity" and last.kind == "count":
                settled[n + 1] = self._inside(text, first, last)
            elif first.kind == "count" and last.kind == "quantity":
                settled[n] = self._before(text, first, last)
        return settled

    def _inside(self, text: str, first: Figure, last: Figure) -> Figure:
        """The last figure, where it is all that a bracket after the first holds."""
        word = self._word(text, last.end)
        link = text[first.end : last.outer_start]
        if not word or link not in _OPEN or text[last.end + 1 + len(word) :][:1] not in _CLOSED:
            return last
        return _with_unit(text, last, len(word) + 1, self._unit(word, first))

    def _before(self, text: str, first: Figure, last: Figure) -> Figure:
        """The first figure, where a bracket after it holds nothing but the last."""
        word = self._word(text, first.end)
        if not word or len(text[first.end : last.outer_start]) > _LINK:
            return first
        link = text[first.end + 1 + len(word) : last.outer_start]
        if link not in _OPEN or text[last.end : last.end + 1] not in _CLOSED:
            return first
        return _with_unit(text, first, len(word) + 1, self._unit(word, last))

    def _word(self, text: str, at: int) -> str:
        """The bare unit that stands after a space or a hyphen at a place, or ""."""
        following = text[at : at + _REACH]
        if following[:1] not in (" ", "-", "\xa0"):
            return ""
        size = 1
        while size < len(following) and following[size].isalpha():
            size += 1
        word = following[1:size]
        return word if word in self._words else ""

    def _unit(self, word: str, other: Figure) -> str | None:
        """The unit that a word is beside another quantity, or None."""
        if word in self._degrees:
            return next(iter(DEGREES - {other.unit})) if other.unit in DEGREES else None
        unit, table = self._bare[word], dimensions()
        return unit if unit != other.unit and table.dimension(unit) == table.dimension(other.unit) else None


def _with_unit(text: str, figure: Figure, tail: int, unit: str | None) -> Figure:
    """A count as a quantity whose unit is printed in the `tail` characters after it."""
    if unit is None or figure.scale != 1:
        return figure
    end = figure.end + tail
    grain = min(figure.grain, Decimal(1)) if unit in DEGREES else figure.grain  # the weather is exact to its degree
    return Figure(
        "quantity", text[figure.start : end], figure.start, end, figure.value, grain, ends=figure.ends,
        hedge=figure.hedge, unit=unit, outer_start=figure.outer_start, scale=figure.scale,
    )  # fmt: skip


@cache
def brackets(language: str) -> Brackets:
    return Brackets(language)
