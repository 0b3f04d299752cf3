"""Numbers as printed: digits with groups, number words, and how many decimals they show."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.figures.lexicon import Lexicon

#: Longer numbers are identifiers or noise, and would not fit the precision of a figure.
_MOST_DIGITS = 27
_MOST_WORDS = 16
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}


class Number(NamedTuple):
    """`value` before any scale word; `plain` its digits with a decimal point and no grouping."""

    value: Decimal
    plain: str


@lru_cache(maxsize=8192)
def read_digits(token: str, group: str, decimal: str) -> Number | None:
    """A number in digits; None where its groups fit no known style ("1,0000" may be anything).

    A lone group of one or two digits after a comma is a decimal ("110,00"), whichever mark the language uses.
    """
    if len(token) > 2 * _MOST_DIGITS:
        return None
    token = "".join(token.split())
    fraction = Decimal(0)
    if token and token[-1] in _VULGAR:
        fraction = Decimal(_VULGAR[token[-1]])
        token = token[:-1]
        if not token:
            return Number(fraction, str(fraction))
    whole, mark, decimals = token.partition(decimal)
    groups = whole.split(group)
    if len(groups) > 1 and not _grouped(groups):
        if len(groups) == 2 and not mark and len(groups[1]) <= 2:
            whole, mark, decimals = groups[0], decimal, groups[1]
            groups = [whole]
        else:
            return None
    if len(whole) > 1 and whole[0] == "0":
        return None  # the rest of a number that is grouped in some other way
    plain = "".join(groups) + ("." + decimals if mark else "")
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
    tokens = [t for t in text.lower().replace("-", " ").split() if t not in lex.joiners]
    if len(tokens) > _MOST_WORDS:
        return None
    total, current = Fraction(0), Fraction(0)
    scale = 1
    seen = False
    for n, token in enumerate(tokens):
        if token in lex.articles:
            if n + 1 < len(tokens) and tokens[n + 1] in lex.multipliers and not seen:
                current = Fraction(1)
            continue
        if token in lex.fractions:
            current += lex.fractions[token]
            if n and tokens[n - 1] in lex.numbers and tokens[n - 1] != "one":
                current = lex.numbers[tokens[n - 1]] * lex.fractions[token] if token != "half" else current
            seen = True
        elif token in lex.numbers:
            current += lex.numbers[token]
            seen = True
        elif token in lex.multipliers:
            factor = lex.multipliers[token]
            if factor == 100:
                current = (current or Fraction(1)) * 100
            else:
                last = not any(t in lex.numbers or t in lex.multipliers for t in tokens[n + 1 :])
                if last and not total:
                    scale = factor
                else:
                    total += (current or Fraction(1)) * factor
                    current = Fraction(0)
            seen = True
        elif token not in lex.joiners and token not in lex.of:
            return None
    value = total + (current if current or total else Fraction(1))
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return Number(number, format(number, "f")), Decimal(scale)
