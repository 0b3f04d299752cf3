"""What to write instead of a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def known(word: object, words: Iterable[str]) -> str:
    """As in "; there are: whole, part; did you mean 'part'?": the words that there are, and the one that is meant."""
    from difflib import get_close_matches

    there = list(words)
    close = get_close_matches(str(word), there, 1)
    return f"; there are: {', '.join(there)}" + (f"; did you mean {close[0]!r}?" if close else "")
