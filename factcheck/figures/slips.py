"""How a figure becomes another one in typing: a scale word, a zero, two digits that change places, one digit."""

from __future__ import annotations

from typing import Literal

from factcheck.figures.figure import Figure

Slip = Literal["scale", "tens", "swapped", "digit"]

_THOUSAND = 3


def digits(figure: Figure) -> str:
    """The significant digits of a figure: "145" for 1,450 and for $14.5 million."""
    return format(abs(figure.value).normalize(), "f").replace(".", "").strip("0")


def slip(a: Figure, b: Figure) -> Slip | None:
    """The slip that makes one of the other; None where there is none, or where it would tell nothing (one digit)."""
    if not a.value or not b.value or a.value == b.value or a.ends or b.ends:
        return None
    first, second = digits(a), digits(b)
    powers = abs(a.value.adjusted() - b.value.adjusted())
    if first == second:
        if a.scale != b.scale and powers % _THOUSAND == 0:
            return "scale"
        return "tens" if len(first) > 1 else None
    if powers or len(first) != len(second) or len(first) < 2:
        return None
    differing = [n for n, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(differing) == 1:
        return "digit" if len(first) > 2 else None
    if len(differing) == 2 and differing[1] == differing[0] + 1 and sorted(first) == sorted(second):
        return "swapped"
    return None
