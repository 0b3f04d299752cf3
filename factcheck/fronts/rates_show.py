"""`factcheck rates show USD CAD --date 2025-03-16`."""

from __future__ import annotations

import argparse
import difflib
import sys
from datetime import date

from factcheck.figures.lexicon import Lexicon, flat, lexicon
from factcheck.fronts.api import house_rates
from factcheck.fronts.config import BadConfig, Config
from factcheck.rates.ratebook import NoRate, RateAnswer, RateBook, Window, default_book
from factcheck.reports.rate_page import RatePage, SourceRate
from factcheck.reports.visible import Visible, encoding_of


def show(arguments: argparse.Namespace, config: Config) -> int:
    """Print the rate; 0 if there is one, 1 if there is none, 2 for a currency that nobody knows."""
    try:
        words = lexicon(config.language)
    except ValueError as problem:
        raise BadConfig(str(problem)) from None
    try:
        base, quote = currency(arguments.base, words), currency(arguments.quote, words)
    except LookupError as problem:
        print(Visible(encoding_of(sys.stderr))(f"factcheck: {problem.args[0]}"), file=sys.stderr)
        return 2
    found = page(default_book(house_rates(config)), base, quote, config.date or date.today())
    if arguments.format == "json":
        from factcheck.reports.rate_json import write_page
    else:
        from factcheck.reports.rate_report import write_page
    write_page(found, sys.stdout)
    return 0 if found.answer else 1


def page(book: RateBook, base: str, quote: str, day: date) -> RatePage:
    """What the book says of a day, and what each of its sources says alone."""
    window = Window.around(day)
    answer = book.rate(base, quote, window, day)
    alone = book.by_source(base, quote, window, day).items()
    month = Window.month_before(day)
    return RatePage(
        base,
        quote,
        day,
        window,
        None if isinstance(answer, NoRate) else _said(answer.source, answer),
        answer.reason if isinstance(answer, NoRate) else None,
        [(name, _said(name, found)) for name, found in alone if isinstance(found, RateAnswer)],
        [(name, found.reason) for name, found in alone if isinstance(found, NoRate)],
        book.series(base, quote, *month) if base != quote else [],
    )


def currency(name: str, words: Lexicon) -> str:
    """The code of a code, symbol or name; LookupError says what may have been meant."""
    if name.upper() in words.codes:
        return name.upper()
    word = words.symbols.get(name) or words.currencies.get(flat(name.lower()))
    if word and word.minor == 1 and not word.open:
        return word.codes[0]
    if word and len(word.codes) == 1:
        raise LookupError(f"{name!r} is no currency of its own: name {word.codes[0]}")
    if word:
        raise LookupError(f"{name!r} may be {', '.join(word.codes[:8])}: name one by its code")
    mixed_up = [code for code in sorted(words.codes) if sorted(code) == sorted(name.upper())]
    near = mixed_up[:2] or difflib.get_close_matches(name.upper(), sorted(words.codes), 2, 0.65)
    names = difflib.get_close_matches(name.lower(), sorted(words.currencies), 4, 0.7)
    by_code = {words.currencies[close].codes[0]: close for close in reversed(names)}
    meant = [*(f"{close} ({code})" for code, close in reversed(by_code.items())), *near]
    hint = f"did you mean {' or '.join(meant[:3])}?" if meant else "codes are those of ISO 4217, such as CAD"
    raise LookupError(f"no currency is called {name!r}; {hint}")


def _said(name: str, answer: RateAnswer) -> SourceRate:
    return SourceRate(
        name, answer.point, answer.day, answer.low, answer.high, answer.first, answer.last, answer.margin,
        answer.interval.low, answer.interval.high,
    )  # fmt: skip
