"""Physical units and currencies in one pint registry, for those who calculate: `factcheck` itself never imports this.

    >>> from datetime import date
    >>> from factcheck.units import Q_
    >>> Q_("19.5 GCAD").to("USD", "FX", date=date(2025, 3, 14))

Numbers are decimals. Every currency is a dimension of its own, and the context `FX` exchanges them at the reference
rate of its `date`, as pint's page on currencies does it. That page registers one function for every pair of currencies;
with those of ISO 4217 this takes 5 seconds, and half a second for each conversion, so this registry looks up the one
pair that it is asked for. What surrounds the currency is converted too: `CAD/gallon` to `USD/liter`.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factcheck.figures.lexicon import lexicon
from factcheck.rates.ratebook import RateAnswer, RateBook, Window, default_book

try:
    import pint
except ImportError as problem:
    raise ImportError("factcheck.units needs pint: pip install 'factcheck-lint[units]'") from problem

if TYPE_CHECKING:
    from pint.util import UnitsContainer

__all__ = ["Q_", "Registry", "UnknownRate", "ureg"]

#: The context in which currencies are exchanged; its argument is `date`.
FX = "FX"
_DIMENSION = "[currency_"


class UnknownRate(LookupError):
    """There is no reference rate for a pair of currencies on a day; the text says why."""


class Registry(pint.UnitRegistry[Any]):
    """pint's units and the currencies of ISO 4217, also those of the past, by their codes (`CAD`, `GCAD`)."""

    def __init__(self, book: RateBook | None = None, **options: Any) -> None:
        """`book` is where rates come from: those that are installed with factcheck, if it is None."""
        super().__init__(non_int_type=Decimal, **options)
        self.book = book

    def _after_init(self) -> None:
        super()._after_init()
        for code in lexicon("en").codes:
            self.define(f"{code} = {_DIMENSION}{code}]")
        self.add_context(pint.Context(FX, defaults={"date": None}))

    def rate(self, base: str, quote: str, day: datetime.date | None) -> Decimal:
        """Units of `quote` for one of `base` (ISO 4217) on a day, or on the last day before it that has a rate."""
        if day is None:
            raise UnknownRate(f"no day for the rate of {base} in {quote}: say .to({quote!r}, {FX!r}, date=…)")
        answer = (self.book or default_book()).rate(base, quote, Window.around(day), day)
        if not isinstance(answer, RateAnswer):
            raise UnknownRate(f"{base} to {quote} on {day}: {answer.reason}")
        return answer.point

    def _convert(  # type: ignore[override]  # pint's own subclasses differ in the same way
        self, value: Any, src: UnitsContainer, dst: UnitsContainer, inplace: bool = False, **options: Any
    ) -> Any:
        """pint's conversion, after an exchange where the context is on and the two sides differ in a currency."""
        context = next((context for context in self._active_ctx.contexts if context.name == FX), None)
        pair = self._currencies(src, dst) if context is not None else None
        if context is not None and pair is not None:
            base, quote, power = pair
            rate = self.rate(base, quote, options.get("date", context.defaults.get("date")))
            value = (Decimal(str(value)) if isinstance(value, float) else value) * rate**power
            src = src * pint.util.UnitsContainer({quote: power, base: -power})
        return super()._convert(value, src, dst, inplace, **options)

    def _currencies(self, src: UnitsContainer, dst: UnitsContainer) -> tuple[str, str, int] | None:
        """The one currency that only each side has, and its power; None where they do not differ in one."""
        held, wanted = (
            {name: float(power) for name, power in self._get_dimensionality(side).items() if _DIMENSION in name}  # type: ignore[arg-type]
            for side in (src, dst)
        )
        if len(held) != 1 or len(wanted) != 1 or held == wanted:
            return None
        (base, power), (quote, other) = *held.items(), *wanted.items()
        if power != other or power != int(power):
            return None
        return base.removeprefix(_DIMENSION).rstrip("]"), quote.removeprefix(_DIMENSION).rstrip("]"), int(power)


ureg = Registry()
Q_ = ureg.Quantity
