"""The `factcheck` command."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import parsed
from factcheck.fronts.files import files
from factcheck.fronts.output import output

if TYPE_CHECKING:
    from factcheck.fronts.config import Config
    from factcheck.fronts.configurations import Configurations

CLEAN, FOUND, BAD_INPUT = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 (clean), 1 (findings at or above --fail-on) or 2 (usage, unreadable).

    An interruption gives 130, as shells expect.
    """
    from factcheck.fronts.arguments import parser

    if sys.stdout is None or sys.stderr is None:  # closed by the caller: `>&-`
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (as long as the process)
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    arguments = parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _announce
            return int(arguments.run(arguments))
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        return 130
    except _failures() as problem:
        print(f"factcheck: {problem}", file=sys.stderr)
        return BAD_INPUT
    except Exception:  # our own mistake must not look like findings
        import traceback

        traceback.print_exc()
        print("factcheck: this is a mistake in factcheck, please report it", file=sys.stderr)
        return BAD_INPUT


def check(arguments: argparse.Namespace) -> int:
    """`factcheck check`: lint files and folders, with --watch until it is interrupted."""
    if arguments.watch:
        from factcheck.fronts.watching import watch

        watch(arguments, _check, sys.stdout)
    return _check(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from factcheck.fronts.check_command import check as checked
    from factcheck.reports.registry import renderer

    if arguments.no_cache:
        os.environ[parsed.ENVIRONMENT] = ""
    known = configurations(arguments, trace=arguments.show_work or renderer(arguments.format).needs_trace)
    with output(arguments.output) as out:
        summary, failed = checked(arguments, known, out)
    return BAD_INPUT if summary.unreadable else FOUND if failed and not arguments.exit_zero else CLEAN


def figures(arguments: argparse.Namespace) -> int:
    """`factcheck figures`: show every figure, or every claim, of files and folders."""
    from factcheck.fronts.figures_command import show

    known = configurations(arguments)
    here = known.here
    with output(arguments.output) as out:
        readable = show(arguments, known, files(arguments.paths, here.exclude, gitignore=here.gitignore), out)
    return CLEAN if readable else BAD_INPUT


def explain(arguments: argparse.Namespace) -> int:
    """`factcheck explain CODE`: what a rule looks for, why, and its examples."""
    from factcheck.checking.ruleset import load
    from factcheck.fronts.explain import page

    rules = load(configuration(arguments).rules).rules
    code = arguments.code.upper()
    rule = rules.get(code) or next((rule for rule in rules.values() if rule.rule.name == arguments.code), None)
    if rule is None:
        print(f"factcheck: no rule is called {arguments.code!r}; `factcheck rules` lists them", file=sys.stderr)
        return BAD_INPUT
    print(page(rule))
    return CLEAN


def rules(arguments: argparse.Namespace) -> int:
    """`factcheck rules`: every rule with its level and title; `--check`: whether a house's examples hold."""
    from factcheck.checking.ruleset import load

    if arguments.check is not None:
        from factcheck.fronts.house import check_folders

        wrong, count = check_folders([Path(folder) for folder in arguments.check], configuration(arguments))
        for complaint in wrong:
            print(f"factcheck: {complaint}", file=sys.stderr)
        print(f"{count} rules and claim kinds: " + (f"{len(wrong)} examples do not hold" if wrong else "all hold"))
        return BAD_INPUT if wrong else CLEAN
    for rule in load(configuration(arguments).rules).rules.values():
        off = "" if rule.rule.by_default else " (off)"
        print(f"{rule.rule.code}  {rule.rule.severity:7}  {rule.rule.name}: {rule.rule.title}{off}")
    return CLEAN


def rates(arguments: argparse.Namespace) -> int:
    """`factcheck rates show|update|sources`."""
    from factcheck.fronts.rates_command import run

    return run(arguments, configuration(arguments))


def init(arguments: argparse.Namespace) -> int:
    """`factcheck init`: a commented configuration."""
    from factcheck.fronts.starting_point import NAME, write

    try:
        print(f"{write(arguments.folder)} is written: take out of their comments what you want")
    except FileExistsError:
        print(f"factcheck: {arguments.folder / NAME} is there already; nothing is written", file=sys.stderr)
        return BAD_INPUT
    return CLEAN


def schema(arguments: argparse.Namespace) -> int:
    """`factcheck schema NAME`."""
    from factcheck.fronts.schemas import schema as text

    print(text(arguments.name))
    return CLEAN


def completion(arguments: argparse.Namespace) -> int:
    """`factcheck completion SHELL`."""
    import shtab

    from factcheck.fronts.arguments import parser

    print(shtab.complete(parser(), shell=arguments.shell))
    return CLEAN


def configuration(arguments: argparse.Namespace) -> Config:
    """The configuration of the working folder, with what the command line says over it."""
    return configurations(arguments).here


def configurations(arguments: argparse.Namespace, *, trace: bool = False) -> Configurations:
    """The configuration of each file, with what the command line says over it."""
    from factcheck.fronts.config import Config
    from factcheck.fronts.configurations import Configurations

    said = {key: value for key in Config._fields if (value := getattr(arguments, key, None)) is not None}
    return Configurations(said, Path(arguments.config) if arguments.config else None, trace=trace)


def _announce(message: Warning | str, *_: object, **__: object) -> None:
    """A warning, such as of rates that cannot be read, as one line among our others."""
    print(f"factcheck: {message}", file=sys.stderr)


def _failures() -> tuple[type[Exception], ...]:
    from factcheck.claims.source import BadRule
    from factcheck.fronts.config import BadConfig

    return BadConfig, BadRule, OSError
