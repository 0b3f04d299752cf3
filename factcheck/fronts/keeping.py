"""Looking up what an earlier run found in the same piece, and keeping what this one finds."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from factcheck.checking.packed import unpack
from factcheck.drafts.pieces import Piece
from factcheck.drafts.reading import format_of

if TYPE_CHECKING:
    from factcheck.checking.result import Result
    from factcheck.drafts.draft import Unreadable
    from factcheck.fronts.configurations import Configurations
    from factcheck.fronts.result_cache import ResultCache

Item = TypeVar("Item")


class Kept(NamedTuple):
    """What an earlier run found in a piece."""

    results: list[Result | Unreadable]


class Keeping:
    """The results between runs, by piece. Once a warning is told nothing more is kept: the next run must tell it."""

    def __init__(self, cache: ResultCache, known: Configurations) -> None:
        from factcheck.fronts.cache_key import Keys

        self._cache = cache
        self._keys = Keys(known)
        self._warned = False
        self._tell, warnings.showwarning = warnings.showwarning, self._hear
        self._asked: dict[tuple[str, int | None], bytes] = {}  # keys of what was looked up and not found

    def look_up(self, item: Item) -> Item | Kept:
        """What is kept of a piece, or the piece; anything else as it is."""
        if not isinstance(item, Piece) or not format_of(item.path).alone:
            return item
        key = self._keys.of(item)
        data = self._cache.get(key)
        if data is not None:
            try:
                return Kept(list(unpack(data, item.path)))
            except (ValueError, EOFError, TypeError):  # whole, and of another make
                pass
        self._asked[item.path, item.first] = key
        return item

    def keep(self, piece: Piece, results: bytes) -> None:
        """Keep what came of a piece that was looked up."""
        key = self._asked.pop((piece.path, piece.first), None)
        if key is not None and not self._warned:
            self._cache.put(key, results)

    def _hear(self, *said: Any, **more: Any) -> None:
        self._warned = True
        self._tell(*said, **more)
