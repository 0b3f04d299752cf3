"""A chart of rates by day in a few rows of a terminal: a bar for each day that has a rate.

1.4516 │   ▂▂▇▇██
       │ ▅▅██████▃▃
1.4297 │▂▂██████████▁▁
        10 March    14 March
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from factcheck.reports.rate_page import printed


class ChartGlyphs(NamedTuple):
    parts: str
    """From the lowest to a whole cell."""
    axis: str
    mark: str
    """Under the days of the window."""


BLOCKS = ChartGlyphs("▁▂▃▄▅▆▇█", "│", "━")
PLAIN = ChartGlyphs("#", "|", "=")


class Row(NamedTuple):
    """One line of the chart. `cells` has a piece for each day; the caller may style those that are `inside`."""

    label: str
    cells: Sequence[str]


class Chart(NamedTuple):
    rows: Sequence[Row]
    inside: Sequence[bool]
    """Which days lie in the window."""
    marks: str
    days: str


def chart(
    series: Sequence[tuple[date, Decimal]], window: tuple[date, date], glyphs: ChartGlyphs, height: int, width: int
) -> Chart:
    """The chart of these rates, of which the newest that fit into `width` cells are drawn."""
    cell = 2 if len(series) * 2 <= width else 1
    series = series[-(width // cell) :]
    rates = [rate for _, rate in series]
    low, high = min(rates), max(rates)
    steps = len(glyphs.parts)
    levels = [_level(rate, low, high, height * steps) for rate in rates]
    inside = [window[0] <= day <= window[1] for day, _ in series]
    labels = {height - 1: printed(high), 0: printed(low)} if high > low else {0: printed(low)}
    room = max(map(len, labels.values()))
    tallest = max(levels) if high > low else 1
    rows = [
        Row(
            f"{labels.get(row, ''):>{room}} {glyphs.axis}",
            [_piece(level - row * steps, glyphs.parts) * cell for level in levels],
        )
        for row in reversed(range(height))
        if high > low or row * steps < tallest
    ]
    pad = " " * (room + 2)
    marks = pad + "".join((glyphs.mark if within else " ") * cell for within in inside)
    return Chart(rows, inside, marks.rstrip(), pad + _days(series, len(series) * cell))


def _level(rate: Decimal, low: Decimal, high: Decimal, most: int) -> int:
    """How high a bar is, from 1 to `most`."""
    if high == low:
        return 1
    return 1 + int(((rate - low) / (high - low) * (most - 1)).to_integral_value(ROUND_HALF_EVEN))


def _piece(rest: int, parts: str) -> str:
    return " " if rest <= 0 else parts[min(rest, len(parts)) - 1]


def _days(series: Sequence[tuple[date, Decimal]], width: int) -> str:
    first, last = (f"{day.day} {day:%B}" for day in (series[0][0], series[-1][0]))
    return f"{first}{' ' * max(1, width - len(first) - len(last))}{last}" if len(series) > 1 else first
