"""Minus signs before numbers without a currency symbol: "-5%", "−3.2 points", "minus 5 percent", "-5°C"."""

from __future__ import annotations

from functools import cache

from factcheck.figures.lexicon import lexicon
from factcheck.figures.measures import DEGREES
from factcheck.figures.raw import Raw

#: What typists and word processors make of the minus before degrees ("–12C").
EN_DASH = "–"
_OPENERS = frozenset(" \n\t\xa0([|")
_REACH = 12
_MOST_WORDS = 4


class Signs:
    """Gives numbers the sign that stands before them in one language."""

    def __init__(self, language: str) -> None:
        tables = lexicon(language).tables
        self.words = frozenset(form for word in tables.get("minus", ()) for form in (word, word.capitalize()))
        self._hedges = lexicon(language).hedges
        self._longest = max(map(len, self._hedges), default=0) + 2
        self._not_after: frozenset[str] = frozenset(tables.get("not_minus", ()))

    def minus(self, text: str, raw: Raw, word: str) -> Raw:
        """The number after a word for a minus, but not in "plus or minus 3" (a margin) or "10 minus 5" (a sum)."""
        if word not in self.words or raw.before.symbol or (raw.after.kind is None and text[raw.start].isalpha()):
            return raw
        at = text.rindex(word, 0, raw.start)
        before = text[max(0, at - _REACH) : at].split()
        if before and (before[-1][-1].isdigit() or self._of_margin(raw, before)):
            return raw
        return self._negative(text, raw, at)

    def _of_margin(self, raw: Raw, before: list[str]) -> bool:
        """Whether a minus is that of "plus or minus 3"; degrees may follow others ("minus 20C and minus 10C")."""
        last, earlier = before[-1].lower(), "".join(before[-2:-1]).lower()
        return last in self._not_after and (not of_degrees(raw) or earlier in self._not_after)

    def dashed(self, text: str, raw: Raw) -> Raw:
        """The number after a minus that touches it, unless the minus joins something to its left ("10-15", "1939 -45").

        A count without a unit needs more than the start of a line, where the minus may be the mark of a list.
        """
        at = raw.start - 1
        if raw.before.symbol or (at and text[at - 1] not in _OPENERS):
            return raw
        before = text[max(0, at - _REACH) : at].split()
        if before and before[-1][-1] in "0123456789%$£€":
            return raw
        if raw.after.kind is None and (at == 0 or text[at - 1] == "\n" or len(raw.number.plain) == 4):
            return raw
        return self._negative(text, raw, at)

    def _negative(self, text: str, raw: Raw, at: int) -> Raw:
        """The number below zero, whose figure begins at `at`, with the hedge that stands there ("nearly -5%")."""
        raw = raw._replace(start=at, outer=at, number=raw.number._replace(value=-raw.number.value))
        first = max(0, at - self._longest)
        head = text[first:at]
        if not head[-1:].isspace():
            return raw
        lower = head.lower().rstrip()
        for size in range(_MOST_WORDS, 0, -1):
            hedge = " ".join(lower.split()[-size:])
            begin = lower.rfind(hedge.split(" ")[0], 0, len(lower) - len(hedge.partition(" ")[2])) if hedge else -1
            if hedge in self._hedges and (begin == 0 or not lower[begin - 1].isalnum()):
                name = self._hedges[hedge]
                return raw._replace(outer=first + begin, before=raw.before._replace(hedge=name))
        return raw


def of_degrees(raw: Raw) -> bool:
    """Whether a number counts degrees of temperature."""
    return raw.after.unit is not None and raw.after.unit.name in DEGREES


@cache
def signs(language: str) -> Signs:
    return Signs(language)
