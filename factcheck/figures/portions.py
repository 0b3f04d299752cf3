"""Parts of a unit: "half a mile", "3/4 inch", "2 1/2 hours", "an hour and a half", "6ft5in"; "2/3 of"; "two dozen".

A part in words is loose: its grain is a fifth of the part, so that half an hour is 27 to 33 minutes.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

import re2

from factcheck.figures.alternation import HYPHEN, SPACE, words
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import flat, lexicon
from factcheck.figures.measures import Unit, measures
from factcheck.figures.portion_words import portion_words
from factcheck.figures.ratios import fair
from factcheck.figures.scan import SLASHED, compact, linker

_FORMS = 4096
#: What printers use below a stroke ("9/11" is no fraction).
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 100})
_FINENESS = 5
#: How far a fair reader goes from "2/3 of", plain and hedged, as from "two thirds of" (design, section 3).
_REACH = (Decimal("0.04"), Decimal("0.06"))
#: A dozen is a round number: 10 to 14.
_DOZEN = Decimal(6)


class Found(NamedTuple):
    """What a match says wherever it stands: offsets of the figure and of its hedge."""

    outer: int
    start: int
    end: int
    kind: str
    unit: str | None
    value: Decimal
    grain: Decimal
    hedge: str | None


class PortionReader:
    """Reads the matches of the scan that are parts of a unit in one language."""

    def __init__(self, language: str) -> None:
        lex = lexicon(language)
        self.lex, self.table, self.measures = lex, portion_words(language), measures(language)
        mixed, forms = words(lex.mixed, HYPHEN), words(self.table.forms, HYPHEN)
        count = words([*lex.numbers, *lex.articles])
        options = re2.Options()
        options.case_sensitive = False
        shapes = [
            rf"({forms}){HYPHEN}?{linker(lex)}(\D+)",
            rf"({SLASHED}|\d{{1,3}}{HYPHEN}{mixed}){HYPHEN}?(\D.*)",
            rf"((?:\d{{1,3}}|{count}){HYPHEN}(.+?){HYPHEN}{mixed})",
            rf"({SLASHED}){SPACE}{words(self.table.of)}",
            rf"({words(self.table.dozens, HYPHEN)})",
        ]
        lead = rf"^(?:({words(lex.hedges)}){SPACE}?)?"
        self.shapes = [re2.compile(f"{lead}{shape}$", options) for shape in shapes]
        self.compact = [(re2.compile(f"^{compact(row)}$"), row) for row in self.table.compact]
        either = "|".join([*shapes, *map(compact, self.table.compact)])
        #: Most matches are no part of a unit: one look tells.
        self.any = re2.compile(f"{lead}(?:{either})$", _uncaptured())
        self.mixed = re2.compile(rf"^(.*?){HYPHEN}({mixed})(?:{HYPHEN}.*|$)", options)
        self.find = lru_cache(maxsize=_FORMS)(self._find)

    def read(self, text: str, start: int, end: int) -> Figure | None:
        """The figure of one match, or None where it is none or stands in the wrong words ("the third half hour")."""
        found = self.find(text[start:end])
        if found is None:
            return None
        outer, at, stop = start + found.outer, start + found.start, start + found.end
        head = text[max(0, outer - 12) : outer].replace("-", " ").split()
        if head and head[-1].strip("(\"'“‘").lower() in self.table.not_after:
            return None
        reach = None
        if found.kind == "fraction":
            reach = fair(found.value, (min(_REACH[0], found.grain), min(_REACH[1], found.grain)), found.hedge)
        return Figure(
            found.kind, text[at:stop], at, stop, found.value, found.grain, hedge=found.hedge, unit=found.unit,
            outer_start=outer, fair=reach,
        )  # fmt: skip

    def _find(self, text: str) -> Found | None:
        if not self.any.match(text):
            return None
        for number, shape in enumerate(self.shapes):
            match = shape.match(text)
            if match is None:
                continue
            start = match.start(2)
            hedge = self.lex.hedges[flat(match.group(1))] if match.group(1) else None
            outer = 0 if hedge else start
            if number == 4:
                value = Decimal(self.table.dozens[flat(match.group(2))])
                return Found(outer, start, len(text), "count", None, value, value / _DOZEN, hedge or "about")
            portion = self._portion(match.group(2), number)
            if portion is None:
                continue
            value = _decimal(portion)
            grain = _decimal(Fraction(1, _FINENESS * portion.denominator))
            if number == 3:
                return (
                    Found(outer, start, match.end(2), "fraction", None, value, grain * 2, hedge) if value < 1 else None
                )
            unit = self._unit(flat(match.group(3)), match.group(3))
            if unit is not None:
                return Found(outer, start, len(text), unit.kind, unit.name or None, value, grain, hedge)
        return self._compact(text)

    def _portion(self, text: str, number: int) -> Fraction | None:
        """The value of what is printed before the unit, or around it."""
        lex = self.lex
        if number == 0:
            return self.table.forms.get(flat(text))
        if "/" in text:
            *whole, part = text.replace("-", " ").split()
            above, _, below = part.partition("/")
            if int(above) >= int(below) or int(below) not in _DENOMINATORS:
                return None
            return Fraction(int(above), int(below)) + sum(map(int, whole))
        match = self.mixed.match(text)
        if match is None:
            return None
        head, tail = flat(match.group(1)).split()[0], flat(match.group(2))
        count = int(head) if head.isdigit() else lex.numbers.get(head, 1)
        return count + lex.mixed[tail]

    def _unit(self, form: str, printed: str) -> Unit | None:
        if form in self.table.shares:
            return Unit(self.table.shares[form], "")
        unit = self.measures.find(form) or self.measures.find(printed)
        return None if unit is None or unit.kind == "multiple" else unit

    def _compact(self, text: str) -> Found | None:
        for shape, row in self.compact:
            match = shape.match(text)
            if match is None:
                continue
            parts = self.measures.compounds[row.unit][row.minor]
            first, last = (Decimal(group) for group in match.groups() if group)
            if last >= parts:
                return None
            kind = "duration" if parts == 60 else "quantity"
            return Found(0, 0, len(text), kind, row.unit, first + last / parts, Decimal(1) / parts, None)
        return None


def _uncaptured() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    return options


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


@cache
def portion_reader(language: str) -> PortionReader:
    return PortionReader(language)
