"""Processes that check pieces of files beside each other, their outcomes in the order of the pieces.

On Linux they are forked once rules and rates are loaded, which they share; elsewhere each loads them itself. A worker
that dies costs the piece that it was at. Whoever stops listening ends them all.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.checking.check import check_draft
from factcheck.checking.packed import pack, packed
from factcheck.drafts.draft import Unreadable
from factcheck.drafts.pieces import Piece
from factcheck.fronts.api import dated
from factcheck.fronts.config import BadConfig

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from factcheck.checking.result import Result
    from factcheck.fronts.configurations import Configurations

#: How many bytes of pieces a worker is given at once, and how many batches for each are read ahead.
BATCH, AHEAD = 1 << 16, 32
#: How processes are started.
START = "fork" if sys.platform == "linux" else "spawn"
_MOST_WAITING = 4096  # pieces that are read ahead, however small
_DONE, _FAILED, _BROKEN = b"\0", b"\1", b"\2"  # the first byte of what a worker says


class WorkerFailed(Exception):
    """A mistake of ours in a worker; the text is its traceback."""


class Outcome(NamedTuple):
    """What came of a piece: packed results, or an Unreadable where nothing did. `warned`: what was said meanwhile."""

    results: bytes | Unreadable
    warned: tuple[str, ...] = ()


class _Slot:
    """A place in the order: a piece with its outcome, once it is there, or something that waits for its turn."""

    __slots__ = ("item", "outcome")

    def __init__(self, item: object) -> None:
        self.item = item
        self.outcome: Outcome | None = None

    @property
    def done(self) -> bool:
        return self.outcome is not None or not isinstance(self.item, Piece)

    @property
    def size(self) -> int:
        return len(self.item.data) if isinstance(self.item, Piece) else 0


class _Worker(NamedTuple):
    process: BaseProcess
    line: Connection
    slots: deque[_Slot]  # what it has been given and not yet answered


class Crew:
    """Up to `size` processes, each started when there is work that nobody is free for."""

    def __init__(self, known: Configurations, size: int) -> None:
        self._known = known
        self._size = size
        # a process of several threads cannot be forked safely
        forks = START == "fork" and threading.active_count() == 1
        self._context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        self._workers: dict[Connection, _Worker] = {}
        if forks:  # what is loaded now is shared
            chosen = known.settings(os.curdir)
            _ = chosen.kinds, chosen.book
            import_module("factcheck.checking.examine")

    def outcomes(self, items: Iterable[Piece | object]) -> Iterator[tuple[object, Outcome | None]]:
        """Each item in order, a piece with its outcome and anything else with None. Raises what a worker raised."""
        source = iter(items)
        queue: deque[_Slot] = deque()
        waiting: deque[_Slot] = deque()
        ahead, more = 0, True
        try:
            while True:
                while more and ahead < BATCH * AHEAD * self._size and len(queue) < _MOST_WAITING:
                    item = next(source, None)
                    if item is None:
                        more = False
                        break
                    slot = _Slot(item)
                    queue.append(slot)
                    ahead += slot.size
                    if not slot.done:
                        waiting.append(slot)
                self._give(waiting)
                while queue and queue[0].done:
                    slot = queue.popleft()
                    ahead -= slot.size
                    yield slot.item, slot.outcome
                if queue:
                    self._listen(waiting)
                elif not more:
                    return
        finally:
            self._end()

    def _give(self, waiting: deque[_Slot]) -> None:
        """Work for those who have none."""
        while waiting:
            free = next((worker for worker in self._workers.values() if not worker.slots), None)
            if free is None and len(self._workers) < self._size:
                free = self._start()
            if free is None:
                return
            size = 0
            while waiting and size < BATCH:
                slot = waiting.popleft()
                size += slot.size
                free.slots.append(slot)
            with suppress(OSError):  # it has died, which listening will tell
                free.line.send([slot.item for slot in free.slots])

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        inherited = [ours, *self._workers] if self._context.get_start_method() == "fork" else []
        process = self._context.Process(target=_work, args=(theirs, self._known, inherited), daemon=True)
        process.start()
        theirs.close()
        worker = self._workers[ours] = _Worker(process, ours, deque())
        return worker

    def _listen(self, waiting: deque[_Slot]) -> None:
        """Wait for somebody's answer, or end."""
        for line in wait(list(self._workers)):
            worker = self._workers[line]  # type: ignore[index]
            try:
                said = worker.line.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker, waiting)
                continue
            if said[:1] == _DONE:
                worker.slots.popleft().outcome = _outcome(said)
            else:
                _raise(said)

    def _bury(self, worker: _Worker, waiting: deque[_Slot]) -> None:
        """What a dead worker was at is lost, what it had not begun is for others."""
        del self._workers[worker.line]
        worker.line.close()
        worker.process.join()
        lost = worker.slots.popleft() if worker.slots else None
        if lost is not None and isinstance(lost.item, Piece):
            lost.outcome = Outcome(lost.item.lost(_why(worker.process.exitcode)))
        waiting.extendleft(reversed(worker.slots))

    def _end(self) -> None:
        """Leave no process behind."""
        for worker in self._workers.values():
            worker.process.terminate()
        for worker in self._workers.values():
            worker.process.join()
            worker.line.close()
        self._workers.clear()


def check_piece(piece: Piece, known: Configurations) -> bytes:
    """The packed results of a piece."""
    return pack(packed(result) for result in checked(piece, known))


def checked(piece: Piece, known: Configurations) -> Iterator[Result | Unreadable]:
    """What comes of each draft of a piece."""
    for draft in piece.drafts():
        if isinstance(draft, Unreadable):
            yield draft
        else:
            yield check_draft(dated(draft, known.of(piece.path).date), known.settings(piece.path))


def _why(status: int | None) -> str:
    if status is not None and status < 0:
        with suppress(ValueError):
            name = signal.Signals(-status).name
            want = ", perhaps for want of memory" if name == "SIGKILL" else ""
            return f"the process that was at it was ended by {name}{want}"
    return f"the process that was at it ended with status {status}"


def _outcome(said: bytes) -> Outcome:
    results, warned = pickle.loads(said[1:])
    return Outcome(results, warned)


def _raise(said: bytes) -> None:
    text = said[1:].decode(errors="replace")
    raise BadConfig(text) if said[:1] == _FAILED else WorkerFailed(text)


def _work(line: Connection, known: Configurations, inherited: Sequence[Connection]) -> None:
    """A worker's life: batches of pieces in, an answer for each piece out, until the other end is closed."""
    for other in inherited:  # or the end of who started us would never be seen
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is for who started us, who ends us then
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):
        while True:
            for piece in line.recv():
                line.send_bytes(_answer(piece, known))


def _answer(piece: Piece, known: Configurations) -> bytes:
    from factcheck.claims.source import BadRule

    try:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            results = check_piece(piece, known)
        return _DONE + pickle.dumps((results, tuple(str(one.message) for one in said)))
    except (BadConfig, BadRule, OSError) as problem:
        return _FAILED + str(problem).encode(errors="replace")
    except Exception:
        return _BROKEN + traceback.format_exc().encode(errors="replace")
