"""What shows figures or claims: a class that is given those of one draft after another, then told of the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TextIO

from factcheck.drafts.draft import Draft

#: A figure or a claim with the keys of the contract (the design, section 7).
Record = Mapping[str, object]


class Shown(NamedTuple):
    """A figure or a claim: its record, and its span in the draft's text (the record has the one in the source)."""

    record: Record
    start: int
    end: int


class FiguresRenderer:
    """Writes to `out` as it goes, so that a run over an archive stays flat in memory.

    `draft` is called once a draft, in order, also for one without figures; `close` once, also when nothing was read.
    """

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def draft(self, draft: Draft, shown: Iterable[Shown]) -> None:
        """Show what stands in one draft."""

    def close(self) -> None:
        """Finish; `out` stays open."""


def identity(draft: Draft) -> dict[str, object]:
    """The keys that a record begins with: the file, and the article in a file of several."""
    return {"path": draft.path} if draft.id is None else {"path": draft.path, "id": draft.id}


def place(draft: Draft) -> str:
    """`drafts/budget.md`, or `wire.jsonl#a17` for an article of a file of several."""
    return draft.path if draft.id is None else f"{draft.path}#{draft.id}"
