"""Which pieces of a draft's text are underlined, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.checking.trace import Place
from factcheck.reports.html.notes import STATES, Note

_ORDER = [*list(STATES)[:3], "beside", *list(STATES)[3:]]
#: The states of a note that is a finding.
BLAME = ("error", "warning", "info")


class Mark(NamedTuple):
    """An underlined piece of the text. `own` are the notes that it is the mark of, `beside` those it takes part in."""

    start: int
    end: int
    state: str
    own: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()


def marks(figures: Iterable[Place], notes: Sequence[Note]) -> list[Mark]:
    """The figures and the marks of the notes (numbered from 0), in order; what overlaps is one mark."""
    own: dict[tuple[int, int], list[int]] = {}
    beside: dict[tuple[int, int], list[int]] = {}
    for n, note in enumerate(notes):
        if note.mark is not None:
            own.setdefault(note.mark, []).append(n)
        for span in dict.fromkeys(note.others):
            beside.setdefault(span, []).append(n)
    spans = {(figure.start, figure.end) for figure in figures} | own.keys() | beside.keys()
    merged: list[Mark] = []
    for start, end in sorted(spans):
        mine, others = tuple(own.get((start, end), ())), tuple(beside.get((start, end), ()))
        if merged and start < merged[-1].end:
            last = merged.pop()
            start, end = last.start, max(last.end, end)
            mine, others = last.own + mine, tuple(dict.fromkeys(last.beside + others))
        merged.append(Mark(start, end, _state(mine, others, notes), mine, others))
    return merged


def _state(own: Sequence[int], beside: Sequence[int], notes: Sequence[Note]) -> str:
    """The gravest of its own notes; a figure that another is blamed against is `beside` it, not wrong itself."""
    states = [notes[n].state for n in own]
    told = [notes[n].state for n in beside if notes[n].state != "aside"]
    states += ["beside" if state in BLAME else state for state in told]
    return min(states, key=_ORDER.index, default="beside" if beside else "alone")
