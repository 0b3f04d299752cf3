"""German figures in German's own forms: the language is data only."""

from __future__ import annotations

import pytest
from language_table import Case, rows

from factcheck.figures.reader import find_figures

CASES: list[Case] = [
    # money: names in their cases, symbols, codes
    ("Das kostet 19,5 Milliarden kanadische Dollar.",
     "money", "19,5 Milliarden kanadische Dollar", "19500000000", "CAD", None),
    ("mit 5 Millionen kanadischen Dollar", "money", "5 Millionen kanadischen Dollar", "5000000", "CAD", None),
    ("im Wert von 300 kanadischer Dollar", "money", "300 kanadischer Dollar", "300", "CAD", None),
    ("Das sind 3,1 Mrd. US-Dollar an Hilfe.", "money", "3,1 Mrd. US-Dollar", "3100000000", "USD", None),
    ("Das sind 3,1 Mrd US Dollar.", "money", "3,1 Mrd US Dollar", "3100000000", "USD", None),
    ("Sie zahlt 5 Mio. € dafür.", "money", "5 Mio. €", "5000000", "EUR", None),
    ("Sie zahlt 5 Mio.\u202f€ dafür.", "money", "5 Mio.\u202f€", "5000000", "EUR", None),
    ("Sie zahlt 1.234.567,89 Euro.", "money", "1.234.567,89 Euro", "1234567.89", "EUR", None),
    ("Sie zahlt 1\u00a0234\u202f567,89 Euro.", "money", "1\u00a0234\u202f567,89 Euro", "1234567.89", "EUR", None),
    ("Ein Kaffee zu 4,50 Franken", "money", "4,50 Franken", "4.5", "CHF", None),
    ("Die Miete beträgt 1'234 Franken.", "money", "1'234 Franken", "1234", "CHF", None),
    ("Die Miete beträgt 1’234’567 Franken.", "money", "1’234’567 Franken", "1234567", "CHF", None),
    ("Es kostet 80 Schweizer Franken.", "money", "80 Schweizer Franken", "80", "CHF", None),
    ("Es kostet CHF 80 Mio. im Jahr.", "money", "CHF 80 Mio.", "80000000", "CHF", None),
    ("Es kostet 2 Billionen Yen.", "money", "2 Billionen Yen", "2000000000000", "JPY", None),
    ("Es kostet 20 Millionen Pfund Sterling.", "money", "20 Millionen Pfund Sterling", "20000000", "GBP", None),
    ("Es kostet 20 Millionen Pfund.", "money", "20 Millionen Pfund", "20000000", "GBP", None),
    ("Es kostet 300 britische Pfund.", "money", "300 britische Pfund", "300", "GBP", None),
    ("Es kostet 300 schwedische Kronen.", "money", "300 schwedische Kronen", "300", "SEK", None),
    ("Es kostet 700 türkische Lira.", "money", "700 türkische Lira", "700", "TRY", None),
    ("Es kostet 700 polnische Złoty.", "money", "700 polnische Złoty", "700", "PLN", None),
    ("Es kostet 50 Millionen ukrainische Hrywnja.",
     "money", "50 Millionen ukrainische Hrywnja", "50000000", "UAH", None),
    ("Sie verlor 40 Millionen D-Mark.", "money", "40 Millionen D-Mark", "40000000", "DEM", None),
    ("Der Sprit kostet 63 Cent.", "money", "63 Cent", "0.63", "EUR", None),
    ("Es kostet US$ 20 Millionen.", "money", "US$ 20 Millionen", "20000000", "USD", None),
    ("Es kostet 20 US$ dort.", "money", "20 US$", "20", "USD", None),
    ("Es kostet 20 $ dort.", "money", "20 $", "20", "USD", None),
    ("Die 200-Euro-Strafe kam.", "money", "200-Euro", "200", "EUR", None),
    ("Es kostet 400 Tsd. Euro.", "money", "400 Tsd. Euro", "400000", "EUR", None),
    # numbers in words
    ("eine halbe Million Euro", "money", "eine halbe Million Euro", "500000", "EUR", None),
    ("anderthalb Milliarden Euro", "money", "anderthalb Milliarden Euro", "1500000000", "EUR", None),
    ("eineinhalb Millionen Euro", "money", "eineinhalb Millionen Euro", "1500000", "EUR", None),
    ("zweieinhalb Milliarden Dollar", "money", "zweieinhalb Milliarden Dollar", "2500000000", "USD", None),
    ("eine Million Euro", "money", "eine Million Euro", "1000000", "EUR", None),
    ("fünfhunderttausend Euro", "money", "fünfhunderttausend Euro", "500000", "EUR", None),
    ("zwei Millionen Euro", "money", "zwei Millionen Euro", "2000000", "EUR", None),
    ("hundert Euro", "money", "hundert Euro", "100", "EUR", None),
    ("einundzwanzig Franken", "money", "einundzwanzig Franken", "21", "CHF", None),
    ("dreiundvierzig Franken", "money", "dreiundvierzig Franken", "43", "CHF", None),
    ("dreihundertfünfzig Franken", "money", "dreihundertfünfzig Franken", "350", "CHF", None),
    ("zwölf Länder", "count", "zwölf", "12", None, None),
    ("siebzehn Länder", "count", "siebzehn", "17", None, None),
    ("dreißig Länder", "count", "dreißig", "30", None, None),
    # hedges
    ("etwa 5 Millionen Euro", "money", "5 Millionen Euro", "5000000", "EUR", "about"),
    ("Rund 300 Menschen kamen.", "count", "300", "300", None, "about"),
    ("fast 3 Milliarden Euro", "money", "3 Milliarden Euro", "3000000000", "EUR", "nearly"),
    ("knapp 3 Milliarden Euro", "money", "3 Milliarden Euro", "3000000000", "EUR", "nearly"),
    ("gut 3 Milliarden Euro", "money", "3 Milliarden Euro", "3000000000", "EUR", "just over"),
    ("etwas mehr als 3 Milliarden Euro", "money", "3 Milliarden Euro", "3000000000", "EUR", "just over"),
    ("mehr als 3 Prozent", "percent", "3 Prozent", "3", None, "more than"),
    ("Über 300 Menschen kamen.", "count", "300", "300", None, "more than"),
    ("mindestens zwölf Tote", "count", "zwölf", "12", None, "more than"),
    ("bis zu 500 Euro", "money", "500 Euro", "500", "EUR", "less than"),
    ("weniger als 500 Euro", "money", "500 Euro", "500", "EUR", "less than"),
    ("höchstens 20 %", "percent", "20 %", "20", None, "less than"),
    # shares
    ("um 3,5 Prozent", "percent", "3,5 Prozent", "3.5", None, None),
    ("um 3,5 %", "percent", "3,5 %", "3.5", None, None),
    ("um 3,5\u202f%", "percent", "3,5\u202f%", "3.5", None, None),
    ("um zwei Prozentpunkte", "points", "zwei Prozentpunkte", "2", None, None),
    ("um 0,25 Prozentpunkten", "points", "0,25 Prozentpunkten", "0.25", None, None),
    ("um 25 Basispunkte", "points", "25 Basispunkte", "0.25", "bp", None),
    # days
    ("am 16. März 2025 in Bonn", "day", "16. März 2025", "2025-03-16", None, None),
    ("am 3. Okt. 1990", "day", "3. Okt. 1990", "1990-10-03", None, None),
    ("am 1. Mai in Bonn", "day", "1. Mai", "--05-01", None, None),
    ("am 16.03.2025 in Bonn", "day", "16.03.2025", "2025-03-16", None, None),
    ("am 16. 3. 2025 in Bonn", "day", "16. 3. 2025", "2025-03-16", None, None),
    ("im Jänner 2025", "day", "Jänner 2025", "2025-01", None, None),
    ("am Mittwoch", "weekday", "Mittwoch", "3", None, None),
    ("am Sonnabend", "weekday", "Sonnabend", "6", None, None),
    ("im Jahr 2019", "year", "2019", "2019", None, None),
    # ranges
    ("zwischen 3 und 4 Millionen Euro", "money", "3 und 4 Millionen Euro", "3500000", "EUR", ("3000000", "4000000")),
    ("von 3 bis 4 Millionen Euro", "money", "3 bis 4 Millionen Euro", "3500000", "EUR", ("3000000", "4000000")),
    ("1,2–1,5 Mrd. Euro", "money", "1,2–1,5 Mrd. Euro", "1350000000", "EUR", ("1200000000", "1500000000")),
    ("3 bis 5 Prozent", "percent", "3 bis 5 Prozent", "4", None, ("3", "5")),
    # words that only begin or end like a figure
    ("gegenüber 5 Ländern", "count", "5", "5", None, None),
    ("im Hintergrund 5 Länder, größer", "count", "5", "5", None, None),
    ("Er fand 5 Euroscheine, größere.", "count", "5", "5", None, None),
    ("1,2 Millionen Menschen", "count", "1,2 Millionen", "1200000", None, None),
    # units, spans of time, ages, parts and multiples
    ("eine Strecke von 5 Kilometern", "quantity", "5 Kilometern", "5", "kilometer", None),
    ("ein 200-Meter-Lauf", "quantity", "200-Meter", "200", "meter", None),
    ("30 km nördlich", "quantity", "30 km", "30", "kilometer", None),
    ("auf 2,5 Millionen Hektar", "quantity", "2,5 Millionen Hektar", "2500000", "hectare", None),
    ("mit 120 Stundenkilometern", "quantity", "120 Stundenkilometern", "120", "kilometer/hour", None),
    ("mit 120 km/h", "quantity", "120 km/h", "120", "kilometer/hour", None),
    ("bei 25 Grad Celsius", "quantity", "25 Grad Celsius", "25", "degree_Celsius", None),
    ("bei 25 °C", "quantity", "25 °C", "25", "degree_Celsius", None),
    ("bei -5 °C", "quantity", "-5 °C", "-5", "degree_Celsius", None),
    ("drei Millionen Tonnen Stahl", "quantity", "drei Millionen Tonnen", "3000000", "metric_ton", None),
    ("eine Leistung von 150 PS", "quantity", "150 PS", "150", "metric_horsepower", None),
    ("500 Megawatt Leistung", "quantity", "500 Megawatt", "500", "megawatt", None),
    ("1,2 Gigawattstunden", "quantity", "1,2 Gigawattstunden", "1.2", "gigawatt_hour", None),
    ("80 Quadratmeter Wohnfläche", "quantity", "80 Quadratmeter", "80", "meter**2", None),
    ("vor drei Jahren", "duration", "drei Jahren", "3", "year", None),
    ("eine halbe Stunde", "duration", "eine halbe Stunde", "0.5", "hour", None),
    ("eine Viertelstunde später", "duration", "eine Viertelstunde", "0.25", "hour", None),
    ("anderthalb Jahre Haft", "duration", "anderthalb Jahre", "1.5", "year", None),
    ("zweieinhalb Jahre Haft", "duration", "zweieinhalb Jahre", "2.5", "year", None),
    ("ein halbes Jahrhundert", "duration", "ein halbes Jahrhundert", "0.5", "century", None),
    ("ein halber Prozentpunkt", "points", "ein halber Prozentpunkt", "0.5", None, None),
    ("ein 68-jähriger Mann", "age", "68-jähriger", "68", "year", None),
    ("Er ist 68 Jahre alt.", "age", "68 Jahre alt", "68", "year", None),
    ("im Alter von 68 Jahren", "age", "68 Jahren", "68", "year", None),
    ("die Hälfte der Befragten", "fraction", "die Hälfte", "0.5", None, None),
    ("mehr als die Hälfte der Befragten", "fraction", "die Hälfte", "0.5", None, "more than"),
    ("ein Drittel der Wähler", "fraction", "ein Drittel", "0.3333333333333333333333333333", None, None),
    ("rund zwei Drittel der Wähler", "fraction", "zwei Drittel", "0.6666666666666666666666666667", None, "about"),
    ("um ein Drittel gesunken", "fraction", "ein Drittel", "0.3333333333333333333333333333", None, None),
    ("neun von zehn Befragten", "fraction", "neun von zehn", "0.9", None, None),
    ("doppelt so viele Fälle", "multiple", "doppelt", "2", None, None),
    ("dreimal so viele Fälle", "multiple", "dreimal", "3", None, None),
    ("Der Umsatz hat sich verdoppelt.", "multiple", "verdoppelt", "2", None, None),
    ("5 mal so viele", "multiple", "5 mal", "5", None, None),
    ("die Mehrheit der Deutschen", "fraction", "die Mehrheit", "0.5", None, "more than"),
    ("ein Dutzend Länder", "count", "ein Dutzend", "12", None, "about"),
    ("minus 5 Grad Celsius", "quantity", "minus 5 Grad Celsius", "-5", "degree_Celsius", None),
    ("15 m hoch", "quantity", "15 m", "15", "meter", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "text", "value", "of", "hedge_or_ends"), CASES, ids=[c[0] for c in CASES])
def test_figures(sentence: str, kind: str, text: str, value: str, of: str | None, hedge_or_ends: object) -> None:
    assert rows(sentence, "de") == [(kind, text, value, of, hedge_or_ends)]


@pytest.mark.parametrize(
    "sentence",
    [
        "um 14.30 Uhr",
        "um 9 Uhr",
        "der 3. große Wurf",
        "ein Mann und eine Frau",
        "die zweite Reihe",
        "ein Elfmeter",
        "A380",
        "eine Boeing 737",
        "Artikel 5",
        "Windows 10",
        "ISO 9001",
        "Er gewann 3:2.",
        "sie gewannen 3-2",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    assert find_figures(sentence, "de") == []


def test_a_change_is_two_figures() -> None:
    found = rows("Der Umsatz stieg von 3 auf 4 Millionen Euro.", "de")
    assert [row[1] for row in found] == ["3", "4 Millionen Euro"]


def test_a_dollar_takes_the_country_that_the_draft_names() -> None:
    money = find_figures("Kanada zahlt 5 Millionen Dollar.", "de")[0]
    assert money.currencies == ("USD", "CAD")
