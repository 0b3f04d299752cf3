"""Which lines of a file have changed, as git tells: since a revision, or by what is staged for the next commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import re2

from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft
from factcheck.fronts.config import BadConfig

_HUNK = re2.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")


class Hunk(NamedTuple):
    """Lines `first` to `last` (from 1) that took the place of the `old` ones; `last` is before `first` for none."""

    first: int
    last: int
    old: tuple[str, ...]


class Changes:
    """What has changed in the repositories of the files since a revision; without one, what is staged.

    Nothing staged means that whole files are checked, as pre-commit wants with `--all-files`; where pre-commit names
    two revisions, what changed between them counts.
    """

    def __init__(self, since: str | None = None) -> None:
        self._since = since
        first, last = (os.environ.get(f"PRE_COMMIT_{end}_REF") for end in ("FROM", "TO"))
        self._between = (first, last) if since is None and first and last else None
        self._any_staged = cache(_any_staged)
        self._fork = cache(_fork)
        self._names = cache(_names)

    def of(self, path: str) -> list[Hunk] | None:
        """The changes of a file, in order; None where all of it is new, or to be checked whole."""
        folder, name = _folder(path), os.path.basename(path)
        base = self._base(folder)
        if base is None or (self._since is not None and name not in self._names(folder, "ls-files")):
            return None  # of `--since`, a file that git does not know yet
        if name not in self._names(folder, "diff", *base, "--name-only", "--relative", "--no-renames"):
            return []
        shown = _git(folder, "diff", *base, "-U0", "--no-color", "--no-ext-diff", "--no-renames", "--", name)
        return None if "\nBinary files " in shown else _hunks(shown)

    def staged(self, path: str) -> bytes | None:
        """A file as it is staged; None where it is to be read from its place."""
        if self._since is not None or self._between or not self._any_staged(_folder(path)):
            return None
        folder = _folder(path)
        found = subprocess.run(["git", "show", f":./{os.path.basename(path)}"], cwd=folder, capture_output=True)
        return found.stdout if found.returncode == 0 else None

    def _base(self, folder: str) -> tuple[str, ...] | None:
        if self._since is not None:
            return (self._fork(folder, self._since, "HEAD"),)
        if self._between:
            return self._fork(folder, *self._between), self._between[1]
        return ("--cached",) if self._any_staged(folder) else None


def touched(result: Result, hunks: Sequence[Hunk]) -> Result:
    """The findings whose claim stands on a line that changed."""
    return result._replace(
        findings=tuple(
            finding
            for finding in result.findings
            if any(
                hunk.first <= last and first <= hunk.last
                for first, last in _lines(result.draft, [(finding.start, finding.end)])
                + _lines(result.draft, [(other.start, other.end) for other in finding.related])
                for hunk in hunks
            )
        ),
    )


def _lines(draft: Draft, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(draft.position(start).line, draft.position(max(start, end - 1)).line) for start, end in spans]


def _hunks(shown: str) -> list[Hunk]:
    found: list[Hunk] = []
    old: list[str] = []
    place: tuple[int, int] | None = None
    for line in shown.split("\n"):
        header = _HUNK.match(line)
        if header or (place is not None and not line.startswith(("-", "+", "\\"))):
            if place is not None:
                found.append(Hunk(*place, tuple(old)))
            old, place = [], None
        if header:
            first = int(header.group(1))
            count = int(header.group(2)) if header.group(2) is not None else 1
            place = (first, first + count - 1)
        elif place is not None and line.startswith("-"):
            old.append(line[1:])
    if place is not None:
        found.append(Hunk(*place, tuple(old)))
    return found


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))


def _names(folder: str, *arguments: str) -> frozenset[str]:
    """The files of a folder, and of those below it, that a command of git names: asked once for all of them."""
    return frozenset(_git(folder, *arguments, "-z", "--", ".").split("\0"))


def _any_staged(folder: str) -> bool:
    _git(folder, "rev-parse", "--git-dir")  # says in plain words that this is no repository
    return bool(_git(folder, "diff", "--cached", "--name-only"))


def _fork(folder: str, first: str, last: str) -> str:
    """Where the two revisions parted, or the first where they have nothing in common; BadConfig where it is none."""
    known = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{first}^{{commit}}", fails="")
    if not known:
        raise BadConfig(f"git knows no revision {first!r} in {_shown(folder)}")
    return _git(folder, "merge-base", known.strip(), last, fails="").strip() or known.strip()


def _git(folder: str, *arguments: str, fails: str | None = None) -> str:
    """What git says; BadConfig where it cannot, unless `fails` says what stands for that."""
    try:
        found = subprocess.run(["git", *arguments], cwd=folder, capture_output=True)
    except OSError as problem:
        reason = (
            "git is not installed" if isinstance(problem, FileNotFoundError) and os.path.isdir(folder) else str(problem)
        )
        raise BadConfig(f"what has changed is not known: {reason}") from None
    if found.returncode != 0:
        if fails is not None:
            return fails
        said = found.stderr.decode(errors="replace").strip().splitlines()
        raise BadConfig(f"what has changed in {_shown(folder)} is not known: {said[0] if said else 'git fails'}")
    return found.stdout.decode(errors="replace")


def _shown(folder: str) -> str:
    here = Path.cwd()
    return str(Path(folder).relative_to(here)) if Path(folder).is_relative_to(here) else folder
