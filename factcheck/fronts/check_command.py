"""`factcheck check`: the findings of a run, those that are known or old left out, as a report."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from factcheck.checking.severity import from_level
from factcheck.drafts.draft import Unreadable
from factcheck.fronts.run import How, again, run
from factcheck.reports.registry import renderer
from factcheck.reports.renderer import Options
from factcheck.reports.summary import Summary

if TYPE_CHECKING:
    from factcheck.checking.result import Result
    from factcheck.fronts.baseline import Baseline
    from factcheck.fronts.changes import Changes
    from factcheck.fronts.configurations import Configurations


def check(arguments: argparse.Namespace, known: Configurations, out: TextIO) -> tuple[Summary, bool]:
    """Write the report; what the run came to, and whether a finding fails it."""
    if arguments.diff:
        return _differences(arguments, known, out)
    summary = Summary()
    failed = False
    report = renderer(arguments.format)(out, options=Options())
    aside = out if arguments.format in ("rich", "concise", "plain") else sys.stderr  # programs read what they expect
    for result in _news(_results(arguments, known, summary), arguments.write_baseline, known):
        if isinstance(result, Unreadable):
            _unreadable(result, summary)
            report.unreadable(result)
            continue
        config = known.of(result.draft.path)
        failing, shown = from_level(config.fail_on), from_level(config.severity)
        failed = failed or any(finding.severity in failing for finding in result.findings)
        result = result._replace(findings=tuple(f for f in result.findings if f.severity in shown))
        summary.add(result)
        report.result(result)
        if arguments.show_work:
            _show_work(result, aside)
    report.close(summary)
    if arguments.statistics:
        aside.writelines(f"{line}\n" for line in summary.statistics())
    return summary, failed


def _show_work(result: Result, out: TextIO) -> None:
    from factcheck.reports.visible import Visible, encoding_of
    from factcheck.reports.work import work

    out.writelines(work(result, Visible(encoding_of(out))))


def _results(arguments: argparse.Namespace, known: Configurations, summary: Summary) -> Iterator[Result | Unreadable]:
    """The results of a run, after what is to be fixed is fixed."""
    results = run(arguments.paths, arguments.stdin_filename, known, _changes(arguments), _how(arguments))
    results = _with_progress(results, arguments, known)
    if not (arguments.fix or arguments.unsafe_fixes):
        yield from results
        return
    from factcheck.fronts.fixing import ROUNDS, can_be_fixed, fixed, write

    for result in results:
        if isinstance(result, Unreadable) or not can_be_fixed(result.draft):
            yield result
            continue
        for _ in range(ROUNDS):
            mended = fixed(result, unsafe=arguments.unsafe_fixes)
            if not mended.edits:
                break
            try:
                write(result.draft, mended.source)
            except Unreadable as problem:
                _unreadable(problem, summary)
                break
            summary.fixed += mended.edits
            result = again(result.draft, mended.source, known)
        yield result


def _with_progress(
    results: Iterator[Result | Unreadable], arguments: argparse.Namespace, known: Configurations
) -> Iterator[Result | Unreadable]:
    """The results; where a person watches and has waited for a second, how many files are done stands below them."""
    if arguments.no_progress or not sys.stderr.isatty() or "-" in arguments.paths:
        return results
    from factcheck.fronts.files import files
    from factcheck.reports.progress_line import with_progress

    def count() -> int:
        return sum(1 for _ in files(arguments.paths, known.here.exclude, gitignore=known.here.gitignore))

    return with_progress(results, count, sys.stderr)


def _differences(arguments: argparse.Namespace, known: Configurations, out: TextIO) -> tuple[Summary, bool]:
    """Show what would be fixed."""
    from factcheck.fronts.fixing import can_be_fixed, difference, fixed

    summary = Summary()
    for result in run(arguments.paths, arguments.stdin_filename, known, _changes(arguments), _how(arguments)):
        if isinstance(result, Unreadable):
            _unreadable(result, summary)
        elif can_be_fixed(result.draft, there=False):
            mended = fixed(result, unsafe=arguments.unsafe_fixes)
            summary.fixed += mended.edits
            out.writelines(difference(result.draft, mended.source))
    return summary, summary.fixed > 0


def _unreadable(problem: Unreadable, summary: Summary) -> None:
    print(f"factcheck: {problem}", file=sys.stderr)
    summary.unreadable += 1


def _how(arguments: argparse.Namespace) -> How:
    shown = renderer(arguments.format)
    whole = not arguments.diff and (shown.whole_drafts or shown.needs_trace or arguments.show_work)
    return How(arguments.jobs, keep=not arguments.no_cache, whole=whole)


def _changes(arguments: argparse.Namespace) -> Changes | None:
    if arguments.since is None and not arguments.staged:
        return None
    from factcheck.fronts.changes import Changes

    return Changes(arguments.since)


def _news(
    results: Iterator[Result | Unreadable], write: str | None, known: Configurations
) -> Iterator[Result | Unreadable]:
    """The results without what a baseline holds; all that is found is known once a baseline is written."""
    if write is not None:
        from factcheck.fronts.baseline import Written

        written = Written(write)
        for result in results:
            if isinstance(result, Unreadable):
                yield result
            else:
                shown = from_level(known.of(result.draft.path).severity)
                yield written.add(result._replace(findings=tuple(f for f in result.findings if f.severity in shown)))
        written.write()
        return
    baselines: dict[Path, Baseline] = {}
    for result in results:
        place = None if isinstance(result, Unreadable) else known.of(result.draft.path).baseline
        if place is None or isinstance(result, Unreadable):
            yield result
            continue
        if place not in baselines:
            from factcheck.fronts.baseline import load

            baselines[place] = load(place)
        yield baselines[place].without_known(result)
