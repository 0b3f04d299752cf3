"""Prints a value in the style of a figure: its symbol, scale words, grouping and precision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import NamedTuple

import re2

from factcheck.figures.alternation import SPACE
from factcheck.figures.compound_printing import like_compound
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import Lexicon, flat, lexicon
from factcheck.figures.measures import DEGREES, plural
from factcheck.figures.number import read_digits
from factcheck.figures.raw import parser
from factcheck.figures.scan import MINUS, digits

_WORDS = re2.compile(rf"(?:-|{SPACE})*((\pL+)(?:{SPACE}\pL+)?)")
_NEVER = 10**30
_ONE, _HUNDRED, _CENT = Decimal(1), Decimal(100), Decimal("0.01")


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
    if (compound := like_compound(figure, value, language)) is not None:
        return compound
    if flat(figure.text) in lex.numbers:
        word = next((word for word, number in lex.numbers.items() if number == value), "")
        if word:
            return word.capitalize() if figure.text[0].isupper() else word
    if figure.unit in DEGREES and abs(value) >= 10:
        number = value.quantize(figure.grain.scaleb(-extra), rounding=ROUND_HALF_EVEN)
    else:
        number = rounded(value, significant_digits(figure) + extra)
    style = None if figure.ends else _style(figure, language)
    if style is None:
        if figure.kind == "quantity" and not figure.ends:  # "a mile and a half"
            return f"{plain(number.normalize(), lex)} {plural(figure.unit, language)}"
        return amount(value, figure.currency, language) if figure.currency else plain(number, lex)
    before, after, factor = style.before, style.after, style.factor
    if style.word:
        new_word, factor = _fitting(style.row, number, style.word, figure.scale, lex)
        after = _with_word(after, style.word, new_word)
    if figure.kind == "money" and factor == 1 and (style.word or figure.grain < 1) and abs(value) < _HUNDRED:
        number = value.quantize(_CENT)
    elif figure.kind == "money" and figure.scale == 1 and figure.grain < 1 <= abs(value):
        number = value.quantize(figure.grain)  # a price keeps its cents, however large it grows
    shown = abs(number) / factor
    text = plain(shown, lex, _decimals(shown, figure, factor), style.group, style.indian)
    if figure.value < 0 and not any(sign in before for sign in MINUS):  # "minus 5 degrees": the word is kept, if any is
        before = before if number < 0 and figure.unit in DEGREES else _with_sign("", number < 0)
    else:
        before = _with_sign(before, number < 0)
    return before + text + after


def like_range(figure: Figure, ends: Sequence[Decimal], language: str = "en") -> str:
    """The two ends of a range in its style: "0.91 to 1.5 meters"."""
    printed = " to ".join(like(figure, end, language) for end in ends)
    if figure.kind != "quantity":
        return printed
    numbers = list(_digits(language).finditer(figure.text))
    return printed + (figure.text[numbers[-1].end() :] if numbers else "")


class Style(NamedTuple):
    """How a figure prints its number: what stands before and after it, and the value of one printed unit."""

    before: str
    after: str
    factor: Decimal
    word: str  # the scale word, "" without one
    row: int
    group: int  # the least number that is printed with groups
    indian: bool


def _style(figure: Figure, language: str) -> Style | None:
    """The style of a figure, or None for numbers that are not printed in one piece ("3 dollars 50 cents")."""
    if figure.fair is not None or "(" in figure.text:
        return None
    lex = lexicon(language)
    found = _digits(language).search(figure.text)
    if found is None:
        words = parser(language).in_words.match(figure.text)
        return Style(words.group(1), words.group(3), _ONE, "", 0, 1000, False) if words else None
    before, token, after = figure.text[: found.start()], found.group(), figure.text[found.end() :]
    number = read_digits(token, lex.groups, lex.decimal)
    if number is None or _digits(language).search(after):
        return None
    factor = abs(figure.value) / number.value if number.value else figure.scale
    word, row = _scale_word(after, lex) if figure.scale != 1 else ("", 0)
    groups = re2.split(r"\D", token.partition(lex.decimal)[0])
    whole = len(groups[0])
    least = 1000 if len(groups) > 1 or whole < 4 else 10_000 if whole == 4 else _NEVER
    return Style(before, after, factor, word, row, least, len(groups) > 2 and len(groups[1]) == 2)


def _with_word(after: str, word: str, new_word: str) -> str:
    """What follows the digits, with another scale word; without one its space or hyphen goes too."""
    at = after.index(word)
    return (after[:at] if new_word else after[:at].rstrip("- \xa0\u202f\u2009\n")) + new_word + after[at + len(word) :]


def _with_sign(before: str, negative: bool) -> str:
    """What stands before the digits, with the minus that the value needs and no other."""
    has_sign = any(sign in before for sign in MINUS)
    if has_sign == negative:
        return before
    return "-" + before if negative else before.translate(dict.fromkeys(map(ord, MINUS)))


def _weekday(figure: Figure, number: int, lex: Lexicon) -> str:
    """The name of an ISO weekday, short where the printed one is short, in the case of the printed one."""
    short = figure.text.endswith(".") or len(figure.text) <= 3
    names = [name for name, n in lex.weekdays.items() if n == number and (name.endswith(".") == short)]
    if short and not figure.text.endswith("."):
        names = [name.rstrip(".") for name in names]
    return names[0].upper() if figure.text.isupper() else names[0].capitalize()


def plain(value: Decimal, lex: Lexicon, decimals: int | None = None, group: int = 1000, indian: bool = False) -> str:
    """A number with the language's marks, in groups from `group` on; Indian groups are thousands, then hundreds."""
    if decimals is None:
        decimals = _exponent(value)
    text = f"{value:,.{decimals}f}"
    if abs(value) < group:
        text = text.replace(",", "")
    elif indian:
        whole, point, rest = text.replace(",", "").partition(".")
        head = whole[:-3]
        pairs = [head[max(0, at - 2) : at] for at in range(len(head), 0, -2)]
        text = ",".join([*reversed(pairs), whole[-3:]]) + point + rest
    return text.replace(",", "\0").replace(".", lex.decimal).replace("\0", lex.group)


def _decimals(shown: Decimal, figure: Figure, factor: Decimal) -> int:
    """Decimals to print: what the rounding left, and two for prices that are printed with two."""
    left = _exponent(shown.normalize())
    printed_decimals = _exponent((figure.grain / factor).normalize())
    if figure.kind == "money" and factor == 1 and (left or (figure.scale == 1 and printed_decimals == 2)):
        return max(left, 2)
    return max(left, 1) if printed_decimals == 1 and figure.scale != 1 and shown < 100 else left


def _scale_word(after: str, lex: Lexicon) -> tuple[str, int]:
    """The scale word at the start of what follows the digits, as printed, and its row."""
    found = _WORDS.match(after)
    if found is None:
        return "", -1
    for word in (found.group(1), found.group(2)):
        scale = lex.scales.get(" ".join(word.lower().split()))
        if scale is not None:
            capital = len(word) == 1 and word.isupper()
            rows = [number for number, row in enumerate(lex.scale_rows) if word.lower() in row]
            return word, rows[-1] if capital else scale.row
    return "", -1


def _fitting(row: int, value: Decimal, word: str, factor: Decimal, lex: Lexicon) -> tuple[str, Decimal]:
    """The word of a row that leaves a number from 1 to 999, in the case of the printed one.

    None of them is a thousand, unless the figure itself counts thousands: "$480,000", not "$480 thousand".
    """
    if not value or 1 <= abs(value) / factor < 1000:
        return word, factor
    best, size = "", _ONE
    least = min(Decimal(10_000), factor)
    for other, other_factor in lex.scale_rows[row].items():
        if other_factor >= least and abs(value) / other_factor >= 1:
            best, size = other, Decimal(other_factor)
    if word.isupper():
        best = best.upper()
    elif word[:1].isupper():
        best = best.capitalize()
    return best, size


@cache
def _digits(language: str) -> re2._Regexp:
    return re2.compile(digits(lexicon(language)))


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
