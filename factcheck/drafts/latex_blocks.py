"""The blocks of a LaTeX source as they come about: open braces and environments, cells, footnotes."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.drafts.draft import DraftDate, Role
from factcheck.drafts.inline import Cut
from factcheck.drafts.mapped import MappedText
from factcheck.drafts.table import MOST_CELLS, TableMaker

LEFT_OUT = "\ufffc"  # in the place of a formula, so that what stands on both sides is not read as one


class Rows:
    """The cells of an open table: columns taken and span in the text, if it has one."""

    def __init__(self) -> None:
        self.rows: list[list[tuple[int, tuple[int, int] | None]]] = [[]]
        self.heads = 0
        self.count = 0
        self.columns = 1

    def table(self) -> TableMaker:
        maker = TableMaker()
        for n, row in enumerate(self.rows):
            if not row:
                continue
            maker.begin_row("head" if n < self.heads else "body")
            for columns, span in row:
                spot = maker.spot(columns=columns)
                if span is not None:
                    spot.write(*span)
        return maker


class Frame(NamedTuple):
    """An open brace (`name` empty) or environment: the role inside, and what to go back to when it ends."""

    name: bytes
    role: Role
    silent: bool
    ends: str = ""  # "block", "note", "date": what its end finishes
    more: int = 0  # so many groups behind it are left out as well
    saved: list[Cut] | None = None
    rows: Rows | None = None


class Printed:
    """What is printed: pieces are collected, and become a block where it ends."""

    def __init__(self, source: str) -> None:
        self.data = source.encode()
        self.text = MappedText(self.data, 0)
        self.makers: list[TableMaker] = []
        self.date: DraftDate | None = None
        self.pieces: list[Cut] = []
        self.notes: list[list[Cut]] = []
        self.titled = False
        self.frames = [Frame(b"", "body", False)]
        self.open: dict[bytes, int] = {}
        self.written: tuple[int, int] | None = None

    def put(self, start: int, end: int, characters: str) -> int:
        """Read characters in the place of a span; returns its end."""
        if characters and not self.frames[-1].silent:
            self.pieces.append((start, end, characters))
        return end

    def before(self, count: int) -> str:
        """The last characters of the open block."""
        parts = [text or self.data[start:stop].decode() for start, stop, text in self.pieces[-4:]]
        return "".join(parts)[-count:]

    def flush(self) -> bool:
        """End the block, with the footnotes in it behind it. Whether it had text."""
        pieces, self.pieces = self.pieces, []
        frame = self.frames[-1]
        if frame.ends == "note":
            self.notes.append(pieces)
            return False
        role: Role = frame.role
        wrote = bool(pieces) and any(text != LEFT_OUT for *_, text in pieces) and self.text.add_pieces(pieces, role)
        if frame.role != "note" and not any(one.ends == "note" for one in self.frames[-2:]):
            notes, self.notes = self.notes, []
            if wrote and notes:
                span = self.text.last
                for note in notes:
                    self.text.add_pieces(note, "note")
                self.written = (span.start, span.end)
            else:
                for note in notes:
                    self.text.add_pieces(note, "note")
        return wrote

    def end_cell(self) -> None:
        """End a cell of the innermost table."""
        rows = self.frames[-1].rows
        if rows is None:
            return
        self.written = None
        wrote = self.flush()
        span = self.written or ((self.text.last.start, self.text.last.end) if wrote else None)
        rows.count += 1
        if rows.count <= MOST_CELLS:
            rows.rows[-1].append((rows.columns, span))
        rows.columns = 1

    def end_line(self, start: int, end: int) -> int:
        """A line's end that is printed: a row's in a table."""
        frame = self.frames[-1]
        if frame.rows is None:
            return self.put(start, end, "\n")
        self.end_cell()
        if frame.rows.count <= MOST_CELLS:
            frame.rows.rows.append([])
        return end

    def dated(self) -> None:
        """End the block of the date, which dates the draft if it prints a day."""
        from factcheck.drafts.days import day_of

        if self.flush():
            block = self.text.last
            day = day_of(self.text.text()[block.start : block.end])
            if day is not None:
                start, end = self.text.offsets().span(block.start, block.end)
                self.date = DraftDate(day, "\\date", start, end)

    def pop(self) -> Frame:
        """End the innermost frame, with what it finishes."""
        frame = self.frames[-1]
        if frame.ends == "note":
            if self.pieces:
                self.notes.append(self.pieces)
            self.pieces = frame.saved or []
        elif frame.ends == "date":
            self.dated()
        elif frame.rows is not None:
            if self.pieces:
                self.end_cell()
            self.flush()
            if frame.rows.count <= MOST_CELLS:
                self.makers.append(frame.rows.table())
        elif frame.ends == "block" or (frame.name and not frame.silent):
            self.flush()
        if frame.name:
            self.open[frame.name] -= 1
        self.frames.pop()
        return frame
