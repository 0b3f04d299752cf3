"""One pattern in linear time that finds every place where a figure may stand.

It has no groups, so that RE2 runs it as an automaton; the readers take the short matches apart. It also swallows
what holds digits and is no figure (times, versions, addresses, identifiers), so that no part of it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import re2

from factcheck.figures.lexicon import Lexicon, lexicon

#: White space inside a figure: one or two spaces of any kind, or a single line break.
SPACE = r"(?:[ \t\x{a0}\x{202f}\x{2009}]{1,2}|[ \x{a0}]?\r?\n[ ]?)"
DIGITS = r"(?:\d+(?:,\d+)*(?:\.\d+)?[½¼¾⅓⅔⅛]?|\.\d+|[½¼¾⅓⅔⅛])"
#: What holds digits and is no figure: times, versions, fractions and dates with slashes, telephone numbers,
#: addresses, handles, decades, ordinals, and words with digits in them.
NOT_FIGURES = (
    r"\d{1,2}:\d\d(?::\d\d)?",
    r"\d{1,2}(?:[.:]\d\d)?[ \x{a0}]?(?:a\.m\.|p\.m\.|am|pm|AM|PM|A\.M\.|P\.M\.)",
    r"\d+(?:\.\d+){2,}",
    r"\d+(?:/\d+)+",
    r"\d{3}[-.]\d{3}[-.]\d{4}",
    r"(?:https?://|www\.)[^\s]+",
    r"[@#]\w+",
    r"\d+['’]?s\b",
    r"\d+(?i:st|nd|rd|th)\b",
    r"[A-Za-z]+[-–]?\d[\w.-]*\w",
    r"[A-Za-z]+[-–]?\d",
    r"\d+[A-Za-z]\w*",
)


def words(forms: Iterable[str], space: str = SPACE) -> str:
    """An alternation of literal words, whatever white space stands inside them."""
    return "(?:" + "|".join(space.join(map(re2.escape, form.split())) for form in sorted(forms)) + ")"


def number_words(lex: Lexicon) -> str:
    """Numbers in words: "thirty-five", "a million", "two and a half million", "half a billion"."""
    gap = rf"(?:-|{SPACE})"
    multiplier, article, joiner = words(lex.multipliers), words(lex.articles), words(lex.joiners)
    plain = words([*lex.numbers, *lex.multipliers])
    start = (
        rf"(?:{words(lex.fractions)}{gap}(?:of{gap})?{article}{gap}{multiplier}"
        rf"|{article}{gap}{multiplier}|{words(lex.numbers)})"
    )
    return rf"{start}(?:{gap}(?:{joiner}{gap})?{plain})*(?:{gap}{joiner}{gap}{article}{gap}half)?(?:{gap}{multiplier})*"


def amount(lex: Lexicon) -> str:
    """Hedge, currency, number, scale, and then a currency, a percentage or nothing."""
    hedges = rf"(?:(?i:{words(lex.hedges)}){SPACE}?)"
    symbols = words([*lex.symbols, *lex.codes])
    scales = rf"(?i:{words(lex.scales)})\b"
    gap = rf"(?:-|{SPACE})?"
    units = words([*lex.currencies, *(lex.percent - {"%"}), *lex.points, *lex.basis_points])
    after = (
        rf"(?:{gap}(?i:{units})\b|{gap}{words(lex.codes)}\b|{gap}{words(lex.trailing)}|{words(lex.touching)}"
        rf"|{words(lex.suffixes)}\b|{SPACE}?%)"
    )
    scaled = rf"(?:{gap}{scales}){{0,2}}"
    number = rf"(?:{DIGITS}{scaled}|(?i:\b{number_words(lex)}))"
    qualifier = rf"(?:{SPACE}{words(lex.qualifiers)}\b)"
    return rf"{hedges}?(?:{symbols}{SPACE}?)?{number}\+?(?:{after}{qualifier}?|{qualifier})?"


def dates(lex: Lexicon) -> str:
    """Days in the common forms, weekdays, and months with a year."""
    month = rf"(?i:{words(lex.months)})"
    day = rf"\d{{1,2}}(?:{'|'.join(lex.ordinals)})?"
    year = r"\d{4}\b"
    return (
        rf"(?:{month}{SPACE}{day}\b(?:,?{SPACE}{year})?|{day}{SPACE}(?:of{SPACE})?{month}\b(?:,?{SPACE}{year})?"
        rf"|{month},?{SPACE}{year}|\d{{4}}-\d\d-\d\d\b|(?i:\b{words(lex.weekdays)}))"
    )


@cache
def pattern(language: str) -> re2._Regexp:
    """The compiled scan of a language; leftmost-longest, so that its alternatives need no order."""
    lex = lexicon(language)
    options = re2.Options()
    options.longest_match = True
    options.never_capture = True
    options.max_mem = 256 << 20
    return re2.compile("|".join([amount(lex), dates(lex), *NOT_FIGURES]), options)


def candidates(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of `text` that may be figures, from left to right."""
    matches = pattern(language).finditer(text.encode("utf-8", "replace"))
    if text.isascii():
        for match in matches:
            yield match.span()
        return
    data = text.encode("utf-8", "replace")
    at = done = 0  # `at` code points stand before byte `done`
    for match in matches:
        start, end = match.span()
        at += len(data[done:start].decode())
        length = len(data[start:end].decode())
        yield at, at + length
        at += length
        done = end
