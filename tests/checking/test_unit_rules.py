"""Conversions of units and differences of temperature: how each side is read, and what is said of a slip."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.checking.finding import Finding
from factcheck.checking.ruleset import load
from factcheck.fronts.explain import page


def check(text: str) -> list[Finding]:
    return factcheck.check(text)


def only(text: str) -> Finding:
    (finding,) = check(text)
    return finding


@pytest.mark.parametrize(
    ("original", "fits", "fails"),
    [
        ("5 miles", "8.1 km", "8.5 km"),  # two per cent
        ("30 miles", "50 km", "53 km"),  # a five
        ("75 feet", "20 meters", "21 meters"),  # 22.9: a five below forty, but 21 is no rounding
        ("60 kilometers", "40 miles", "43 miles"),  # 37.3: a ten
        ("100 meters", "300 feet", "280 feet"),  # one digit and zeros: five per cent
        ("3 km", "2 miles", "2.4 miles"),  # the original is sharp, 2.95 to 3.05
        ("12 gallons", "54 litres", "49.5 litres"),  # British or American
        ("102 tons", "104 tonnes", "97 tonnes"),  # long, or short
        ("12 ounces", "355 ml", "580 ml"),  # fluid ones
        ("12 ounces", "340 grams", "580 grams"),
        ("38C", "100F", "97F"),
        ("22C", "40F", "50F"),  # a difference
        ("-12C", "10F", "-10F"),
        ("6ft 5in", "196 cm", "206 cm"),
        ("3 to 5 feet", "1 to 1.5 meters", "2 to 1.5 meters"),
        ("45 to 60 mph", "72 to 97 kph", "72 to 110 kph"),
        ("more than 12,000 acres", "4,900 hectares", "5,300 hectares"),
    ],
)
def test_readings(original: str, fits: str, fails: str) -> None:
    assert check(f"They measured {original} ({fits}) there.") == []
    found = check(f"They measured {original} ({fails}) there.")
    if " to 1.5" not in fails:  # ends that fall are no range
        assert [(f.code, f.text) for f in found] == [("UNI101", fails)]


def test_a_slip_within_twice_the_rounding_is_a_warning() -> None:
    assert only("It lies 9.3 miles (16 km) off.").severity == "warning"
    assert only("It lies 9.3 miles (17 km) off.").severity == "error"


@pytest.mark.parametrize(
    ("text", "message", "fix", "cause"),
    [
        (
            "The road is 15 km long (24 miles).",
            "15 km is about 9.3 miles, not 24 miles",
            "9.3 miles",
            "multiplied where it should be divided, or the two units exchanged?",
        ),
        (
            "Nights of minus 20 Celsius (minus 14 Fahrenheit) are common.",
            "minus 20 Celsius is about minus 4 Fahrenheit, not minus 14 Fahrenheit",
            "minus 4 Fahrenheit",
            None,
        ),
        (
            "The tank holds 8,000 cubic meters (2.1 billion gallons) of waste.",
            "8,000 cubic meters is about 2.1 million gallons, not 2.1 billion gallons",
            "2.1 million gallons",
            "a scale word or three digits, a thousand times too much?",
        ),
        (
            "Hail 1.7 inches (4.3 meters) wide fell.",
            "1.7 inches is about 0.043 meters, not 4.3 meters",
            None,
            "another unit: the figures fit centimeters instead of meters",
        ),
        (
            "It is 196cm (6ft 9in) tall.",
            "196cm is about 6ft 5in, not 6ft 9in",
            "6ft 5in",
            None,
        ),
        (
            "Waves of 3 to 5 feet (1 to 2.5 meters) came.",
            "3 to 5 feet is about 0.91 to 1.5 meters, not 1 to 2.5 meters",
            None,
            None,
        ),
        (
            "The sea has warmed by 0.6 degrees Celsius (33 degrees Fahrenheit) since.",
            "a difference of 0.6 degrees Celsius is one of about 1.1 degrees Fahrenheit, not 33 degrees Fahrenheit",
            "1.1 degrees Fahrenheit",
            "converted as a temperature, with the 32 degrees between the two zeros?",
        ),
    ],
)
def test_what_is_said(text: str, message: str, fix: str | None, cause: str | None) -> None:
    found = only(text)
    assert (found.message, found.fix.text if found.fix else None, found.cause) == (message, fix, cause)


def test_the_arithmetic_is_shown() -> None:
    assert [note.text for note in only("It reached 75.5 mph (155 kph) there.").notes] == [
        "75.5 mph × 1.6093 = 122 kph; with rounding 119 kph to 124 kph"
    ]
    assert [note.text for note in only("It was 50F (20C) there.").notes] == [
        "50F × 0.55556 − 17.778 = 10C; with rounding 9.2C to 11C"
    ]


def test_the_original_may_be_the_wrong_one() -> None:
    (alternative,) = only("It reached 75 mph (150 kph) there.").alternatives
    assert (alternative.text, alternative.label) == ("93 mph", "if 150 kph is right")


def test_a_difference_is_told_once_and_by_its_own_rule() -> None:
    assert [f.code for f in check("The plains were 10C (50F) below normal.")] == ["UNI102"]
    assert [f.code for f in check("The plains were 10C (40F) below normal.")] == ["UNI102"]
    assert [f.code for f in check("The plains were at 10C (40F) at noon.")] == ["UNI101"]


@pytest.mark.parametrize(
    "text",
    [
        "The sea has warmed to 30C (86F) off the islands.",
        "Temperatures soared above 40C (104F), then rose to 42C (107.6F).",
        "It was 36C (97F), hotter than in May.",
        "A 90C (194F) cooling circuit broke.",
        "It fell from 30C (86F) to 20C (68F).",
        "Followed by 30C (86F) on Sunday, it was a hot week.",
    ],
)
def test_a_temperature_is_no_difference(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Temperatures of 43C (77F) were felt.", ["UNI103"]),
        ("It was 43C (77F) at noon.", []),  # may be a difference
        ("It was 43C (97F) at noon.", ["UNI101"]),
        ("Temperatures of 10C (18F) below normal were felt.", []),
        ("Temperatures of 10C (50F) below normal were felt.", ["UNI102"]),
        ("Temperatures of up to 10C (18F) warmer are likely.", []),
        ("Temperatures plunged 20C (36F) to -15C (5F).", []),
        ("Wine keeps at temperatures of 12C (54F) or less.", []),
    ],
)
def test_words_decide_between_a_temperature_and_a_difference(text: str, codes: list[str]) -> None:
    assert [f.code for f in check(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Average temperatures have risen 1.1C (34F) since 1880.",
        "The Arctic has warmed by almost 3 degrees Celsius (37.4 degrees Fahrenheit) in 50 years.",
        "The world is heading for a 3C (37.4F) rise.",
        "July was 0.95 degrees Celsius (33.7 degrees Fahrenheit) above the 20th-century average.",
        "The pact aims to limit the rise in global temperatures to well below 2C (35.6F).",
        "A warming of 3 degrees Celsius, or 37.4 degrees Fahrenheit, would be a disaster.",
        "Without trees, streets would be 5C (41F) warmer.",
        "The continent heats up at 0.5C (32.9F) per decade.",
        "Every 1C (33.8F) of warming adds water vapour.",
    ],
)
def test_differences_in_many_words(text: str) -> None:
    assert [f.code for f in check(text)] == ["UNI102"]


def test_the_page_of_a_rule_shows_both_equations() -> None:
    shown = page(load().rules["UNI101"])
    assert "offset(original, converted)` or `converted == original * factor(original, converted) * within(2)`" in shown


@pytest.mark.parametrize(
    ("draft", "fix"),
    [
        ("The pan is 15 centimeters (9.5 in) wide.", "5.9 in"),
        ("Add 8.5 ounces (420 g) of flour.", "240 g"),
        ("Winds of 45km/h (52kt) blew.", "24kt"),
        ("The 80-foot-tall (34 m) cliff fell.", "24 m"),
        ("It was minus 50 degrees (46 Celsius) there.", "-46 Celsius"),
        ("It reached 100 degrees (48 Celsius).", "38 Celsius"),
        ("It was 38 Celsius (120 degrees).", "100 degrees"),
    ],
)
def test_units_that_only_the_bracket_settles(draft: str, fix: str) -> None:
    finding = only(draft)
    assert finding.fix is not None
    assert finding.fix.text == fix


@pytest.mark.parametrize(
    "draft",
    [
        "The rim is 20 in (51 cm) wide, and the pan 18 centimeters (7.1 in).",
        "A surge of three to five feet (1 to 1.5 m) is expected.",
        "It was 100 degrees (38 Celsius), then minus 50 degrees (minus 46 Celsius).",
        "Temperatures dropped by 18 degrees (10 Celsius).",
        "Winds of 45km/h (25kt) blew, and 8.5 ounces (240 g) of flour were used.",
        "Profit was 46.6 million euros or 80 cents a share.",
    ],
)
def test_right_conversions_that_only_the_bracket_settles_are_silent(draft: str) -> None:
    assert check(draft) == []
