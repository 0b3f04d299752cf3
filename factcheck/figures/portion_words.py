"""A language's words for parts of a unit, from the table `portions` of its lexicon."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from factcheck.figures.lexicon import flat, lexicon


class Compact(NamedTuple):
    """How two units are printed in one word: "6ft5in", "3h25m". An empty mark stands for none at all."""

    unit: str
    first: list[str]
    minor: str
    then: list[str]


class PortionWords:
    """What a part of a unit is called, and the words that count dozens."""

    def __init__(self, language: str) -> None:
        lex = lexicon(language)
        table: dict[str, Any] = lex.tables.get("portions", {})
        #: What stands before a unit ("half a", "a quarter of an").
        self.forms: dict[str, Fraction] = {
            flat(form): Fraction(value) for form, value in table.get("forms", {}).items()
        }
        #: Units that are no measures: percent and points.
        self.shares: dict[str, str] = dict.fromkeys(map(flat, table.get("points", ())), "points")
        self.shares |= dict.fromkeys(lex.points, "points") | dict.fromkeys(lex.percent - {"%"}, "percent")
        self.of: frozenset[str] = frozenset(table.get("of", ()))
        self.not_after: frozenset[str] = frozenset(table.get("not_after", ()))
        self.dozens: dict[str, int] = {flat(form): value for form, value in table.get("dozens", {}).items()}
        self.compact = [
            Compact(unit, row["first"], minor, row[minor])
            for unit, row in table.get("compact", {}).items()
            for minor in row
            if minor != "first"
        ]


@cache
def portion_words(language: str) -> PortionWords:
    return PortionWords(language)
