"""Writes the store: merged with what is there, checked, beside and renamed, one writer at a time.

Whenever a run is killed, a file is the old one or the new one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from factcheck.rates.download.rows import Rows, rows_of, text_of
from factcheck.rates.store import StoredTable, check_table, read_table

_PATIENCE = 30.0  # seconds for another run to write its file, which takes one


class StoreBusy(Exception):
    """Another run holds the store."""


class Kept(NamedTuple):
    """What came of storing rates."""

    added: int
    """Days that the file did not have."""
    changed: int
    """Rates that it had, and the publisher has corrected."""


class Keeper:
    """One file of the store, and beside it what its publisher's server said of the last answer (`ecb.http.json`)."""

    def __init__(self, folder: Path, table: StoredTable) -> None:
        self.path = folder / table.file
        self._table = table
        self._said = folder / f"{table.publisher}.http.json"

    def rows(self) -> Rows:
        """What the file holds; empty where there is none. DamagedStore, OSError."""
        return rows_of(self._text()) if self.path.is_file() else Rows()

    def keep(self, new: Rows) -> Kept:
        """Store rates over what is there. StoreBusy, DamagedStore, OSError; the file is then as it was."""
        with self._alone():
            text = self._text() if self.path.is_file() else ""
            old = rows_of(text) if text else Rows()
            both = new.over(old)
            columns = text.partition("\n")[0].split(",")[1:]
            written = text_of(both, columns)
            if written != text:
                check_table(written, lambda line, reason: ValueError(f"line {line} of the new {self.path}: {reason}"))
                self._replace(self.path, written)
            changed = sum(
                rate != new[day].get(currency, rate)
                for day in new
                for currency, rate in old.get(day, {}).items()
            )  # fmt: skip
            return Kept(len([day for day in new if new[day] and day not in old]), changed)

    def said(self, url: str, newest: date) -> dict[str, str]:
        """The headers by which a server can answer that nothing is new, if the file still holds its last answer."""
        try:
            kept = json.loads(self._said.read_text(encoding="utf-8"))
            if kept["url"] == url and kept["newest"] == newest.isoformat():
                return {name: str(kept[name]) for name in ("If-None-Match", "If-Modified-Since") if kept.get(name)}
        except (OSError, ValueError, KeyError, TypeError):  # it only ever saves a download
            pass
        return {}

    def note(self, url: str, newest: date, etag: str | None, modified: str | None) -> None:
        """Remember what the server said with the answer that brought the file to `newest`."""
        record = {"url": url, "newest": newest.isoformat(), "If-None-Match": etag, "If-Modified-Since": modified}
        with self._alone():
            self._replace(self._said, json.dumps(record) + "\n")

    def _text(self) -> str:
        return read_table(self.path, self._table)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Until the end of the block no other run writes this file; a killed run's lock is free."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path.with_suffix(".lock"))
        try:
            with lock.acquire(timeout=_PATIENCE):
                yield
        except Timeout:
            raise StoreBusy(
                f"{self.path}: another `factcheck rates update` is writing it; run it again later"
            ) from None

    @staticmethod
    def _replace(path: Path, text: str) -> None:
        """Only ever called alone: what another run left half written is overwritten."""
        beside = path.with_name(f"{path.name}.new")
        with open(beside, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, path)
