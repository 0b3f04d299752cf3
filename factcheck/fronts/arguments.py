"""The arguments of the `factcheck` command."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.fronts import check_arguments, cli, rates_arguments, reading_arguments
from factcheck.fronts.help_format import Width
from factcheck.fronts.schemas import SCHEMAS
from factcheck.reports.figures_formats import CLAIMS, FIGURES

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]


def parser(argv: Sequence[str] = ()) -> Parser:
    """The parser; each command's namespace has `run`, the function that does it.

    Where the arguments begin with a command, it knows that command alone.
    """
    top = Parser(
        prog="factcheck",
        description="A linter for figures: finds the numbers in a draft that cannot be right.",
        epilog="Exit status: 0 no finding from --fail-on up, 1 findings, 2 usage, configuration or unreadable input.",
    )
    top.add_argument("--version", action="version", version=f"factcheck {__version__}")
    asked = COMMANDS.get(argv[0]) if argv else None
    if list(argv) != ["--version"]:
        commands = top.add_subparsers(metavar="COMMAND", required=True)
        for add in [asked] if asked else COMMANDS.values():
            add(commands)
    return top


class Parser(argparse.ArgumentParser):
    """Of everything, or of one command."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": Width, **settings})


def _configured(command: argparse.ArgumentParser) -> None:
    command.add_argument("--config", metavar="FILE", help="the configuration, instead of the nearest one upwards")


def _check(commands: Commands) -> None:
    check_arguments.add(commands)


def _figures(commands: Commands) -> None:
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
    _configured(figures)
    figures.set_defaults(run=cli.figures)


def _explain(commands: Commands) -> None:
    explain = commands.add_parser("explain", help="what a rule looks for, and why")
    explain.add_argument("code", metavar="CODE", help="a rule's code or name")
    _configured(explain)
    explain.set_defaults(run=cli.explain)


def _rules(commands: Commands) -> None:
    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument(
        "--check",
        nargs="*",
        metavar="FOLDER",
        help="look at a house's own rules instead, with their examples (default: the folders of the configuration)",
    )
    _configured(rules)
    rules.set_defaults(run=cli.rules)


def _rates(commands: Commands) -> None:
    for command in rates_arguments.add(commands):
        _configured(command)


def _init(commands: Commands) -> None:
    init = commands.add_parser("init", help="write a commented configuration to start from")
    init.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="default: this one")
    init.set_defaults(run=cli.init)


def _schema(commands: Commands) -> None:
    schema = commands.add_parser(
        "schema",
        help="print the JSON Schema of the configuration, of rules or of claim kinds",
        description="Print a JSON Schema: " + "; ".join(f"{name}: {what}" for name, what in SCHEMAS.items()) + ".",
    )
    schema.add_argument("name", choices=list(SCHEMAS), help="of what")
    schema.set_defaults(run=cli.schema)


def _completion(commands: Commands) -> None:
    completion = commands.add_parser(
        "completion",
        help="print what completes our commands in a shell",
        description='Print what completes our commands in a shell: eval "$(factcheck completion bash)".',
    )
    completion.add_argument("shell", choices=["bash", "zsh", "fish", "tcsh"], help="for which shell")
    completion.set_defaults(run=cli.completion)


COMMANDS: dict[str, Callable[[Commands], None]] = {
    "check": _check,
    "figures": _figures,
    "explain": _explain,
    "rules": _rules,
    "rates": _rates,
    "init": _init,
    "schema": _schema,
    "completion": _completion,
}
