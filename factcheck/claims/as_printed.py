"""How a figure is printed: its decimals, its digits, its currency."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.figures.figure import Figure

_DIGITS = frozenset("0123456789")
_SIGNS = frozenset("$£€¥₹₽₺₩₦₴")


def significant(figure: Figure) -> int:
    """How many significant digits are printed, without the trailing zeros of whole numbers: 450,000 has two."""
    if figure.ends or not figure.value:
        return 1
    return len((figure.value / figure.scale).normalize().as_tuple().digits)


def decimals(figure: Figure) -> int:
    """How many decimals are printed before any scale word: 2 of "$1.20 billion"."""
    exponent = (figure.grain / figure.scale).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def currency_words(figure: Figure) -> int:
    """How often an amount prints its currency: by a sign before its number, and again by a bare name behind it.

    "$5 Canadian dollars" and "$5 U.S." say which dollars, so that these are not said twice.
    """
    text = figure.text
    first = next((n for n, letter in enumerate(text) if letter in _DIGITS), 0)
    if figure.kind != "money" or _SIGNS.isdisjoint(text[:first]):
        return 1
    behind = [word for word in text[first:].replace("-", " ").split() if _DIGITS.isdisjoint(word)]
    name = behind[-1] if len(behind) - (figure.scale != 1) == 1 else ""
    return 1 + (name.isalpha() and (name[0].islower() or name.isupper() or name.endswith("s")))


#: The functions of an equation that ask this of a role.
OF_PRINT: dict[str, Callable[[Figure], int]] = {
    "decimals": decimals,
    "digits": significant,
    "currency_words": currency_words,
}
