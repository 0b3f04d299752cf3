"""What a cell of a table prints: a number without its footnote marks, nothing, or text; and the unit in a heading."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

import re2

from factcheck.figures.lexicon import lexicon
from factcheck.figures.number import read_digits

_BLANKS = " \xa0\u2009\u202f\u2007"
_SPACES = r"\x{a0}\x{2009}\x{202f}\x{2007} "
_MARKS = r"(?:[\s\x{a0}]*(?:[*†‡§¶#⁎∗¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᵖʳ]+|\[[^\[\]]{1,4}\]|\([a-z]\)))*"
_CELL = re2.compile(
    r"^\s*(?:[*†‡]+\s*)?(\(?[-−–+]?\s?(?:(?:\p{Lu}{0,3}\p{Sc}|[A-Z]{3})[\s\x{a0}]?)?[-−–]?\(?"
    rf"(?:\.?\d[\d.,'’{_SPACES}]*))"
    r"((?:[\s\x{a0}]?(?:%|‰|(?:\p{L}|[/µ°²³$€£])+(?: (?:\p{L}|/)+)?))?)(\)?)"
    rf"(?:\s*\([-−+]?[\d.,]+\s?%\))?{_MARKS}\s*$"
)
_DIGITS = re2.compile(rf"\.?\d[\d.,'’{_SPACES}]*")
_NOTHING = frozenset(
    ("", "-", "–", "—", "−", "--", "---", ".", "..", "...", "…", "n/a", "na", "n.a.", "nil", "none", "x", ":", "*", "?")
)
_NOTE_LETTERS = frozenset("abcdefpr")
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_THREE = 3
_MINUS = "-−–"
_PERCENT = re2.compile(r"(?i)%|\bper ?cent\b|\bpercentages?\b|\bpct\b")
_SCALE = re2.compile(
    r"(?i)(?:\b|[^\pL\d])(million|mn|mln|millions|billion|bn|billions|trillion|tn|thousand|thousands|['’]?000s?)(?:$|[^\pL\d])"
    r"|[$€£¥]\s?(m|bn|k|b)\b"
)
_SIGN = re2.compile(
    r"(?:\b(?:US|C|A|NZ|HK|S))?[$€£¥₹]|\b(?:USD|EUR|GBP|CAD|AUD|JPY|CHF|CNY|INR|NZD|SEK|NOK|DKK|PLN|UAH)\b"
)
_SCALES = {"m": 6, "mn": 6, "mln": 6, "million": 6, "millions": 6, "b": 9, "bn": 9, "billion": 9, "billions": 9,
           "trillion": 12, "tn": 12, "thousand": 3, "thousands": 3, "k": 3}  # fmt: skip
_ONE = Decimal(1)


class CellNumber(NamedTuple):
    """The number that a cell prints at `start:end` of its text, sign, currency and unit with it, footnote marks not.

    `number` is as printed, before `scale`; `places` how many decimals it shows, below 0 the zeros that a whole one
    ends in; `unit` what is printed behind it ("%", "km"), `currencies` what its symbol may mean.
    """

    start: int
    end: int
    number: Decimal
    places: int
    unit: str = ""
    scale: Decimal = _ONE
    currencies: tuple[str, ...] = ()
    bracketed: bool = False  # "(12)", which is negative in accounts


class Heading(NamedTuple):
    """What a heading or a title says of the cells below it: "$ million", "%", "in thousands"."""

    percent: bool = False
    currencies: tuple[str, ...] = ()
    scale: Decimal = _ONE


@lru_cache(maxsize=4096)
def read_cell(text: str, language: str = "en") -> CellNumber | Literal["nothing", "text"]:
    """What a cell prints. "nothing" is an empty one, a dash, "n/a"; all that is no single number is "text"."""
    if len(text) > 60:
        return "text"
    if text.strip().lower() in _NOTHING:
        return "nothing"
    match = _CELL.match(text)
    if match is None:
        return "text"
    head, unit, closing = match.groups()
    digits = _DIGITS.search(head)
    token = digits.group().rstrip(".,'’" + _BLANKS)
    lex = lexicon(language)
    groups = token.partition(lex.decimal)[0].split()
    if token.count(lex.decimal) > 1 or any(len(group) != _THREE for group in groups[1:]):
        return "text"  # a version, several numbers
    number = read_digits("0" + token if token.startswith(".") else token, lex.groups, lex.decimal)
    if number is None or head.count("(") != len(closing):
        return "text"
    before = head[: digits.start()]
    bare = unit.strip()
    if bare in _NOTE_LETTERS and "(" not in before and not before.strip(_MINUS + "+ "):
        unit = bare = ""
    scale = _ONE
    symbol = before.strip(f"({_MINUS}+{_BLANKS}")
    currencies = _currencies(symbol, language)
    if (symbol and not currencies) or bare in _ORDINALS:
        return "text"
    if (row := lex.scales.get(bare.lower())) is not None and (currencies or len(bare) > 1):
        scale = Decimal(row.factor)
        bare = ""
    negative = "(" in before or any(sign in before for sign in _MINUS)
    whole, point, decimals = number.plain.partition(".")
    places = len(decimals) if point else -(len(whole) - len(whole.rstrip("0"))) if number.value else 0
    start = match.start(1) + (len(head) - len(head.lstrip()))
    end = match.start(1) + digits.start() + len(token)
    if bare or scale != 1:
        end = match.start(2) + len(unit.rstrip())
    if closing:
        end = match.end(3)
    value = -number.value if negative else number.value
    return CellNumber(start, end, value, places, bare, scale, currencies, "(" in before)


@lru_cache(maxsize=1024)
def read_heading(text: str, language: str = "en") -> Heading:
    """The unit and scale that a heading or title names."""
    found = _SCALE.search(text)
    word = (found.group(1) or found.group(2)).lower() if found else ""
    power = 3 if "000" in word else _SCALES.get(word, 0)
    sign = _SIGN.search(text)
    currencies = _currencies(sign.group(), language) if sign else ()
    return Heading(_PERCENT.search(text) is not None, currencies, _ONE.scaleb(power))


def _currencies(symbol: str, language: str) -> tuple[str, ...]:
    lex = lexicon(language)
    if symbol in lex.symbols:
        return lex.symbols[symbol].codes
    return (symbol,) if symbol in lex.codes else ()
