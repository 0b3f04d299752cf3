"""What a download asks of a publisher: where its rates are, in which pieces, and how an answer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from factcheck.rates.download.rows import Rows
from factcheck.rates.store import StoredTable


class Part(NamedTuple):
    """One request. `read` gives the rates of its answer, or raises NotRates."""

    url: str
    read: Callable[[bytes], Rows]
    missing_ok: bool = False
    """Whether 404 means that there are no rates, as on holidays."""


class Chunk(NamedTuple):
    """Requests whose answers are verified and stored together: the rates of some days."""

    first: date
    last: date
    parts: Sequence[Part]


class Publisher(Protocol):
    """A publisher of rates; one file each beside this one."""

    table: StoredTable
    base: str
    """The address that its paths are put after, unless the user says another."""

    def chunks(self, base: str, first: date | None, last: date) -> Iterator[Chunk]:
        """The requests for the days from `first` (None: from as early as is useful) to `last`, oldest first."""
        ...


def spells(first: date, last: date, days: int) -> Iterator[tuple[date, date]]:
    """First and last days of successive spells of at most `days` days."""
    while first <= last:
        end = min(last, first + timedelta(days - 1))
        yield first, end
        first = end + timedelta(1)
