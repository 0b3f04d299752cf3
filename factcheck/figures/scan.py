"""One pattern in linear time that finds every place where a figure may stand.

It has no groups, so that RE2 runs it as an automaton; the readers take the short matches apart. It also swallows
what holds digits and is no figure (times, versions, addresses, identifiers), so that no part of it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import re2

from factcheck.figures.alternation import HYPHEN, NEVER, SPACE, only_for, shapes, whole, words
from factcheck.figures.lexicon import Lexicon, lexicon
from factcheck.figures.measures import measures
from factcheck.figures.not_figures import NOT_FIGURES
from factcheck.figures.portion_words import Compact, portion_words
from factcheck.figures.ratio_words import ratio_words

#: A number and a fraction: "3 1/2", "2 ½".
MIXED = r"\d{1,3}(?:[ -](?:1/2|[12]/3|[13]/4|[1357]/8)\b| [½¼¾⅓⅔⅛])"
MINUS = "-−"
_ANY_DIGIT, _ANY_WORD = "\ue000", "\ue001"  # from the private use area, so that they are no part of a word
#: Thousands apart by no-break or thin spaces, and from a million by plain ones ("2015 200 people" is two numbers).
THOUSANDS = r"\d{1,3} \d{3}"
#: The same before a unit, where the second group can be no number of its own: "6 070 oz".
ZERO_THOUSANDS = r"\d{1,3} 0\d\d"
#: The same after a currency symbol, where a plain space may as well end the amount: "$5 000", but "$15 570" of a table.
ROUND_THOUSANDS = r"\d{1,3} \d00"
#: "2/3", "2 1/2", "1-3/4".
SLASHED = r"(?:\d{1,3}[ -])?\d{1,2}/\d{1,2}"
FEET_AND_INCHES = r"\d['’′] ?\d{1,2}(?:\.\d+)?[\"”″]"


def spaced(lex: Lexicon) -> str:
    """Digits in thousands apart by spaces: no-break and thin ones, and plain ones where the language does so."""
    plain = " " if lex.plain_spaces else ""
    groups = rf"(?:[{plain}\x{{a0}}\x{{202f}}\x{{2009}}]\d{{3}})+|(?: \d{{3}}){{2,}}|(?:['’]\d{{3}})+"
    return rf"\d{{1,3}}(?:{groups})(?:{re2.escape(lex.decimal)}\d+)?"


def digits(lex: Lexicon) -> str:
    """A number in digits, with the marks of a language."""
    mark = re2.escape(lex.decimal)
    groups = rf"(?:[{re2.escape(lex.groups)}]\d+)*" if lex.groups else ""
    leading = rf"|{re2.escape(lex.leading)}\d+" if lex.leading else ""
    return rf"(?:{spaced(lex)}|{MIXED}|\d+{groups}(?:{mark}\d+)?[½¼¾⅓⅔⅛]?{leading}|[½¼¾⅓⅔⅛])"


def number_words(lex: Lexicon) -> str:
    """Numbers in words: "thirty-five", "a million", "two and a half million", "half a billion"."""
    gap = HYPHEN + ("?" if lex.compounds else "")
    multiplier, article, joiner = words(lex.multipliers, gap), words(lex.articles), words(lex.joiners)
    number, fraction = words(lex.numbers, gap), words(lex.fractions)
    plain = words([*lex.numbers, *lex.multipliers], gap)
    start = (
        rf"(?:(?:(?:{article}|{number}){gap})?{fraction}{gap}(?:{words(lex.of)}{gap})?{article}{gap}{multiplier}"
        rf"|{words(lex.before_scales, gap)}{gap}{multiplier}|{article}{gap}{multiplier}|{number}|{words(lex.bare)})"
    )
    mixed = rf"(?:{gap}{words(lex.mixed, gap)})?"
    return rf"{start}(?:{gap}(?:{joiner}{gap})?{plain})*{mixed}(?:{gap}{multiplier})*"


def hedge(lex: Lexicon) -> str:
    """A hedge and the space after it, or nothing."""
    return rf"(?:(?i:{whole(lex.hedges, before=True)}){SPACE}?)?"


def units(lex: Lexicon, gap: str) -> str:
    """What makes a number a quantity, a duration, an age or a multiple."""
    table = measures(lex.language)
    edged = {form for form in table.symbols if form[-1].isascii()}
    return (
        rf"(?:{gap}(?i:{whole(table.words, HYPHEN, after=True)})|{gap}{words(edged)}\b"
        rf"|{gap}{words(table.symbols - edged)}|{words(table.touching)}\b)"
    )


def ratios(lex: Lexicon) -> str:
    """Fractions, multiples and ranks in words, with the words that make them so; heights in feet and inches."""
    table = ratio_words(lex.language)
    alone = whole(
        [form for row in table.entries if not row.next for form in row.forms], HYPHEN, before=True, after=True
    )
    before = [
        whole(row.forms, HYPHEN, before=True) + SPACE + whole(row.next, after=True) for row in table.entries if row.next
    ]
    after_by = whole([form for row in table.entries if row.by for form in row.forms], HYPHEN, after=True)
    nth = rf"(?:\d+(?:{'|'.join(map(re2.escape, lex.ordinals))})|(?i:{whole(table.ordinals, before=True)}))"
    return (
        rf"{hedge(lex)}(?i:{'|'.join([alone, *before])})"
        rf"|(?i:{whole(table.by, before=True)}){SPACE}{hedge(lex)}(?i:{after_by})"
        rf"|{nth}{HYPHEN}(?i:{whole(table.superlatives, after=True)})|{FEET_AND_INCHES}"
    )


def portions(lex: Lexicon) -> str:
    """Parts of a unit: "half a mile", "3/4 inch", "2 1/2 hours", "an hour and a half"; shares of a whole: "2/3 of"."""
    table, own = portion_words(lex.language), measures(lex.language)
    forms = whole(own.words.keys() | table.shares.keys(), HYPHEN, after=True)
    symbols = rf"{words(form for form in own.symbols if form[-1].isascii())}\b"
    mixed, dozens = words(lex.mixed, HYPHEN), whole(table.dozens, HYPHEN, before=True, after=True)
    number = rf"(?:\d{{1,3}}|{whole([*lex.numbers, *lex.articles], HYPHEN, before=True)})"
    parts = rf"(?:{SLASHED}|(?i:\d{{1,3}}{HYPHEN}{mixed})){HYPHEN}?"
    return (
        rf"{hedge(lex)}(?:(?:(?i:{whole(table.forms, HYPHEN, before=True)}{HYPHEN}?{linker(lex)})|{parts})(?i:{forms})"
        rf"|{parts}{symbols}"
        rf"|(?i:{number}{HYPHEN}{whole(own.words, HYPHEN, after=True)}{HYPHEN}{whole(lex.mixed, HYPHEN, after=True)})"
        rf"|{SLASHED}{SPACE}(?i:{whole(table.of, after=True)})|(?i:{dozens})"
        rf")|{'|'.join(map(compact, table.compact)) or NEVER}"
    )


def compact(row: Compact) -> str:
    """Two units in one word, with a group for each number."""
    marks = words(mark for mark in row.then if mark)
    bare = r"|(\d{1,2})" if "" in row.then else ""
    return rf"(\d{{1,2}}){words(row.first)}(?: ?(\d{{1,2}}){marks}{bare})\b"


def amount(lex: Lexicon) -> str:
    """Hedge, currency, number, scale, and then a currency, a percentage or nothing."""
    letters = words(s for s in [*lex.symbols, *lex.codes] if s[0].isalpha() and s not in lex.tokenised)
    signs = words(s for s in lex.symbols if not s[0].isalpha())
    # a minus stands between a symbol and its number: "EUR -24.9 mn" (but "DDG-1000" is a ship)
    symbols = (
        rf"(?:\b{letters}(?:{SPACE}?|{SPACE}[{MINUS}])|{signs}(?:{SPACE}?[{MINUS}]?)"
        rf"|\b{words(lex.tokenised)}{SPACE}[{MINUS}]?)"
    )
    scales = rf"(?i:{whole(lex.scales, after=True)})"
    gap = rf"{HYPHEN}?"
    shares = whole([*(lex.percent - {"%"}), *lex.points, *lex.basis_points], HYPHEN, after=True)
    ending = {s for s in lex.trailing if s[-1].isascii() and s[-1].isalpha()}  # "5 leisure centres" is not lei
    codes = words([*lex.codes, *lex.common_codes, *ending])
    currency = (
        rf"(?:{gap}{linker(lex)}(?i:{whole(lex.currencies, HYPHEN, after=True)})|{gap}{codes}\b(?:{gap}{scales})?"
        rf"|{SPACE}?{words(lex.trailing - ending)}|{words(lex.touching)}|{words(lex.suffixes)}\b)"
    )
    # "5.8 million K-12 pupils": a letter follows no other scale word
    second = rf"(?i:{whole((word for word in lex.scales if word not in lex.money_scales), after=True)})"
    scaled = rf"(?:{gap}{scales}(?:{gap}{second})?)?"
    edge = r"\b" if lex.ascii_numbers else ""
    short = rf"(?:{gap}{whole(lex.short_scales, after=True)})?" if lex.short_scales else ""
    number = rf"(?:{digits(lex)}\+?{scaled}|(?i:{edge}{number_words(lex)}{short}))"
    qualifier = rf"(?:{SPACE}{whole(lex.qualifiers, after=True)})"
    lead = rf"(?:{symbols}?{number}\+?|(?:{symbols}{ROUND_THOUSANDS}|\bR{THOUSANDS})\b{scaled})"
    # "20 000 Kč": one plain space is a thousands mark only before a currency. The names of currencies, the longest
    # table, stand here once: each copy of them is a sixth of the pattern.
    return (
        rf"{hedge(lex)}(?:(?:{lead}|{THOUSANDS}){currency}{qualifier}?"
        rf"|{lead}(?:(?:{gap}(?i:{shares})|{SPACE}?%){qualifier}?|{qualifier}|{units(lex, gap + linker(lex))})?"
        rf"|{ZERO_THOUSANDS}{units(lex, gap + linker(lex))}"
        rf"|{signs}\({digits(lex)}\){scaled})"  # a loss as accountants print it: "$(5.2) million"
    )


def linker(lex: Lexicon) -> str:
    """What may stand between a scale word and the name that it counts: "2 millions d'euros", "3 millones de euros"."""
    if not lex.linkers:
        return ""
    elided = [form for form in lex.linkers if form.endswith("'")]
    return rf"(?:{words(set(lex.linkers) - set(elided))}{SPACE}|{words(elided)})?"


def dates(lex: Lexicon, space: str = SPACE, group: str = "(?:") -> dict[str, str]:
    """A pattern for each order in which a language prints days and months; `group` opens day, month and year."""
    month = (
        rf"{group}(?i:{whole((m for m in lex.months if m not in lex.month_words), before=True, after=True)})"
        rf"|{whole(shapes(lex.month_words), before=True, after=True)})"
    )
    day = rf"{group}\d{{1,2}})(?:{words(lex.ordinals)})?"
    year = rf"{group}\d{{4}})\b"
    of = rf"(?:{words(lex.dates['of'])}{space})?"
    behind = rf"(?:{space}{whole(lex.dates['after_year'], after=True)})?"
    apart = rf",?{space}(?:{words(lex.dates['before_year'])}{space})?{year}{behind}"
    mark = re2.escape(lex.dates["numeric"])
    forms = {
        "mdy": rf"{month}{space}{day}\b(?:{apart})?",
        "dmy": rf"{day}{space}{of}{month}(?:{apart})?",
        "my": rf"{month}{apart}",
        "numeric": rf"{group}\d{{1,2}}){mark}{space}?{group}\d{{1,2}}){mark}(?:{space}?{year})?",
    }
    iso = rf"{group}\d{{4}})-{group}\d\d)-{group}\d\d)\b"
    return {order: forms[order] for order in lex.dates["orders"]} | {"iso": iso}


def weekday(lex: Lexicon) -> str:
    """A weekday in full, or short and with a capital."""
    full = whole(lex.weekdays.keys() - lex.short_weekdays.keys(), before=True)
    return rf"(?:(?i:{full})|{whole(shapes(lex.short_weekdays), before=True)})"


def clock(lex: Lexicon) -> str:
    """A time of day: "7 p.m.", "14.30 Uhr", "14 h 30" (a 0 in the lexicon's form stands for any digit)."""
    forms = whole((form.replace("0", _ANY_DIGIT) for form in lex.clock), after=True).replace(_ANY_DIGIT, r"\d")
    return rf"\d{{1,2}}(?:[.:]?\d\d)?[ \x{{a0}}\x{{202f}}]?{forms}"


def names(lex: Lexicon) -> str:
    """Names and citations that hold a number: "7-Eleven", "911 call", "18 U.S.C. 1001", "10 Downing Street".

    In the forms of the lexicon # is any digits and @ a number in words.
    """
    table = lex.tables.get("names", {})
    signs = {"#": _ANY_DIGIT, "@": _ANY_WORD}

    def forms(name: str) -> str:
        marked = (form.translate(str.maketrans(signs)) for form in table.get(name, ()))
        return whole(marked, after=True).replace(_ANY_DIGIT, r"\d+").replace(_ANY_WORD, words(lex.numbers))

    streets = rf"\d{{1,5}}[A-Za-z]? (?:\p{{Lu}}[\w.'’-]* ){{1,3}}{whole(table.get('streets', ()), after=True)}"
    return rf"{forms('exact')}|(?i:{forms('any')})|{streets}"


def ordinal(lex: Lexicon) -> str:
    """An ordinal that is no figure; where its sign is a mark alone ("am 3. etwa"), a lower-case word follows it."""
    marks = {form for form in lex.ordinals if not form[-1].isalpha()}
    return rf"\d+(?:(?i:{whole(set(lex.ordinals) - marks, after=True)})|{words(marks)}{SPACE}\p{{Ll}})"


@cache
def pattern(language: str) -> re2._Regexp:
    """The compiled scan of a language for any text."""
    return _compiled(lexicon(language))


def pattern_for(text: str, language: str) -> re2._Regexp:
    """The compiled scan for one text, with those words of the language that it holds: a tenth of the pattern."""
    with only_for(text):
        return _compiled(lexicon(language))


def _compiled(lex: Lexicon) -> re2._Regexp:
    """Leftmost-longest, so that its alternatives need no order."""
    no_figure = rf"{hedge(lex)}(?:{'|'.join([*NOT_FIGURES, clock(lex), ordinal(lex), names(lex)])})"
    options = re2.Options()
    options.longest_match = True
    options.never_capture = True
    options.max_mem = 256 << 20
    return re2.compile(
        "|".join([amount(lex), *dates(lex).values(), weekday(lex), ratios(lex), portions(lex), no_figure]), options
    )


def candidates(text: str, data: bytes, scan: re2._Regexp) -> Iterator[tuple[int, int]]:
    """Spans of `text` that may be figures, from left to right; `data` is the text in UTF-8."""
    matches = scan.finditer(data)
    if len(data) == len(text):
        for match in matches:
            yield match.span()
        return
    at = done = 0  # `at` code points stand before byte `done`
    for match in matches:
        start, end = match.span()
        gap, own = data[done:start], data[start:end]
        first = at + (len(gap) if gap.isascii() else len(gap.decode()))
        at = last = first + (len(own) if own.isascii() else len(own.decode()))
        done = end
        if text[first].isalpha() or text[last - 1].isalpha():
            before, after = text[first - 1 : first], text[last : last + 1]
            if before.isalpha() or after.isalpha():
                first, last = whole_words(text, first, last)
        if first < last:
            yield first, last


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A match without the word at either edge that goes on outside of it ("gegenüber 5", "5 Euroraum").

    RE2's `\\b` does not know letters beyond ASCII, so that the scan can begin or end inside of a word.
    """
    if text[start].isalpha() and text[start - 1 : start].isalpha():
        while start < end and text[start].isalpha():
            start += 1
        while start < end and text[start].isspace():
            start += 1
    if start < end and text[end - 1].isalpha() and text[end : end + 1].isalpha():
        while start < end and text[end - 1].isalpha():
            end -= 1
        while start < end and (text[end - 1].isspace() or text[end - 1] == "-"):
            end -= 1
    return start, end
