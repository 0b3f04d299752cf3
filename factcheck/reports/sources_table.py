"""`factcheck rates sources` for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TextIO

from rich.text import Text

from factcheck.reports.frame import wrapped
from factcheck.reports.sources_page import SourceFacts
from factcheck.reports.table_console import table_console
from factcheck.reports.visible import Visible, encoding_of

_FRESH = 10  # days for which a last known rate serves
_WIDEST = 100


def write_table(sources: Sequence[SourceFacts], out: TextIO) -> None:
    """A paragraph for each source, and at the end whether an update is due."""
    visible = Visible(encoding_of(out))
    console = table_console(out)
    width = min(_WIDEST, console.width)
    for tables in _by_name(sources):
        console.print(Text(visible(_title(tables[0])), "bold"), soft_wrap=True)
        for word, text in _rows(tables):
            first, *rest = wrapped(console, visible(text), width - 14)
            console.print(Text.assemble("  ", (f"{word:<12}", "cyan"), first), soft_wrap=True)
            for line in rest:
                console.print(Text(" " * 14 + line), soft_wrap=True)
        console.print()
    console.print(Text(visible(_verdict(sources)), "bold"), soft_wrap=True)


def _title(source: SourceFacts) -> str:
    return f"{source.name}: {source.publisher}" if source.publisher else source.name


def _by_name(sources: Sequence[SourceFacts]) -> list[list[SourceFacts]]:
    """The tables of each publisher together, where the first of them stands."""
    found: dict[str, list[SourceFacts]] = {}
    for source in sources:
        found.setdefault(source.name, []).append(source)
    return list(found.values())


def _rows(tables: Sequence[SourceFacts]) -> Iterator[tuple[str, str]]:
    for table in tables:
        yield "coverage", _coverage(table)
    source = min(tables, key=lambda table: table.age if table.age is not None else 0)
    if source.age is not None:
        yield "freshness", "today" if source.age <= 0 else f"{source.age:,} day{'' if source.age == 1 else 's'} old"
    kept = f"{source.stored}, written {source.obtained}" if source.stored else "installed with factcheck"
    yield "kept in", kept
    if source.licence:
        yield "licence", source.licence
    if source.attribution:
        yield "attribution", source.attribution
    if source.terms:
        yield "terms", source.terms


def _coverage(table: SourceFacts) -> str:
    every = {1: "daily", 7: "weekly", 31: "monthly"}.get(table.step, f"every {table.step} days")
    days = f", {table.first} to {table.newest}" if table.first and table.newest else ""
    return f"{len(table.currencies)} currencies, {every}{days}"


def _verdict(sources: Sequence[SourceFacts]) -> str:
    newest: date | None = max((source.newest for source in sources if source.newest), default=None)
    age = min((source.age for source in sources if source.age is not None), default=None)
    if newest is None or age is None:
        return "no rates by day"
    if age <= _FRESH:
        return f"newest rate {newest}"
    return f"newest rate {newest}, {age:,} days old: `factcheck rates update` downloads newer ones"
