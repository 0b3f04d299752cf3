"""Numbers in pieces or with a piece too many: "19. 5 billion", "10, 000", "5% percent", "$ $5", "2O25"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.claims.finders.suspects import LETTERS, Words, around, printed, suspects, words_of
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

_SIGNS = "$£€¥"
_DOUBLE_SIGN = re2.compile(r"^([$£€¥]) ?([$£€¥]) ?(\d[\d.,]*)$")
_DOUBLE_PERCENT = re2.compile(r"^(\d[\d.,]*)( ?(?:%|percent|per cent|pct)) ?(?:%|percent|per cent|pct)$")
_SPLIT = re2.compile(r"^(\d{1,3})\. (\d{1,2})( ?\D+)$")
_APART = re2.compile(r"^(\d{1,3})(?:, | ,| , )000$")
_DOUBLE_SCALE = re2.compile(r"^(\d{1,3}(?:,\d{3})+)(?:\.\d+)? (\pL+)$")
_PERCENT = ("percent", "per cent", "pct")
_DIGITS = re2.compile(r"[\dOolI]+(?:,[\dOolI]{3})*")
#: Beside these a full number and a scale word is how the currency's accounts are written, or what it has come to.
_SMALL_UNITS = frozenset({"yen", "won", "rupiah", "dong", "lire", "lira", "rial", "rials", "dollars"})


def broken_numbers(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each such `number` with the piece that is too many, as a count of one, and what was probably meant."""
    words = words_of(language)
    if words is None:
        return []
    text = draft.text
    found = []
    for start, end in suspects(text, language):
        for first, last, extra, meant in _mended(text, start, end, words, language):
            roles = {
                "number": printed(text, first, last, 0),
                "extra": printed(text, *extra, 1),
                "meant": printed(text, first, last, 0, meant),
            }
            found.append(Claim(kind="broken_number", roles=roles, sentence=Sentence(first, last)))
    return found


def _mended(
    text: str, start: int, end: int, words: Words, language: str
) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    """The span of a broken number, that of the piece too many, and the number without it."""
    token = text[start:end]
    if match := _DOUBLE_SIGN.match(token):
        closed = text.count(token[:2]) > 1 or text[start - 1 : start].isalpha()  # "$$5x$$" is a formula
        if match.group(1) == match.group(2) and not closed:
            number = match.group(3).rstrip(".,")
            yield start, start + match.start(3) + len(number), (start, start + 1), match.group(1) + number
    elif match := _DOUBLE_PERCENT.match(token):
        yield start, end, (start + match.end(2), end), match.group(1) + match.group(2)
    elif match := _SPLIT.match(token):
        if _goes_on(text, start, end, words, language):
            point = start + match.end(1)
            yield start, end, (point, point + 2), f"{match.group(1)}.{match.group(2)}{match.group(3)}"
    elif match := _APART.match(token):
        if not _touched(text, start, end) and match.group(1) != "000":
            yield start, end, (start + match.end(1), end - 3), f"{match.group(1)},000"
    elif match := _DOUBLE_SCALE.match(token):
        yield from _twice_scaled(text, start, end, match, words)
    elif _lettered(token) and not _touched(text, start, end):
        number = next((one for one in _DIGITS.finditer(token) if _lettered(one.group())), None)
        if number is None:
            return
        at = next(n for n, letter in enumerate(number.group()) if letter.isalpha()) + number.start()
        first, last = start + number.start(), start + number.end()
        yield first, last, (start + at, start + at + 1), number.group().translate(LETTERS)


def _touched(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        before.isalnum()
        or (before in ".,-/_#:" and before != "")
        or after[:1].isalnum()
        or (after[:1] in ".,-/:" and after[1:].isdigit())
    )


def _lettered(token: str) -> bool:
    return any(letter in token for letter in "OolI") and any(letter.isdigit() for letter in token)


def _goes_on(text: str, start: int, end: int, words: Words, language: str) -> bool:
    """Whether the point cannot end the sentence: "an 11. 6 pct stake", "$19. 5 billion in aid", "rose 4. 2%"."""
    here = around(text, start, end)
    table = _around_split(language)
    if here.word.lower() in table[0]:
        return True
    led = bool(here.before) and here.before in _SIGNS
    if not text[start:end].rstrip()[-1].isalpha() or text[start:end].endswith(_PERCENT):  # "over 60. 33% of members"
        followed = not here.behind or here.after != " " or here.behind[0] in table[2] - {"of"}
        return followed and here.word in table[1]
    followed = not here.behind or here.after != " " or here.behind[0] in table[2]
    followed = followed or any(word.lower() in words.money for word in here.behind)
    return followed and (led or (here.word.islower() and here.word not in table[3]))


@cache
def _around_split(language: str) -> tuple[frozenset[str], ...]:
    table = lexicon(language).tables["misprints"]
    return tuple(frozenset(table[key]) for key in ("articles", "changes", "after_amounts", "ages"))


def _twice_scaled(
    text: str, start: int, end: int, match: re2._Match, words: Words
) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    """A number in full and a scale word behind it, where both cannot be meant."""
    here = around(text, start, end)
    before = here.before if here.before in _SIGNS else ""
    if here.before.isalpha() or here.word.isupper() or (before and text[start - 2 : start - 1].isalpha()):
        return
    if before == "¥" or (here.behind and here.behind[0].lower() in (words.money & _SMALL_UNITS) and not before):
        return
    number = match.group(1)
    if Decimal(number.replace(",", "")) < 1_000_000 or number.count(",") < 2:
        return
    yield start - len(before), end, (start + match.start(2), end), before + number
