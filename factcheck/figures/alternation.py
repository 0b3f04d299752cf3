"""Lists of words as patterns: what the scan and the readers of its matches are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

import re2

#: White space inside a figure: a space of any kind and a plain one, or a single line break. It stands a thousand times
#: in the pattern of the scan, so that every part of it counts.
SPACE = r"(?:[ \t\x{a0}\x{202f}\x{2009}][ \t]?|[ ]?\r?\n[ ]?)"
#: The same, or the hyphen of compounds ("US-Dollar", "5-billion").
HYPHEN = rf"(?:-|{SPACE})"
#: Typists, Unicode and CLDR differ: French "d'euros" and Ukrainian "п'ять" with any of these.
APOSTROPHE = "['’ʼ]"
#: A pattern that nothing matches: a table without entries.
NEVER = r"[^\s\S]"
#: What ends a piece that stands in a text as it does in a form: apostrophes differ, and in the place of a letter of the
#: private use area a pattern is put later.
_APART = dict.fromkeys(map(ord, "'’ʼ\ue000\ue001"), " ")
_START = 3


class Held:
    """The words that one text may hold, in any case."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._starts = {self._text[at : at + size] for size in (1, 2, _START) for at in range(len(self._text))}

    def of(self, forms: Iterable[str]) -> list[str]:
        """The forms that the text may hold, whatever stands between their words."""
        text, starts, found = self._text, self._starts, []
        for form in forms:
            start = form[:_START]
            if start.isascii() and start.isalnum() and start.lower() not in starts:
                continue  # most of the forms, most of the time
            pieces = form.casefold().translate(_APART).split()
            if all(piece[:_START] in starts and piece in text for piece in pieces):
                found.append(form)
        return found


#: What patterns are made for, where that is one text.
_HELD: ContextVar[Held | None] = ContextVar("_HELD", default=None)


@contextmanager
def only_for(text: str) -> Iterator[None]:
    """Patterns made here need match nothing but this text: words that are not in it are left out of them."""
    before = _HELD.set(Held(text))
    try:
        yield
    finally:
        _HELD.reset(before)


def _held(forms: Iterable[str]) -> Iterable[str]:
    held = _HELD.get()
    return forms if held is None else held.of(forms)


def words(forms: Iterable[str], space: str = SPACE) -> str:
    """An alternation of literal words, with any white space and apostrophes inside them; without any it never matches.

    A longer word comes before its beginning, for patterns that take the first alternative that fits.
    """
    found = _tree([form.split() for form in sorted(_held(forms), reverse=True)], space)
    return found or NEVER


def _tree(forms: list[list[str]], space: str) -> str:
    """An alternation of words in a row, in which what begins with one word says it, and the space after it, once."""
    behind: dict[str, list[list[str]]] = {}
    for first, *rest in forms:
        behind.setdefault(first, []).append(rest)
    parts = []
    for first, rests in behind.items():
        longer = [rest for rest in rests if rest]
        tail = space + _tree(longer, space) if longer else ""
        parts.append(_literal(first) + (f"(?:{tail})?" if tail and len(longer) < len(rests) else tail))
    return "(?:" + "|".join(parts) + ")" if parts else ""


@cache
def _literal(word: str) -> str:
    return APOSTROPHE.join(re2.escape(part) for part in word.split("'"))


def whole(forms: Iterable[str], space: str = SPACE, *, before: bool = False, after: bool = False) -> str:
    """The same for words that do not go on `before` or `after` them, as far as RE2 can say.

    Its `\\b` knows ASCII alone, so it stands at edges of ASCII letters and digits; `whole_words` sees to the rest.
    """
    edges: dict[tuple[bool, bool], list[str]] = {}
    for form in _held(forms):
        edges.setdefault((before and _plain(form[0]), after and _plain(form[-1])), []).append(form)
    parts = [
        ("\\b" if left else "") + words(edge, space) + ("\\b" if right else "")
        for (left, right), edge in sorted(edges.items())
    ]
    return "(?:" + "|".join(parts) + ")" if parts else NEVER


def _plain(char: str) -> bool:
    return char.isascii() and char.isalnum()


def shapes(forms: Iterable[str]) -> list[str]:
    """The forms of words that count only with a capital: "May" and "MAY", "Sat." and "SAT."."""
    return [shape for form in forms for shape in (form.capitalize(), form.upper())]
