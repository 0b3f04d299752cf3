"""Numbers as printed: digits with groups, number words, and how many decimals they show."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

import re2

from factcheck.figures.alternation import words
from factcheck.figures.lexicon import Lexicon, flat, lexicon

#: Longer numbers are identifiers or noise, and would not fit the precision of a figure.
_MOST_DIGITS = 27
_MOST_WORDS = 16
_THOUSANDTH = Decimal("0.001")
#: "A hundred" is a number of its own, "a thousand" 1 with a scale word.
_LEAST_SCALE = 1000
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}


class Number(NamedTuple):
    """`value` before any scale word; `plain` its digits with a decimal point and no grouping."""

    value: Decimal
    plain: str


@lru_cache(maxsize=8192)
def read_digits(token: str, groups: str, decimal: str) -> Number | None:
    """A number in digits; None where its groups fit no known style ("1,0000" may be anything).

    `groups` are the marks that a language puts between thousands, beside white space. A lone group of one or two
    digits after such a mark is a decimal ("110,00"), whichever mark the language uses for those.
    """
    if len(token) > 2 * _MOST_DIGITS:
        return None
    group = groups[:1]
    for other in groups[1:]:
        token = token.replace(other, group)
    token = "".join(token.replace("’", "").replace("'", "").split())
    fraction = Decimal(0)
    if "/" in token:
        whole, over, under = token[:-3].rstrip("-"), token[-3], token[-1]  # "31/2" of "3 1/2"
        value = int(whole) + (Decimal(over) / Decimal(under)).quantize(_THOUSANDTH)
        return Number(value, str(value.normalize()))
    if token and token[-1] in _VULGAR:
        fraction = Decimal(_VULGAR[token[-1]])
        token = token[:-1]
        if not token:
            return Number(fraction, str(fraction))
    whole, mark, decimals = token.partition(decimal)
    parts = whole.split(group) if group else [whole]
    if len(parts) > 1 and not _grouped(parts):
        if len(parts) == 2 and not mark and len(parts[1]) <= 2:
            whole, mark, decimals = parts[0], decimal, parts[1]
            parts = [whole]
        else:
            return None
    if len(whole) > 1 and whole[0] == "0":
        return None  # the rest of a number that is grouped in some other way
    plain = "".join(parts) + ("." + decimals if mark else "")
    if len(plain) > _MOST_DIGITS:
        return None
    value = Decimal(plain)
    if fraction:
        value += fraction
        plain = str(value)
    return Number(value, plain)


def _grouped(groups: list[str]) -> bool:
    """Whether digits are in thousands, or as in India in a thousand and hundreds (12,34,567)."""
    if not 1 <= len(groups[0]) <= 3 or groups[0] == "0":
        return False
    western = all(len(g) == 3 for g in groups[1:])
    indian = len(groups[0]) <= 2 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1])
    return western or indian


def read_words(text: str, lex: Lexicon) -> tuple[Number, Decimal] | None:
    """A number in words, and its scale word's factor (1 without): "half a million" is 0.5 and 1,000,000.

    The last multiplier of a thousand or more is the scale, so that "two and a half million" has the grain of its
    words; "a million" is 1 and 1,000,000.
    """
    tokens = [flat(word) for word in _word(lex.language).findall(flat(text))]
    if len(tokens) > _MOST_WORDS:
        return None
    scale = _scale(tokens, lex)
    last = max((n for n, token in enumerate(tokens) if token in lex.multipliers), default=-1)
    total, current = Fraction(0), Fraction(0)  # what is closed by a multiplier, and what the next one multiplies
    for n, token in enumerate(tokens):
        if n == last and scale != 1:
            current = current if total or current else Fraction(1)
        elif token in lex.mixed:
            current += lex.mixed[token]
        elif token in lex.fractions:
            # "three quarters", but "two [and] half"
            counted = n > 0 and tokens[n - 1] in lex.numbers
            current = current * lex.fractions[token] if counted else current + lex.fractions[token]
        elif token in lex.multipliers:
            factor = lex.multipliers[token]
            if total and total < factor and factor > 100:  # "two thousand [five hundred] million"
                total, current = (total + current) * factor, Fraction(0)
            elif factor == 100:
                current = (current or Fraction(1)) * 100
            else:
                total, current = total + (current or Fraction(1)) * factor, Fraction(0)
        elif token in lex.numbers:
            current += lex.numbers[token]
    value = total + current
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return Number(number, format(number, "f")), Decimal(scale)


def _scale(tokens: list[str], lex: Lexicon) -> int:
    """The factor of the last multiplier, if it multiplies all that stands before it and no number follows."""
    multipliers = [token for token in tokens if token in lex.multipliers]
    factor = lex.multipliers[multipliers[-1]] if multipliers else 1
    behind = tokens[len(tokens) - tokens[::-1].index(multipliers[-1]) :] if multipliers else []
    greater = any(lex.multipliers[token] > factor for token in multipliers)
    if factor < _LEAST_SCALE or greater or any(token in lex.numbers for token in behind):
        return 1
    return factor


@cache
def _word(language: str) -> re2._Regexp:
    """One word of a number; those of compounds ("zweieinhalb") are told apart, the longest first."""
    lex = lexicon(language)
    options = re2.Options()
    options.longest_match = True
    tables: list[Iterable[str]] = [
        lex.numbers,
        lex.multipliers,
        lex.fractions,
        lex.mixed,
        lex.articles,
        lex.joiners,
        lex.of,
    ]
    return re2.compile(words((flat(word) for table in tables for word in table), " "), options)
