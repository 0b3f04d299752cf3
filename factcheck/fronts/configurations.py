"""The configuration of each file: the nearest one upwards from it, with what the command line says over it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.fronts.api import settings
from factcheck.fronts.config import Config, in_folder, load_config

if TYPE_CHECKING:
    from factcheck.checking.check import Settings


class Configurations:
    """Answers by path. Each file of configuration is read once, and rules are loaded once for all that choose alike.

    `said` are keys of the configuration that come before any file; with `file` there is that one alone. With `trace`
    results carry every figure, and every claim that was checked.
    """

    def __init__(self, said: Mapping[str, Any] | None = None, file: Path | None = None, *, trace: bool = False) -> None:
        self._trace = trace
        self._said = dict(said or {})
        self._file = file
        self._folders: dict[Path, Config] = {}
        self._settings: dict[tuple[int, tuple[str, ...]], Settings] = {}  # by the configuration's identity
        self._only = load_config(file)._replace(**self._said) if file else None
        self._default = Config(**self._said)
        self.here = self._only or self._at(Path.cwd())

    def __reduce__(self) -> tuple[type[Configurations], tuple[dict[str, Any], Path | None]]:
        """For another process, which reads the files of configuration anew."""
        return Configurations, (self._said, self._file)

    def of(self, path: str | os.PathLike[str]) -> Config:
        """The configuration of a file."""
        return self._only or self._at(Path(os.path.dirname(os.path.abspath(path))))

    def _at(self, folder: Path) -> Config:
        """The configuration of a folder: the very same one for all folders that it is the nearest to."""
        if folder not in self._folders:
            found = in_folder(folder)
            if found is not None:
                self._folders[folder] = found._replace(**self._said)
            else:
                self._folders[folder] = self._default if folder == folder.parent else self._at(folder.parent)
        return self._folders[folder]

    def ignored(self, path: str | os.PathLike[str]) -> tuple[str, ...]:
        """The rules that are not wanted in this file alone."""
        return _ignored(self.of(path), path)

    def settings(self, path: str | os.PathLike[str]) -> Settings:
        """What a file is checked with; BadConfig or BadRule where that cannot be used."""
        config = self.of(path)
        ignored = self.ignored(path)
        key = id(config), ignored
        if key not in self._settings:
            made = settings(config._replace(ignore=config.ignore + ignored), trace=self._trace)
            if config.rules:
                from factcheck.fronts.house import assert_examples

                assert_examples(config, made)
            self._settings[key] = made
        return self._settings[key]


def _ignored(config: Config, path: str | os.PathLike[str]) -> tuple[str, ...]:
    """The rules that the configuration does not want in this file."""
    if not config.per_file_ignores:
        return ()
    from pathspec import GitIgnoreSpec

    name = os.path.relpath(os.path.abspath(path), config.folder or os.getcwd())
    return tuple(
        code
        for pattern, codes in config.per_file_ignores.items()
        if GitIgnoreSpec.from_lines([pattern]).match_file(name)
        for code in codes
    )
