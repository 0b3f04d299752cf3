"""What `.gitignore` files and `exclude` patterns pass over, as git reads them (gitignore(5))."""

from __future__ import annotations

import os
from collections.abc import Sequence

from pathspec import GitIgnoreSpec

from factcheck.fronts.files import repository


class Ignoring:
    """Answers for the paths in and below a folder.

    In a repository the `.gitignore` of every folder from its root down counts, and `.git/info/exclude`; elsewhere
    those from `folder` down. `exclude` patterns are relative to the working folder.
    """

    def __init__(self, folder: str, exclude: Sequence[str] = (), *, gitignore: bool = True) -> None:
        self._top = repository(folder) or os.path.abspath(folder)
        self._gitignore = gitignore
        self._specs: dict[str, GitIgnoreSpec | None] = {}
        self._here = os.getcwd()
        self._exclude = GitIgnoreSpec.from_lines(exclude) if exclude else None

    def matches(self, path: str, *, folder: bool = False) -> bool:
        """Whether this file, or this folder and all in it, is passed over. Asked from the top down."""
        whole = os.path.abspath(path)
        if self._exclude is not None and self._exclude.match_file(_relative(whole, self._here, folder)):
            return True
        if not self._gitignore:
            return False
        for above in self._folders(os.path.dirname(whole)):  # the nearest file that says anything decides
            spec = self._spec(above)
            if spec is not None:
                said = spec.check_file(_relative(whole, above, folder)).include
                if said is not None:
                    return said
        return False

    def file(self, path: str) -> bool:
        """Whether a file that was not met on a walk is passed over, itself or with a folder that holds it."""
        folders = self._folders(os.path.dirname(os.path.abspath(path)))
        return any(self.matches(above, folder=True) for above in folders[-2::-1]) or self.matches(path)

    def _folders(self, folder: str) -> list[str]:
        """From a folder up to the top."""
        found = [folder]
        while folder != self._top and os.path.dirname(folder) != folder:
            folder = os.path.dirname(folder)
            found.append(folder)
        return found if folder == self._top else found[:1]

    def _spec(self, folder: str) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            lines = _lines(os.path.join(folder, ".gitignore"))
            if folder == self._top:
                lines = _lines(os.path.join(folder, ".git", "info", "exclude")) + lines
            self._specs[folder] = GitIgnoreSpec.from_lines(lines) if lines else None
        return self._specs[folder]


def _relative(path: str, folder: str, is_folder: bool) -> str:
    return os.path.relpath(path, folder) + ("/" if is_folder else "")


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            return stream.read().splitlines()
    except OSError:
        return []
