"""The arguments of the `factcheck` command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.checking.severity import SEVERITIES
from factcheck.fronts import cli, rates_arguments
from factcheck.fronts.argument_types import day
from factcheck.fronts.schemas import SCHEMAS
from factcheck.reports.figures_formats import CLAIMS, FIGURES
from factcheck.reports.registry import RENDERERS

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


class Width(argparse.HelpFormatter):
    """The terminal's width without `shutil`, which the parser asks for with every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


@cache
def _columns() -> int:
    """As `shutil.get_terminal_size` finds it."""
    with suppress(KeyError, ValueError):
        if (told := int(os.environ["COLUMNS"])) > 0:
            return told
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    return 80


class Parser(argparse.ArgumentParser):
    """Of everything, or of one command."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": Width, **settings})


def _configured(command: argparse.ArgumentParser) -> None:
    command.add_argument("--config", metavar="FILE", help="the configuration, instead of the nearest one upwards")


def _check(commands: Commands) -> None:
    check = commands.add_parser("check", help="lint files and folders", description="Lint drafts, files and folders.")
    _reading_drafts(check, list(RENDERERS), "the report")
    check.add_argument("--select", type=_codes, metavar="CODES", help="only these rules: FX,SUM101")
    check.add_argument("--ignore", type=_codes, metavar="CODES", help="not these rules")
    check.add_argument("--extend-select", type=_codes, metavar="CODES", help="these rules too: STY, or ALL")
    check.add_argument("--severity", choices=SEVERITIES, help="the lowest level shown (default: warning)")
    check.add_argument(
        "--fail-on", choices=SEVERITIES, help="the lowest level that makes the exit status 1 (default: warning)"
    )
    check.add_argument(
        "--report-unused-suppressions", action="store_const", const=True,
        help="report the comments that suppress nothing",
    )  # fmt: skip
    check.add_argument("--fix", action="store_true", help="write the fixes of figures that alone can be wrong")
    check.add_argument(
        "--unsafe-fixes", action="store_true", help="also those where another figure may be the wrong one"
    )
    check.add_argument("--diff", action="store_true", help="show what --fix would write, and write nothing")
    check.add_argument(
        "--show-work", action="store_true",
        help="also print every claim that was checked: what each figure was read as, the rate, the sum, the verdict",
    )  # fmt: skip
    check.add_argument("--statistics", action="store_true", help="end with how often each rule found something")
    check.add_argument("--baseline", type=Path, metavar="FILE", help="leave out the findings that this file holds")
    check.add_argument("--write-baseline", metavar="FILE", help="write what is found to a file, for --baseline")
    changed = check.add_mutually_exclusive_group()
    changed.add_argument("--since", metavar="REV", help="only findings on lines that changed since a revision of git")
    changed.add_argument(
        "--staged", action="store_true",
        help="only findings on lines that are staged; where nothing is, of whole files",
    )  # fmt: skip
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 also where there are findings")
    check.add_argument(
        "--undated",
        choices=["today", "none"],
        help="whose rates judge a draft that says no day: today's (default), or any of the last years",
    )
    check.add_argument(
        "--rates", type=Path, metavar="PATH", help="your own rates, before all others: a CSV or YAML file, or a folder"
    )
    check.add_argument("--no-cache", action="store_true", help="parse rules and words anew, and keep nothing of them")
    _configured(check)
    check.set_defaults(run=cli.check)


def _figures(commands: Commands) -> None:
    figures = commands.add_parser(
        "figures",
        help="show every figure, or every claim",
        description="Show every figure of the drafts, or every claim.",
    )
    _reading_drafts(figures, list(FIGURES), "how to show them")
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


def _reading_drafts(command: argparse.ArgumentParser, formats: list[str], shows: str) -> None:
    """The arguments of a command that reads drafts."""
    command.add_argument(
        "paths", nargs="*", metavar="PATH", default=["."], help='files, folders or patterns; "-" is standard input'
    )
    command.add_argument(
        "--exclude", type=_codes, metavar="PATTERNS", help="pass over these in folders: drafts/old/,*.tmp.md"
    )
    command.add_argument(
        "--no-gitignore", action="store_const", dest="gitignore", const=False, help="read also what .gitignore names"
    )
    command.add_argument("--format", choices=formats, default="rich", help=f"{shows} (default: rich)")
    command.add_argument("--output", metavar="FILE", help="write to FILE")
    command.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day of the drafts, before all other dates")
    command.add_argument("--language", metavar="CODE", help="the drafts' language (default: en)")
    command.add_argument(
        "--home-currency", type=str.upper, metavar="CODE", help="what a bare $, kr or £ means: CAD, SEK …"
    )
    command.add_argument(
        "--stdin-filename", metavar="NAME", default="<stdin>", help="the name and format of standard input"
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


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
