"""`factcheck rates sources`: where rates come from, under which terms, how far they reach and how fresh they are."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from factcheck.figures.lexicon import lexicon
from factcheck.fronts.api import house_rates
from factcheck.fronts.config import Config
from factcheck.rates.ratebook import default_book
from factcheck.rates.source import RateSource
from factcheck.rates.store import TABLES, store_folder
from factcheck.rates.terms import terms_of
from factcheck.reports.sources_page import SourceFacts

_MONTH = timedelta(31)


def sources(arguments: argparse.Namespace, config: Config) -> int:
    """List the sources in the order in which they are asked."""
    codes = lexicon(config.language).codes
    today = config.date or date.today()
    house = house_rates(config)
    own = {source: _own(config.rates, source.name) for source in house.sources} if house and config.rates else {}
    found = [
        facts(source, codes, today, own.get(source) or _stored(source.name)) for source in default_book(house).sources
    ]
    if arguments.format == "json":
        from factcheck.reports.sources_page import write_json

        write_json(found, sys.stdout)
    else:
        from factcheck.reports.sources_table import write_table

        write_table(found, sys.stdout)
    return 0


def facts(source: RateSource, codes: frozenset[str], today: date, path: Path | None) -> SourceFacts:
    """What is known of a source in a file, or an installed one.

    A currency counts that it has for a month, or for as long as it has any: a weekly one is no daily one because it was
    once printed on two days running.
    """
    spans = {code: days for code in sorted(codes) if (days := source.span(code))}
    first = min((days[0] for days in spans.values()), default=None)
    longest = max((last - begin for begin, last in spans.values()), default=_MONTH)
    covered = [code for code, (begin, last) in spans.items() if last - begin >= min(_MONTH, longest)]
    terms = terms_of(source.name)
    obtained = datetime.fromtimestamp(path.stat().st_mtime, UTC).date() if path else None
    newest = source.newest
    return SourceFacts(
        source.name,
        terms.publisher if terms else None,
        terms.licence if terms else None,
        terms.named(newest, obtained) if terms else None,
        terms.url if terms else None,
        covered,
        first,
        newest,
        (today - newest).days if newest else None,
        source.step,
        str(path) if path else None,
        obtained,
    )


def _own(rates: Path, name: str) -> Path:
    """The file of one of the house's sources, which are called as their files are."""
    return rates / name if rates.is_dir() else rates


def _stored(name: str) -> Path | None:
    table = next((table for table in TABLES if name == table.name), None)
    path = store_folder() / table.file if table else None
    return path if path and path.is_file() else None
