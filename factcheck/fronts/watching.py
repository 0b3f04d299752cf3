"""`factcheck check --watch`: the run again, of what has changed, until somebody interrupts it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from glob import has_magic
from typing import TextIO

from factcheck.fronts.config import BadConfig

#: Files whose change concerns every draft: configuration, rules, facts and rates.
_TOLD = (".yaml", ".yml", ".toml", ".csv")


def watch(arguments: argparse.Namespace, run: Callable[[argparse.Namespace], object], out: TextIO) -> None:
    """Check once, then what changes below the paths, and everything again when the configuration does.

    A problem of one run (a rule half written) is told and the next one waited for. Ends with KeyboardInterrupt;
    BadConfig where watchfiles is not installed, or where there is nothing to watch.
    """
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise BadConfig("--watch needs watchfiles: pip install 'factcheck-lint[watch]'") from None
    if "-" in arguments.paths:
        raise BadConfig("--watch reads files: standard input does not change")
    from factcheck.checking.ruleset import load
    from factcheck.fronts.cli import configurations
    from factcheck.rates.ratebook import default_book

    house = configurations(arguments).here.rules
    roots = [*_roots(arguments.paths), *(str(folder) for folder in house if folder.is_dir())]
    said = arguments.paths
    # Listening begins before the first run, so that what is saved meanwhile is not missed.
    stream = changes(*roots, raise_interrupt=True, yield_on_timeout=True, rust_timeout=200, debounce=200)
    next(stream)
    _once(arguments, run)
    for changed in stream:
        paths = sorted({os.path.relpath(path) for _, path in changed})
        if any(path.lower().endswith(_TOLD) for path in paths):
            load.cache_clear()
            default_book.cache_clear()
            arguments.paths = said
            _rule("everything", out)
        elif paths:
            read = _read(said, arguments)
            arguments.paths = [path for path in paths if os.path.abspath(path) in read and os.path.isfile(path)]
            if not arguments.paths:
                continue
            _rule(", ".join(arguments.paths), out)
        else:
            continue
        _once(arguments, run)


def _once(arguments: argparse.Namespace, run: Callable[[argparse.Namespace], object]) -> None:
    from factcheck.claims.source import BadRule

    try:
        run(arguments)
        sys.stdout.flush()
    except (BadConfig, BadRule, OSError) as problem:
        print(f"factcheck: {problem}", file=sys.stderr)


def _roots(paths: Sequence[str]) -> list[str]:
    """What to listen to: folders, since editors replace a file instead of writing into it."""
    roots = []
    for path in paths:
        while has_magic(path) or not os.path.isdir(path):
            above = os.path.dirname(path) or os.curdir
            if above == path:
                break
            path = above
        roots.append(path)
    return roots


def _read(said: Sequence[str], arguments: argparse.Namespace) -> set[str]:
    """What a run of these paths reads now."""
    from factcheck.drafts.draft import Unreadable
    from factcheck.fronts.cli import configurations
    from factcheck.fronts.files import files

    here = configurations(arguments).here
    found = files(said, here.exclude, gitignore=here.gitignore)
    return {os.path.abspath(name) for name in found if not isinstance(name, Unreadable)}


def _rule(title: str, out: TextIO) -> None:
    from factcheck.reports.visible import Visible, encoding_of

    encoding = encoding_of(out)
    stroke = "─" if encoding.lower().startswith("utf") else "-"
    line = f"{stroke * 2} {Visible(encoding)(title)} "
    print(f"\n{line}{stroke * max(0, 78 - len(line))}", file=out, flush=True)
