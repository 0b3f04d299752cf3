"""Parts of a unit, units in one word, fractions with a stroke, and dozens."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_table import figures_in, only, shown


@pytest.mark.parametrize(
    ("sentence", "kind", "text", "value", "unit", "hedge"),
    [
        ("half a mile away", "quantity", "half a mile", "0.5", "mile", None),
        ("about half a mile away", "quantity", "half a mile", "0.5", "mile", "about"),
        ("a half-mile run", "quantity", "half-mile", "0.5", "mile", None),
        ("a quarter-mile track", "quantity", "quarter-mile", "0.25", "mile", None),
        ("half a ton of nails", "quantity", "half a ton", "0.5", "ton", None),
        ("a mile and a half", "quantity", "a mile and a half", "1.5", "mile", None),
        ("3/4 inch of rain", "quantity", "3/4 inch", "0.75", "inch", None),
        ("2 1/2 miles out", "quantity", "2 1/2 miles", "2.5", "mile", None),
        ("half an hour later", "duration", "half an hour", "0.5", "hour", None),
        ("a quarter of an hour", "duration", "a quarter of an hour", "0.25", "hour", None),
        ("three-quarters of an hour", "duration", "three-quarters of an hour", "0.75", "hour", None),
        ("nearly half a century", "duration", "half a century", "0.5", "century", "nearly"),
        ("a decade and a half", "duration", "a decade and a half", "1.5", "decade", None),
        ("two years and a half", "duration", "two years and a half", "2.5", "year", None),
        ("4 and a half hours", "duration", "4 and a half hours", "4.5", "hour", None),
        ("half a percent", "percent", "half a percent", "0.5", None, None),
        ("a quarter of one percent", "percent", "a quarter of one percent", "0.25", None, None),
        ("half a percentage point", "points", "half a percentage point", "0.5", None, None),
        ("a half-point cut", "points", "half-point", "0.5", None, None),
        ("a quarter-percentage-point cut", "points", "quarter-percentage-point", "0.25", None, None),
        ("He is 5ft11in.", "quantity", "5ft11in", "5.9166666666666666666666666667", "foot", None),
        ("He is 6ft5.", "quantity", "6ft5", "6.4166666666666666666666666667", "foot", None),
        ("It took 3h 25m.", "duration", "3h 25m", "3.4166666666666666666666666667", "hour", None),
        ("It took 3h30m.", "duration", "3h30m", "3.5", "hour", None),
        ("a dozen states", "count", "a dozen", "12", None, "about"),
        ("more than two dozen states", "count", "two dozen", "24", None, "more than"),
        ("half a dozen states", "count", "half a dozen", "6", None, "about"),
    ],
)
def test_one_figure(sentence: str, kind: str, text: str, value: str, unit: str | None, hedge: str | None) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.unit, figure.hedge) == (kind, text, unit, hedge)
    assert round(figure.value, 20) == round(Decimal(value), 20)


def test_a_part_in_words_is_loose() -> None:
    figure = only("half an hour")
    assert (figure.low, figure.high) == (Decimal("0.45"), Decimal("0.55"))
    assert (only("a dozen eggs").low, only("a dozen eggs").high) == (10, 14)


@pytest.mark.parametrize(
    ("sentence", "low", "high"), [("2/3 of voters", "0.6267", "0.7067"), ("1/10 of it", "0.06", "0.14")]
)
def test_a_fraction_with_a_stroke(sentence: str, low: str, high: str) -> None:
    figure = only(sentence, "fraction")
    assert figure.text == sentence.split()[0]
    assert figure.low is not None
    assert figure.high is not None
    assert (shown(round(figure.low, 4)), shown(round(figure.high, 4))) == (low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "on 9/11 of that year",
        "in the third quarter hour",
        "the first half hour",
        "every half hour",
        "at 3h",
        "13/4 inch",
        "a half-timbered house",
        "a quarter-pounder",
        "the 6ft13 wall",
    ],
)
def test_look_alikes(sentence: str) -> None:
    assert figures_in(sentence, "quantity", "duration", "fraction") == []
