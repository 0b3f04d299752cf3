"""What units measure, and what one comes to in another: exact factors from `dimensions.yaml`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from factcheck.figures.interval import Interval
from factcheck.figures.lexicon import read_yaml

_TABLE = Path(__file__).with_name("dimensions.yaml")
_ZERO = Decimal(0)
#: How many of a unit of time make an hour.
_PER_HOUR = {"hour": 1, "minute": 60, "second": 3600}


class Dimensions:
    """The table of units by their pint names."""

    def __init__(self) -> None:
        data = read_yaml(_TABLE)
        self.zero = {unit: _decimal(value) for unit, value in data.pop("zero").items()}
        self._namesakes = {unit: tuple(names) for unit, names in data.pop("namesakes").items()}
        self.units = {name: {unit: _decimal(size) for unit, size in row.items()} for name, row in data.items()}
        self._dimension = {unit: name for name, row in self.units.items() for unit in row}

    def dimension(self, unit: str | None) -> str | None:
        """What a unit measures ("length"); a unit that is not in the table measures itself."""
        return self._dimension.get(unit or "", unit)

    def namesakes(self, unit: str | None) -> tuple[str | None, ...]:
        """The units that a printed unit may be, itself first: "tons" are short, metric or long."""
        return self._namesakes.get(unit or "", (unit,))

    def size(self, unit: str | None, value: Decimal) -> Decimal | None:
        """A value in the first unit of its dimension (meters, kilograms, km/h); None for a unit that is not here."""
        name = self._dimension.get(unit or "")
        return value * self.units[name][unit or ""] if name else None

    def factor(self, unit: str | None, other: str | None) -> Interval | None:
        """How many of the other make one of the unit: 5/9 for Fahrenheit and Celsius; None across dimensions."""
        name = self._dimension.get(unit or "")
        if unit is None or other is None or name is None or self._dimension.get(other) != name:
            return None
        return Interval.point(self.units[name][unit]).over(Interval.point(self.units[name][other]))

    def pace(self, length: str | None, time: str | None, speed: str | None) -> Interval | None:
        """How many of a unit of speed one unit of length makes in one of time: 60 for kilometers, minutes and km/h."""
        metres = self.units["length"].get(length or "")
        times, kilometres = _PER_HOUR.get(time or ""), self.units["speed"].get(speed or "")
        if metres is None or times is None or kilometres is None:
            return None
        return Interval.point(metres * times / (1000 * kilometres))

    def offset(self, unit: str | None, other: str | None) -> Interval | None:
        """What the other scale shows where the unit's shows zero: 32 for Celsius and Fahrenheit, mostly nothing."""
        if self.factor(unit, other) is None or unit is None or other is None:
            return None
        apart = self.zero.get(unit, _ZERO) - self.zero.get(other, _ZERO)
        return Interval.point(apart).over(Interval.point(self.units[self._dimension[other]][other]))


def _decimal(value: float | str) -> Decimal:
    """YAML reads 0.3048 as a float: its shortest form is what is written, up to the 15 digits that a float keeps."""
    return Decimal(str(value))


@cache
def dimensions() -> Dimensions:
    return Dimensions()
