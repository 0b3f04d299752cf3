"""`factcheck figures`: every figure of the drafts, or every claim, in a form to read or to work with.

A scan over an archive needs neither rules, rates nor models: they are imported where claims are asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

from factcheck.checking.check import Settings
from factcheck.checking.figure_record import figure_record
from factcheck.drafts.draft import Draft, DraftDate, Unreadable
from factcheck.drafts.reading import read_file, read_stream
from factcheck.figures.lexicon import lexicon
from factcheck.figures.reader import find_figures
from factcheck.fronts.config import BadConfig, Config
from factcheck.fronts.configurations import Configurations
from factcheck.reports.figures_formats import figures_renderer
from factcheck.reports.figures_renderer import Shown
from factcheck.reports.visible import Visible, encoding_of


def show(arguments: argparse.Namespace, known: Configurations, paths: Iterable[str | Unreadable], out: TextIO) -> bool:
    """Show the figures of these files, one draft after the other; whether all of them could be read."""
    try:
        renderer = figures_renderer(arguments.format, arguments.claims)
        lexicon(known.here.language)
    except (LookupError, ValueError) as problem:
        raise BadConfig(str(problem)) from None
    report = renderer(out)
    readable = True
    visible = Visible(encoding_of(sys.stderr))
    for draft in _drafts(paths, arguments.stdin_filename):
        if isinstance(draft, Unreadable):
            print(visible(f"factcheck: {draft}"), file=sys.stderr)
            readable = False
            continue
        config = known.of(draft.path)
        dated = draft.dated(DraftDate(config.date, "--date")) if config.date else draft
        found = _claims(dated, known.settings(draft.path)) if arguments.claims else _figures(dated, config)
        report.draft(dated, found)
    report.close()
    return readable


def _drafts(paths: Iterable[str | Unreadable], stdin_name: str) -> Iterator[Draft | Unreadable]:
    for path in paths:
        if isinstance(path, Unreadable):
            yield path
        elif path == "-":
            yield from read_stream(sys.stdin.buffer, stdin_name)
        else:
            yield from read_file(path)


def _figures(draft: Draft, config: Config) -> Iterator[Shown]:
    """The figures of a draft."""
    for figure in find_figures(draft.text, config.language, config.home_currency):
        yield Shown(figure_record(figure, draft), figure.start, figure.end)


def _claims(draft: Draft, chosen: Settings) -> Iterator[Shown]:
    """The claims of a draft; one reaches from its first figure to the end of its last."""
    from factcheck.checking.record import claim_record
    from factcheck.fronts.api import claims_of

    for claim in claims_of(draft, chosen):
        spans = [(figure.start, figure.end) for figure in claim.figures()]
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        start, end = draft.to_source(first, last)
        line, column = draft.position(start)
        record = {
            "kind": claim.kind,
            "start": start,
            "end": end,
            "line": line,
            "column": column,
            "text": draft.source[start:end],
            "roles": claim_record(claim, draft).roles,
        }
        yield Shown(record, first, last)
