"""Parsed YAML kept between runs: parsing the package's own tables and rules takes longer than checking a draft.

Each file has one entry in the user's cache folder, good for one state of the file (path, size, time of change) and one
version of Python. Whatever is wrong with an entry or its folder, the file is parsed again.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from factcheck.folders import user_folder

#: Names another folder for the entries; empty for none.
ENVIRONMENT = "FACTCHECK_CACHE_DIR"
_FORM = 1  # of the entries: raised when what is kept of a file changes
_SUM = 4  # bytes before an entry, without which a torn one may ask for all memory there is


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")


def kept(path: Path, parse: Callable[[str], Any]) -> Any:
    """What `parse` makes of the text of `path`: mappings, lists, strings, numbers. Raises what it raises, and OSError.

    A dictionary or list is the caller's own: nothing is shared between calls.
    """
    found = os.stat(path)
    return kept_while(path, [found.st_size, found.st_mtime_ns], lambda: parse(path.read_text(encoding="utf-8")))


def kept_while(path: Path, state: list[Any], parse: Callable[[], Any]) -> Any:
    """The same of a file or folder while its `state`, which is as plain as the data, is the same."""
    state = [_FORM, os.fspath(path), *state]
    entry = _entry(path)
    if entry is not None:
        try:
            content = entry.read_bytes()
            if content[:_SUM] == _sum(content[_SUM:]):
                was, data = marshal.loads(content[_SUM:])
                if was == state:
                    return data
        except (OSError, ValueError, EOFError, TypeError):
            pass
    data = parse()
    if entry is not None:
        _keep(entry, [state, data])
    return data


def cache_folder() -> Path | None:
    """Where the entries lie, whether the folder is there or not; None for nowhere."""
    given = os.environ.get(ENVIRONMENT)
    if given is not None:
        return Path(given) if given else None
    return user_folder("cache")


def _entry(path: Path) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    return folder / f"{path.stem}-{crc32(os.fspath(path).encode()):08x}.{sys.implementation.cache_tag}"


def _keep(entry: Path, content: list[Any]) -> None:
    """Write beside, then rename; a folder that cannot be written is no failure."""
    beside = entry.with_name(f"{entry.name}.{os.getpid()}")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        data = marshal.dumps(content)
        beside.write_bytes(_sum(data) + data)
        os.replace(beside, entry)
    except (OSError, ValueError):
        with suppress(OSError):
            beside.unlink(missing_ok=True)
