"""A run of the checker: file after file, each with its own configuration."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.checking.check import check_draft
from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.reading import is_packed, read_bytes, read_file, read_stream, read_text
from factcheck.fronts.api import dated
from factcheck.fronts.configurations import Configurations
from factcheck.fronts.files import files

if TYPE_CHECKING:
    from factcheck.fronts.changes import Changes, Hunk


def run(
    paths: Sequence[str], stdin_name: str, known: Configurations, changes: Changes | None = None
) -> Iterator[Result | Unreadable]:
    """What came of each draft, in the order of the files; what cannot be read is given back in its place.

    With `changes`, what stands on changed lines alone, and files without any are not read.
    """
    here = known.here
    for path in files(paths, here.exclude, gitignore=here.gitignore):
        if isinstance(path, Unreadable):
            yield path
        elif path == "-":
            yield from _checked(read_stream(sys.stdin.buffer, stdin_name), stdin_name, known)
        elif changes is None:
            yield from _checked(read_file(path), path, known)
        else:
            yield from _changed(path, known, changes)


def again(draft: Draft, source: str, known: Configurations) -> Result:
    """What comes of a file's draft with another source."""
    (read,) = read_text(source, draft.path)
    return check_draft(dated(read, known.of(draft.path).date), known.settings(draft.path))


def _changed(path: str, known: Configurations, changes: Changes) -> Iterator[Result | Unreadable]:
    from factcheck.fronts.changes import touched

    hunks = changes.of(path)
    if hunks == []:
        return
    staged = changes.staged(path)
    drafts = read_file(path) if staged is None else read_bytes(staged, path)
    for result in _checked(drafts, path, known):
        if hunks is None or isinstance(result, Unreadable) or result.draft.id is not None or is_packed(path):
            yield result
        else:
            yield _with_left_behind(touched(result, hunks), hunks, known.of(path).language)


def _with_left_behind(result: Result, hunks: Sequence[Hunk], language: str) -> Result:
    if not any(hunk.old for hunk in hunks):
        return result
    from factcheck.checking.left_behind import left_behind

    more = left_behind(result.draft, hunks, language)
    found = sorted((*result.findings, *more), key=lambda finding: (finding.start, finding.code))
    return replace(result, findings=tuple(found))


def _checked(drafts: Iterator[Draft | Unreadable], path: str, known: Configurations) -> Iterator[Result | Unreadable]:
    for draft in drafts:
        if isinstance(draft, Unreadable):
            yield draft
        else:
            yield check_draft(dated(draft, known.of(path).date), known.settings(path))
