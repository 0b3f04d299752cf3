"""Numbers with a unit, and letters that are a unit only in the right words."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from figure_table import ends_of, figures_in, only, shown

from factcheck.figures.measures import measures


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit"),
    [
        ("The ferry sank 5 km off the coast.", "5 km", "5", "kilometer"),
        ("a shelf 143cm wide", "143cm", "143", "centimeter"),
        ("The well is 60 feet deep.", "60 feet", "60", "foot"),
        ("a 30-mile detour", "30-mile", "30", "mile"),
        ("nearly 1.2 million acres burned", "1.2 million acres", "1200000", "acre"),
        ("a plot of 2,380 square miles", "2,380 square miles", "2380", "mile**2"),
        ("a 45 sq m flat", "45 sq m", "45", "meter**2"),
        ("some 12 km² of marsh", "12 km²", "12", "kilometer**2"),
        ("a five-hectare vineyard", "five-hectare", "5", "hectare"),
        ("300 cubic metres of mud", "300 cubic metres", "300", "meter**3"),
        ("two million gallons of water", "two million gallons", "2000000", "gallon"),
        ("a 1.5-litre engine", "1.5-litre", "1.5", "liter"),
        ("a 750ml bottle", "750ml", "750", "milliliter"),
        ("with 78kg of rice", "78kg", "78", "kilogram"),
        ("fined over 40 grams", "40 grams", "40", "gram"),
        ("a 9 oz steak", "9 oz", "9", "ounce"),
        ("shipped 2m tonnes", "2m tonnes", "2000000", "metric_ton"),
        ("2.3 mln tons of steel", "2.3 mln tons", "2300000", "ton"),
        ("a calf of 208 pounds", "208 pounds", "208", "pound"),
        ("He weighs 12st.", "12st", "12", "stone"),
        ("It reached 22C at noon.", "22C", "22", "degree_Celsius"),
        ("It was 40F at night.", "40F", "40", "degree_Fahrenheit"),
        ("a thaw at 3 °C", "3 °C", "3", "degree_Celsius"),
        ("It fell to -5°C.", "-5°C", "-5", "degree_Celsius"),
        ("It fell to minus 5 degrees Celsius.", "minus 5 degrees Celsius", "-5", "degree_Celsius"),
        ("It warmed by 2 degrees Celsius.", "2 degrees Celsius", "2", "degree_Celsius"),
        ("a top speed of 100 km/h", "100 km/h", "100", "kilometer/hour"),
        ("gusts of 65 miles per hour", "65 miles per hour", "65", "mile/hour"),
        ("in a 20mph zone", "20mph", "20", "mile/hour"),
        ("It does 35 miles per gallon.", "35 miles per gallon", "35", "mile/gallon"),
        ("a plant of 51.2 megawatts", "51.2 megawatts", "51.2", "megawatt"),
        ("used 900 kWh a year", "900 kWh", "900", "kilowatt_hour"),
        ("It hit 38C (100.4 F).", "38C", "38", "degree_Celsius"),
        ("(100.4 F) in the shade", "100.4 F", "100.4", "degree_Fahrenheit"),
        ("23,000 kg (50,700 pounds) of tea", "23,000 kg", "23000", "kilogram"),
        ("tea (50,700 pounds, or 23,000 kg)", "23,000 kg", "23000", "kilogram"),
        ("50,700 pounds (23,000 kg) of tea", "50,700 pounds", "50700", "pound"),
        ("42,000 U.S. gallons", "42,000 U.S. gallons", "42000", "gallon"),
        ("by 2 degrees C since then", "2 degrees C", "2", "degree_Celsius"),
        ("a 60W bulb", "60W", "60", "watt"),
        ("a leak of 128GB", "128GB", "128", "gigabyte"),
        ("at 300 Mbps", "300 Mbps", "300", "megabit/second"),
        ("pumps 5,000 barrels a day", "5,000 barrels a day", "5000", "oil_bbl/day"),
        ("stores 23 million barrels", "23 million barrels", "23000000", "oil_bbl"),
        ("a lunch of 780 calories", "780 calories", "780", "kilocalorie"),
        ("a beam 15m long", "15m", "15", "meter"),
        ("a 3m (10ft) plank", "3m", "3", "meter"),
        ("the 100m sprint", "100m", "100", "meter"),
        ("a 35mm camera", "35mm", "35", "millimeter"),
        ("a 12MP camera", "12MP", "12", "megapixel"),
        ("at 2.5bar", "2.5bar", "2.5", "bar"),
        ("a low of 985 hPa", "985 hPa", "985", "hectopascal"),
        ("10 megabits", "10 megabits", "10", "megabit"),
        ("5 cubic feet per second", "5 cubic feet per second", "5", "foot**3/second"),
        ("1,000 sq.ft of floor", "1,000 sq.ft", "1000", "foot**2"),
        ("415 parts per million", "415 parts per million", "415", "ppm"),
        ("a 5.0L engine", "5.0L", "5", "liter"),
        ("30 psi", "30 psi", "30", "pound/inch**2"),
        ("at 3000 rpm", "3000 rpm", "3000", "revolutions_per_minute"),
        ("a find of 6 070 oz", "6 070 oz", "6070", "ounce"),
        ("six miles\nfrom town", "six miles", "6", "mile"),
    ],
)
def test_one_quantity(sentence: str, text: str, value: str, unit: str) -> None:
    figure = figures_in(sentence, "quantity")[0]
    assert (figure.text, shown(figure.value), figure.unit, figure.currency) == (text, value, unit, None)


@pytest.mark.parametrize(
    ("sentence", "text", "twelfths"),
    [
        ("He is 6ft 5in tall.", "6ft 5in", 77),
        ("He is 6 feet 5 inches tall.", "6 feet 5 inches", 77),
        ("He is 6 feet, 5 inches tall.", "6 feet, 5 inches", 77),
        ("the 6-foot-5 guard", "6-foot-5", 77),
        ("a six-foot-five guard", "six-foot-five", 77),
        ("She stands 5ft 10.", "5ft 10", 70),
        ("He is 6'5\" in socks.", "6'5\"", 77),
        ("She is 5’8” in heels.", "5’8”", 68),
    ],
)
def test_a_height_is_one_figure_in_feet(sentence: str, text: str, twelfths: int) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.unit) == ("quantity", text, "foot")
    assert figure.value == Decimal(twelfths // 12) + Decimal(twelfths % 12) / 12
    assert figure.grain == Decimal(1) / 12


def test_stones_and_pounds_are_one_figure_in_stones() -> None:
    for sentence in ("He is 12 stone 4 pounds now.", "He is 12st 4lb now.", "He is 12 stone and 4 pounds now."):
        figure = only(sentence)
        assert (figure.unit, figure.value) == ("stone", 12 + Decimal(4) / 14)
    assert only("a baby of 7 pounds 8 ounces").value == Decimal("7.5")


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("30 miles (50 km) away", ["30 miles", "50 km"]),
        ("a pool of 20 feet by 8 feet", ["20 feet", "8 feet"]),
        ("6 feet 14 people", ["6 feet", "14"]),
        ("5 km 20 minutes away", ["5 km", "20 minutes"]),
    ],
)
def test_two_figures(sentence: str, texts: list[str]) -> None:
    assert [figure.text for figure in figures_in(sentence)] == texts


@pytest.mark.parametrize(
    ("sentence", "text", "ends"),
    [
        ("5 to 10 miles out", "5 to 10 miles", ("5", "10")),
        ("10-15 kg of gold", "10-15 kg", ("10", "15")),
        ("between 3 and 4 km of road", "3 and 4 km", ("3", "4")),
        ("a 10- to 15-mile trek", "10- to 15-mile", ("10", "15")),
        ("2–3°C warmer", "2–3°C", ("2", "3")),
        ("three to five feet high", "three to five feet", ("3", "5")),
    ],
)
def test_ranges(sentence: str, text: str, ends: tuple[str, str]) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, ends_of(figure)) == ("quantity", text, ends)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("$15m deep in debt", ["money"]),
        ("two bars in town", ["count"]),
        ("15m people", []),  # millions or metres
        ("15m euros", ["money"]),
        ("500,000 pounds", ["money"]),
        ("2.48 billion revenue passenger miles", ["count"]),
        ("his 21st birthday", []),
        ("two feet on the ground", ["count"]),
        ("5 in the morning", ["count"]),
        ("10 g's", ["count"]),
        ("$5 a mile", ["money"]),
        ("5 C notes", ["count"]),
        ("it cost 75c", ["money"]),
        ("at %2C in the link", []),
        ("30 degrees to the left", ["count"]),
        ("360 degrees (a full circle)", ["count"]),
        ("5 in (a) and (b)", ["count"]),
        ("5 in²", ["count"]),
        ("five in²", ["count"]),
        ("5 bn³ of gas", []),
        ("an 18kt ring", []),
        ("a 20kt bomb (1945)", ["year"]),
        ("9 people (15 in)", ["count", "count"]),
        ("5 km (7 g)", ["quantity", "count"]),  # no length
    ],
)
def test_no_quantities(sentence: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in figures_in(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("a 70-foot-tall (21 m) mast", ("70-foot", "foot"), ("21 m", "meter")),
        ("a reef 90 feet long (27 m)", ("90 feet", "foot"), ("27 m", "meter")),
        ("a surge of four to six feet (1.2 to 1.8 m)", ("four to six feet", "foot"), ("1.2 to 1.8 m", "meter")),
        ("a drop of 6-10 feet (2-3 m)", ("6-10 feet", "foot"), ("2-3 m", "meter")),
        ("It was 90 degrees (32 Celsius).", ("90 degrees", "degree_Fahrenheit"), ("32 Celsius", "degree_Celsius")),
        ("a 90-degree (32C) day", ("90-degree", "degree_Fahrenheit"), ("32C", "degree_Celsius")),
        (
            "It was 70 to 80 degrees (21 to 27 C).",
            ("70 to 80 degrees", "degree_Fahrenheit"),
            ("21 to 27 C", "degree_Celsius"),
        ),
        ("It was 32 Celsius (90 degrees).", ("32 Celsius", "degree_Celsius"), ("90 degrees", "degree_Fahrenheit")),
        ("minus 50 degrees (minus 46 C)", ("minus 50 degrees", "degree_Fahrenheit"), ("minus 46 C", "degree_Celsius")),
        ("a rim of 20 in (51 cm)", ("20 in", "inch"), ("51 cm", "centimeter")),
        ("a pan of 18 centimeters [7.1 in]", ("18 centimeters", "centimeter"), ("7.1 in", "inch")),
        ("6 ounces (170 g) of rice", ("6 ounces", "ounce"), ("170 g", "gram")),
        ("winds of 65km/h (35kt)", ("65km/h", "kilometer/hour"), ("35kt", "knot")),
        ("winds of 40 mph (35 kn)", ("40 mph", "mile/hour"), ("35 kn", "knot")),
        ("winds of 35kts (40 mph)", ("35kts", "knot"), ("40 mph", "mile/hour")),
    ],
)
def test_a_bracket_gives_the_unit(sentence: str, first: tuple[str, str], last: tuple[str, str]) -> None:
    assert [(f.text, f.unit) for f in figures_in(sentence, "quantity")] == [first, last]


def test_degrees_that_a_bracket_settles_have_the_grain_of_their_last_digit() -> None:
    assert [shown(f.grain) for f in figures_in("It was 100 degrees (38 Celsius).")] == ["1", "1"]


def test_every_unit_is_one_that_pint_knows() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    table = measures("en")
    units = {unit.name for unit in (*table.words.values(), *table.exact.values()) if unit.kind != "multiple"}
    units |= {*table.letters.values(), *table.compounds}
    for name in units:
        registry.Unit(name)
    for major, minors in table.compounds.items():
        for minor, parts in minors.items():
            if (major, minor) != ("year", "month"):
                assert registry(f"1 {major}").to(minor).magnitude == pytest.approx(parts)


def test_figures_never_import_pint() -> None:
    code = "import sys; from factcheck import find_figures; find_figures('5 km'); print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
