"""What `factcheck rates sources` has to say of each source, and its JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TextIO

from factcheck.reports.json_text import JsonText


class SourceFacts(NamedTuple):
    """A source of rates; what is not known of it is None."""

    name: str
    publisher: str | None
    licence: str | None
    attribution: str | None
    terms: str | None
    currencies: Sequence[str]
    first: date | None
    newest: date | None
    age: int | None
    """Days from its newest rate to today."""
    step: int
    """Days from one rate to the next."""
    stored: str | None
    """The file, of the store or of the house, that has its rates; None if they are installed."""
    obtained: date | None


def write_json(sources: Sequence[SourceFacts], out: TextIO) -> None:
    """One object for all of them, on one line."""
    out.write(JsonText(out)({"sources": [source._asdict() for source in sources]}) + "\n")
