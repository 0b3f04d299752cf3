"""The files of a run: those that are named, those that a pattern fits, and in folders those of a known kind."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import has_magic, iglob
from typing import TYPE_CHECKING

from factcheck.drafts.draft import Unreadable

if TYPE_CHECKING:
    from factcheck.fronts.ignoring import Ignoring


def files(paths: Sequence[str], exclude: Sequence[str] = (), *, gitignore: bool = True) -> Iterator[str | Unreadable]:
    """The files to read, each once; "-" is standard input.

    A file that is named is read whatever it is called. In a folder, and among what a pattern (`drafts/**/*.md`) fits,
    hidden files, the locks of word processors (`~$deal.docx`), named pipes, and what `exclude` or a `.gitignore` names
    are passed over.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _named(path, exclude, gitignore):
            name = found if isinstance(found, Unreadable) else os.path.normpath(found)
            if isinstance(name, Unreadable) or name not in seen:
                yield found
            if isinstance(name, str):
                seen.add(name)


def _named(path: str, exclude: Sequence[str], gitignore: bool) -> Iterator[str | Unreadable]:
    from factcheck.drafts.reading import SUFFIXES

    if path == "-" or os.path.isfile(path):
        yield path
    elif os.path.isdir(path):
        found = sorted(_below(path, SUFFIXES, exclude, gitignore))
        yield from found
        if not found:
            yield Unreadable(path, f"no drafts in this folder ({' '.join(SUFFIXES)})")
    elif has_magic(path) and not os.path.lexists(path):
        fitting = sorted(name for name in iglob(path, recursive=True) if os.path.isfile(name))
        ignored = _ignoring(os.curdir, exclude, gitignore, found=gitignore) if fitting else None
        kept = [name for name in fitting if ignored is None or not ignored.file(name)]
        yield from kept
        if not kept:
            yield Unreadable(path, "no file fits this pattern") if any(map(path.__contains__, "*?")) else path
    else:
        yield path


def _below(folder: str, suffixes: tuple[str, ...], exclude: Sequence[str], gitignore: bool) -> Iterator[str]:
    ignored = _ignoring(folder, exclude, gitignore)
    for here, folders, names in os.walk(folder):
        if ignored is None and gitignore and ".gitignore" in names:
            ignored = _ignoring(folder, exclude, gitignore, found=True)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not (ignored and ignored.matches(os.path.join(here, name), folder=True))
        ]
        for name in names:
            path = os.path.join(here, name)
            if not name.lower().endswith(suffixes) or name.startswith((".", "~$")) or _is_special(path):
                continue
            if ignored is None or not ignored.matches(path):
                yield path


def _ignoring(folder: str, exclude: Sequence[str], gitignore: bool, found: bool = False) -> Ignoring | None:
    """What is passed over there; None where nothing says so (the library costs a cold start)."""
    if not (exclude or found or (gitignore and repository(folder))):
        return None
    from factcheck.fronts.ignoring import Ignoring

    return Ignoring(folder, exclude, gitignore=gitignore)


def repository(folder: str) -> str | None:
    """The root of the repository that holds a folder; None where there is none."""
    above = os.path.abspath(folder)
    while not os.path.exists(os.path.join(above, ".git")):
        if os.path.dirname(above) == above:
            return None
        above = os.path.dirname(above)
    return above


def _is_special(path: str) -> bool:
    """Whether this is there, and no file: a named pipe, a socket, a device."""
    return os.path.exists(path) and not os.path.isfile(path)
