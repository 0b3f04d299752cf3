"""From a source's quotes to cross rates: bad points left out, pegged currencies through their anchors."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal

from factcheck.rates.pegs import PEGS
from factcheck.rates.source import EXACT, Quotes, RateSource, shifted

REACH = 10
"""Days that a last known rate serves for, a decision of the project.

Longer than any holiday: the ECB's samples since 1999 are at most 5 days apart.
"""

_OUTLIER = Decimal("1.2")  # a bad point is more than 20 % from both neighbours ...
_AGREED = Decimal("1.05")  # ... which agree within 5 %: a devaluation moves the later neighbour too
_CROSS = Context(prec=28)


def reach(source: RateSource) -> int:
    """How many days away from a sample its rate still serves: ten, and two samples of a slower source."""
    return max(REACH, 2 * source.step)


def crosses(source: RateSource, base: str, quote: str, first: date, last: date) -> Quotes:
    """Units of `quote` per unit of `base` on each day on which the source has both, from `first` to `last`.

    A source that is not daily adds its nearest sample on each side. Both legs of a rate are of one source and one day.
    """
    if not linked(source, base, quote):
        return []
    if source.step == 1:
        return _joined(source, base, quote, first, last)
    days = _joined(source, base, quote, shifted(first, -reach(source)), shifted(last, reach(source)))
    before = [sample for sample in days if sample[0] < first][-1:]
    after = [sample for sample in days if sample[0] > last][:1]
    return [*before, *(sample for sample in days if first <= sample[0] <= last), *after]


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


def span(source: RateSource, currency: str) -> tuple[date, date] | None:
    """The first and last day for which the source gives `currency`, itself or through its peg; None if for none."""
    own = source.span(currency)
    peg = PEGS.get(currency)
    anchored = source.span(peg.anchor) if peg else None
    if peg is None or anchored is None:
        return own
    return (own[0] if own else max(anchored[0], peg.since)), anchored[1]


def parity(base: str, quote: str, day: date) -> Decimal | None:
    """Units of `quote` per `base` where pegs alone settle it on `day` (marks and francs, dirhams and dollars)."""
    base_anchor, base_rate = _settled(base, day)
    quote_anchor, quote_rate = _settled(quote, day)
    return _CROSS.divide(quote_rate, base_rate) if base_anchor == quote_anchor else None


def _settled(currency: str, day: date) -> tuple[str, Decimal]:
    peg = PEGS.get(currency)
    return (peg.anchor, peg.rate) if peg and peg.since <= day else (currency, Decimal(1))


def _joined(source: RateSource, base: str, quote: str, first: date, last: date) -> Quotes:
    per_day = dict(_leg(source, base, first, last))
    return [
        (day, _CROSS.divide(rate, per_day[day])) for day, rate in _leg(source, quote, first, last) if day in per_day
    ]


def _leg(source: RateSource, currency: str, first: date, last: date) -> Quotes:
    """The source's own quotes of a currency, continued by its peg after the last of them."""
    quotes = _without_bad_points(source, currency, first, last)
    peg = PEGS.get(currency)
    if peg is None or last < peg.since or source.anchor(peg.anchor) != anchor_of(source, currency):
        return quotes
    start = max(first, peg.since, shifted(quotes[-1][0], 1) if quotes else first)
    if start > last:
        return quotes
    pegged = _without_bad_points(source, peg.anchor, start, last)
    return [*quotes, *((day, EXACT.multiply(rate, peg.rate)) for day, rate in pegged)]


def _without_bad_points(source: RateSource, currency: str, first: date, last: date) -> Quotes:
    """Where two or more quotes all lie within 20 % none can be bad, and the neighbours outside are not read."""
    quotes = source.quotes(currency, first, last)
    rates = [rate for _, rate in quotes]
    if not rates or (len(rates) > 1 and not _apart(_OUTLIER, min(rates), max(rates))):
        return quotes
    around = source.quotes(currency, shifted(first, -reach(source)), shifted(last, reach(source)))
    bad = {
        day
        for (_, before), (day, rate), (_, after) in zip(around, around[1:], around[2:], strict=False)
        if _apart(_OUTLIER, rate, before) and _apart(_OUTLIER, rate, after) and not _apart(_AGREED, before, after)
    }
    return [sample for sample in quotes if sample[0] not in bad] if bad else quotes


def _apart(factor: Decimal, one: Decimal, other: Decimal) -> bool:
    return one > factor * other or other > factor * one
