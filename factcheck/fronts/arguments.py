"""The arguments of the `factcheck` command."""

from __future__ import annotations

import argparse
from pathlib import Path

from factcheck import __version__
from factcheck.fronts import check_arguments, cli, rates_arguments, reading_arguments
from factcheck.fronts.schemas import SCHEMAS
from factcheck.reports.figures_formats import CLAIMS, FIGURES


def parser() -> argparse.ArgumentParser:
    """The parser; each command's namespace has `run`, the function that does it."""
    top = argparse.ArgumentParser(
        prog="factcheck",
        description="A linter for figures: finds the numbers in a draft that cannot be right.",
        epilog="Exit status: 0 no finding from --fail-on up, 1 findings, 2 usage, configuration or unreadable input.",
    )
    top.add_argument("--version", action="version", version=f"factcheck {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    check_arguments.add(commands)

    figures = commands.add_parser(
        "figures",
        help="show every figure, or every claim",
        description="Show every figure of the drafts, or every claim.",
    )
    reading_arguments.add(figures, list(FIGURES), "how to show them")
    figures.add_argument(
        "--checklist", action="store_const", dest="format", const="checklist", help="the same as --format checklist"
    )
    figures.add_argument("--claims", action="store_true", help=f"every claim instead: {', '.join(CLAIMS)}")
    figures.set_defaults(run=cli.figures)

    explain = commands.add_parser("explain", help="what a rule looks for, and why")
    explain.add_argument("code", metavar="CODE", help="a rule's code or name")
    explain.set_defaults(run=cli.explain)

    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument(
        "--check",
        nargs="*",
        metavar="FOLDER",
        help="look at a house's own rules instead, with their examples (default: the folders of the configuration)",
    )
    rules.set_defaults(run=cli.rules)

    rates = rates_arguments.add(commands)
    _of_the_house(commands)

    for command in (figures, explain, rules, *rates):
        command.add_argument("--config", metavar="FILE", help="the configuration, instead of the nearest one upwards")
    return top


def _of_the_house(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands that set a house up."""
    init = commands.add_parser("init", help="write a commented configuration to start from")
    init.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="default: this one")
    init.set_defaults(run=cli.init)

    schema = commands.add_parser(
        "schema",
        help="print the JSON Schema of the configuration, of rules or of claim kinds",
        description="Print a JSON Schema: " + "; ".join(f"{name}: {what}" for name, what in SCHEMAS.items()) + ".",
    )
    schema.add_argument("name", choices=list(SCHEMAS), help="of what")
    schema.set_defaults(run=cli.schema)

    completion = commands.add_parser(
        "completion",
        help="print what completes our commands in a shell",
        description='Print what completes our commands in a shell: eval "$(factcheck completion bash)".',
    )
    completion.add_argument("shell", choices=["bash", "zsh", "fish", "tcsh"], help="for which shell")
    completion.set_defaults(run=cli.completion)
