"""The `factcheck` command."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import parsed
from factcheck.checking.severity import from_level
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.fronts.output import output

if TYPE_CHECKING:
    from factcheck.checking.check import Settings
    from factcheck.checking.result import Result
    from factcheck.fronts.config import Config

CLEAN, FOUND, BAD_INPUT = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 (clean), 1 (findings at or above --fail-on) or 2 (usage, unreadable).

    An interruption gives 130, as shells expect.
    """
    from factcheck.fronts.arguments import parser

    if sys.stdout is None or sys.stderr is None:  # closed by the caller: `>&-`
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (as long as the process)
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    arguments = parser().parse_args(argv)
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
    """`factcheck check`: lint files and folders."""
    from factcheck.fronts.api import settings
    from factcheck.reports.registry import renderer
    from factcheck.reports.renderer import Options
    from factcheck.reports.summary import Summary

    if arguments.no_cache:
        os.environ[parsed.ENVIRONMENT] = ""
    config = configuration(arguments)
    chosen = settings(config)
    if config.rules:
        from factcheck.fronts.house import assert_examples

        assert_examples(config, chosen)
    levels, failing = from_level(config.severity), from_level(config.fail_on)
    failed = False
    summary = Summary()
    with output(arguments.output) as out:
        report = renderer(arguments.format)(out, options=Options())
        for result in _results(arguments.paths, arguments.stdin_filename, chosen, config):
            if isinstance(result, Unreadable):
                print(f"factcheck: {result}", file=sys.stderr)
                summary.unreadable += 1
                report.unreadable(result)
                continue
            failed = failed or any(finding.severity in failing for finding in result.findings)
            shown = _shown(result, levels)
            summary.add(shown)
            report.result(shown)
        report.close(summary)
    return BAD_INPUT if summary.unreadable else FOUND if failed else CLEAN


def figures(arguments: argparse.Namespace) -> int:
    """`factcheck figures`: show every figure, or every claim, of files and folders."""
    from factcheck.fronts.figures_command import show

    config = configuration(arguments)
    with output(arguments.output) as out:
        readable = show(arguments, config, _files(arguments.paths), out)
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


def configuration(arguments: argparse.Namespace) -> Config:
    """The configuration file with what the command line says over it."""
    from factcheck.fronts.config import load_config

    config = load_config(Path(arguments.config) if arguments.config else None)
    said = {
        key: value
        for key in (
            "date",
            "undated",
            "language",
            "home_currency",
            "rates",
            "select",
            "ignore",
            "extend_select",
            "severity",
            "fail_on",
        )
        if (value := getattr(arguments, key, None)) is not None
    }
    return config._replace(**said)


def _results(paths: Sequence[str], stdin_name: str, chosen: Settings, config: Config) -> Iterator[Result | Unreadable]:
    from factcheck.checking.check import check_draft
    from factcheck.drafts.reading import read_stream
    from factcheck.fronts.api import dated, results

    for path in _files(paths):
        if isinstance(path, Unreadable):
            yield path
        elif path == "-":
            for draft in read_stream(sys.stdin.buffer, stdin_name):
                yield check_draft(dated(draft, config.date), chosen) if isinstance(draft, Draft) else draft
        else:
            yield from results(path, chosen, config.date)


def _files(paths: Sequence[str]) -> Iterator[str | Unreadable]:
    """The files to read, each once: those named, and in folders those of a known kind, in the order of their paths."""
    from factcheck.drafts.reading import SUFFIXES

    seen: set[str] = set()
    for path in paths:
        found: list[str] = [path]
        if path != "-" and os.path.isdir(path):
            found = [*_drafts_below(path, SUFFIXES)]
            if not found:
                yield Unreadable(path, f"no drafts in this folder ({' '.join(SUFFIXES)})")
        for name in sorted(found):
            if os.path.normpath(name) not in seen:
                seen.add(os.path.normpath(name))
                yield name


def _drafts_below(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """The drafts in a folder and below it; hidden files and folders are passed over, and pipes, which never end."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(here, name)
            if name.lower().endswith(suffixes) and not name.startswith(".") and not _is_special(path):
                yield path


def _is_special(path: str) -> bool:
    """Whether this is there, and no file: a named pipe, a socket, a device."""
    return os.path.exists(path) and not os.path.isfile(path)


def _shown(result: Result, levels: Sequence[str]) -> Result:
    from dataclasses import replace

    return replace(result, findings=tuple(f for f in result.findings if f.severity in levels))


def _announce(message: Warning | str, *_: object, **__: object) -> None:
    """A warning, such as of rates that cannot be read, as one line among our others."""
    print(f"factcheck: {message}", file=sys.stderr)


def _failures() -> tuple[type[Exception], ...]:
    from factcheck.claims.source import BadRule
    from factcheck.fronts.config import BadConfig

    return BadConfig, BadRule, OSError
