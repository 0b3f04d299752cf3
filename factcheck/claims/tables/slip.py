"""The single slip that would explain why cells do not make their total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval

_MANY_DIGITS = 3
_POWERS = (-3, -2, -1, 1, 2, 3)


def swapped(printed: Decimal, meant: Decimal) -> bool:
    """Whether two numbers differ by two neighbouring digits that changed places."""
    a, b = (format(abs(value).normalize(), "f") for value in (printed, meant))
    if len(a) != len(b) or a == b or (printed < 0) != (meant < 0):
        return False
    at = [n for n in range(len(a)) if a[n] != b[n]]
    return len(at) == 2 and at[1] == at[0] + 1 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]


def one_digit(printed: Figure, meant: Decimal) -> bool:
    """Whether a number of three digits or more has one wrong."""
    a, b = (format(abs(value / printed.scale).normalize(), "f") for value in (printed.value, meant))
    return len(a) == len(b) >= _MANY_DIGITS and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def slip(printed: Figure, meant: Interval) -> str | None:
    """How a figure came about where a value in `meant` was meant: swapped digits, or a place too many or too few."""
    step = printed.scale
    middle = (meant.low + meant.high) / 2
    if middle and printed.value:
        for power in _POWERS:
            if meant.holds(printed.value.scaleb(power)) and abs(printed.value) >= 10 * (printed.grain or 1):
                return "a digit or decimal point out of place"
    if meant.high - meant.low <= 12 * max(printed.grain, step if not printed.grain else printed.grain):
        low = meant.low
        unit = printed.grain or step
        value = (low / unit).to_integral_value(rounding="ROUND_CEILING") * unit
        while value <= meant.high:
            if swapped(printed.value / step, value / step):
                return "two digits that changed places"
            value += unit
    return None


def mended(total: Figure, addends: Sequence[Figure]) -> tuple[int, Decimal, str] | None:
    """The one addend whose slip would explain the total: its number, the value meant, and what happened; or None."""
    whole = total.interval("wide")
    reach = [figure.interval("wide") for figure in addends]
    low, high = sum((i.low for i in reach), Decimal(0)), sum((i.high for i in reach), Decimal(0))
    points = sum((figure.value for figure in addends), Decimal(0))
    found = []
    for n, figure in enumerate(addends):
        meant = Interval(whole.low - (high - reach[n].high), whole.high - (low - reach[n].low))
        said = slip(figure, meant)
        if said:
            found.append((n, total.value - (points - figure.value), said))
    return found[0] if len(found) == 1 else None
