"""Text in, figures out: the scan, a small parser per kind, ranges, and the currencies that the draft decides."""

from __future__ import annotations

from factcheck.figures.build import build
from factcheck.figures.currency import decide
from factcheck.figures.days import day_reader
from factcheck.figures.figure import Figure
from factcheck.figures.ranges import join_ranges
from factcheck.figures.raw import Raw, parser
from factcheck.figures.scan import candidates


def find_figures(text: str, language: str = "en", home_currency: str | None = None) -> list[Figure]:
    """Every figure of a text in order; `text[figure.start:figure.end] == figure.text`.

    `home_currency` is the ISO 4217 code that a bare `$`, `kr` or `£` means for this house. Never raises on any text.
    """
    reader = parser(language)
    days = day_reader(language)
    found: list[Raw | Figure] = []
    for start, end in candidates(text, language):
        match = text[start:end]
        raw = reader.read(match, start)
        if raw is not None:
            if stands_alone(text, raw):
                found.append(raw)
            continue
        day = days.read(match, start)
        if day is not None and not text[day.end : day.end + 1].isalpha():
            found.append(day)
    figures = [
        item if isinstance(item, Figure) else figure
        for item in join_ranges(text, found, reader)
        if (figure := item if isinstance(item, Figure) else build(text, item, reader)) is not None
    ]
    return decide(text, figures, reader.lex, home_currency)


def stands_alone(text: str, raw: Raw) -> bool:
    """Whether a number is not a part of a word, a code or a longer number that the scan could not swallow."""
    before, earlier = text[raw.outer - 1 : raw.outer], text[raw.outer - 2 : raw.outer - 1]
    after, later = text[raw.end : raw.end + 1], text[raw.end + 1 : raw.end + 2]
    if before.isalnum() or (before == "+" and earlier.isalpha()):
        return False
    if before and before in ".,:/_" and earlier.isdigit():
        return False
    if after.isalnum() or after == "_":
        return False
    return not (after and after in ",:" and later.isdigit())
