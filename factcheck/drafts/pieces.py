"""Files in pieces that can be checked each on its own: a whole file, or some of the lines of one of many articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from typing import IO, NamedTuple

from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.reading import UTF16, format_of, read_bytes, read_lines, why_closed

#: How many bytes of lines make a piece.
LINES = 1 << 18


class Piece(NamedTuple):
    """Bytes of the file at `path`: all of them, or where `first` is given the lines from that one (counted from 1)."""

    path: str
    data: bytes
    first: int | None = None

    def drafts(self) -> Iterator[Draft | Unreadable]:
        """The drafts in order, with an Unreadable in the place of each that cannot be read. Never raises."""
        if self.first is None:
            return read_bytes(self.data, self.path)
        return read_lines(BytesIO(self.data), self.path, self.first)

    def lost(self, reason: str) -> Unreadable:
        """What stands for the drafts where they could not be checked."""
        if self.first is None:
            return Unreadable(self.path, f"not checked: {reason}")
        last = self.first + max(0, self.data.rstrip(b"\n").count(b"\n"))
        return Unreadable(self.path, f"lines {self.first:,} to {last:,} not checked: {reason}", self.first)


def pieces(path: str, size: int = LINES) -> Iterator[Piece | Unreadable]:
    """The pieces of a file in order; an Unreadable where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            yield from pieces_of(stream, os.fspath(path), size)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield Unreadable(path, why_closed(error))


def pieces_of(stream: IO[bytes], path: str, size: int = LINES) -> Iterator[Piece]:
    """The pieces of an open binary file. No more than one of them is in memory, unless the format is read whole."""
    if format_of(path).reads != "many":
        yield Piece(path, stream.read())
        return
    first, any_yet = 1, False
    while data := stream.read(size):
        if first == 1 and data.startswith(UTF16):
            yield Piece(path, data + stream.read())
            return
        data += stream.readline()
        if not data.isspace():
            any_yet = True
            yield Piece(path, data, first)
        first += data.count(b"\n")
    if not any_yet:
        yield Piece(path, b"", 1)  # which says that it is empty
