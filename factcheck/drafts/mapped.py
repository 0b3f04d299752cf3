"""A text put together from pieces of its source, with the map back."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.drafts.draft import Block, OffsetMap, Role
from factcheck.drafts.inline import Cut

_CHUNK = 10  # bits: the source is counted in steps of 1,024 bytes
_CONTINUATION = bytes(range(0x80, 0xC0))  # bytes of UTF-8 that begin no character
_JOINT = "\n\n"


class MappedText:
    """Blocks out of UTF-8 bytes. `shift` is the offset in the source, in code points, of the first byte."""

    def __init__(self, data: bytes, shift: int) -> None:
        self._data = data
        self._shift = shift
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, int]] = []
        self._wide: dict[int, int] = {}
        self._blocks: list[Block] = []
        self._counts: list[int] | None = None  # characters before each chunk; None: ASCII, a byte is a character
        if not data.isascii():
            self._counts, count = [], 0
            for at in range(0, len(data), 1 << _CHUNK):
                self._counts.append(count)
                count += len(data[at : at + (1 << _CHUNK)].translate(None, _CONTINUATION))

    def add(self, start: int, end: int, cuts: list[Cut], role: Role) -> bool:
        """Add the bytes `start:end`, without white space at the ends, as a block. False: nothing is left of them.

        `cuts` are in order of their starts; those elsewhere do not matter.
        """
        return self.add_pieces(self._kept(start, end, cuts), role)

    def add_pieces(self, pieces: list[Cut], role: Role) -> bool:
        """Add pieces in order as a block, likewise: bytes as they stand, or with the characters that stand for them."""
        pieces = self._trimmed(pieces)
        read = [characters or self._data[at:stop].decode() for at, stop, characters in pieces]
        if all(piece.isspace() for piece in read):  # no-break spaces, which bytes do not know
            return False
        first = self._begin()
        for (at, stop, characters), piece in zip(pieces, read, strict=True):
            place = self.offset(at)
            if characters:
                source_end = self.offset(stop)
                for n in range(len(piece)):
                    self._runs.append((self._length + n, place, 1))
                    self._wide[self._length + n] = source_end
            else:
                self._runs.append((self._length, place, len(piece)))
            self._parts.append(piece)
            self._length += len(piece)
        self._blocks.append(Block(first, self._length, role))
        return True

    def add_source(self, source: str, span: tuple[int, int], role: Role) -> None:
        """Add a piece of the decoded source that is not among the bytes."""
        first = self._begin()
        piece = source[slice(*span)]
        self._runs.append((first, span[0], len(piece)))
        self._parts.append(piece)
        self._length += len(piece)
        self._blocks.append(Block(first, self._length, role))

    @property
    def last(self) -> Block:
        """The block that was added last."""
        return self._blocks[-1]

    def text(self) -> str:
        return "".join(self._parts)

    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks)

    def offsets(self) -> OffsetMap:
        return OffsetMap(self._runs, self._wide)

    def _begin(self) -> int:
        if self._blocks:
            self._parts.append(_JOINT)
            self._length += len(_JOINT)
        return self._length

    def offset(self, at: int) -> int:
        """The source offset of a byte."""
        if self._counts is None:
            return at + self._shift
        chunk = at >> _CHUNK
        if chunk == len(self._counts):
            chunk -= 1
        begun = len(self._data[chunk << _CHUNK : at].translate(None, _CONTINUATION))
        return self._counts[chunk] + begun + self._shift

    def _kept(self, start: int, end: int, cuts: list[Cut]) -> list[Cut]:
        """The pieces of `start:end` that are read: verbatim ones, and replaced ones with their characters."""
        kept: list[Cut] = []
        at = start
        for n in range(bisect_left(cuts, (start, 0, "")), len(cuts)):
            begin, stop, characters = cuts[n]
            if begin >= end:
                break
            if begin > at:
                kept.append((at, begin, ""))
            if characters and begin >= at:
                kept.append((begin, stop, characters))
            at = max(at, stop)
        if at < end:
            kept.append((at, end, ""))
        return kept

    def _trimmed(self, pieces: list[Cut]) -> list[Cut]:
        """Pieces without the white space at both ends."""
        first, last = 0, len(pieces)
        while first < last:
            start, stop, characters = pieces[first]
            left = characters.lstrip() if characters else self._data[start:stop].lstrip()
            if left:
                pieces[first] = (start if characters else stop - len(left), stop, characters)
                break
            first += 1
        while first < last:
            start, stop, characters = pieces[last - 1]
            left = characters.rstrip() if characters else self._data[start:stop].rstrip()
            if left:
                pieces[last - 1] = (start, stop if characters else start + len(left), characters)
                break
            last -= 1
        return pieces[first:last]
