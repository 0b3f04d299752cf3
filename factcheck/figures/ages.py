"""Ages that a word before the number makes: "aged 68", "aged between 18 and 24"."""

from __future__ import annotations

from functools import cache

from factcheck.figures.lexicon import lexicon
from factcheck.figures.measures import Unit, measures
from factcheck.figures.raw import Raw

_YEARS_OLD = Unit("age", "year")
_OLDEST = 130
_LONGEST = 24  # characters of the words before an age


class Ages:
    """Gives the numbers of one language that are ages their unit."""

    def __init__(self, language: str) -> None:
        self._aged = frozenset(form for word in measures(language).aged for form in (word, word.capitalize()))
        self._between = frozenset(lexicon(language).range["between"]) if self._aged else frozenset()
        self.words = self._aged | self._between

    def aged(self, text: str, raw: Raw) -> Raw:
        """The bare number as an age where such a word stands before it, or as it is."""
        after, words = raw.after, text[max(0, raw.start - _LONGEST) : raw.start].split()
        if raw.before.symbol or after.kind is not None or after.currency is not None or after.scale != 1:
            return raw
        if raw.number.value > _OLDEST or (words[-1] in self._between and not self._aged.intersection(words[-2:-1])):
            return raw  # "between 18 and 24" without "aged"
        return raw._replace(after=after._replace(kind="age", unit=_YEARS_OLD))


@cache
def ages(language: str) -> Ages:
    return Ages(language)
