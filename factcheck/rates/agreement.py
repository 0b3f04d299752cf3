"""How far two publishers are apart about a pair of currencies, where neither's word stands alone (NBP, HMRC)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.rates.cover import Part
from factcheck.rates.legs import crosses
from factcheck.rates.source import RateSource, shifted

SHARP = Decimal("0.05")
"""From here on sources disagree sharply, and the rate is unknown.

Measured between NBP and HMRC on the Wednesdays that HMRC samples, February 2014 to November 2026: 19,847 points,
without the years of `factcheck.rates.parallel`, and LRD and TOP, which one has wrong for years. Median 0.27 %,
95th percentile 2.0 %, 99th 5.0 %. What is beyond is the week of a devaluation, or two rates at once (naira to 2021,
hryvnia in 2022 and 2023, Belarusian rouble), or a slip in one table. Two thirds of the currencies never are.
"""

_SAME_DAY = 3  # days between two samples that are compared


class Disagreement(NamedTuple):
    """The largest share by which another publisher's rates differ from a part's on a day near them."""

    share: Decimal
    other: Part | None


def disagreement(part: Part, sources: Sequence[RateSource], base: str, quote: str) -> Disagreement:
    """Zero where the part's source is not contestable, or no other publisher has the pair then."""
    source, samples = part
    worst = Disagreement(Decimal(0), None)
    if not source.contestable:
        return worst
    first, last = samples[0][0], samples[-1][0]
    for other in sources:
        if not other.contestable or other.name == source.name:
            continue
        theirs = crosses(other, base, quote, first, last, sources)
        ours = samples
        if other.step > source.step:  # their samples before and after the window have neighbours of ours
            for day, _ in theirs:
                if not first <= day <= last:
                    start, end = shifted(day, -_SAME_DAY), shifted(day, _SAME_DAY)
                    ours = [*ours, *crosses(source, base, quote, start, end, sources)]
        slow, fast = (theirs, ours) if other.step > source.step else (ours, theirs)
        rates = dict(fast)
        for day, rate in slow:
            near = _nearest(rates, day)
            if near is not None and (share := abs(rate / near - 1)) > worst.share:
                worst = Disagreement(share, Part(other, theirs))
    return worst


def _nearest(rates: dict[date, Decimal], day: date) -> Decimal | None:
    """The rate of the day, or of the nearest day that still counts as the same."""
    for away in range(_SAME_DAY + 1):
        for near in (shifted(day, -away), shifted(day, away)):
            if near in rates:
                return rates[near]
    return None
