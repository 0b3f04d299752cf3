"""Takes one match of the scan apart: hedge, currency, number, scale, unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

import re2

from factcheck.figures.lexicon import CurrencyWord, Lexicon, lexicon
from factcheck.figures.measures import FOLD, Unit, measures
from factcheck.figures.number import Number, read_digits, read_words
from factcheck.figures.scan import MINUS, THOUSANDS, digits, linker, number_words, spaced

_ONE = Decimal(1)
_MOST_FORMS = 20_000
_DIGITS = frozenset("0123456789")
_VULGAR = frozenset("½¼¾⅓⅔⅛")


class Before(NamedTuple):
    """What stands before a number: its hedge, and the currency symbol or code with the length of its text."""

    hedge: str | None
    currency: CurrencyWord | None
    length: int
    symbol: str


class After(NamedTuple):
    """What stands after a number: its scale, and what it counts."""

    scale: Decimal
    scale_word: str
    currency: CurrencyWord | None
    kind: str | None  # percent, points, basis points
    qualifier: str | None  # the ISO code that a following adjective settles
    more: bool  # a plus sign
    unit: Unit | None = None  # what it measures
    tail: int = 0  # how many characters at the end print the unit, with the space before it


NOTHING_BEFORE = Before(None, None, 0, "")
NOTHING = After(_ONE, "", None, None, None, False)


class Parts(NamedTuple):
    """What a match says wherever it stands; `lead` characters of hedge come before the figure."""

    lead: int
    number: Number
    before: Before
    after: After
    words: bool  # printed in words


class Raw(NamedTuple):
    """A number with all that adjoins it; offsets into the text that was scanned."""

    start: int  # of the figure, without its hedge
    outer: int  # of its hedge, or of the figure
    end: int
    number: Number
    before: Before
    after: After
    words: bool


class Parser:
    """Reads matches of one language. What adjoins numbers repeats endlessly, so each form is read once."""

    def __init__(self, language: str) -> None:
        self.lex: Lexicon = lexicon(language)
        self.measures = measures(language)
        self.marks = frozenset(self.lex.groups + self.lex.decimal) - frozenset("'’")  # those are for the pattern
        token = rf"{spaced(self.lex)}|{THOUSANDS}|{digits(self.lex)}"
        self.shape = re2.compile(rf"^([^\d½¼¾⅓⅔⅛]*?[\pL/]\.|[^\d½¼¾⅓⅔⅛]*?)({token})([^\d].*|)$", _options(dot_nl=True))
        self.in_words = re2.compile(
            rf"^(|.*?[^\pL])({number_words(self.lex)})([^\pL].*|)$", _options(dot_nl=True, case=False)
        )
        self.linked = re2.compile(rf"^{linker(self.lex)}", _options(case=False))
        self.parts = lru_cache(maxsize=_MOST_FORMS)(self._parts)
        self.before = lru_cache(maxsize=_MOST_FORMS)(self._read_before)
        self.after = lru_cache(maxsize=_MOST_FORMS)(self._read_after)

    def read(self, text: str, start: int) -> Raw | None:
        """The number in one match, or None where the match is no amount (a date, an identifier, a time)."""
        parts = self.parts(text)
        if parts is None:
            return None
        lead, number, before, after, in_words = parts
        if after.qualifier is not None and before.currency is None and after.currency is None:
            return self._unqualified(text, start)  # "in 2018 American officials"
        figure_start = start + lead
        outer = start if before.hedge else figure_start
        end = start + len(text)
        if after.kind == "multiple" and after.unit != FOLD:
            unit = text[len(text) - after.tail :]
            end -= len(unit) - unit.index(unit.split()[0]) - len(unit.split()[0])  # "three times", of "three times as"
        return Raw(figure_start, outer, end, number, before, after, in_words)

    def _unqualified(self, text: str, start: int) -> Raw | None:
        """The number without the adjective of a currency behind it, since it is no money."""
        for size in (1, 2):
            head = len(text.replace("-", " ").rsplit(None, size)[0])
            raw = self.read(text[:head], start) if head < len(text) else None
            if raw is not None:
                return raw
        return None

    def _parts(self, text: str) -> Parts | None:
        shape = self._split(text)
        scale = None
        if shape is not None:
            before_text, token, after_text = shape
            number = read_digits(token, self.lex.groups, self.lex.decimal)
            if number is not None and before_text[-1:] == "(" and after_text[:1] == ")":
                return self._bracketed(before_text[:-1], number, after_text[1:])
        else:
            in_words = self.in_words.match(text)
            if in_words is None:
                return None
            before_text, token, after_text = in_words.groups()
            words = read_words(token, self.lex)
            number, scale = words if words else (None, None)
        if number is None:
            return None
        before, after = self.before(before_text), self.after(after_text)
        if before is None or after is None:
            return None
        if scale is not None and scale != 1:
            after = after._replace(scale=after.scale * scale, scale_word=token.split("-")[-1].split()[-1].lower())
        if before.currency is not None:
            after = after._replace(scale=after.scale * before.currency.scale)
            if before_text[-1] in MINUS:
                number = number._replace(value=-number.value)
        return Parts(len(before_text) - before.length, number, before, after, scale is not None)

    def _split(self, text: str) -> tuple[str, str, str] | None:
        """What stands before the number in digits, the number, and what stands after it; None without one.

        Nearly all are digits with plain marks, which a walk over them finds sooner than the pattern does.
        """
        start, size, mark = 0, len(text), False
        while start < size and text[start] not in _DIGITS:
            start += 1
        end = start
        while end < size:
            char = text[end]
            if char in _DIGITS:
                end += 1
            elif not mark and char in self.marks and text[end + 1 : end + 2] in _DIGITS:
                mark = char == self.lex.decimal
                end += 2
            else:
                break
        plain = start < end and text[end + 1 : end + 2] not in _DIGITS and _VULGAR.isdisjoint(text)
        if plain and not (start and text[start - 1] == self.lex.leading):
            return text[:start], text[start:end], text[end:]
        found = self.shape.match(text)
        return found.groups() if found is not None else None

    def _bracketed(self, before_text: str, number: Number, after_text: str) -> Parts | None:
        """A negative amount as accountants print it: "$(5.2) million"."""
        before, after = self.before(before_text), self.after(after_text)
        if before is None or after is None or before.currency is None:
            return None
        number = number._replace(value=-abs(number.value))
        return Parts(len(before_text) - before.length, number, before._replace(length=before.length + 1), after, False)

    def _read_before(self, text: str) -> Before | None:
        unsigned = text.rstrip(MINUS)
        if unsigned != text and unsigned[-1:].isalnum():
            return None  # "GBP-5" is a name
        stripped = " ".join(unsigned.replace("’", "'").replace("ʼ", "'").split())
        for hedge_end in range(len(stripped), -1, -1):
            hedge_text, symbol = stripped[:hedge_end].strip().lower(), stripped[hedge_end:].strip()
            if hedge_text and hedge_text not in self.lex.hedges:
                continue
            currency = self._symbol(symbol)
            if symbol and currency is None:
                continue
            return Before(self.lex.hedges.get(hedge_text), currency, _reach(text, symbol), symbol)
        return None

    def _symbol(self, symbol: str) -> CurrencyWord | None:
        if symbol in self.lex.symbols:
            return self.lex.symbols[symbol]
        return CurrencyWord((symbol,)) if symbol in self.lex.codes else None

    def _read_after(self, text: str) -> After | None:
        more = "+" in text
        tokens = self._tokens(text.replace("+", "", 1))
        factor, scale_word = _ONE, ""
        while tokens:
            taken = _longest(tokens, self.lex.scales, 2)
            if not taken:
                break
            word = " ".join(tokens[:taken]).lower()
            if word == scale_word and self.lex.scales[word].factor >= 1000:  # a word that slipped in twice
                tokens = tokens[taken:]
                continue
            if scale_word and scale_word.split()[-1] in self.lex.money_scales:
                break
            factor *= self.lex.scales[word].factor
            scale_word = word
            tokens = tokens[taken:]
        qualifier = None
        for size in (2, 1):
            if (
                len(tokens) >= size
                and " ".join(tokens[-size:]) in self.lex.qualifiers
                and (len(tokens) > size or " ".join(tokens) not in self.lex.codes)
                and " ".join(tokens).lower() not in self.lex.currencies  # "20 pounds sterling"
            ):
                qualifier = self.lex.qualifiers[" ".join(tokens[-size:])]
                tokens = tokens[:-size]
                break
        if len(tokens) > 1 and not scale_word and tokens[0] in self.lex.codes:  # "75 USD million"
            scale_word = " ".join(tokens[1:]).lower()
            if scale_word not in self.lex.scales:
                return None
            factor, tokens = self.lex.scales[scale_word].factor, tokens[:1]
        rest = self.linked.sub("", " ".join(tokens))
        currency, kind, unit = self._unit(rest)
        if currency is not None:
            factor *= currency.scale
        elif rest and kind is None:
            return None
        return After(factor, scale_word, currency, kind, qualifier, more, unit, _printed(text, rest) if unit else 0)

    def _tokens(self, text: str) -> list[str]:
        """The words after a number, a sign that touches the last of them apart ("5 M€")."""
        tokens = text.replace("-", " ").replace("’", "'").replace("ʼ", "'").split()
        last = tokens[-1] if tokens else ""
        word, sign = last[:-1], last[-1:]
        if word.isalpha() and not sign.isalpha() and sign in self.lex.symbols and last not in self.lex.symbols:
            tokens[-1:] = [word, sign]
        return tokens

    def _unit(self, text: str) -> tuple[CurrencyWord | None, str | None, Unit | None]:
        """The currency, the kind of figure, and the unit that the words after a number and its scale name."""
        lex, lower = self.lex, text.lower()
        if text in lex.behind:
            return lex.symbols[text], None, None
        if text in lex.codes:
            return CurrencyWord((text,)), None, None
        if text in lex.suffixes:
            return lex.suffixes[text], None, None
        if lower in lex.currencies:
            return lex.currencies[lower], None, self.measures.find(text)
        if lower in lex.percent:
            return None, "percent", None
        if lower in lex.points:
            return None, "points", None
        if lower in lex.basis_points:
            return None, "basis points", None
        unit = self.measures.find(text)
        return None, unit.kind if unit else None, unit


@cache
def parser(language: str) -> Parser:
    return Parser(language)


def _reach(text: str, symbol: str) -> int:
    """How many characters at the end of `text` a symbol takes with the space and the sign after it."""
    size, left = 0, len(symbol.replace(" ", ""))
    for char in reversed(text):
        if not left:
            break
        size += 1
        left -= not (char.isspace() or char in MINUS)
    return size if symbol else 0


def _printed(text: str, words: str) -> int:
    """How many characters at the end of `text` print some words, with the spaces or hyphens before them."""
    left = len(words) - words.count(" ")
    size = 0
    for char in reversed(text):
        if not left and not (char.isspace() or char == "-"):
            break
        size += 1
        left -= not (char.isspace() or char == "-")
    return size


def _longest(tokens: list[str], table: Mapping[str, object], size: int) -> int:
    """How many leading tokens are an entry of a table; 0 for none."""
    for taken in range(min(size, len(tokens)), 0, -1):
        if " ".join(tokens[:taken]).lower() in table:
            return taken
    return 0


def _options(dot_nl: bool = False, case: bool = True) -> re2.Options:
    options = re2.Options()
    options.dot_nl = dot_nl
    options.case_sensitive = case
    return options
