"""Takes one match of the scan apart: hedge, currency, number, scale, unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import re2

from factcheck.figures.lexicon import CurrencyWord, Lexicon, lexicon
from factcheck.figures.number import Number, read_digits, read_words
from factcheck.figures.scan import DIGITS, number_words

_ONE = Decimal(1)


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


class Raw(NamedTuple):
    """A number with all that adjoins it; offsets into the text that was scanned."""

    start: int  # of the figure, without its hedge
    outer: int  # of its hedge, or of the figure
    end: int
    number: Number
    before: Before
    after: After
    words: bool  # printed in words


class Parser:
    """Reads matches of one language. What adjoins numbers repeats endlessly, so each form is read once."""

    def __init__(self, language: str) -> None:
        self.lex: Lexicon = lexicon(language)
        self.shape = re2.compile(rf"^([^\d½¼¾⅓⅔⅛]*?)({DIGITS})([^\d].*|)$", _options(dot_nl=True))
        self.in_words = re2.compile(rf"^(.*?)\b({number_words(self.lex)})\b(.*)$", _options(dot_nl=True, case=False))
        self._before: dict[str, Before | None] = {}
        self._after: dict[str, After | None] = {}

    def read(self, text: str, start: int) -> Raw | None:
        """The number in one match, or None where the match is no amount (a date, an identifier, a time)."""
        shape = self.shape.match(text)
        if shape is not None:
            before_text, token, after_text = shape.groups()
            if token[0] == "." and before_text[-1:].isalpha():
                before_text, token = before_text + ".", token[1:]
            number = read_digits(token, self.lex.group, self.lex.decimal)
            scale = None
        else:
            shape = self.in_words.match(text)
            if shape is None:
                return None
            before_text, token, after_text = shape.groups()
            words = read_words(token, self.lex)
            number, scale = words if words else (None, None)
        if number is None:
            return None
        before, after = self.before(before_text), self.after(after_text)
        if before is None or after is None:
            return None
        if scale is not None and scale != 1:
            after = after._replace(scale=after.scale * scale, scale_word=token.split("-")[-1].split()[-1].lower())
        figure_start = start + len(before_text) - before.length
        return Raw(
            figure_start,
            start if before.hedge else figure_start,
            start + len(text),
            number,
            before,
            after,
            scale is not None,
        )

    def before(self, text: str) -> Before | None:
        found = self._before.get(text)
        if found is None and text not in self._before:
            if len(self._before) > 10_000:
                self._before.clear()
            found = self._before[text] = self._read_before(text)
        return found

    def after(self, text: str) -> After | None:
        found = self._after.get(text)
        if found is None and text not in self._after:
            if len(self._after) > 10_000:
                self._after.clear()
            found = self._after[text] = self._read_after(text)
        return found

    def _read_before(self, text: str) -> Before | None:
        stripped = " ".join(text.split())
        for hedge_end in range(len(stripped), -1, -1):
            hedge_text, symbol = stripped[:hedge_end].strip().lower(), stripped[hedge_end:].strip()
            if hedge_text and hedge_text not in self.lex.hedges:
                continue
            currency = self._symbol(symbol)
            if symbol and currency is None:
                continue
            at = text.rfind(symbol.split()[0]) if symbol else len(text)
            if symbol and " " in symbol:
                at = text.find(symbol.split()[0], len(text) - len(symbol) - 4 if len(text) > len(symbol) + 4 else 0)
            return Before(self.lex.hedges.get(hedge_text), currency, len(text) - at, symbol)
        return None

    def _symbol(self, symbol: str) -> CurrencyWord | None:
        if symbol in self.lex.symbols:
            return self.lex.symbols[symbol]
        return CurrencyWord((symbol,)) if symbol in self.lex.codes else None

    def _read_after(self, text: str) -> After | None:
        more = text.startswith("+")
        tokens = text.removeprefix("+").replace("-", " ").split()
        factor, scale_word = _ONE, ""
        while tokens:
            taken = _longest(tokens, self.lex.scales, 2)
            if not taken:
                break
            word = " ".join(tokens[:taken]).lower()
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
            ):
                qualifier = self.lex.qualifiers[" ".join(tokens[-size:])]
                tokens = tokens[:-size]
                break
        rest = " ".join(tokens)
        lower = rest.lower()
        currency = None
        kind = None
        if rest in self.lex.symbols:
            currency = self.lex.symbols[rest]
        elif rest in self.lex.codes:
            currency = CurrencyWord((rest,))
        elif rest in self.lex.suffixes:
            currency = self.lex.suffixes[rest]
        elif lower in self.lex.currencies:
            currency = self.lex.currencies[lower]
        elif lower in self.lex.percent:
            kind = "percent"
        elif lower in self.lex.points or lower.replace(" ", "-") in self.lex.points:
            kind = "points"
        elif lower in self.lex.basis_points:
            kind = "basis points"
        elif rest:
            return None
        return After(factor, scale_word, currency, kind, qualifier, more)


@cache
def parser(language: str) -> Parser:
    return Parser(language)


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
