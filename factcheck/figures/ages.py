"""Ages that a word before the number makes, or commas: "aged 68", "aged between 18 and 24", "Ann Lee, 34, of"."""

from __future__ import annotations

from functools import cache

from factcheck.figures.lexicon import lexicon
from factcheck.figures.measures import Unit, measures
from factcheck.figures.raw import NOTHING_BEFORE, Raw

_YEARS_OLD = Unit("age", "year")
_OLDEST = 130
_LONGEST = 24  # characters of the words before an age


class Ages:
    """Gives the numbers of one language that are ages their unit."""

    def __init__(self, language: str) -> None:
        self._aged = frozenset(form for word in measures(language).aged for form in (word, word.capitalize()))
        self._between = frozenset(lexicon(language).range["between"]) if self._aged else frozenset()
        #: The last word of each ("de" of "âgé de"), at which the others are looked for.
        self.words = frozenset(form.split()[-1] for form in self._aged) | self._between
        lex = lexicon(language)
        #: "In Jan, 9, 2017," and "on Monday, 12, and" print no ages.
        self._no_names = frozenset((*lex.months, *lex.weekdays, *lex.numbers, *lex.multipliers))

    def aged(self, text: str, raw: Raw) -> Raw:
        """The bare number or span of time as an age where such words stand before it, or as it is."""
        after, words = raw.after, text[max(0, raw.start - _LONGEST) : raw.start].split()
        if raw.before.symbol or after.currency is not None or after.scale != 1 or raw.number.value > _OLDEST:
            return raw
        if words[-1] in self._between and after.kind is None:
            words.pop()  # "aged between 18 and 24", but not "between 18 and 24"
        if words[-1:] == [] or not self._aged.intersection((words[-1], " ".join(words[-2:]))):
            return raw
        if after.kind is None:
            return raw._replace(after=after._replace(kind="age", unit=_YEARS_OLD))
        if after.kind != "duration" or after.unit is None:
            return raw
        return raw._replace(after=after._replace(kind="age", unit=Unit("age", after.unit.name)))

    def beside(self, text: str, raw: Raw, word: str) -> Raw:
        """The bare number between commas as the age of whom it follows ("her son, 7, and"), or as it is."""
        name, end = word[:-1].rstrip("”\"'’"), raw.end
        if text[end : end + 1] != "," or not name[-1:].isalpha() or text[end + 1 : end + 3].strip()[:1].isdigit():
            return raw
        after, plain = raw.after, raw.number.plain
        if not plain.isdigit() or end - raw.start != len(plain) or not 0 < raw.number.value <= _OLDEST:
            return raw
        if raw.before != NOTHING_BEFORE or after.kind is not None or after.currency is not None or after.scale != 1:
            return raw
        lower = name.lower()
        if lower in self._no_names or text[raw.start - 1] != " " or not self._aged:
            return raw
        return raw._replace(after=after._replace(kind="age", unit=_YEARS_OLD))


@cache
def ages(language: str) -> Ages:
    return Ages(language)
