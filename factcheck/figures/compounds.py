"""Two printed numbers of two units that are one figure: "6ft 5in", "12 stone 4 pounds", "two hours and 10 minutes".

The value is in the first unit (6 feet 5 inches is 6 5/12 feet), as dollars and cents are read in dollars; its grain is
one of the second.
"""

from __future__ import annotations

from decimal import Decimal

import re2

from factcheck.figures.build import build
from factcheck.figures.figure import Figure
from factcheck.figures.raw import Parser, Raw

_MARKS = re2.compile(r"^(\d)['’′] ?(\d{1,2}(?:\.\d+)?)[\"”″]$")
_FEET = ("'", "’", "′")
_INCHES = 12


def join_compound(text: str, first: Raw, last: Raw, reader: Parser) -> Figure | None:
    """The one figure, or None where the two are two."""
    major = first.after.unit
    minors = reader.measures.compounds.get(major.name) if major is not None else None
    if major is None or minors is None or last.before.hedge or last.before.symbol or last.after.scale != 1:
        return None
    link = text[first.end : last.outer].strip().lower()
    if last.after.unit is None:
        if link not in ("", "-") or not _height(text, first, last):
            return None
        parts = next(iter(minors.values()))
    else:
        if last.after.unit.name not in minors or (link.strip("-,") and link not in reader.lex.joiners):
            return None
        parts = minors[last.after.unit.name]
    if last.number.value >= parts or first.number.value != int(first.number.value) or first.after.scale != 1:
        return None
    whole = build(text, first, reader)
    if whole is None or whole.unit != major.name:
        return None
    return Figure(
        whole.kind, text[whole.start : last.end], whole.start, last.end, whole.value + last.number.value / parts,
        Decimal(1) / parts, hedge=whole.hedge, unit=whole.unit, outer_start=whole.outer_start,
    )  # fmt: skip


def _height(text: str, first: Raw, last: Raw) -> bool:
    """Whether a bare number after feet or stones is what is left over: "6-foot-5", "5ft 10", "12st 4"."""
    after = last.after
    if after.kind is not None or after.currency is not None or after.more or len(last.number.plain) > 2:
        return False
    if last.end - last.start > 2 and not (text[first.end] == "-" and text[last.start].isalpha()):
        return False  # "six-foot-five"
    return text.endswith(("foot", "ft", "st", "stone"), 0, first.end)


def feet_and_inches(printed: str, start: int) -> Figure | None:
    """The height of 6'5", or None."""
    found = _MARKS.match(printed) if printed[1:2] in _FEET else None
    if found is None or Decimal(found.group(2)) >= _INCHES:
        return None
    feet = Decimal(found.group(1)) + Decimal(found.group(2)) / _INCHES
    return Figure("quantity", printed, start, start + len(printed), feet, Decimal(1) / _INCHES, unit="foot")
