"""The rates that a house sets itself, before all published ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.rates.source import RateSource

if TYPE_CHECKING:
    from factcheck.rates.fixed import FixedSource

_LONGER_THAN_A_MONTH = 31


class House:
    """Daily rates as sources, and by year the averages and the purchasing-power rates that the house uses."""

    def __init__(
        self,
        sources: Sequence[RateSource] = (),
        averages: Mapping[int, FixedSource] | None = None,
        purchasing_power: Mapping[int, FixedSource] | None = None,
    ) -> None:
        self.sources = tuple(sources)
        self.averages = dict(averages or {})
        self.purchasing_power = dict(purchasing_power or {})

    def average(self, first: date, last: date) -> FixedSource | None:
        """The averages of the year that the days from `first` to `last` stand for; None where they stand for less.

        A year's window begins on 1 January; that of a draft's own year ends with the draft.
        """
        whole = (first.month, first.day) == (1, 1) and last.year == first.year
        return self.averages.get(first.year) if whole and (last - first).days >= _LONGER_THAN_A_MONTH else None
