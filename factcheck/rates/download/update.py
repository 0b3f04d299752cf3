"""Brings one publisher's file of the store up to date: chunk by chunk, each verified and stored before the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from factcheck.rates.download.boc import BankOfCanada
from factcheck.rates.download.ecb import Ecb
from factcheck.rates.download.keeping import Keeper
from factcheck.rates.download.nbp import Nbp
from factcheck.rates.download.nbu import NationalBankOfUkraine
from factcheck.rates.download.publisher import Chunk, Publisher
from factcheck.rates.download.rows import NotRates, Rows
from factcheck.rates.download.verify import verify
from factcheck.rates.download.web import Answer, NoAnswer, Web
from factcheck.rates.source import EXACT, RateSource

PUBLISHERS: dict[str, Publisher] = {
    publisher.table.publisher: publisher for publisher in (Ecb(), Nbp(), BankOfCanada(), NationalBankOfUkraine())
}
_OVERLAP = 7  # days at least that are read again, to be compared and, where the publisher has corrected them, mended
_COMPARED = 40  # days of the installed rates with which a first download is compared ...
_YEAR = 366  # ... or, of one that is longer than this, its last days


class NotUpdated(Exception):
    """Why the file could not be brought up to date; chunks that were stored before stay."""


class Progress(NamedTuple):
    """What is told of a download as it goes: pieces of work done, and bytes received."""

    chunks: Callable[[int, int], None] = lambda done, whole: None
    received: Callable[[int], None] = lambda size: None


class Updated(NamedTuple):
    """What an update brought. `newest` is the file's newest day; None where there are no rates at all."""

    added: int
    changed: int
    newest: date | None
    path: Path


def update(
    publisher: Publisher,
    folder: Path,
    web: Web,
    today: date,
    *,
    base: str | None = None,
    since: date | None = None,
    installed: RateSource | None = None,
    progress: Progress = Progress(),  # noqa: B008 (a tuple)
) -> Updated:
    """Download what is newer than the store, or than the installed rates, or everything since a day.

    Raises NotUpdated, DamagedStore, StoreBusy, OSError.
    """
    keeper = Keeper(folder, publisher.table)
    stored = keeper.rows()
    newest = max(stored, default=installed.newest if installed else None)
    first = since or (_overlapping(newest) if newest else None)
    base = (base or publisher.base).rstrip("/")
    chunks = list(publisher.chunks(base, first, today))
    added = changed = 0
    for done, chunk in enumerate(chunks):
        progress.chunks(done, len(chunks))
        last = chunk is chunks[-1]
        try:
            answers = _answers(chunk, web, keeper if last else None, max(stored, default=None), progress)
            new = _read(chunk, answers)
            _check(chunk, new, answers, _known(publisher, new, stored, installed), newest)
        except NoAnswer as problem:
            raise NotUpdated(str(problem)) from None
        except NotRates as problem:
            remedy = f"; if the publisher is right, delete {keeper.path} and run it again" if stored else ""
            raise NotUpdated(f"{problem}{remedy}") from None
        kept = keeper.keep(new) if any(new.values()) else None
        if kept:
            added, changed = added + kept.added, changed + kept.changed
            stored = new.over(stored)
        if last and len(answers) == 1 and answers[0].new and stored:
            keeper.note(chunk.parts[0].url, max(stored), answers[0].etag, answers[0].modified)
    progress.chunks(len(chunks), len(chunks))
    if not stored and newest is None:
        raise NotUpdated(f"{base} has no rates at all")
    return Updated(added, changed, max(stored, default=newest), keeper.path)


def _overlapping(newest: date) -> date:
    """The first of a month, so that the address, and the answer that nothing is new, stay the same for weeks."""
    return (newest - timedelta(_OVERLAP)).replace(day=1)


def _answers(chunk: Chunk, web: Web, keeper: Keeper | None, newest: date | None, progress: Progress) -> list[Answer]:
    """The answers to a chunk's requests. Only the last chunk's single one is asked for on condition."""
    conditional = keeper is not None and newest is not None and len(chunk.parts) == 1
    return [
        web.get(
            part.url,
            keeper.said(part.url, newest) if conditional and keeper and newest else None,
            missing_ok=part.missing_ok,
            received=progress.received,
        )
        for part in chunk.parts
    ]


def _read(chunk: Chunk, answers: list[Answer]) -> Rows:
    rows = Rows()
    for part, answer in zip(chunk.parts, answers, strict=True):
        if answer.body is None:
            continue
        try:
            rows = part.read(answer.body).over(rows)
        except NotRates as problem:
            raise NotRates(f"{part.url} does not give rates: {problem}") from None
    return rows


def _check(chunk: Chunk, new: Rows, answers: list[Answer], known: Rows, newest: date | None) -> None:
    """Raise NotRates, with the address, for rates that cannot be believed, or none of a day that has some."""
    try:
        if not new and newest and chunk.first <= newest <= chunk.last and all(answer.new for answer in answers):
            raise NotRates(f"nothing, not even of {newest}")
        verify(new, known, chunk.first, chunk.last)
    except NotRates as problem:
        raise NotRates(f"{chunk.parts[0].url} gives rates that are not to be believed: {problem}") from None


def _known(publisher: Publisher, new: Rows, stored: Rows, installed: RateSource | None) -> Rows:
    """What the new rates are compared with: the store, and where it has nothing the installed rates of those weeks."""
    if stored or installed is None or not new:
        return stored
    start, end = min(new), max(new)
    begin = end - timedelta(_COMPARED) if (end - start).days > _YEAR else start - timedelta(_COMPARED)
    known = Rows()
    for currency in new.currencies():
        for day, rate in installed.quotes(currency, begin, end):
            known.put(day, currency, rate if publisher.table.direct else EXACT.divide(Decimal(1), rate))
    return known
