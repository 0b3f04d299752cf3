"""The rates that are installed, continued by those that `factcheck rates update` has stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.rates.source import Quotes, RateSource


class Continued:
    """Two `RateSource`s of one publisher as one: on a day that both have, the newer one's rate counts.

    A store begins where the installed rates end; without this a window across that day would see half of its rates.
    """

    def __init__(self, older: RateSource, newer: RateSource) -> None:
        self.older = older
        self.newer = newer
        self.name = older.name
        self.margin: Decimal = max(older.margin, newer.margin)
        self.step = max(older.step, newer.step)
        self.contestable = older.contestable and newer.contestable

    @property
    def newest(self) -> date | None:
        return max((day for day in (self.older.newest, self.newer.newest) if day), default=None)

    def anchor(self, currency: str) -> str | None:
        return self.newer.anchor(currency) or self.older.anchor(currency)

    def span(self, currency: str) -> tuple[date, date] | None:
        spans = [days for source in (self.older, self.newer) if (days := source.span(currency))]
        return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None

    def quotes(self, currency: str, first: date, last: date) -> Quotes:
        newer = self.newer.quotes(currency, first, last)
        older = self.older.quotes(currency, first, last)
        return sorted({**dict(older), **dict(newer)}.items()) if newer else older


def with_stored(installed: Sequence[RateSource], stored: Sequence[RateSource]) -> list[RateSource]:
    """The installed sources in their order, each continued by the stored one of its name and step.

    The other stored ones come after them, daily ones before slow ones.
    """
    waiting = {(source.name, source.step): source for source in stored}
    joined = [
        Continued(source, newer) if (newer := waiting.pop((source.name, source.step), None)) else source
        for source in installed
    ]
    # stable: the order stays within a step
    return sorted([*joined, *waiting.values()], key=lambda source: source.step)
