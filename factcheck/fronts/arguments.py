"""The arguments of the `factcheck` command."""

from __future__ import annotations

import argparse
from pathlib import Path

from factcheck import __version__
from factcheck.checking.severity import SEVERITIES
from factcheck.fronts import cli, rates_arguments
from factcheck.fronts.argument_types import day, jobs
from factcheck.fronts.schemas import SCHEMAS
from factcheck.reports.figures_formats import CLAIMS, FIGURES
from factcheck.reports.registry import RENDERERS


def parser() -> argparse.ArgumentParser:
    """The parser; each command's namespace has `run`, the function that does it."""
    top = argparse.ArgumentParser(
        prog="factcheck",
        description="A linter for figures: finds the numbers in a draft that cannot be right.",
        epilog="Exit status: 0 no finding from --fail-on up, 1 findings, 2 usage, configuration or unreadable input.",
    )
    top.add_argument("--version", action="version", version=f"factcheck {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

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
    check.add_argument(
        "--jobs", type=jobs, metavar="N",
        help="how many processes check (default: auto, as many as there are processors where the work is large)",
    )  # fmt: skip
    check.add_argument(
        "--no-cache", action="store_true", help="check and parse all anew, and keep nothing between runs"
    )
    check.set_defaults(run=cli.check)

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

    for command in (check, figures, explain, rules, *rates):
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
