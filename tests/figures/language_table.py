"""Reads a sentence of any language into the row that a table of cases states."""

from __future__ import annotations

from figure_table import ends_of

from factcheck.figures.figure import Figure
from factcheck.figures.reader import find_figures

#: sentence, kind, printed figure, value, currency or unit, and the hedge or the ends of the range
Case = tuple[str, str, str, str, str | None, str | tuple[str, str] | None]


def rows(text: str, language: str) -> list[tuple[object, ...]]:
    """Every figure of a sentence as a row without its sentence; every span is checked."""
    found = find_figures(text, language)
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]
    return [_row(figure) for figure in found]


def _row(figure: Figure) -> tuple[object, ...]:
    of = figure.currency or figure.unit
    return figure.kind, figure.text, figure.printed_value(), of, figure.hedge or ends_of(figure)
