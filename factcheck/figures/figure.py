"""One printed number with its meaning, keeping the printed text and its span."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

import re2

from factcheck.figures.interval import Interval
from factcheck.figures.reading import Openness, Reading, fair_interval, interval_of

#: Every kind of figure, in the order of the documentation.
KINDS = (
    "money", "percent", "points", "quantity", "count", "multiple", "fraction", "day", "weekday", "year", "duration",
    "age", "ordinal",
)  # fmt: skip

_ONE = Decimal(1)
#: A scale word, and what stands between the ends of a range where the first has none.
_SCALE_WORD = re2.compile(r" ?[A-Za-z]+")
_OPENS_END = re2.compile(r" ?[-–—] ?| (?:to|and|or) ")


class PartialDate(NamedTuple):
    """A calendar date as printed: the parts that the text leaves out are None."""

    year: int | None
    month: int
    day: int | None

    def on(self, year: int) -> date | None:
        """The date in a year (for a date printed without one); None where no such day exists."""
        try:
            return date(self.year or year, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return None

    def iso(self) -> str:
        """ISO 8601 with the truncations of the 2000 edition: 2025-03-16, 2025-03, --03-16, --03."""
        head = f"{self.year:04d}-" if self.year else "--"
        return head + f"{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


class Figure:
    """A figure: `text` is what is printed at `start:end`, code points in the text that was read.

    `value` is in the major unit with the scale word applied (63 cents is 0.63); a percentage keeps its printed
    number (20 for 20 %). A printed range is one figure whose `ends` are its two printed values and whose `value`
    is their midpoint. `grain` is the place of the last printed digit times the scale word. Treat it as frozen:
    a scan makes millions, so nothing is spent on enforcing it.
    """

    __slots__ = (
        "currencies",
        "currency",
        "end",
        "ends",
        "fair",
        "grain",
        "hedge",
        "kind",
        "outer_start",
        "possible",
        "scale",
        "start",
        "text",
        "unit",
        "value",
        "when",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        text: str,
        start: int,
        end: int,
        value: Decimal,
        grain: Decimal,
        *,
        ends: tuple[Decimal, Decimal] | None = None,
        hedge: str | None = None,
        currencies: tuple[str, ...] = (),
        possible: tuple[str, ...] = (),
        unit: str | None = None,
        when: PartialDate | None = None,
        outer_start: int | None = None,
        scale: Decimal = _ONE,
        fair: tuple[Decimal | None, Decimal | None] | None = None,
    ) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.value = value
        self.grain = grain
        self.ends = ends
        self.hedge = hedge  # one of factcheck.figures.reading.HEDGES
        self.currencies = currencies  # what the draft gives evidence for, the decided one first
        self.possible = possible or currencies  # all that the printed symbol or name can mean
        self.currency = currencies[0] if currencies else None
        self.unit = unit
        self.when = when  # of a day
        self.outer_start = start if outer_start is None else outer_start  # where its hedge words begin
        self.scale = scale  # the factor of the printed scale word, 1 without one
        self.fair = fair  # the ends of a ratio in words, whose reading is a row of the lexicon; None is an open side

    def interval(self, reading: Reading = "wide", openness: Openness = "open") -> Interval:
        """The values that a fair reader accepts (design, section 3): see `factcheck.figures.reading`."""
        if self.fair is not None:
            return fair_interval(self.value, self.grain, self.fair, openness)
        return interval_of(self.value, self.grain, self.ends, self.hedge, reading, openness)

    @property
    def low(self) -> Decimal | None:
        """The lowest accepted value; None where the figure is open downwards."""
        low = self.interval().low
        return low if low.is_finite() else None

    @property
    def high(self) -> Decimal | None:
        """The highest accepted value; None where the figure is open upwards."""
        high = self.interval().high
        return high if high.is_finite() else None

    def with_currencies(self, currencies: tuple[str, ...]) -> Figure:
        """The same figure with its currency decided: the first of `currencies` is meant, the rest are possible."""
        return Figure(
            self.kind, self.text, self.start, self.end, self.value, self.grain, ends=self.ends, hedge=self.hedge,
            currencies=currencies, possible=self.possible, unit=self.unit,
            when=self.when, outer_start=self.outer_start, scale=self.scale, fair=self.fair,
        )  # fmt: skip

    def worth(self, value: Decimal) -> Figure:
        """The same figure, had another number been printed in its place."""
        return Figure(
            self.kind, self.text, self.start, self.end, value, self.grain, currencies=self.currencies,
            possible=self.possible, unit=self.unit, outer_start=self.outer_start, scale=self.scale,
        )  # fmt: skip

    def at_end(self, n: int) -> Figure:
        """A range's lower (0) or upper (1) end as a figure of its own, at the span of the whole.

        Its grain is no finer than what is printed of it: 1 in "1 to 1.5 meters" is no 1.0.
        """
        end = sorted(self.ends or (self.value, self.value))[n]
        exponent = end.as_tuple().exponent
        grain = max(self.grain, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else self.grain
        return Figure(
            self.kind, self.text, self.start, self.end, end, grain, hedge=self.hedge,
            currencies=self.currencies, possible=self.possible, unit=self.unit, outer_start=self.outer_start,
            scale=self.scale,
        )  # fmt: skip

    def both_scaled(self) -> str | None:
        """A range with the scale word that stands on its last end on both: "$5 billion-6 billion"; else None."""
        if self.ends is None or self.scale == 1:
            return None
        ends = [n for n, c in enumerate(self.text) if c.isdigit() and not self.text[n + 1 : n + 2].isdigit()]
        ends = [n for n in ends if self.text[n + 1 : n + 2] not in ".," or not self.text[n + 2 : n + 3].isdigit()]
        word = _SCALE_WORD.match(self.text, ends[-1] + 1) if len(ends) == 2 else None
        if word is None or not _OPENS_END.match(self.text, ends[0] + 1):
            return None
        first = "".join(c for c in self.text[: ends[0] + 1] if c.isdigit() or c == ".").strip(".")
        if Decimal(first) * self.scale not in self.ends:  # "between $628,000 and $1.7 million"
            return None
        return f"{self.text[: ends[0] + 1]}{word.group()}{self.text[ends[0] + 1 :]}"

    def __repr__(self) -> str:
        extra = f" {self.currency}" if self.currency else ""
        return f"<{self.kind} {self.text!r} = {self.printed_value()}{extra} at {self.start}>"

    def printed_ends(self) -> tuple[str, str] | None:
        """The two ends of a range as the contract prints them: plain decimals or ISO dates."""
        if self.ends is None:
            return None
        if self.when is None:
            low, high = (format(end.normalize(), "f") if end else "0" for end in self.ends)
            return low, high
        later = date.fromordinal(int(self.ends[1]))
        last = PartialDate(later.year if self.when.year else None, later.month, later.day)
        return self.when.iso(), last.iso()

    def printed_value(self) -> str:
        """The value as the contract prints it: a plain decimal, an ISO date, an ISO weekday number."""
        if self.when is not None:
            return self.when.iso()
        return format(self.value.normalize(), "f") if self.value else "0"
