"""`factcheck rates`: which of its actions was asked for."""

from __future__ import annotations

import argparse

from factcheck.fronts.config import Config


def run(arguments: argparse.Namespace, config: Config) -> int:
    """Show, update or list; each is imported alone: only `update` needs a client for the network."""
    match arguments.action:
        case "show":
            from factcheck.fronts.rates_show import show

            return show(arguments, config)
        case "update":
            from factcheck.fronts.rates_update import update

            return update(arguments, config)
        case _:
            from factcheck.fronts.rates_sources import sources

            return sources(arguments, config)
