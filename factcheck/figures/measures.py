"""A language's units, spans of time and ages: each printed form with the name that pint gives its unit.

The names come from `units.yaml` (symbols) and the lexicon (words). pint itself is never imported here: whoever converts
imports it when a draft needs it, and a test compares every name with pint's registry.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.figures.lexicon import lexicon, read_yaml

UNITS = Path(__file__).with_name("units.yaml")


class Unit(NamedTuple):
    """What a number counts: `kind` is quantity, duration, age or multiple, `name` is pint's name of the unit."""

    kind: str
    name: str


#: The units that count degrees of temperature.
DEGREES = frozenset({"degree_Celsius", "degree_Fahrenheit"})
#: What makes a multiple by itself ("10-fold"); the others need the word after "times".
FOLD = Unit("multiple", "fold")


class Measures:
    """Every printed form of a unit in one language, spaces for hyphens."""

    def __init__(self, language: str) -> None:
        shared, own = read_yaml(UNITS), lexicon(language).tables
        quantities, touching = _forms("quantity", shared["symbols"]), _forms("quantity", shared["touching"])
        #: Words that stand for a unit in any case, and after any space or a hyphen.
        self.words = _forms("quantity", own.get("units", {}))
        self.words |= _forms("duration", own.get("durations", {})) | _forms("age", own.get("ages", {}))
        times = own.get("times", {})
        #: Words after a number that make it a multiple; of a `more` form the fourth time may be meant as well.
        self.words |= {form: Unit("multiple", kind) for kind in ("as", "more", "fold") for form in times.get(kind, ())}
        self.symbols = frozenset(quantities)
        self.touching = frozenset(touching)
        self.exact = quantities | touching
        #: Symbols that are a unit only where a bracket joins them to one ("15 cm (5.9 in)").
        self.bracketed: dict[str, str] = {form: unit for unit, forms in shared["bracketed"].items() for form in forms}
        self.letters: dict[str, str] = shared["scale_letters"]
        self.compounds: dict[str, dict[str, int]] = shared["compounds"]
        self.length_words: frozenset[str] = frozenset(own.get("length_words", ()))
        self.length_units: frozenset[str] = frozenset(own.get("length_units", ()))
        self.weight_units: frozenset[str] = frozenset(own.get("weight_units", ()))
        self.speed_units: frozenset[str] = frozenset(own.get("speed_units", ()))
        self.aged: frozenset[str] = frozenset(own.get("aged", ()))

    def find(self, text: str) -> Unit | None:
        """The unit of a printed form, whose hyphens are spaces."""
        return self.exact.get(text) or self.words.get(text.lower())


def _forms(kind: str, table: dict[str, list[str]]) -> dict[str, Unit]:
    return {form: Unit(kind, name) for name, forms in table.items() for form in forms}


@cache
def measures(language: str) -> Measures:
    return Measures(language)


def plural(unit: str | None, language: str = "en") -> str:
    """The name of a unit in the plural ("kilometers", "miles per hour"); pint's where the lexicon has none."""
    forms = lexicon(language).tables.get("units", {}).get(unit, [unit or ""])
    return str(forms[0] if len(forms) == 1 or " per " in forms[0] else forms[1])
