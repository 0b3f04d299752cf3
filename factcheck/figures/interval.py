"""Closed intervals of decimals: every claim is judged with them.

Rounding is outward, so that an interval never loses a value that the exact arithmetic would hold.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

INFINITY = Decimal("Infinity")
_PLACES = 40
_FLOOR = Context(prec=_PLACES, rounding=ROUND_FLOOR, traps=[])
_CEILING = Context(prec=_PLACES, rounding=ROUND_CEILING, traps=[])


class Undefined(ArithmeticError):
    """A quantity that has no value (a division by an interval that holds zero): unknown, so no finding."""


class Interval(NamedTuple):
    """All values from `low` to `high`, both included; an open side is an infinity."""

    low: Decimal
    high: Decimal

    @classmethod
    def point(cls, value: Decimal | int) -> Interval:
        """The interval that holds one value."""
        value = Decimal(value)
        return cls(value, value)

    def plus(self, other: Interval) -> Interval:
        return Interval(_FLOOR.add(self.low, other.low), _CEILING.add(self.high, other.high))

    def minus(self, other: Interval) -> Interval:
        return Interval(_FLOOR.subtract(self.low, other.high), _CEILING.subtract(self.high, other.low))

    def times(self, other: Interval) -> Interval:
        lows, highs = [], []
        for a in self:
            for b in other:
                if not a or not b:  # zero times an open side is zero: the side is unbounded, not infinite
                    lows.append(Decimal(0))
                    highs.append(Decimal(0))
                else:
                    lows.append(_FLOOR.multiply(a, b))
                    highs.append(_CEILING.multiply(a, b))
        return Interval(min(lows), max(highs))

    def over(self, other: Interval) -> Interval:
        """Division; raises Undefined where the divisor can be zero."""
        if other.low <= 0 <= other.high:
            raise Undefined("division by a figure that can be zero")
        one = Decimal(1)
        return self.times(Interval(_FLOOR.divide(one, other.high), _CEILING.divide(one, other.low)))

    def magnitude(self) -> Interval:
        """The absolute values."""
        if self.low >= 0:
            return self
        return Interval(max(Decimal(0), -self.high), max(-self.low, self.high))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both: the test of `==`."""
        return self.low <= other.high and other.low <= self.high

    def can_be_at_most(self, other: Interval) -> bool:
        """Whether some value here is not above some value there: the test of `<=`."""
        return self.low <= other.high

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def doubled(self) -> Interval:
        """The same centre, twice the width; open sides stay open, a point stays a point."""
        if not (self.low.is_finite() and self.high.is_finite()):
            return self
        half = _CEILING.divide(_CEILING.subtract(self.high, self.low), Decimal(2))
        return Interval(_FLOOR.subtract(self.low, half), _CEILING.add(self.high, half))
