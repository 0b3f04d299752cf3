"""Reads a sentence into rows that a table of cases can state."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.figure import Figure
from factcheck.figures.reader import find_figures


def figures_in(text: str, *kinds: str, home_currency: str | None = None) -> list[Figure]:
    """The figures of a sentence, of some kinds only where they are named; every span is checked."""
    found = find_figures(text, home_currency=home_currency)
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]
    return [figure for figure in found if not kinds or figure.kind in kinds]


def only(text: str, *kinds: str) -> Figure:
    """The one figure of a sentence."""
    found = figures_in(text, *kinds)
    assert len(found) == 1, found
    return found[0]


def ends_of(figure: Figure) -> tuple[str, str] | None:
    """The ends of a range as plain decimals."""
    return (shown(figure.ends[0]), shown(figure.ends[1])) if figure.ends else None


def shown(value: Decimal) -> str:
    """A decimal without an exponent or trailing zeros."""
    return format(value.normalize(), "f") if value else "0"
