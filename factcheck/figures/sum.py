"""Several printed figures that are added up, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.figures.figure import Figure

_SHOWN = 8


class Sum(Figure):
    """The sum of `addends`, at the span of the first. `text` is the sum as a reader writes it: "1,200 + 340 + 56".

    Its interval is the sum of theirs, each read wide; it is of the kind, currency and unit of the first.
    """

    __slots__ = ("addends",)

    def __init__(self, addends: Sequence[Figure]) -> None:
        first = addends[0]
        self.addends = tuple(addends)
        reach = [figure.interval("wide") for figure in addends]
        low, high = sum((i.low for i in reach), Decimal(0)), sum((i.high for i in reach), Decimal(0))
        texts = [figure.text for figure in addends]
        if len(texts) > _SHOWN:
            texts[_SHOWN - 2 : -1] = ["…"]
        text = " + ".join(texts).replace("+ -", "− ").replace("+ −", "− ")
        super().__init__(
            first.kind, text, first.start, first.end, sum((f.value for f in addends), Decimal(0)),
            max(figure.grain for figure in addends), currencies=first.currencies, unit=first.unit, scale=first.scale,
            fair=(low, high),
        )  # fmt: skip
