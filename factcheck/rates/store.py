"""The local store of rates that `factcheck rates update` fills: a CSV per publisher, read in the ECB's own layout.

It lies in the user's data folder, or where FACTCHECK_RATES_DIR says. A folder that is not there costs one look.
"""

from __future__ import annotations

import operator
import os
import warnings
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from factcheck.folders import user_folder
from factcheck.rates import nbp
from factcheck.rates.source import RateSource
from factcheck.rates.table import TableSource

ENVIRONMENT = "FACTCHECK_RATES_DIR"
_HEADER = "Date(?:,[A-Z]{3})+"
_RATE = r"0*[1-9]\d*(?:\.\d+)?|0+\.0*[1-9]\d*"  # above zero
_ROW = rf"\d{{4}}-\d{{2}}-\d{{2}}(?:,(?:{_RATE}|N/A)?)*"


class DamagedStore(Exception):
    """A file of the store that cannot be read; the text names file, line and remedy."""


class RatesWarning(UserWarning):
    """Rates that are passed over; others serve in their place."""


class StoredTable(NamedTuple):
    """One file of the store. A cell is in units of its currency per `home` where `direct`, else in `home` per unit."""

    publisher: str
    name: str
    home: str
    direct: bool
    weekly: bool = False
    """Whether some columns have a rate once a week only."""

    @property
    def file(self) -> str:
        return f"{self.publisher}.csv"


TABLES = (
    StoredTable("ecb", "ECB", "EUR", direct=True),
    StoredTable("nbp", "NBP", "PLN", direct=False, weekly=True),
    StoredTable("boc", "Bank of Canada", "CAD", direct=False),
    StoredTable("nbu", "NBU", "UAH", direct=False),
)


def store_folder() -> Path:
    """Where the store lies, whether it is there or not."""
    if given := os.environ.get(ENVIRONMENT):
        return Path(given)
    return user_folder("data") / "rates"


def sources(folder: Path | None = None) -> list[RateSource]:
    """What the store has, daily sources first; nothing is read before the first question.

    A file that cannot be read then gives a RatesWarning, and no rates.
    """
    folder = folder or store_folder()
    if not folder.is_dir():
        return []
    found: list[RateSource] = []
    for table in TABLES:
        path = folder / table.file
        if path.is_file():
            found += _sources_of(table, _once(partial(_served, path, table)))
    return sorted(found, key=lambda source: source.step)


def _sources_of(table: StoredTable, read: Callable[[], str]) -> list[RateSource]:
    history = TableSource(read, table.name, table.home, per_unit=not table.direct)
    return list(nbp.tables_of(history)) if table.weekly else [history]


def read_table(path: Path, table: StoredTable) -> str:
    """The text of a file of the store, of which every row is whole. DamagedStore where it is not; OSError."""
    try:
        text = path.read_bytes().decode("ascii")
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise _damaged(path, line, "no text of a table of rates", table) from None
    check_table(text, lambda line, reason: _damaged(path, line, reason, table))
    return text


def check_table(text: str, problem: Callable[[int, str], Exception]) -> None:
    """Raise `problem(line, reason)` for the first line that is torn, foreign or out of order."""
    import re2

    header, *rows = text.split("\n")
    if re2.fullmatch(f"{_HEADER}\n(?:{_ROW}\n)*", text) and _is_table(header, rows[:-1]):
        return
    if not re2.fullmatch(_HEADER, header):
        raise problem(1, "not the header of a table of rates, which begins Date,USD")
    cells = header.count(",")
    if len(set(header.split(","))) != cells + 1:
        raise problem(1, "a currency has two columns")
    end = rows.pop() if rows else None
    before = ""
    row_is_whole = re2.compile(_ROW).fullmatch
    for number, row in enumerate(rows, start=2):
        if row.count(",") != cells:
            raise problem(number, f"{row.count(',')} rates where the header has {cells} currencies")
        if not row_is_whole(row) or not _are_days([row[:10]]):
            raise problem(number, "not a day with its rates")
        if row[:10] <= before:
            raise problem(number, f"{row[:10]} after {before}")
        before = row[:10]
    if end is None or end:
        raise problem(len(rows) + (2 if end else 1), "the line is cut off")


def _is_table(header: str, rows: list[str]) -> bool:
    """Whether all rows are as long as the header, and their days ascend: all at once, for 27 years are 7,000 rows."""
    days = [row[:10] for row in rows]
    return (
        len(set(header.split(","))) == header.count(",") + 1
        and {header.count(",")}.issuperset(row.count(",") for row in rows)
        and all(map(operator.lt, days, days[1:]))
        and _are_days(days)
    )


def _are_days(days: list[str]) -> bool:
    try:
        return all(map(date.fromisoformat, days))
    except ValueError:  # the thirtieth of February
        return False


def _served(path: Path, table: StoredTable) -> str:
    """The text, or a table without rates and a warning."""
    try:
        return read_table(path, table)
    except (DamagedStore, OSError) as problem:
        warnings.warn(f"{problem}; until then the other rates serve", RatesWarning, stacklevel=2)
        return "Date\n"


def _damaged(path: Path, line: int, reason: str, table: StoredTable) -> DamagedStore:
    remedy = f"delete the file and run `factcheck rates update --source {table.publisher}`"
    return DamagedStore(f"{path}:{line}: {reason}; {remedy}")


def _once(read: Callable[[], str]) -> Callable[[], str]:
    """`read`, whose answer two sources over one file share."""
    kept: list[str] = []

    def text() -> str:
        if not kept:
            kept.append(read())
        return kept[0]

    return text
