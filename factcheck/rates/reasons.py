"""Why the book has no rate, in words fit for a report's tally."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.rates.legs import anchor_of, linked, span
from factcheck.rates.parallel import several_rates
from factcheck.rates.source import RateSource

_BEGINNING = date(1999, 1, 4)  # the euro's first rates: no source is older


def why_none(
    sources: Sequence[RateSource], base: str, quote: str, window: tuple[date, date], day: date, newest: date
) -> str:
    """The first of these that holds: a currency unknown, several rates at once, no source with both, a day before the
    first rate, after the last of a currency, or past all data.
    """
    for currency in (base, quote):
        if not any(anchor_of(source, currency) for source in sources):
            return f"no rate for {currency}"
    if several := several_rates(base, quote, *window):
        return f"{several} had several rates at once"
    if not any(linked(source, base, quote) for source in sources):
        return f"no rate between {base} and {quote}"
    for currency in (base, quote):
        first = _first_day(sources, currency, day)
        if first is None:
            return f"no rate for {currency}"
        if day < first:
            return f"no rate for {currency} before {first}"
        if not any(known[1] >= min(day, newest) for known in _spans(sources, currency)):
            last = max(known[1] for known in _spans(sources, currency))
            if not any(_still_there(source, currency, last) for source in sources):
                return f"no rate for {currency} after {last}"
            newest = min(newest, last)
    return f"newest rate {newest}" if day > newest else "no rate for the day"


def _first_day(sources: Sequence[RateSource], currency: str, day: date) -> date | None:
    """The first day with a rate, or any that is early enough: sources after it are not read."""
    found = None
    for first, _ in _spans(sources, currency):
        found = first if found is None else min(found, first)
        if found <= max(day, _BEGINNING):
            break
    return found


def _still_there(source: RateSource, currency: str, last: date) -> bool:
    """Whether a currency ends on `last` because the source's data does."""
    if source.newest is None or (source.newest - last).days > 2 * source.step:
        return False
    known = span(source, currency)
    return known is not None and known[1] == last


def _spans(sources: Sequence[RateSource], currency: str) -> Iterable[tuple[date, date]]:
    """Lazily: most questions are settled by the first source."""
    return (days for source in sources if (days := span(source, currency)) is not None)
