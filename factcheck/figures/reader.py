"""Text in, figures out: the scan, a small parser per kind, ranges, and the currencies that the draft decides."""

from __future__ import annotations

from functools import cache

import re2

from factcheck.figures.brackets import brackets
from factcheck.figures.build import build
from factcheck.figures.cents import join_cents
from factcheck.figures.compounds import feet_and_inches
from factcheck.figures.currency import decide
from factcheck.figures.days import day_reader
from factcheck.figures.dayspans import join_days
from factcheck.figures.figure import Figure
from factcheck.figures.leads import leads
from factcheck.figures.minor_units import settle_cents
from factcheck.figures.names import without_letters
from factcheck.figures.portions import portion_reader
from factcheck.figures.ranges import join_ranges
from factcheck.figures.ratios import ratio_reader
from factcheck.figures.raw import Parser, Raw, parser
from factcheck.figures.scan import candidates, pattern, pattern_for
from factcheck.figures.short_weekdays import with_short_weekdays

#: How long the first text may be that is read with a scan of its own.
_SHORT = 20_000
#: How many matches that are no figure are remembered.
_MOST_NOTHING = 20_000
#: What before a digit goes on with the number before it.
_MARKS = frozenset(",:./")
#: What symbols such as C$ end in, and what stands between a number and such a symbol.
_SIGNS = frozenset("$£¥¢₵")
_GAPS = " \n-\xa0"
#: Marks of footnotes, which are no part of the word that they touch; with one or two letters they may be a unit.
_FOOTNOTES = frozenset("¹²³⁴⁵⁶⁷⁸⁹")


class FigureReader:
    """The parts that read one language, together, so that a short text pays for none of them anew."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.numbers = parser(language)
        self.days = day_reader(language)
        self.ratios = ratio_reader(language)
        self.portions = portion_reader(language)
        self.leads = leads(language)
        self._used = False
        self._nothing: set[str] = set()  # matches that are no figure in any words: "COVID-19", "9/11", "@handle"

    def neighbours(self, text: str, data: bytes) -> list[Raw | Figure]:
        """Every number with what adjoins it, and every figure that is no number, in order; `data` is the text."""
        numbers, led = self.numbers, self.leads.led
        read, touching, vouched = numbers.read, numbers.lex.touching, numbers.lex.vouched
        found: list[Raw | Figure] = []
        name_end = 0
        sign_at = letters = 0  # where a symbol's sign stands, and how many of its letters the last match took
        for start, end in candidates(text, data, self._scan(text)):
            if letters:
                start, letters = start - letters * (start == sign_at), 0
            if text[end : end + 1] in _SIGNS and (letters := prefix(text, start, end, numbers)):
                sign_at = end
                end = start + len(text[start : end - letters].rstrip(_GAPS))
            match = text[start:end]
            raw = read(match, start)
            if raw is None:
                figure = self._other(text, match, start, end)
                if figure is None:
                    if "-" in match and match[0].isalpha():
                        found += _both_ends(match, start, numbers)
                elif not text[figure.end : figure.end + 1].isalpha():
                    found.append(figure)
            elif stands_alone(text, raw):
                if raw.before.symbol in vouched:
                    raw = without_letters(text, raw, numbers)
                number = led(text, raw, name_end)
                if number is not None and found and number.start < found[-1].end:
                    if raw.start < found[-1].end:
                        continue  # "30 ₹ ninety": the sign is taken
                    number = raw  # "10 Omani rial sixteen billion": the name is of the number before it
                if number is None:
                    name_end = raw.end
                else:
                    loose = text[raw.end : raw.end + 1] == " " and text[raw.end + 1 : raw.end + 2] in touching
                    found.append(with_loose_sign(text, number, numbers) if loose else number)
        return found

    def _scan(self, text: str) -> re2._Regexp:
        """The scan for a text: many texts pay for that of the whole language, the only one of a run does not."""
        if self._used or len(text) > _SHORT:
            return pattern(self.language)
        self._used = True
        return pattern_for(text, self.language)

    def _other(self, text: str, match: str, start: int, end: int) -> Figure | None:
        """The figure of a match that is no amount, or None."""
        if match in self._nothing:
            return None
        figure = (
            self.ratios.read(text, start, end)
            or self.days.read(match, start)
            or self.portions.read(text, start, end)
            or feet_and_inches(match, start)
        )
        if figure is None and self.ratios.find(match) is None and self.portions.find(match) is None:
            if len(self._nothing) < _MOST_NOTHING:
                self._nothing.add(match)
            return None
        return self.days.counted(text, figure) if figure is not None and figure.kind == "day" else figure


@cache
def figure_reader(language: str) -> FigureReader:
    return FigureReader(language)


def find_figures(text: str, language: str = "en", home_currency: str | None = None) -> list[Figure]:
    """Every figure of a text in order; `text[figure.start:figure.end] == figure.text`.

    `home_currency` is the ISO 4217 code that a bare `$`, `kr` or `£` means for this house. Never raises on any text.
    """
    data = text.encode("utf-8", "replace")  # a lone surrogate has no UTF-8, which the patterns read
    if len(data) != len(text) or not text.isascii():
        text = data.decode()
    reader = figure_reader(language)
    found = reader.neighbours(text, data)
    if not found:
        return []
    numbers = reader.numbers
    only = found[0] if len(found) == 1 else None
    if isinstance(only, Raw) and not only.before.hedge:  # of a short text: nothing to join
        figure = build(text, only, numbers)
        return decide(text, [figure], numbers.lex, home_currency) if figure else []
    if any(isinstance(item, Figure) and item.kind == "day" for item in found):
        found = with_short_weekdays(text, join_days(text, found, numbers), numbers.lex)
    figures = [
        item if isinstance(item, Figure) else figure
        for item in join_ranges(text, join_cents(text, found, numbers), numbers)
        if (figure := item if isinstance(item, Figure) else build(text, item, numbers)) is not None
    ]
    if "(" in text or "[" in text:
        figures = brackets(language).settle(text, figures)
    return settle_cents(text, decide(text, figures, numbers.lex, home_currency), numbers.lex)


def _both_ends(match: str, start: int, reader: Parser) -> list[Raw]:
    """The ends of a range that look like an identifier: "EUR10m-EUR20m", "Rs10-Rs20"; [] for an identifier."""
    dash = match.index("-")
    low, high = reader.read(match[:dash], start), reader.read(match[dash + 1 :], start + dash + 1)
    if low is None or high is None or not low.before.symbol or low.before.symbol != high.before.symbol:
        return []
    return [low, high] if low.before.currency is not None and len(low.before.symbol) > 1 else []


def prefix(text: str, start: int, end: int, reader: Parser) -> int:
    """How many letters at the end of a match are of the symbol behind it: the C of "in 2018 C$5 million"."""
    word = text[start:end].replace("-", " ").rpartition(" ")[2]
    return len(word) if len(word) < end - start and word + text[end] in reader.lex.symbols else 0


def with_loose_sign(text: str, raw: Raw, reader: Parser) -> Raw:
    """The number with a `$` or `£` that stands after a space and before no other number ("for 10 $ each")."""
    sign, following = text[raw.end + 1 : raw.end + 2], text[raw.end + 2 : raw.end + 4]
    if raw.before.symbol or raw.after.kind or raw.after.currency:
        return raw
    if following[:1].isalnum() or following[1:].isdigit():
        return raw
    return raw._replace(end=raw.end + 2, after=raw.after._replace(currency=reader.lex.symbols[sign]))


def stands_alone(text: str, raw: Raw) -> bool:
    """Whether a number is not a part of a word, a code or a longer number that the scan could not swallow."""
    before, after = text[raw.outer - 1 : raw.outer], text[raw.end : raw.end + 1]
    if before == " " == after:
        return True
    earlier, later = text[raw.outer - 2 : raw.outer - 1], text[raw.end + 1 : raw.end + 2]
    if before.isalnum() or (before and before in "_%") or (before == "+" and earlier.isalpha()):
        return False
    if before and before in ".,:/" and earlier.isdigit() and not (before == "/" and raw.before.symbol):
        return False  # but "$200,000/$250,000"
    if after in _FOOTNOTES and text[raw.end - 3 : raw.end].isalpha():
        return raw.after.unit is None  # "$5 billion²", but "5in²" and "5 bn³"
    if after.isalnum() or after == "_":
        # "in 2020 €5 million": the sign belongs to what follows
        return after.isdigit() and raw.after.currency is not None and not text[raw.end - 1].isalnum()
    if after not in _MARKS or not (later.isdigit() and text[raw.end - 1].isdigit()):
        return True
    return after == "/" and "/" not in text[raw.start : raw.end]  # "$5/10", but not 5 1/2/2019
