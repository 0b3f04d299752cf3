"""Which source answers for which days: the first that has them, and where it begins, pauses or ends the next one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from factcheck.rates.legs import crosses, linked
from factcheck.rates.parallel import several_rates
from factcheck.rates.source import Quotes, RateSource, shifted

_HOLIDAYS = 5  # days from one sample of a daily source to the next: the most since 1999


class Part(NamedTuple):
    """What one source has of some days."""

    source: RateSource
    samples: Quotes


def cover(
    sources: Sequence[RateSource], base: str, quote: str, first: date, last: date, others: Sequence[RateSource] = ()
) -> list[Part]:
    """The rates of the days from `first` to `last`, from as few sources as it takes, the first ones first.

    A source whose data ended does not hide another that goes on, and a later source is not read where earlier ones
    have all that there is. Contestable sources do not answer for days on which a currency had several rates. `others`
    (default: the sources themselves) can save or gainsay a point that stands out.
    """
    holes = [(first, last)]
    parts: list[Part] = []
    several = several_rates(base, quote, first, last)
    for source in sources:
        if not holes:
            break
        if (source.contestable and several) or not linked(source, base, quote):
            continue
        left = []
        for hole in holes:
            samples = _filling(source, base, quote, hole, others or sources, known=bool(parts))
            if samples:
                parts.append(Part(source, samples))
                left += _holes(source, base, quote, samples, hole)
            else:
                left.append(hole)
        holes = left
    return parts


def _filling(
    source: RateSource, base: str, quote: str, hole: tuple[date, date], others: Sequence[RateSource], known: bool
) -> Quotes:
    """What the source has for a hole; next to known rates that is nothing unless it has a sample of its own inside."""
    if source.newest is not None and source.newest < hole[0]:
        return []
    samples = crosses(source, base, quote, *hole, others)
    if known and not any(hole[0] <= day <= hole[1] for day, _ in samples):
        return []
    return samples


def _holes(
    source: RateSource, base: str, quote: str, samples: Quotes, hole: tuple[date, date]
) -> list[tuple[date, date]]:
    """The days of `hole` for which the source has nothing, although they are no holidays."""
    first, last = hole
    usual = _HOLIDAYS if source.step == 1 else 2 * source.step + 1
    days = [day for day, _ in samples]
    if source.step == 1:  # its neighbours outside tell a holiday at an end from a gap
        before = crosses(source, base, quote, shifted(first, -usual), shifted(first, -1)) if days[0] > first else []
        after = crosses(source, base, quote, shifted(last, 1), shifted(last, usual)) if days[-1] < last else []
        days = [*(day for day, _ in before[-1:]), *days, *(day for day, _ in after[:1])]
    found = []
    if days[0] > first:
        found.append((first, shifted(days[0], -1)))
    for one, next_one in pairwise(days):
        if (next_one - one).days > usual:
            found.append((max(first, shifted(one, 1)), min(last, shifted(next_one, -1))))
    if days[-1] < last and ((last - days[-1]).days >= usual or source.newest != days[-1]):
        found.append((shifted(days[-1], 1), last))
    return [(start, end) for start, end in found if start <= end]
