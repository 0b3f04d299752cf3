"""Whether downloaded rates can be believed, by what is known already. The publisher may correct single rates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from factcheck.rates.download.rows import NotRates, Rows

_LEAST, _MOST = Decimal("1e-9"), Decimal("1e12")
_FEW = 0.1  # a publisher corrects, redenominates or misprints single rates, not more than one in ten
_SAME = Decimal("1.01")
_JUMP = Decimal("1.5")
_NEIGHBOURS = timedelta(days=31)
_AHEAD = timedelta(days=7)  # Kyiv sets the rates of the next working day


class _Pair(NamedTuple):
    day: date
    currency: str
    known: Decimal
    new: Decimal

    def apart(self, factor: Decimal) -> bool:
        return self.new > factor * self.known or self.known > factor * self.new


def verify(new: Rows, known: Rows, first: date, last: date) -> None:
    """Raise NotRates unless these rates of `first` to `last` are plausible and agree with those known."""
    for day in new:
        if not first <= day <= last + _AHEAD:
            raise NotRates(f"rates of {day}, though those of {first} to {last} were asked for")
    for day, rates in new.items():
        for currency, rate in rates.items():
            if not _LEAST <= rate <= _MOST:
                raise NotRates(f"{currency} at {rate} on {day}")
    _complete(new, known)
    _few(list(_overlap(new, known)), _SAME, "does not agree with the rate that is known")
    _few(list(_steps(new, known)), _JUMP, "is far from the rate before it")


def _complete(new: Rows, known: Rows) -> None:
    if not new:
        return
    start = min(new)
    expected = known.between(start - _NEIGHBOURS, start).currencies()
    found = new.currencies() & expected
    if len(found) * 2 < len(expected):
        raise NotRates(f"only {len(found)} of the {len(expected)} currencies of the days before {start}")


def _few(pairs: list[_Pair], factor: Decimal, what: str) -> None:
    """At most one pair in ten is further apart than `factor`."""
    apart = [pair for pair in pairs if pair.apart(factor)]
    if len(apart) > _FEW * len(pairs):
        worst = apart[0]
        raise NotRates(f"{worst.currency} at {worst.new} on {worst.day} {what}: {worst.known}")


def _overlap(new: Rows, known: Rows) -> Iterator[_Pair]:
    for day in new.days():
        for currency, rate in known.get(day, {}).items():
            if currency in new[day]:
                yield _Pair(day, currency, rate, new[day][currency])


def _steps(new: Rows, known: Rows) -> Iterator[_Pair]:
    """Each new rate with the one before it, where that is not long ago."""
    if not new:
        return
    before: dict[str, tuple[date, Decimal]] = {}
    start = min(new)
    earlier = known.between(start - _NEIGHBOURS, start - timedelta(days=1))
    both = new.over(earlier)
    for day in both.days():
        for currency, rate in both[day].items():
            if currency in before and day >= start and day - before[currency][0] <= _NEIGHBOURS:
                yield _Pair(day, currency, before[currency][1], rate)
            before[currency] = day, rate
