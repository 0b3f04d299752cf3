"""The arguments of `factcheck rates`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from factcheck.fronts import cli
from factcheck.fronts.argument_types import day

if TYPE_CHECKING:
    from argparse import _SubParsersAction

PUBLISHERS = ("ecb", "nbp", "boc", "nbu")


def add(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Add the command; returns the parsers of what it can do."""
    rates = commands.add_parser(
        "rates", help="show, update and list the reference rates", description="The reference rates."
    )
    actions = rates.add_subparsers(metavar="ACTION", required=True, dest="action")

    show = actions.add_parser(
        "show",
        help="what a currency was worth around a day",
        description="What a fair writer may have taken for a rate, and why. Currencies are codes, symbols or names.",
        epilog="Exit status: 0 a rate, 1 none is known, 2 usage.",
    )
    show.add_argument("base", metavar="BASE", help="one unit of this: USD, C$, hryvnia")
    show.add_argument("quote", metavar="QUOTE", help="in units of this")
    show.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day (default: today)")
    show.add_argument("--language", metavar="CODE", help="the language of the names (default: en)")
    show.add_argument("--format", choices=["rich", "json"], default="rich", help="how to show it (default: rich)")

    update = actions.add_parser(
        "update",
        help="download newer rates into your data folder",
        description="Download newer rates from their publishers into your data folder (FACTCHECK_RATES_DIR). "
        "What was stored before a cut stays, and the next run goes on from there.",
        epilog="Exit status: 0 all is up to date, 2 something is not; the rates at hand still serve.",
    )
    update.add_argument(
        "--source", action="append", choices=PUBLISHERS, help="only this publisher; may be repeated (default: all)"
    )
    update.add_argument(
        "--since", type=day, metavar="YYYY-MM-DD", help="download again from this day (default: from the newest day)"
    )
    update.add_argument("--url", metavar="URL", help="a mirror of the one --source, before FACTCHECK_RATES_URL_ECB …")

    sources = actions.add_parser(
        "sources",
        help="the sources of rates: licence, coverage, freshness",
        description="The sources of rates in the order in which they are asked: licence, coverage, freshness.",
    )
    sources.add_argument("--format", choices=["rich", "json"], default="rich", help="how to show it (default: rich)")

    for action in (show, update, sources):
        action.set_defaults(run=cli.rates)
    return [show, update, sources]
