"""Results kept between runs, by what decides them: one SQLite file in the user's cache folder.

Whatever is wrong with the file, its folder or an entry, the draft is checked again. Two runs may share it: what is
written at once stands or does not, and who cannot write keeps nothing.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3

#: How large the file may become, in bytes; then what was not asked for the longest goes, down to three quarters.
LIMIT = 64 << 20
_NAME = "results.sqlite"
_SUM = 4  # bytes before an entry
_TOGETHER = 1 << 20  # bytes that are written at once
_PATIENCE = 0.5  # seconds to wait for another run that is writing
_OVERHEAD = 80  # bytes of an entry beside its data
_DAY = 86_400


class ResultCache:
    """Bytes by key. Used as a context manager, which writes at the end what is not yet written."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._path = folder / _NAME
        self._limit = limit
        self._base: sqlite3.Connection | None = None
        self._today = int(time.time()) // _DAY
        self._new: dict[bytes, bytes] = {}
        self._size = 0
        self._used: list[bytes] = []

    def __enter__(self) -> ResultCache:
        import sqlite3

        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            for _ in range(2):
                try:
                    self._base = self._opened()
                    break
                except sqlite3.OperationalError:  # locked, read-only, no such place
                    break
                except sqlite3.DatabaseError:  # no SQLite file any more
                    os.unlink(self._path)
        return self

    def __exit__(self, *_: object) -> None:
        if self._base is None:
            return
        import sqlite3

        with suppress(sqlite3.Error):
            self._write()
            if self._used:
                with self._base:
                    self._base.executemany(
                        "update results set used = ? where key = ?", [(self._today, key) for key in self._used]
                    )
            self._prune()
        with suppress(sqlite3.Error):
            self._base.close()
        self._base = None

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key; None for nothing, or nothing whole."""
        if self._base is None:
            return None
        import sqlite3

        try:
            row = self._base.execute("select used, data from results where key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[1], bytes):
            return None
        used, data = row
        if data[:_SUM] != _sum(data[_SUM:]):
            return None
        if used != self._today:
            self._used.append(key)
        return bytes(data[_SUM:])

    def put(self, key: bytes, data: bytes) -> None:
        """Keep something under a key."""
        if self._base is None or len(data) > self._limit // 8:
            return
        self._new[key] = _sum(data) + data
        self._size += len(data)
        if self._size > _TOGETHER:
            self._write()

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        new = not self._path.exists()
        base = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            base.execute("pragma synchronous = off")  # a torn entry is known by its sum
            if new:
                with suppress(OSError):
                    os.chmod(self._path, 0o600)  # it holds sentences of drafts
                base.execute("pragma auto_vacuum = full")
            base.execute("create table if not exists results (key blob primary key, used integer, data blob)")
        except BaseException:
            base.close()
            raise
        return base

    def _write(self) -> None:
        import sqlite3

        if self._base is None or not self._new:
            return
        rows = [(key, self._today, data) for key, data in self._new.items()]
        self._new, self._size = {}, 0
        with suppress(sqlite3.Error), self._base:
            self._base.executemany("insert or replace into results values (?, ?, ?)", rows)

    def _prune(self) -> None:
        assert self._base is not None
        pages, size = (self._base.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size <= self._limit:
            return
        kept, gone = 0, []
        for key, length in self._base.execute(
            "select key, length(data) from results order by used desc, key"
        ).fetchall():
            kept += length + _OVERHEAD
            if kept > self._limit * 3 // 4:
                gone.append((key,))
        with self._base:
            self._base.executemany("delete from results where key = ?", gone)


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")
