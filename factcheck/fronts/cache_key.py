"""What decides the findings of a piece, as one key: its bytes and name, and all that a run is told and made of."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import factcheck
from factcheck.checking.packed import FORM
from factcheck.rates.store import store_folder

if TYPE_CHECKING:
    from factcheck.drafts.pieces import Piece
    from factcheck.fronts.config import Config
    from factcheck.fronts.configurations import Configurations

#: Keys of the configuration that decide what is read and told, not what is found.
_APART = {"exclude": (), "gitignore": True, "folder": None, "baseline": None, "rate_urls": {}}


class Keys:
    """The key of each piece of a run."""

    def __init__(self, known: Configurations) -> None:
        self._known = known
        self._today = datetime.date.today().isoformat()
        self._configs: dict[int, bytes] = {}  # by the configuration's identity

    def of(self, piece: Piece) -> bytes:
        config = self._known.of(piece.path)
        digest = blake2b(self._of_config(config), digest_size=20)
        name = os.path.basename(piece.path)
        digest.update(repr((name, piece.first, len(piece.data), self._known.ignored(piece.path))).encode())
        digest.update(piece.data)
        return digest.digest()

    def _of_config(self, config: Config) -> bytes:
        found = self._configs.get(id(config))
        if found is None:
            digest = blake2b(self._world)
            said = config._replace(**_APART)  # type: ignore[arg-type]
            digest.update(repr((said, self._today if config.undated == "today" else "")).encode())
            for path in _paths(config):
                digest.update(repr(os.fspath(path)).encode())
                for part in _contents(path):
                    digest.update(blake2b(part).digest())
            found = self._configs[id(config)] = digest.digest()
        return found

    @cached_property
    def _world(self) -> bytes:
        """The package with its rules and words, what it is installed beside, and the rates that were downloaded."""
        from factcheck.folders import package_folders

        digest = blake2b(repr((FORM, factcheck.__version__, sys.version, sorted(_installed()))).encode())
        for folder in (*package_folders(), store_folder()):
            digest.update(repr((os.fspath(folder), sorted(_state(folder)))).encode())
        return digest.digest()


def _installed() -> Iterator[str]:
    """The names of all distributions with their versions: rates and parsers are among them."""
    for folder in dict.fromkeys(sys.path):
        try:
            yield from (name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue


def _state(folder: str | os.PathLike[str]) -> Iterator[tuple[str, int, int]]:
    """The files below a folder with size and time of change, without what Python compiles of them."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        yield from _state(entry.path)
                else:
                    found = entry.stat()
                    yield entry.path, found.st_size, found.st_mtime_ns
    except OSError:
        return


def _paths(config: Config) -> Iterator[Path]:
    """The files and folders that a configuration names, of rules, rates and facts."""
    facts = config.facts if isinstance(config.facts, list | tuple) else (config.facts,)
    given: Iterable[object] = (*config.rules, config.rates, *facts)
    yield from (Path(one) for one in given if isinstance(one, str | os.PathLike))


def _contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, or the names and bytes of all below a folder, in order."""
    for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
        try:
            if one.is_file():
                yield os.fspath(one).encode(errors="replace")
                yield one.read_bytes()
        except OSError:
            yield b"?"
