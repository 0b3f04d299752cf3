"""Numbers that are names and no figures: "Boeing 737", "Section 301", "page 12", "No. 10", "sections 3 to 5"."""

from __future__ import annotations

from functools import cache

from factcheck.figures.lexicon import lexicon
from factcheck.figures.raw import Raw

#: The longest number that is a name ("Resolution 1973"), the longest label with its space, and the longest link.
_MOST_DIGITS = 4
_REACH = 14
_LINK = 5
_DASHES = frozenset({"-", "–", "—"})
#: What may open before a word.
OPENING = "(“\"'‘["


class Labels:
    """Knows the numbers that a label of one language makes a name."""

    def __init__(self, language: str) -> None:
        table = lexicon(language).tables.get("labels", {})
        forms = {form for word in table.get("capital", ()) for form in (word.capitalize(), word.upper())}
        forms |= {_camel(word) for word in table.get("camel", ())}
        forms |= {form for word in table.get("any", ()) for form in (word, word.capitalize(), word.upper())}
        forms |= {form for form in table.get("exact", ()) if " " not in form}
        phrases = [form.split() for form in table.get("exact", ()) if " " in form]
        self._phrases = {last: {words[0] for words in phrases if words[-1] == last} for _, last in phrases}
        self._dial = frozenset(form for word in table.get("dial", ()) for form in (word, word.capitalize()))
        self._dialled = frozenset(table.get("dialled", ()))
        self._labels = frozenset(forms)
        self.words = self._labels | self._phrases.keys() | self._dial
        words = lexicon(language).range
        self._links = _DASHES | frozenset(words["to"]) | frozenset(words["and"]) | {","}

    def named(self, raw: Raw, words: list[str], word: str) -> bool:
        """Whether the words before a number, of which `word` is the last, make it a name."""
        if word in self._labels:
            return self.bare(raw)
        if word in self._dial:
            return raw.number.plain in self._dialled and self.bare(raw)
        return words[-2:-1] != [] and words[-2].lstrip(OPENING) in self._phrases.get(word, ()) and self.bare(raw)

    def bare(self, raw: Raw) -> bool:
        """Whether a number can be a name: short, without unit, scale word, currency or hedge."""
        after, before = raw.after, raw.before
        if after.kind is not None or before.symbol or before.hedge or after.currency is not None or after.scale != 1:
            return False
        return len(raw.number.plain) <= _MOST_DIGITS

    def goes_on(self, text: str, raw: Raw, end: int) -> bool:
        """Whether a number goes on from a name that ends at `end` ("737-800", "pages 3 and 4")."""
        link = text[end : raw.start]
        if len(link) > _LINK or not self.bare(raw):
            return False
        if link in _DASHES:
            return True
        head = text[max(0, end - 2 * _REACH) : end].split()
        plural = len(head) > 1 and head[-2].rstrip(".").endswith(("s", "pp"))
        return plural and link.strip() in self._links


def _camel(word: str) -> str:
    """iPhone, eBay: small first letter, capital second."""
    return word[:1] + word[1:].capitalize()


@cache
def labels(language: str) -> Labels:
    return Labels(language)
