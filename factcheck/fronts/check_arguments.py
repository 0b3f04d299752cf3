"""The arguments of `factcheck check`, in the groups in which its help shows them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checking.severity import SEVERITIES
from factcheck.fronts import cli, reading_arguments
from factcheck.fronts.argument_types import codes, jobs
from factcheck.fronts.help_format import Raw
from factcheck.reports.registry import RENDERERS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

EXAMPLES = """\
examples:
  factcheck check                                 the drafts in this folder and below it
  factcheck check drafts/ --watch                 again whatever changes, until Ctrl-C
  factcheck check --date 2025-03-16 story.txt     the day of a draft that does not say it
  factcheck check --select FX,SUM101 drafts/      conversions and one rule of sums
  factcheck check --since main --format github    what a branch has changed, for a pull request
  factcheck check --diff story.md                 what --fix would write

exit status: 0 no finding from --fail-on up, 1 findings, 2 usage, configuration or unreadable input, 130 interrupted.
What the command line says comes before any configuration (`factcheck init` writes one).
`factcheck explain CODE` tells of a rule.
"""


def add(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    check = commands.add_parser(
        "check",
        help="lint files and folders",
        description="Find the figures in drafts that cannot be right.",
        epilog=EXAMPLES,
        formatter_class=Raw,
        usage="factcheck check [OPTIONS] [PATH ...]",
    )
    _rules(check)
    reading_arguments.add(check, list(RENDERERS), "the report")
    _shown(check)
    _changes(check)
    _fixing(check)
    _running(check)
    check.set_defaults(run=cli.check)


def _rules(check: argparse.ArgumentParser) -> None:
    rules = check.add_argument_group("which rules (codes, groups such as FX, names, ALL)")
    rules.add_argument(
        "--select", type=codes, metavar="CODES", help="only these: FX,SUM101 (default: all that are on by default)"
    )
    rules.add_argument("--extend-select", type=codes, metavar="CODES", help="these too: STY, or ALL (default: none)")
    rules.add_argument("--ignore", type=codes, metavar="CODES", help="not these (default: none)")


def _shown(check: argparse.ArgumentParser) -> None:
    shown = check.add_argument_group("which findings")
    shown.add_argument("--severity", choices=SEVERITIES, help="the lowest level shown (default: warning)")
    shown.add_argument(
        "--fail-on", choices=SEVERITIES, help="the lowest level that makes the exit status 1 (default: warning)"
    )
    shown.add_argument(
        "--exit-zero", action="store_true", help="exit with 0 also where there are findings (default: with 1)"
    )
    shown.add_argument(
        "--report-unused-suppressions",
        action="store_const",
        const=True,
        help="report the comments that suppress nothing (default: no)",
    )
    shown.add_argument(
        "--show-work",
        action="store_true",
        help="also every claim that was checked: how figures are read, the rate, the sum, the verdict (default: no)",
    )
    shown.add_argument(
        "--statistics", action="store_true", help="end with how often each rule found something (default: no)"
    )


def _changes(check: argparse.ArgumentParser) -> None:
    changes = check.add_argument_group("only what is new (default: everything)")
    either = changes.add_mutually_exclusive_group()
    either.add_argument("--since", metavar="REV", help="only findings on lines that changed since a revision of git")
    either.add_argument(
        "--staged", action="store_true", help="only findings on lines that are staged; where nothing is, of whole files"
    )
    changes.add_argument("--baseline", type=Path, metavar="FILE", help="leave out the findings that this file holds")
    changes.add_argument("--write-baseline", metavar="FILE", help="write what is found to a file, for --baseline")


def _fixing(check: argparse.ArgumentParser) -> None:
    fixing = check.add_argument_group("fixing (default: nothing is written)")
    fixing.add_argument("--fix", action="store_true", help="write the fixes of figures that alone can be wrong")
    fixing.add_argument(
        "--unsafe-fixes", action="store_true", help="also those where another figure may be the wrong one"
    )
    fixing.add_argument("--diff", action="store_true", help="show what would be written, and write nothing")


def _running(check: argparse.ArgumentParser) -> None:
    running = check.add_argument_group("rates and the run")
    running.add_argument(
        "--rates",
        type=Path,
        metavar="PATH",
        help="your own rates, before all others: a CSV or YAML file, or a folder (default: none)",
    )
    running.add_argument(
        "--undated",
        choices=["today", "none"],
        help="whose rates judge a draft that says no day: today's, or any of the last years (default: today)",
    )
    running.add_argument(
        "--config", metavar="FILE", help="the configuration (default: for each file the nearest one upwards)"
    )
    running.add_argument(
        "--watch", action="store_true", help="check again what changes, until Ctrl-C (default: once; needs watchfiles)"
    )
    running.add_argument(
        "--no-progress", action="store_true", help="no line of progress (default: on a terminal, after a second)"
    )
    running.add_argument(
        "--jobs",
        type=jobs,
        metavar="N",
        help="how many processes check (default: auto, as many as there are processors where the work is large)",
    )
    running.add_argument(
        "--no-cache",
        action="store_true",
        help="check and parse all anew, and keep nothing (default: keep results, rules and words between runs)",
    )
