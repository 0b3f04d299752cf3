"""How wide a fair reader takes a printed figure: grains, hedges, and the readings sharp, wide and exact."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from factcheck.figures.interval import INFINITY, Interval

#: `wide` is the whole rounding interval, `sharp` reads at least two significant figures, `exact` is the point.
Reading = Literal["wide", "sharp", "exact"]
#: What a hedge that opens a side does: it opens it; in a conversion it is `closed` (it governs both sides, so it opens
#: neither); where one fact is stated twice it is `bounded` (it reaches one second-figure grain, not to infinity).
#: A hedge on the converted amount alone ("€50bn (more than $50bn)") reaches a `tenth` of it.
Openness = Literal["open", "closed", "bounded", "tenth"]


class Hedge(NamedTuple):
    """How far a hedge reaches, in grains from the printed value; None is an open side."""

    low: Decimal | None
    high: Decimal | None


_HALF = Decimal("0.5")
#: The design's table of hedges (section 3). A lexicon maps each language's words to these names.
HEDGES = {
    "exact": Hedge(-_HALF, _HALF),
    "about": Hedge(Decimal(-1), Decimal(1)),
    "nearly": Hedge(Decimal(-1), Decimal(0)),
    "just over": Hedge(Decimal(0), Decimal(1)),
    "more than": Hedge(Decimal(0), None),
    "less than": Hedge(None, Decimal(0)),
}


@lru_cache(maxsize=8192)
def grain_of(digits: str, scale: Decimal) -> Decimal:
    """The place of the last printed digit times the scale word.

    `digits` is the number as printed with a decimal point and no grouping. Trailing zeros of a whole number
    without a scale word are no evidence of precision beyond the second figure: 10,000 has grain 1,000.
    """
    whole, point, decimals = digits.partition(".")
    if point:
        return Decimal(1).scaleb(-len(decimals)) * scale
    if scale != 1:
        return scale
    whole = whole.lstrip("0") or "0"
    zeros = len(whole) - len(whole.rstrip("0"))
    return Decimal(1).scaleb(max(0, min(zeros, len(whole) - 2)))


def sharp_grain(value: Decimal, grain: Decimal) -> Decimal:
    """The grain of a figure that the writer started from: no coarser than its second significant figure."""
    if not value:
        return grain
    return min(grain, Decimal(1).scaleb(value.adjusted() - 1))


def interval_of(
    value: Decimal,
    grain: Decimal,
    ends: tuple[Decimal, Decimal] | None,
    hedge: str | None,
    reading: Reading,
    openness: Openness = "open",
) -> Interval:
    """The interval of a printed figure. A range reaches from its low to its high end, each read by itself."""
    reach = HEDGES[hedge or "exact"]
    if openness == "closed" and None in reach:
        reach = HEDGES["exact"]
    if reading == "exact" and reach == HEDGES["exact"]:
        return Interval(*sorted(ends)) if ends else Interval.point(value)
    low = _around(min(ends) if ends else value, grain, reach, reading, openness)
    high = _around(max(ends), grain, reach, reading, openness) if ends else low
    return Interval(low.low, high.high)


def fair_interval(
    value: Decimal, grain: Decimal, fair: tuple[Decimal | None, Decimal | None], openness: Openness
) -> Interval:
    """The interval of a ratio in words ("about half"): a row of its own, whatever the reading.

    Where a side is open and the claim does not take it as open, it reaches as far as the plain row does, half a grain.
    """
    low, high = fair
    if openness == "closed" and None in fair:
        return Interval(value - grain / 2, value + grain / 2)
    reach = INFINITY if openness == "open" else grain / 2
    return Interval(value - reach if low is None else low, value + reach if high is None else high)


def _around(value: Decimal, grain: Decimal, reach: Hedge, reading: Reading, openness: Openness) -> Interval:
    second = sharp_grain(value, grain)
    if reading != "wide":
        grain = second
    if openness in ("bounded", "tenth") and value:
        second = abs(value) / 10 if openness == "tenth" else Decimal(1).scaleb(value.adjusted() - 1)
        reach = Hedge(
            -second / grain if reach.low is None else reach.low, second / grain if reach.high is None else reach.high
        )
    low = -INFINITY if reach.low is None else value + reach.low * grain
    high = INFINITY if reach.high is None else value + reach.high * grain
    return Interval(low, high)
