"""The word before a number that changes what it is: "Section 301", "aged 68", "minus 5 percent".

Nearly every number has none, so that one look at the word before it settles all three questions.
"""

from __future__ import annotations

from functools import cache

from factcheck.figures.ages import ages
from factcheck.figures.labels import OPENING, labels
from factcheck.figures.lexicon import lexicon
from factcheck.figures.names import named_before
from factcheck.figures.raw import Raw
from factcheck.figures.scan import MINUS
from factcheck.figures.signs import EN_DASH, of_degrees, signs

#: The longest such word with the space after it.
_REACH = 14
_MINUS = frozenset(MINUS)
_SPACES = frozenset(" \n\xa0")


class Leads:
    """Reads what stands before the numbers of one language."""

    def __init__(self, language: str) -> None:
        self._labels, self._ages, self._signs = labels(language), ages(language), signs(language)
        self._lex = lexicon(language)
        names = [
            name
            for name, word in self._lex.currencies.items()
            if " " not in name and word.minor == 1 and (not word.weak or name in self._lex.names_before)
        ]
        self._names = frozenset(form for name in names for form in (name, name.capitalize(), name.upper()))
        self._words = self._labels.words | self._ages.words | self._signs.words | self._names | self._lex.not_fraction

    def led(self, text: str, raw: Raw, last_name: int) -> Raw | None:
        """The number as what stands before it makes it, or None for a name; the last name ended at `last_name`."""
        start = raw.start
        if last_name and start - last_name <= _REACH and self._labels.goes_on(text, raw, last_name):
            return None
        before = text[start - 1 : start]
        if before in _SPACES:
            reach = max(0, start - _REACH)
            plain = text[max(reach, text.rfind(" ", reach, start - 1) + 1) : start - 1]
            if plain.isalpha() and plain not in self._words:  # nearly every number
                return raw
            words = text[reach:start].split()
            word = words[-1].lstrip(OPENING) if words else ""
            if word not in self._words:
                return self._ages.beside(text, raw, word) if word[-1:] == "," else raw
            if word in self._labels.words and self._labels.named(raw, words, word):
                return None
            if word in self._names:
                return named_before(text, raw, word, self._lex)
            if word in self._lex.not_fraction:
                return None if _of_a_year(text, raw) else raw
            if word not in self._ages.words and word not in self._signs.words:
                return raw
            return self._ages.aged(text, raw) if word in self._ages.words else self._signs.minus(text, raw, word)
        if before not in _MINUS and not (before == EN_DASH and of_degrees(raw)):
            return raw
        return None if _of_a_year(text, raw) else self._signs.dashed(text, raw)


def _of_a_year(text: str, raw: Raw) -> bool:
    """Whether a number in words begins with a quarter of a year ("fourth-quarter million-dollar deals")."""
    return raw.words and text[raw.start : raw.start + 8].lower() in ("quarter ", "quarter-")


@cache
def leads(language: str) -> Leads:
    return Leads(language)
