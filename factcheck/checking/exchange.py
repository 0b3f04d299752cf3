"""The rates that a claim may be judged by: those of a window, of the last years, or what the draft itself states."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from factcheck.claims.claim import Claim, faces
from factcheck.figures.interval import Interval, Undefined
from factcheck.rates.ratebook import RateAnswer, RateBook, Window
from factcheck.rates.source import DAILY_MARGIN

#: Base and quote (ISO codes) to their rate; raises Unknown where there is none.
Rates = Callable[[str, str], RateAnswer]

#: The rates that a draft states, by base and quote.
Stated = Mapping[tuple[str, str], RateAnswer]
#: The source of a rate that the draft states, and the kind of claim that states it.
STATED = "stated in the draft"
STATES = "stated_rate"
_MONTH, _ROOM, _MORE_ROOM = 31, Decimal("1.25"), Decimal(3)
"""By which factor a rate may have left the range of the last years since the newest known one: in a month, and later.

Above the 99th percentile of the moves of every currency in the project's measurements, in 21 days (the lira's and the
hryvnia's 21 %) and in 252 (the lira's 106 %), so that what lies outside is a slip of ten or a thousand.
"""


class Unknown(Undefined):
    """What a claim cannot be judged for want of: a rate, a date."""


class Exchange:
    """The rate book, and the rates that one draft states by base and quote."""

    def __init__(self, book: RateBook, stated: Stated | None = None) -> None:
        self.book = book
        self._stated = stated or {}

    def over(self, window: Window, day: date | None) -> Rates:
        """The rates of a window, spoken of by that of `day`."""
        return lambda base, quote: _known(self.book.rate(base, quote, window, day))

    def years(self, base: str, quote: str) -> RateAnswer:
        """The range of the last years, three times as wide: for a draft of which nobody says how old it is."""
        return self._wider(base, quote, _MORE_ROOM)

    def beyond(self, day: date) -> Rates:
        """The range of the last years with room for the time since the newest rate: enough for a slip of ten."""
        room = _ROOM if (day - self.book.newest).days <= _MONTH else _MORE_ROOM
        return lambda base, quote: self._wider(base, quote, room)

    def _wider(self, base: str, quote: str, room: Decimal) -> RateAnswer:
        answer = _known(self.book.whole_range(base, quote))
        return answer._replace(interval=answer.interval.times(Interval(1 / room, room)), margin=room - 1)

    def ends_before(self, day: date) -> bool:
        """Whether the book's newest rate is older than `day`."""
        return self.book.newest < day

    def states(self, currencies: Sequence[str]) -> bool:
        """Whether the draft states a rate between these two currencies."""
        return tuple(currencies) in self._stated

    def stated(self, base: str, quote: str) -> RateAnswer:
        """The rate that the draft states."""
        return self._stated[base, quote]


def rates_of(claims: Sequence[Claim]) -> Stated:
    """The rates that some claims state, in both directions, as wide as they are printed and a daily rate's margin."""
    stated: dict[tuple[str, str], RateAnswer] = {}
    for claim in claims:
        if claim.kind != STATES:
            continue
        base, quote = (faces(claim.roles[role])[0] for role in ("base", "quote"))
        if base.currency is None or quote.currency is None:
            continue
        rate = quote.interval("wide", "closed")
        if rate.low > 0:
            stated.setdefault((base.currency, quote.currency), _stated(rate, quote.value))
            inverse = Interval.point(1).over(rate)
            stated.setdefault((quote.currency, base.currency), _stated(inverse, 1 / quote.value))
    return stated


def _stated(rate: Interval, point: Decimal) -> RateAnswer:
    room = Interval(1 - DAILY_MARGIN, 1 + DAILY_MARGIN)
    return RateAnswer(rate.times(room), point, date.min, rate.low, rate.high, date.min, date.min, STATED, DAILY_MARGIN)


def _known(answer: object) -> RateAnswer:
    if isinstance(answer, RateAnswer):
        return answer
    raise Unknown(getattr(answer, "reason", "no rate"))
