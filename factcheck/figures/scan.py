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
MINUS = "-−"
#: Thousands apart by no-break or thin spaces, and from a million by plain ones ("2015 200 people" is two numbers).
SPACED = r"\d{1,3}(?:(?:[\x{a0}\x{202f}\x{2009}]\d{3})+|(?: \d{3}){2,})(?:\.\d+)?"
THOUSANDS = r"\d{1,3} \d{3}"
DIGITS = rf"(?:{SPACED}|\d+(?:,\d+)*(?:\.\d+)?[½¼¾⅓⅔⅛]?|\.\d+|[½¼¾⅓⅔⅛])"
#: What holds digits and is no figure: times, versions, fractions and dates with slashes, telephone numbers,
#: paragraphs of laws, addresses, handles, decades, ordinals, and words with digits in them.
NOT_FIGURES = (
    r"\d{1,2}:\d\d(?::\d\d)?",
    r"\d{1,2}(?:[.:]\d\d)?[ \x{a0}]?(?:a\.m\.|p\.m\.|am|pm|AM|PM|A\.M\.|P\.M\.)",
    r"\d+(?:\.\d+){2,}",
    r"\d+(?:/\d+)+",
    r"\d{3}[-.]\d{3}[-.]\d{4}",
    r"\(\d{3}\)[ \x{a0}]?\d{3}-\d{4}",
    r"\+\d{1,3}(?:[ \x{a0}-]\(?\d{2,5}\)?){2,4}",
    r"\d+\([a-z]\)\w*(?:\(\w+\))*",
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


def capitals(forms: Iterable[str]) -> str:
    """The same for words that count only with a capital: "May" and "MAY", "Sat." and "SAT."."""
    return words(shape for form in forms for shape in (form.capitalize(), form.upper()))


def number_words(lex: Lexicon) -> str:
    """Numbers in words: "thirty-five", "a million", "two and a half million", "half a billion"."""
    gap = rf"(?:-|{SPACE})"
    multiplier, article, joiner = words(lex.multipliers), words(lex.articles), words(lex.joiners)
    plain, fraction = words([*lex.numbers, *lex.multipliers]), words(lex.fractions)
    start = (
        rf"(?:(?:(?:{article}|{words(lex.numbers)}){gap})?{fraction}{gap}(?:{words(lex.of)}{gap})?{article}{gap}{multiplier}"
        rf"|{words(lex.before_scales)}{gap}{multiplier}|{article}{gap}{multiplier}|{words(lex.numbers)})"
    )
    mixed = rf"{gap}{joiner}{gap}{article}{gap}{fraction}"
    return rf"{start}(?:{gap}(?:{joiner}{gap})?{plain})*(?:{mixed})?(?:{gap}{multiplier})*"


def hedge(lex: Lexicon) -> str:
    """A hedge and the space after it, or nothing."""
    return rf"(?:(?i:{words(lex.hedges)}){SPACE}?)?"


def amount(lex: Lexicon) -> str:
    """Hedge, currency, number, scale, and then a currency, a percentage or nothing."""
    letters = words(s for s in [*lex.symbols, *lex.codes] if s[0].isalpha() and s not in lex.tokenised)
    signs = words(s for s in lex.symbols if not s[0].isalpha())
    # a minus stands between a symbol and its number: "EUR -24.9 mn" (but "DDG-1000" is a ship)
    symbols = (
        rf"(?:\b{letters}(?:{SPACE}?|{SPACE}[{MINUS}])|{signs}(?:{SPACE}?[{MINUS}]?)"
        rf"|\b{words(lex.tokenised)}{SPACE}[{MINUS}]?)"
    )
    scales = rf"(?i:{words(lex.scales)})\b"
    gap = rf"(?:-|{SPACE})?"
    shares = words([*(lex.percent - {"%"}), *lex.points, *lex.basis_points])
    ending = {s for s in lex.trailing if s[-1].isascii() and s[-1].isalpha()}  # "5 leisure centres" is not lei
    codes = words([*lex.codes, *lex.common_codes, *ending])
    currency = (
        rf"(?:{gap}(?i:{words(lex.currencies)})\b|{gap}{codes}\b(?:{gap}{scales})?"
        rf"|{gap}{words(lex.trailing - ending)}|{words(lex.touching)}|{words(lex.suffixes)}\b)"
    )
    after = rf"(?:{currency}|{gap}(?i:{shares})\b|{SPACE}?%)"
    scaled = rf"(?:{gap}{scales}){{0,2}}"
    number = rf"(?:{DIGITS}{scaled}|(?i:\b{number_words(lex)}))"
    qualifier = rf"(?:{SPACE}{words(lex.qualifiers)}\b)"
    # "20 000 Kč": one plain space is a thousands mark only before a currency
    return (
        rf"{hedge(lex)}(?:{symbols}?{number}\+?(?:{after}{qualifier}?|{qualifier})?|{THOUSANDS}{currency}{qualifier}?)"
    )


def dates(lex: Lexicon) -> str:
    """Days in the common forms, weekdays, and months with a year."""
    month = rf"\b(?:(?i:{words(m for m in lex.months if m not in lex.month_words)})|{capitals(lex.month_words)})"
    dotted = rf"(?i:{words(m for m in lex.months if m.endswith('.'))})"
    weekday = rf"(?:(?i:\b{words(lex.weekdays.keys() - lex.short_weekdays.keys())})|\b{capitals(lex.short_weekdays)})"
    day = rf"\d{{1,2}}(?:{'|'.join(lex.ordinals)})?"
    year = r"\d{4}\b"
    return (
        rf"(?:{month}{SPACE}{day}\b(?:,?{SPACE}{year})?|{day}{SPACE}(?:of{SPACE})?(?:{month}(?:,?{SPACE}{year}|\b)|{dotted})"
        rf"|{month},?{SPACE}{year}|\d{{4}}-\d\d-\d\d\b|{weekday})"
    )


@cache
def pattern(language: str) -> re2._Regexp:
    """The compiled scan of a language; leftmost-longest, so that its alternatives need no order."""
    lex = lexicon(language)
    no_figure = rf"{hedge(lex)}(?:{'|'.join(NOT_FIGURES)})"
    options = re2.Options()
    options.longest_match = True
    options.never_capture = True
    options.max_mem = 256 << 20
    return re2.compile("|".join([amount(lex), dates(lex), no_figure]), options)


def candidates(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of `text` that may be figures, from left to right."""
    data = text.encode("utf-8", "replace")
    matches = pattern(language).finditer(data)
    if text.isascii():
        for match in matches:
            yield match.span()
        return
    at = done = 0  # `at` code points stand before byte `done`
    for match in matches:
        start, end = match.span()
        at += len(data[done:start].decode())
        length = len(data[start:end].decode())
        yield at, at + length
        at += length
        done = end
