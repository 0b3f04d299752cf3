"""Text in, figures out: the scan, a small parser per kind, ranges, and the currencies that the draft decides."""

from __future__ import annotations

from factcheck.figures.build import build
from factcheck.figures.cents import join_cents
from factcheck.figures.compounds import feet_and_inches
from factcheck.figures.currency import decide
from factcheck.figures.days import day_reader
from factcheck.figures.dayspans import join_days
from factcheck.figures.figure import Figure
from factcheck.figures.leads import leads
from factcheck.figures.portions import portion_reader
from factcheck.figures.ranges import join_ranges
from factcheck.figures.ratios import ratio_reader
from factcheck.figures.raw import Parser, Raw, parser
from factcheck.figures.scan import candidates


def find_figures(text: str, language: str = "en", home_currency: str | None = None) -> list[Figure]:
    """Every figure of a text in order; `text[figure.start:figure.end] == figure.text`.

    `home_currency` is the ISO 4217 code that a bare `$`, `kr` or `£` means for this house. Never raises on any text.
    """
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()  # a lone surrogate has no UTF-8, which the patterns read
    reader = parser(language)
    found = _neighbours(text, language, reader)
    if any(isinstance(item, Figure) and item.kind == "day" for item in found):
        found = join_days(text, found, reader)
    figures = [
        item if isinstance(item, Figure) else figure
        for item in join_ranges(text, join_cents(text, found, reader), reader)
        if (figure := item if isinstance(item, Figure) else build(text, item, reader)) is not None
    ]
    return decide(text, figures, reader.lex, home_currency)


def _neighbours(text: str, language: str, reader: Parser) -> list[Raw | Figure]:
    """Every number with what adjoins it, and every figure that is no number, in order."""
    days, ratios, portions = day_reader(language), ratio_reader(language), portion_reader(language)
    led = leads(language).led
    found: list[Raw | Figure] = []
    name_end = 0
    for start, end in candidates(text, language):
        match = text[start:end]
        raw = reader.read(match, start)
        if raw is None:
            figure = (
                ratios.read(text, start, end)
                or days.read(match, start)
                or portions.read(text, start, end)
                or feet_and_inches(match, start)
            )
            if figure is not None and figure.kind == "day":
                figure = days.counted(text, figure)
            if figure is not None and not text[figure.end : figure.end + 1].isalpha():
                found.append(figure)
        elif stands_alone(text, raw):
            number = led(text, raw, name_end)
            if number is None:
                name_end = raw.end
            else:
                found.append(with_loose_sign(text, number, reader) if text[raw.end : raw.end + 1] == " " else number)
    return found


def with_loose_sign(text: str, raw: Raw, reader: Parser) -> Raw:
    """The number with a `$` or `£` that stands after a space and before no other number ("for 10 $ each")."""
    sign, following = text[raw.end + 1 : raw.end + 2], text[raw.end + 2 : raw.end + 4]
    if sign not in reader.lex.touching or raw.before.symbol or raw.after.kind or raw.after.currency:
        return raw
    if following[:1].isalnum() or following[1:].isdigit():
        return raw
    return raw._replace(end=raw.end + 2, after=raw.after._replace(currency=reader.lex.symbols[sign]))


def stands_alone(text: str, raw: Raw) -> bool:
    """Whether a number is not a part of a word, a code or a longer number that the scan could not swallow."""
    before, earlier = text[raw.outer - 1 : raw.outer], text[raw.outer - 2 : raw.outer - 1]
    after, later = text[raw.end : raw.end + 1], text[raw.end + 1 : raw.end + 2]
    if before.isalnum() or (before and before in "_%") or (before == "+" and earlier.isalpha()):
        return False
    if before and before in ".,:/" and earlier.isdigit():
        return False
    if after.isalnum() or after == "_":
        return False
    return not (after and after in ",:" and later.isdigit() and text[raw.end - 1].isdigit())
