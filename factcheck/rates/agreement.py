"""How far two publishers are apart about a pair of currencies, where neither's word stands alone (NBP, HMRC)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.rates.cover import Part
from factcheck.rates.legs import crosses
from factcheck.rates.source import Quotes, RateSource, shifted

SHARP = Decimal("0.05")
"""From here on sources disagree sharply, and the rate is unknown.

MEASURED
"""

_SAME_DAY = 3  # days between two samples that are compared


def disagreement(part: Part, sources: Sequence[RateSource], base: str, quote: str) -> tuple[Decimal, str]:
    """The largest share by which another publisher's rates differ from a part's on a day near them, and its name.

    Zero where the part's source is not contestable, or no other publisher has the pair then.
    """
    source, samples = part
    worst, name = Decimal(0), ""
    if not source.contestable:
        return worst, name
    first, last = samples[0][0], samples[-1][0]
    for other in sources:
        if not other.contestable or other.name == source.name:
            continue
        theirs = crosses(other, base, quote, first, last, sources)
        ours = samples
        if theirs and other.step > source.step:  # their samples before and after the window have neighbours of ours
            start = shifted(min(first, theirs[0][0]), -_SAME_DAY)
            ours = crosses(source, base, quote, start, shifted(max(last, theirs[-1][0]), _SAME_DAY), sources)
        slow, fast = (theirs, ours) if other.step > source.step else (ours, theirs)
        for day, rate in slow:
            near = _nearest(fast, day)
            if near is not None and (share := abs(rate / near - 1)) > worst:
                worst, name = share, other.name
    return worst, name


def _nearest(samples: Quotes, day: date) -> Decimal | None:
    found = min(samples, key=lambda sample: abs((sample[0] - day).days), default=None)
    return found[1] if found and abs((found[0] - day).days) <= _SAME_DAY else None
