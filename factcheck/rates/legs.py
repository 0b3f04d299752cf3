"""From a source's quotes to cross rates: bad points left out, pegged currencies through their anchors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal

from factcheck.rates.lifetimes import alive
from factcheck.rates.pegs import PEGS
from factcheck.rates.source import EXACT, Quotes, RateSource, shifted

REACH = 10
"""Days that a last known rate serves for, a decision of the project.

Longer than any holiday: the ECB's samples since 1999 are at most 5 days apart.
"""

_OUTLIER = Decimal("1.2")  # a bad point is more than 20 % from both neighbours ...
_FURTHER = 4  # ... and four times as far (in logarithms) as they are from each other: a devaluation moves the later one
_ABOUT = 3  # days within which another source's quote is of the same day, or as many as lie between two of them
_CROSS = Context(prec=28)


def reach(source: RateSource) -> int:
    """How many days away from a sample its rate still serves: ten, and two samples of a slower source."""
    return max(REACH, 2 * source.step + 1)


def crosses(
    source: RateSource, base: str, quote: str, first: date, last: date, others: Sequence[RateSource] = ()
) -> Quotes:
    """Units of `quote` per unit of `base` on each day on which the source has both, from `first` to `last`.

    A source that is not daily adds its nearest sample on each side; where there is none on one side, that on the other
    serves for ten days. Both legs of a rate are of one source and one day. `others` can save a point that stands out.
    """
    if not linked(source, base, quote):
        return []
    if source.step == 1:
        return _joined(source, base, quote, first, last, others)
    days = _joined(source, base, quote, shifted(first, -reach(source)), shifted(last, reach(source)), others)
    inside = [sample for sample in days if first <= sample[0] <= last]
    before = [sample for sample in days if sample[0] < first][-1:] if not inside or inside[0][0] > first else []
    after = [sample for sample in days if sample[0] > last][:1] if not inside or inside[-1][0] < last else []
    if not inside and not (before and after):
        before = [sample for sample in before if (first - sample[0]).days <= REACH]
        after = [sample for sample in after if (sample[0] - last).days <= REACH]
    return [*before, *inside, *after]


def serves(samples: Quotes, source: RateSource, day: date) -> bool:
    """Whether samples say something of a day: one within ten days of it, or of a slower source one on each side."""
    if any(abs((sample - day).days) <= REACH for sample, _ in samples):
        return True
    far = reach(source)
    return (
        source.step > 1
        and any(0 <= (day - sample).days <= far for sample, _ in samples)
        and any(0 <= (sample - day).days <= far for sample, _ in samples)
    )


def linked(source: RateSource, base: str, quote: str) -> bool:
    """Whether the source quotes both currencies, or their anchors, in one currency."""
    anchor = anchor_of(source, base)
    return anchor is not None and anchor == anchor_of(source, quote)


def anchor_of(source: RateSource, currency: str) -> str | None:
    """The currency in which the source quotes `currency`, or quotes the currency that it is pegged to."""
    anchor = source.anchor(currency)
    if anchor is None and (peg := PEGS.get(currency)):
        anchor = source.anchor(peg.anchor)
    return anchor


def margin(source: RateSource, base: str, quote: str) -> Decimal:
    """The source's margin, wider by the band of a peg that stands in for a currency that it lacks."""
    return source.margin + sum(
        (PEGS[c].band for c in (base, quote) if c in PEGS and source.anchor(c) is None), start=Decimal(0)
    )


def span(source: RateSource, currency: str) -> tuple[date, date] | None:
    """The first and last day for which the source gives `currency`, itself or through its peg; None if for none."""
    own = source.span(currency)
    if own is not None:
        own = alive(currency, *own)
        own = own if own[0] <= own[1] else None
    peg = PEGS.get(currency)
    anchored = source.span(peg.anchor) if peg else None
    if peg is None or anchored is None:
        return own
    return (own[0] if own else max(anchored[0], peg.since)), anchored[1]


def parity(base: str, quote: str, day: date) -> tuple[Decimal, Decimal] | None:
    """Units of `quote` per `base` where pegs alone settle it on `day` (marks and francs, dirhams and dollars), and the
    share of it by which they may move.
    """
    base_anchor, base_rate, base_band = _settled(base, day)
    quote_anchor, quote_rate, quote_band = _settled(quote, day)
    return (_CROSS.divide(quote_rate, base_rate), base_band + quote_band) if base_anchor == quote_anchor else None


def _settled(currency: str, day: date) -> tuple[str, Decimal, Decimal]:
    peg = PEGS.get(currency)
    return (peg.anchor, peg.rate, peg.band) if peg and peg.since <= day else (currency, Decimal(1), Decimal(0))


def _joined(source: RateSource, base: str, quote: str, first: date, last: date, others: Sequence[RateSource]) -> Quotes:
    per_day = dict(_leg(source, base, first, last, others))
    if not per_day:
        return []
    return [
        (day, _CROSS.divide(rate, per_day[day]))
        for day, rate in _leg(source, quote, first, last, others)
        if day in per_day
    ]


def _leg(source: RateSource, currency: str, first: date, last: date, others: Sequence[RateSource]) -> Quotes:
    """The source's own quotes of a currency in the days of its code, continued by its peg after the last of them."""
    quotes = _without_bad_points(source, currency, *alive(currency, first, last), others)
    peg = PEGS.get(currency)
    if peg is None or last < peg.since or source.anchor(peg.anchor) != anchor_of(source, currency):
        return quotes
    start = max(first, peg.since, shifted(quotes[-1][0], 1) if quotes else first)
    if start > last:
        return quotes
    pegged = _without_bad_points(source, peg.anchor, start, last, others)
    return [*quotes, *((day, EXACT.multiply(rate, peg.rate)) for day, rate in pegged)]


def _without_bad_points(
    source: RateSource, currency: str, first: date, last: date, others: Sequence[RateSource]
) -> Quotes:
    """Where two or more quotes all lie within 20 % none can be bad, and the neighbours outside are not read.

    A point is bad that is out of line with both neighbours, unless another source has it too; and the first or last
    point of a source, with one neighbour, if another source gainsays it.
    """
    quotes = source.quotes(currency, first, last) if first <= last else []
    rates = [rate for _, rate in quotes]
    if not rates or (len(rates) > 1 and _ratio(min(rates), max(rates)) <= _OUTLIER):
        return quotes
    around = source.quotes(currency, *alive(currency, shifted(first, -reach(source)), shifted(last, reach(source))))
    bad = {
        day
        for (_, before), (day, rate), (_, after) in zip(around, around[1:], around[2:], strict=False)
        if min(_ratio(rate, before), _ratio(rate, after)) > max(_OUTLIER, _ratio(before, after) ** _FURTHER)
        if _elsewhere(source, currency, day, rate, others) is not True
    }
    if others and len(around) > 1:
        for (day, rate), (_, neighbour) in ((around[0], around[1]), (around[-1], around[-2])):
            if _ratio(rate, neighbour) > _OUTLIER and _elsewhere(source, currency, day, rate, others) is False:
                bad.add(day)
    return [sample for sample in quotes if sample[0] not in bad] if bad else quotes


def _elsewhere(
    source: RateSource, currency: str, day: date, rate: Decimal, others: Sequence[RateSource]
) -> bool | None:
    """Whether another source has about this rate about this day; None where none has the currency then."""
    anchor = source.anchor(currency)
    found = None
    for other in others:
        if anchor is None or other.name == source.name or other.anchor(anchor) != other.anchor(currency):
            continue
        around = shifted(day, -max(_ABOUT, other.step)), shifted(day, max(_ABOUT, other.step))
        per_day = dict(other.quotes(anchor, *around))
        for at, known in other.quotes(currency, *around):
            if at in per_day:
                if _ratio(_CROSS.divide(known, per_day[at]), rate) <= _OUTLIER:
                    return True
                found = False
    return found


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    """The larger of two rates as a multiple of the smaller."""
    return max(one, other) / min(one, other)
