"""Figures that the prose quotes from a table: a sentence names a row and a column, and says another figure there.

A sentence is held against a cell only where it names exactly one row and one column of it, in the words of their
headings, and prints exactly one figure of the cell's kind. It quotes the table rightly where its figure is in the table
at all (it may be about another cell), or where only the unit of the whole table is not known to us.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, faces
from factcheck.claims.finders.tables import grids
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.slips import slip

if TYPE_CHECKING:
    from factcheck.claims.tables.grid import Entry, Grid

#: A heading of fewer letters, or of more, is not looked for in the prose.
_SHORTEST, _LONGEST = 3, 60
#: What is further from the cell than this is a figure of something else, unless it is a slip of its digits.
_NEAR = 2
_THOUSAND = 3
_ONE = Decimal(1)
_NOTES = re2.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*†‡§¹²³%$€£]")
_PROSE = ("body", "standfirst", "caption", "list", "headline")
Named = tuple[str, int]  # a heading as a pattern, and its number


def quoted_tables(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each cell that a sentence disagrees with as a claim: `first` is the table's figure, `second` the sentence's."""
    if not draft.tables:
        return []
    prose = [line for line in lines if line.parts and draft.block_at(line.sentence.start).role in _PROSE]
    found = []
    for grid in grids(draft, language):
        rows, columns = _named(grid.down.labels), _named(grid.across.labels)
        printed = [entry.figure for line in grid.across.lines for entry in line.entries if entry.figure]
        for line in prose if rows and columns else ():
            text = draft.text[line.sentence.start : line.sentence.end].lower()
            places = _names(text, rows), _names(text, columns)
            if len(places[0]) != 1 or len(places[1]) != 1:
                continue
            cell = _entry(grid, places[0][0], places[1][0]).figure
            said = _one(line, cell) if cell else None
            if cell and said and _differ(cell, said) and not any(_agree(other, said) for other in printed):
                found.append(Claim(kind="prose_table", roles={"first": cell, "second": said}, sentence=line.sentence))
    return found


def _named(labels: Sequence[str]) -> list[Named]:
    """The headings that prose can name; none where two are alike."""
    plain = [" ".join(_NOTES.sub(" ", label).lower().split()) for label in labels]
    if len(set(plain)) != len(plain):
        return []
    return [(label, n) for n, label in enumerate(plain) if _SHORTEST <= len(label) <= _LONGEST]


def _names(text: str, named: Sequence[Named]) -> list[int]:
    """The headings that a text names, without those that are a part of a longer one that it names."""
    there = [(label, n) for label, n in named if _stands(text, label)]
    return [n for label, n in there if not any(label != other and label in other for other, _ in there)]


def _stands(text: str, label: str) -> bool:
    at = text.find(label)
    while at >= 0:
        end = at + len(label)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return True
        at = text.find(label, at + 1)
    return False


def _entry(grid: Grid, row: int, column: int) -> Entry:
    return grid.across.lines[row].entries[column]


def _one(line: Line, cell: Figure) -> Figure | None:
    """The one figure of a sentence that can be that of the cell; None where there are several."""
    likes = [figure for part in line.parts.values() for figure in _likes(faces(part), cell)]
    return likes[0] if len(likes) == 1 and likes[0].ends is None else None


def _likes(figures: Sequence[Figure], cell: Figure) -> Iterator[Figure]:
    for figure in figures:
        if cell.kind in ("percent", "money"):
            same = figure.kind == cell.kind and not (
                cell.currencies and figure.currencies and set(cell.currencies).isdisjoint(figure.currencies)
            )
        elif cell.unit:
            same = figure.kind == "quantity" and figure.unit == cell.unit
        else:
            same = figure.kind in ("count", "quantity")  # the table's title may say the unit
        if same:
            yield figure


def _differ(cell: Figure, said: Figure) -> bool:
    """Whether two figures disagree, and are near enough to be meant for one."""
    if _agree(cell, said) or not cell.value or not said.value or (cell.value < 0) != (said.value < 0):
        return False
    ratio = abs(said.value / cell.value)
    return slip(cell, said) is not None or 1 / ratio <= _NEAR >= ratio


def _agree(cell: Figure, said: Figure) -> bool:
    """Whether a sentence's figure is that of a cell, in thousands or millions where the table does not say so."""
    exact, told = cell.interval("wide", "bounded"), said.interval("wide", "bounded")
    if exact.meets(told):
        return True
    powers = range(-3 * _THOUSAND, 3 * _THOUSAND + 1, _THOUSAND) if cell.kind != "percent" and cell.scale == 1 else ()
    return any(exact.times(Interval.point(_ONE.scaleb(power))).meets(told) for power in powers)
