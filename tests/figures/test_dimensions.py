"""What units measure, and what one comes to in another."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from figure_table import only

from factcheck.figures.dimensions import dimensions
from factcheck.figures.interval import Interval
from factcheck.figures.measures import measures


def held(interval: Interval | None, value: str) -> bool:
    return interval is not None and interval.holds(Decimal(value)) and interval.high - interval.low < Decimal("1e-30")


@pytest.mark.parametrize(
    ("unit", "other", "factor"),
    [
        ("mile", "kilometer", "1.609344"),
        ("kilogram", "pound", str(1 / Decimal("0.45359237"))[:20]),
        ("acre", "hectare", "0.40468564224"),
        ("mile**2", "kilometer**2", "2.589988110336"),
        ("mile/hour", "kilometer/hour", "1.609344"),
        ("knot", "kilometer/hour", "1.852"),
        ("gallon", "liter", "3.785411784"),
        ("imperial_gallon", "liter", "4.54609"),
        ("oil_bbl", "gallon", "42"),
        ("foot", "inch", "12"),
        ("stone", "pound", "14"),
        ("degree_Celsius", "degree_Fahrenheit", "1.8"),
    ],
)
def test_factors(unit: str, other: str, factor: str) -> None:
    found = dimensions().factor(unit, other)
    assert found is not None
    assert abs(found.low - Decimal(factor)) < Decimal("1e-15")
    assert found.high - found.low < Decimal("1e-30")


def test_units_of_different_dimensions_have_no_factor() -> None:
    assert dimensions().factor("mile", "kilogram") is None
    assert dimensions().factor("mile", None) is None
    assert dimensions().factor("sievert", "sievert") is None  # not in the table
    assert dimensions().offset("mile", "kilogram") is None


def test_only_temperatures_have_another_zero() -> None:
    assert held(dimensions().offset("degree_Celsius", "degree_Fahrenheit"), "32")
    assert held(dimensions().offset("mile", "kilometer"), "0")
    found = dimensions().offset("degree_Fahrenheit", "degree_Celsius")
    assert found is not None
    assert abs(found.low * 9 + 160) < Decimal("1e-25")


def test_a_unit_outside_of_the_table_measures_itself() -> None:
    assert dimensions().dimension("mile") == dimensions().dimension("nanometer") == "length"
    assert dimensions().dimension("decibel") == "decibel"
    assert dimensions().dimension(None) is None


def test_namesakes() -> None:
    assert dimensions().namesakes("gallon") == ("gallon", "imperial_gallon")
    assert dimensions().namesakes("ton") == ("ton", "metric_ton", "long_ton")
    assert dimensions().namesakes("mile") == ("mile",)


def test_every_number_is_pints() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    table = dimensions()
    for dimension, row in table.units.items():
        base = next(iter(row))
        for unit, size in row.items():
            assert table.dimension(unit) == dimension
            if dimension == "temperature":
                continue
            asked = registry.Quantity(1, unit).to(base).magnitude
            # pint's acre is still that of the survey foot, two millionths larger
            assert float(size) == pytest.approx(asked, rel=1e-5), unit
    for unit, other in (("degree_Celsius", "degree_Fahrenheit"), ("degree_Fahrenheit", "degree_Celsius")):
        for degrees in (-40, 0, 100):
            factor, offset = table.factor(unit, other), table.offset(unit, other)
            assert factor is not None
            assert offset is not None
            asked = registry.Quantity(degrees, unit).to(other).magnitude
            assert float(degrees * factor.low + offset.low) == pytest.approx(asked)


def test_most_units_that_are_read_can_be_converted() -> None:
    read = {unit.name for unit in (*measures("en").words.values(), *measures("en").exact.values())}
    known = {unit for row in dimensions().units.values() for unit in row}
    assert {"mile", "acre", "knot", "stone", "horsepower", "degree_Celsius"} <= read & known


def test_judging_a_conversion_does_not_import_pint() -> None:
    code = "import sys, factcheck; print(len(factcheck.check('It is 9 km (9 miles) off.')), 'pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1 False"


@pytest.mark.parametrize(
    ("sentence", "text", "value", "grain"),
    [
        ("It was –12C at dawn.", "–12C", "-12", "1"),
        ("between minus 20C (-4F) and minus 10C", "minus 10C", "-10", "1"),
        ("plus or minus 3C", "3C", "3", "1"),
        ("It reached 37.2 C (98.96 F) then.", "37.2 C", "37.2", "0.1"),
        ("It was 100F at noon.", "100F", "100", "1"),
        ("It was -40C at noon.", "-40C", "-40", "1"),
        ("It melts at 1,500C in the oven.", "1,500C", "1500", "100"),
    ],
)
def test_degrees(sentence: str, text: str, value: str, grain: str) -> None:
    from factcheck.figures.reader import find_figures

    figure = next(f for f in find_figures(sentence) if f.text == text)
    assert (figure.kind, figure.value, figure.grain) == ("quantity", Decimal(value), Decimal(grain))


def test_an_en_dash_is_a_minus_before_degrees_only() -> None:
    assert only("the 5–10C water").ends == (Decimal(5), Decimal(10))
    assert only("lows of –5 there").value == 5


def test_the_ends_of_a_range_have_grains_of_their_own() -> None:
    figure = only("a surge of 1 to 1.5 meters")
    assert [figure.at_end(n).grain for n in (0, 1)] == [Decimal(1), Decimal("0.1")]
    figure = only("a cost of $1-1.5 million")
    assert [figure.at_end(n).grain for n in (0, 1)] == [Decimal(100_000), Decimal(100_000)]
