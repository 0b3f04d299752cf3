"""`factcheck rates show` for a person at a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import TextIO

from rich import box
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from factcheck.reports.rate_chart import BLOCKS, PLAIN, chart
from factcheck.reports.rate_page import RatePage, SourceRate, printed
from factcheck.reports.table_console import table_console
from factcheck.reports.visible import Visible, encoding_of

_HEIGHT = 4
_PLAIN_HEIGHT = 6  # whole cells only
_MOST_WIDTH = 72
_ENDLESS = 10_000
#: What a narrow terminal goes without, first to last: a figure that is cut off is worse than one that is not there.
_DISPENSABLE = (("days",), ("difference",), ("low", "high"))


def write_page(page: RatePage, out: TextIO) -> None:
    """The answer in words, the sources side by side, and the month before the day as a chart."""
    visible = Visible(encoding_of(out))
    console = table_console(out)

    def line(*parts: str | tuple[str, str]) -> None:
        shown = [visible(part) if isinstance(part, str) else (visible(part[0]), part[1]) for part in parts]
        console.print(Text.assemble(*shown), soft_wrap=True)

    line((f"{page.base}/{page.quote} on {_long(page.day)}", "bold"))
    if page.answer:
        for text in _answer(page, page.answer):
            line("  ", text)
    else:
        line("  no rate: ", (page.reason or "", "yellow"))
    if page.sources:
        console.print()
        console.print(_table(page, visible, console), crop=False)
    for name, reason in page.silent:
        line("  ", (f"{name}: {reason}", "dim"))
    if page.series:
        console.print()
        fine = visible.encodes(BLOCKS.parts + BLOCKS.axis + BLOCKS.mark)
        glyphs, height = (BLOCKS, _HEIGHT) if fine else (PLAIN, _PLAIN_HEIGHT)
        drawn = chart(page.series, page.window, glyphs, height, min(_MOST_WIDTH, console.width) - 14)
        for row in drawn.rows:
            cells = [
                (cell, "bold cyan" if within else "cyan dim")
                for cell, within in zip(row.cells, drawn.inside, strict=True)
            ]
            console.print(Text.assemble("  ", row.label, *cells), soft_wrap=True)
        if any(drawn.inside):
            line("  ", drawn.marks, "  the days of the window")
        line("  ", drawn.days)


def _answer(page: RatePage, rate: SourceRate) -> Iterator[str]:
    """The rate, what a fair writer may have used, and the same the other way round."""
    yield f"1 {page.base} = {printed(rate.point)} {page.quote} on {_long(rate.day)} ({rate.source})"
    days = _long(rate.last)
    if rate.first != rate.last:
        days = f"{_long(rate.first).removesuffix(f' {rate.last.year}')} to {days}"
    margin = f"{rate.margin * 100:.2f}".rstrip("0").rstrip(".")
    yield (
        f"fair: {printed(rate.fair_low)} to {printed(rate.fair_high)}, "
        f"from the rates of {days} and {margin} % either way"
    )
    back = [printed(1 / value) for value in (rate.point, rate.fair_high, rate.fair_low)]
    yield f"1 {page.quote} = {back[0]} {page.base}, fair: {back[1]} to {back[2]}"


def _table(page: RatePage, visible: Visible, console: Console) -> Table:
    """The sources, with as many columns as the console has room for."""
    left_out: tuple[str, ...] = ()
    table = _with_columns(page, visible, left_out)
    for names in _DISPENSABLE:
        if _width(table, console) > console.width:
            left_out += names
            table = _with_columns(page, visible, left_out)
    table.width = _width(table, console)
    return table


def _with_columns(page: RatePage, visible: Visible, left_out: Collection[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD if visible.encodes("─") else box.ASCII2, header_style="bold", show_edge=False)
    rows = [_cells(name, rate, page.answer) for name, rate in page.sources]
    names = [name for name in rows[0] if name not in left_out]
    for name in names:
        left, style = name in ("source", "day", "days"), "bold" if name == "source" else None
        table.add_column(name, justify="left" if left else "right", style=style, no_wrap=True)
    for row in rows:
        table.add_row(*(Text(visible(row[name])) for name in names))
    return table


def _cells(name: str, rate: SourceRate, answer: SourceRate | None) -> dict[str, str]:
    return {
        "source": name,
        "day": str(rate.day),
        "rate": printed(rate.point),
        "low": printed(rate.low),
        "high": printed(rate.high),
        "days": f"{rate.first} to {rate.last}" if rate.first != rate.last else str(rate.first),
        "difference": _difference(rate, answer),
    }


def _width(table: Table, console: Console) -> int:
    """How wide it is with nothing cut off."""
    return Measurement.get(console, console.options.update(width=_ENDLESS), table).maximum


def _difference(rate: SourceRate, answer: SourceRate | None) -> str:
    if answer is None or rate == answer:
        return ""
    return f"{(rate.point / answer.point - 1) * Decimal(100):+.2f} %"


def _long(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
