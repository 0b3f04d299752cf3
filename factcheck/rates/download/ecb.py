"""The European Central Bank: all days since 1999 in a zip, or the days since one from its data portal."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date

from factcheck.rates.download.publisher import Chunk, Part
from factcheck.rates.download.rows import NotRates, Rows, is_code, iso_day, number, rows_of
from factcheck.rates.store import TABLES

_BEGINS = date(1999, 1, 4)
_LARGEST = 64 * 1024 * 1024  # bytes; the history is 5 MB
_HISTORY = "/stats/eurofxref/eurofxref-hist.zip"
_SINCE = "/service/data/EXR/D..EUR.SP00.A?format=csvdata&detail=dataonly&startPeriod={}&endPeriod={}"
_PORTAL = "https://data-api.ecb.europa.eu"
_LONG = 366  # days from which the zip is the smaller answer


class Ecb:
    """Two hosts; another `base` has the paths of both, or is itself a history file (…zip, …csv)."""

    table = TABLES[0]
    base = "https://www.ecb.europa.eu"

    def chunks(self, base: str, first: date | None, last: date) -> Iterator[Chunk]:
        """One chunk: its answer has all days, or none."""
        if base.endswith((".zip", ".csv")):
            yield Chunk(_BEGINS, last, [Part(base, read_history)])
        elif first is None or (last - first).days > _LONG:
            yield Chunk(_BEGINS, last, [Part(base + _HISTORY, read_history)])
        else:
            portal = _PORTAL if base == self.base else base
            yield Chunk(first, last, [Part(portal + _SINCE.format(first, last), read_portal)])


def read_history(body: bytes) -> Rows:
    """The zip, or the CSV that is in it."""
    if body[:2] != b"PK":
        return rows_of(_text(body))
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".csv")]
            if len(names) != 1:
                raise NotRates("a zip without one table in it")
            with archive.open(names[0]) as stream:
                text = stream.read(_LARGEST + 1)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as problem:
        raise NotRates(f"a zip that cannot be opened ({problem})") from None
    if len(text) > _LARGEST:
        raise NotRates(f"a zip of more than {_LARGEST:,} bytes")
    return rows_of(_text(text))


def read_portal(body: bytes) -> Rows:
    """The portal's CSV: a row for each day and currency, in columns that are found by name."""
    if not body.strip():
        return Rows()  # the portal's way to say that there are no days
    table = csv.DictReader(io.StringIO(_text(body)))
    needed = {"CURRENCY", "TIME_PERIOD", "OBS_VALUE"}
    if missing := needed.difference(table.fieldnames or ()):
        raise NotRates(f"no column {', '.join(sorted(missing))}")
    rows = Rows()
    try:
        for row in table:
            if None in row or None in row.values():
                raise NotRates(f"line {table.line_num} has not the columns of its header")
            if row["OBS_VALUE"] in ("", "NaN"):  # a holiday
                continue
            day, code = iso_day(row["TIME_PERIOD"]), row["CURRENCY"]
            if not is_code(code):
                raise NotRates(f"{code[:10]!r} is not a currency")
            rows.put(day, code, number(row["OBS_VALUE"], f"{code} on {day}"))
    except csv.Error as problem:
        raise NotRates(f"line {table.line_num}: {problem}") from None
    return rows


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotRates("no text") from None
