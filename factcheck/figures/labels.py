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


class Labels:
    """Knows the numbers that a label of one language makes a name."""

    def __init__(self, language: str) -> None:
        table = lexicon(language).tables.get("labels", {})
        forms = {form for word in table.get("capital", ()) for form in (word.capitalize(), word.upper())}
        forms |= {_camel(word) for word in table.get("camel", ())}
        forms |= {form for word in table.get("any", ()) for form in (word, word.capitalize(), word.upper())}
        self.words = frozenset(forms)
        words = lexicon(language).range
        self._links = _DASHES | frozenset(words["to"]) | frozenset(words["and"]) | {","}

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
