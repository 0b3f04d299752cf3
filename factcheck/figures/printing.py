"""Prints a value in the style of a figure: its symbol, scale words, grouping and precision."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

import re2

from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import Lexicon, lexicon
from factcheck.figures.scan import DIGITS

_DIGITS = re2.compile(DIGITS)
_MINOR = Decimal(100)


def significant_digits(figure: Figure) -> int:
    """How many digits the printed figure vouches for, at least two."""
    if not figure.value:
        return 2
    return max(2, figure.value.adjusted() - figure.grain.adjusted() + 1)


def rounded(value: Decimal, digits: int) -> Decimal:
    """A value to so many significant digits, never beyond the whole numbers it does not need."""
    if not value:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1), rounding=ROUND_HALF_EVEN)


def like(figure: Figure, value: Decimal, language: str = "en", extra: int = 0) -> str:
    """`value` printed as the figure prints its own: $31.5 billion and 13.53e9 give "$13.5 billion".

    `extra` significant digits beyond those that the figure vouches for, to print the ends of intervals.
    """
    lex = lexicon(language)
    if figure.kind == "weekday":
        return _weekday(figure, int(value), lex)
    if figure.kind == "day":
        return figure.text if value == figure.value else date.fromordinal(int(value)).isoformat()
    found = None if figure.ends else _DIGITS.search(figure.text)
    number = rounded(value, significant_digits(figure) + extra)
    if figure.scale == 1 and figure.kind == "money" and figure.grain < 1 <= abs(value):
        number = value.quantize(figure.grain)  # a price keeps its cents, however large it grows
    if found is None:
        return amount(value, figure.currency, language) if figure.currency else plain(number, lex)
    before, after = figure.text[: found.start()], figure.text[found.end() :]
    minor = figure.value / figure.scale * _MINOR == Decimal(found.group().replace(lex.group, "") or 0)
    factor = figure.scale / _MINOR if minor and figure.kind == "money" else figure.scale
    if figure.kind == "points" and figure.unit == "bp":
        factor = figure.scale / _MINOR
    if figure.scale != 1:
        word, row = _scale_word(after, lex)
        if word:
            new_word, factor = _fitting(row, number, word, figure.scale, lex)
            after = after.replace(word, new_word, 1)
    shown = number / factor
    grouped = lex.group in found.group() or figure.value / figure.scale < 1000
    return before + plain(shown, lex, decimals=_decimals(shown, figure, factor), group=grouped) + after


def _weekday(figure: Figure, number: int, lex: Lexicon) -> str:
    """The name of an ISO weekday, short where the printed one is short, in the case of the printed one."""
    short = figure.text.endswith(".") or len(figure.text) <= 3
    names = [name for name, n in lex.weekdays.items() if n == number and (name.endswith(".") == short)]
    return names[0].upper() if figure.text.isupper() else names[0].capitalize()


def plain(value: Decimal, lex: Lexicon, decimals: int | None = None, group: bool = True) -> str:
    """A number with the language's marks; groups from 10,000, or from 1,000 where the figure groups."""
    if decimals is None:
        decimals = _exponent(value)
    text = f"{value:,.{decimals}f}"
    if not group and abs(value) < 10_000:
        text = text.replace(",", "")
    return text.replace(",", "\0").replace(".", lex.decimal).replace("\0", lex.group)


def _decimals(shown: Decimal, figure: Figure, factor: Decimal) -> int:
    """Decimals to print: what the rounding left, and two for prices that are printed with two."""
    left = _exponent(shown.normalize())
    printed_decimals = _exponent(figure.grain / factor)
    if figure.scale == 1 and figure.kind == "money" and printed_decimals == 2:
        return 2
    return max(left, 1) if printed_decimals == 1 and figure.scale != 1 and shown < 100 else left


def _scale_word(after: str, lex: Lexicon) -> tuple[str, int]:
    """The scale word at the start of what follows the digits, as printed, and its row."""
    tokens = after.replace("-", " ").split()
    for size in (2, 1):
        word = " ".join(tokens[:size])
        if len(tokens) >= size and word.lower() in lex.scales and word in after:
            return word, lex.scales[word.lower()].row
    return "", -1


def _fitting(row: int, value: Decimal, word: str, factor: Decimal, lex: Lexicon) -> tuple[str, Decimal]:
    """The word of a row that leaves a number from 1 to 999, in the case of the printed one."""
    if value and 1 <= abs(value) / factor < 1000:
        return word, factor
    best, size = word, factor
    for other, other_factor in lex.scale_rows[row].items():
        if other_factor >= 1000 and abs(value) / other_factor >= 1:
            best, size = other, Decimal(other_factor)
    if word.isupper():
        best = best.upper()
    elif word[:1].isupper():
        best = best.capitalize()
    return best, size


def neighbour(figure: Figure, steps: int, language: str = "en") -> str:
    """The scale word a thousandfold above (+1) or below (-1) the printed one, in its row; "" where there is none."""
    lex = lexicon(language)
    word, row = _scale_word(_after_digits(figure), lex)
    if not word:
        return ""
    target = figure.scale * (Decimal(1000) ** steps)
    return next((other for other, factor in lex.scale_rows[row].items() if factor == target), "")


def scale_word(figure: Figure, language: str = "en") -> str:
    """The printed scale word, or ""."""
    return _scale_word(_after_digits(figure), lexicon(language))[0]


def _after_digits(figure: Figure) -> str:
    found = _DIGITS.search(figure.text)
    return figure.text[found.end() :] if found else ""


def amount(value: Decimal, currency: str, language: str = "en") -> str:
    """A computed amount for a line of arithmetic: "CAD 6.77 billion"."""
    number = rounded(value, 3)
    for word, factor in reversed(lexicon(language).scale_rows[0].items()):
        if factor >= 1_000_000 and abs(number) >= factor:
            return f"{currency} {plain((number / factor).normalize(), lexicon(language))} {word}"
    return f"{currency} {plain(number, lexicon(language))}"


def _exponent(value: Decimal) -> int:
    """How many decimals a number has."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
