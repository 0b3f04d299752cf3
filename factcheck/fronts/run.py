"""A run of the checker: file after file, each with its own configuration."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.checking.check import check_draft
from factcheck.checking.packed import pack, packed, unpack
from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.pieces import Piece, pieces, pieces_of
from factcheck.drafts.reading import is_packed, read_bytes, read_file, read_stream, read_text
from factcheck.fronts.api import dated
from factcheck.fronts.configurations import Configurations
from factcheck.fronts.files import files
from factcheck.fronts.keeping import Keeping, Kept
from factcheck.parsed import cache_folder

if TYPE_CHECKING:
    from factcheck.fronts.changes import Changes, Hunk


#: Bytes of drafts that one process checks before others are started: what these cost must pay.
ALONE = 1 << 19


class How(NamedTuple):
    """How many processes a run may take (None: as many as there are processors, where the work is large), and whether
    results are kept between runs. `whole` drafts are wanted where a report shows more than findings.
    """

    jobs: int | None = 1
    keep: bool = False
    whole: bool = False


HERE = How()


def run(
    paths: Sequence[str], stdin_name: str, known: Configurations, changes: Changes | None = None, how: How = HERE
) -> Iterator[Result | Unreadable]:
    """What came of each draft, in the order of the files; what cannot be read is given back in its place.

    With `changes`, what stands on changed lines alone, and files without any are not read.
    """
    here = known.here
    named = files(paths, here.exclude, gitignore=here.gitignore)
    if changes is None and not how.whole:
        folder = cache_folder() if how.keep else None
        if folder is None:
            yield from _in_turn(_items(named, stdin_name, how), known, how, None)
            return
        from factcheck.fronts.result_cache import ResultCache

        with ResultCache(folder) as cache:
            yield from _in_turn(_items(named, stdin_name, how), known, how, Keeping(cache, known))
        return
    for path in named:
        if isinstance(path, Unreadable):
            yield path
        elif path == "-":
            yield from _checked(read_stream(sys.stdin.buffer, stdin_name), stdin_name, known)
        elif changes is None:
            yield from _checked(read_file(path), path, known)
        else:
            yield from _changed(path, known, changes)


class _Stream(NamedTuple):
    """Standard input that is read as it comes."""

    name: str


def _items(named: Iterator[str | Unreadable], stdin_name: str, how: How) -> Iterator[Piece | Unreadable | _Stream]:
    """What a run reads, in pieces."""
    for path in named:
        if isinstance(path, Unreadable):
            yield path
        elif path != "-":
            yield from pieces(path)
        elif how.jobs == 1:
            yield _Stream(stdin_name)
        else:
            yield from pieces_of(sys.stdin.buffer, stdin_name)


def _in_turn(
    items: Iterator[Piece | Unreadable | _Stream], known: Configurations, how: How, keeping: Keeping | None
) -> Iterator[Result | Unreadable]:
    """The results of items in order: what is kept is told, the rest is checked, here or by others."""
    jobs = _processors() if how.jobs is None else how.jobs
    looked_up = items if keeping is None else map(keeping.look_up, items)
    spent = 0
    while jobs == 1 or (how.jobs is None and spent < ALONE):
        item = next(looked_up, None)
        if item is None:
            return
        yield from _here(item, known, keeping)
        spent += len(item.data) if isinstance(item, Piece) else 0
    from factcheck.fronts.workers import Crew

    warned: set[str] = set()
    for done, outcome in Crew(known, jobs).outcomes(looked_up):
        if outcome is None or not isinstance(done, Piece):
            yield from _here(done, known, keeping)
            continue
        for text in outcome.warned:
            if text not in warned:
                warned.add(text)
                warnings.warn(text, RuntimeWarning, stacklevel=2)  # after which nothing is kept
        if isinstance(outcome.results, Unreadable):
            yield outcome.results
            continue
        if keeping is not None:
            keeping.keep(done, outcome.results)
        yield from unpack(outcome.results, done.path)


def _here(item: object, known: Configurations, keeping: Keeping | None) -> Iterator[Result | Unreadable]:
    """The results of an item that no other process checks."""
    if isinstance(item, Unreadable):
        yield item
    elif isinstance(item, _Stream):
        yield from _checked(read_stream(sys.stdin.buffer, item.name), item.name, known)
    elif isinstance(item, Kept):
        yield from item.results
    elif isinstance(item, Piece):
        kept = []
        for result in _checked(item.drafts(), item.path, known):
            if keeping is not None:
                kept.append(packed(result))
            yield result
        if keeping is not None:
            keeping.keep(item, pack(kept))


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


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
    known = {finding.start for finding in more}  # that a restatement disagrees is said by these, with the reason
    kept = [one for one in result.findings if not (one.code.startswith("CON") and one.start in known)]
    found = sorted((*kept, *more), key=lambda finding: (finding.start, finding.code))
    return result._replace(findings=tuple(found))


def _checked(drafts: Iterator[Draft | Unreadable], path: str, known: Configurations) -> Iterator[Result | Unreadable]:
    for draft in drafts:
        if isinstance(draft, Unreadable):
            yield draft
        else:
            yield check_draft(dated(draft, known.of(path).date), known.settings(path))
