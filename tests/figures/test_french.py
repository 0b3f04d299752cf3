"""French figures in French's own forms: the language is data only."""

from __future__ import annotations

import pytest
from language_table import Case, rows

from factcheck.figures.reader import find_figures

CASES: list[Case] = [
    # money: the linking "de", symbols, codes
    ("soit 2 millions d'euros", "money", "2 millions d'euros", "2000000", "EUR", None),
    ("soit 2 millions d’euros", "money", "2 millions d’euros", "2000000", "EUR", None),
    ("soit 3,1 milliards de dollars", "money", "3,1 milliards de dollars", "3100000000", "USD", None),
    ("soit 19,5 milliards de dollars canadiens",
     "money", "19,5 milliards de dollars canadiens", "19500000000", "CAD", None),
    ("soit 300 dollars américains", "money", "300 dollars américains", "300", "USD", None),
    ("soit 300 dollars des États-Unis", "money", "300 dollars des États-Unis", "300", "USD", None),
    ("soit 5 M€ par an", "money", "5 M€", "5000000", "EUR", None),
    ("soit 5 M€", "money", "5 M€", "5000000", "EUR", None),
    ("soit 10 M$ par an", "money", "10 M$", "10000000", "USD", None),
    ("soit 3 Md€ par an", "money", "3 Md€", "3000000000", "EUR", None),
    ("soit 3,2 Mds d'euros", "money", "3,2 Mds d'euros", "3200000000", "EUR", None),
    ("soit 500 k€ par an", "money", "500 k€", "500000", "EUR", None),
    ("soit 5 millions $ par an", "money", "5 millions $", "5000000", "USD", None),
    ("soit 45 $ CA la nuit", "money", "45 $ CA", "45", "CAD", None),
    ("soit 45 $ US la nuit", "money", "45 $ US", "45", "USD", None),
    ("soit 1\u202f234\u202f567,89 euros", "money", "1\u202f234\u202f567,89 euros", "1234567.89", "EUR", None),
    ("soit 1\u00a0234\u00a0567,89 €", "money", "1\u00a0234\u00a0567,89 €", "1234567.89", "EUR", None),
    ("soit 1 234 euros", "money", "1 234 euros", "1234", "EUR", None),
    ("soit 1.234 euros", "money", "1.234 euros", "1234", "EUR", None),
    ("soit 3.5 millions d'euros", "money", "3.5 millions d'euros", "3500000", "EUR", None),
    ("soit 80 francs suisses", "money", "80 francs suisses", "80", "CHF", None),
    ("soit 500 000 francs CFA", "money", "500 000 francs CFA", "500000", "XOF", None),
    ("soit 500 000 FCFA", "money", "500 000 FCFA", "500000", "XOF", None),
    ("soit 300 livres sterling", "money", "300 livres sterling", "300", "GBP", None),
    ("soit 40 millions de livres", "money", "40 millions de livres", "40000000", "GBP", None),
    ("soit 700 couronnes suédoises", "money", "700 couronnes suédoises", "700", "SEK", None),
    ("soit 2 billions de yens", "money", "2 billions de yens", "2000000000000", "JPY", None),
    ("soit 60 centimes d'euro", "money", "60 centimes d'euro", "0.6", "EUR", None),
    ("soit EUR 5 millions", "money", "EUR 5 millions", "5000000", "EUR", None),
    ("soit 12 dirhams", "money", "12 dirhams", "12", "MAD", None),
    # numbers in words
    ("un million d'euros", "money", "un million d'euros", "1000000", "EUR", None),
    ("un million et demi d'euros", "money", "un million et demi d'euros", "1500000", "EUR", None),
    ("deux milliards et demi de dollars", "money", "deux milliards et demi de dollars", "2500000000", "USD", None),
    ("un demi-million d'euros", "money", "un demi-million d'euros", "500000", "EUR", None),
    ("mille euros", "money", "mille euros", "1000", "EUR", None),
    ("deux cents euros", "money", "deux cents euros", "200", "EUR", None),
    ("cent vingt euros", "money", "cent vingt euros", "120", "EUR", None),
    ("vingt et un euros", "money", "vingt et un euros", "21", "EUR", None),
    ("soixante-dix euros", "money", "soixante-dix euros", "70", "EUR", None),
    ("soixante et onze euros", "money", "soixante et onze euros", "71", "EUR", None),
    ("quatre-vingts euros", "money", "quatre-vingts euros", "80", "EUR", None),
    ("quatre-vingt-dix-sept euros", "money", "quatre-vingt-dix-sept euros", "97", "EUR", None),
    ("deux mille cinq cents euros", "money", "deux mille cinq cents euros", "2500", "EUR", None),
    ("dix-huit pays", "count", "dix-huit", "18", None, None),
    ("septante pays", "count", "septante", "70", None, None),
    # hedges
    ("environ 5 millions d'euros", "money", "5 millions d'euros", "5000000", "EUR", "about"),
    ("d'environ 5 millions d'euros", "money", "5 millions d'euros", "5000000", "EUR", "about"),
    ("près de 3 milliards d'euros", "money", "3 milliards d'euros", "3000000000", "EUR", "nearly"),
    ("près d’un milliard d’euros", "money", "un milliard d’euros", "1000000000", "EUR", "nearly"),
    ("un peu plus de 300 pays", "count", "300", "300", None, "just over"),
    ("plus de 3 %", "percent", "3 %", "3", None, "more than"),
    ("au moins douze morts", "count", "douze", "12", None, "more than"),
    ("moins de 500 euros", "money", "500 euros", "500", "EUR", "less than"),
    ("jusqu'à 500 euros", "money", "500 euros", "500", "EUR", "less than"),
    ("jusqu’à 500 euros", "money", "500 euros", "500", "EUR", "less than"),
    # shares
    ("de 3,5 %", "percent", "3,5 %", "3.5", None, None),
    ("de 3,5\u202f%", "percent", "3,5\u202f%", "3.5", None, None),
    ("de 3,5 pour cent", "percent", "3,5 pour cent", "3.5", None, None),
    ("de 2 points de pourcentage", "points", "2 points de pourcentage", "2", None, None),
    ("de 25 points de base", "points", "25 points de base", "0.25", "bp", None),
    # days
    ("le 16 mars 2025 à Lyon", "day", "16 mars 2025", "2025-03-16", None, None),
    ("le 1er mai à Lyon", "day", "1er mai", "--05-01", None, None),
    ("le 14 févr. 2024", "day", "14 févr. 2024", "2024-02-14", None, None),
    ("en août 2023", "day", "août 2023", "2023-08", None, None),
    ("le 16/03/2025 à Lyon", "day", "16/03/2025", "2025-03-16", None, None),
    ("mercredi à Lyon", "weekday", "mercredi", "3", None, None),
    ("en 2019", "year", "2019", "2019", None, None),
    # ranges
    ("de 3 à 4 millions d'euros", "money", "3 à 4 millions d'euros", "3500000", "EUR", ("3000000", "4000000")),
    ("entre 3 et 4 millions d'euros", "money", "3 et 4 millions d'euros", "3500000", "EUR", ("3000000", "4000000")),
    ("entre 1,2 et 1,5 Md€", "money", "1,2 et 1,5 Md€", "1350000000", "EUR", ("1200000000", "1500000000")),
    ("de 3 à 5 %", "percent", "3 à 5 %", "4", None, ("3", "5")),
    ("20 000 personnes", "count", "20 000", "20000", None, None),
    ("1,2 million d'habitants", "count", "1,2 million", "1200000", None, None),
    # units, spans of time, ages, parts and multiples
    ("à 5 kilomètres de Lyon", "quantity", "5 kilomètres", "5", "kilometer", None),
    ("un terrain de 80 mètres carrés", "quantity", "80 mètres carrés", "80", "meter**2", None),
    ("2 millions de tonnes de blé", "quantity", "2 millions de tonnes", "2000000", "metric_ton", None),
    ("5 millions d'hectares", "quantity", "5 millions d'hectares", "5000000", "hectare", None),
    ("une vitesse de 120 km/h", "quantity", "120 km/h", "120", "kilometer/hour", None),
    ("120 kilomètres à l'heure", "quantity", "120 kilomètres à l'heure", "120", "kilometer/hour", None),
    ("il fait 25 °C", "quantity", "25 °C", "25", "degree_Celsius", None),
    ("25 degrés Celsius", "quantity", "25 degrés Celsius", "25", "degree_Celsius", None),
    ("une centrale de 500 mégawatts", "quantity", "500 mégawatts", "500", "megawatt", None),
    ("1,2 gigawattheures", "quantity", "1,2 gigawattheures", "1.2", "gigawatt_hour", None),
    ("20 000 barils par jour", "quantity", "20 000 barils par jour", "20000", "oil_bbl/day", None),
    ("trois ans de prison", "duration", "trois ans", "3", "year", None),
    ("pendant 18 mois", "duration", "18 mois", "18", "month", None),
    ("depuis deux décennies", "duration", "deux décennies", "2", "decade", None),
    ("une demi-heure plus tard", "duration", "une demi-heure", "0.5", "hour", None),
    ("trois quarts d'heure", "duration", "trois quarts d'heure", "0.75", "hour", None),
    ("un quart de siècle", "duration", "un quart de siècle", "0.25", "century", None),
    ("un an et demi", "duration", "un an et demi", "1.5", "year", None),
    ("une heure et demie", "duration", "une heure et demie", "1.5", "hour", None),
    ("deux ans et demi de prison", "duration", "deux ans et demi", "2.5", "year", None),
    ("un demi-siècle", "duration", "un demi-siècle", "0.5", "century", None),
    ("un demi-point", "points", "un demi-point", "0.5", None, None),
    ("un homme de 68 ans", "age", "68 ans", "68", "year", None),
    ("âgée de 34 ans", "age", "34 ans", "34", "year", None),
    ("la moitié des Français", "fraction", "la moitié", "0.5", None, None),
    ("près de la moitié des Français", "fraction", "la moitié", "0.5", None, "nearly"),
    ("un tiers des électeurs", "fraction", "un tiers", "0.3333333333333333333333333333", None, None),
    ("deux tiers des électeurs", "fraction", "deux tiers", "0.6666666666666666666666666667", None, None),
    ("baissé de moitié", "fraction", "moitié", "0.5", None, None),
    ("9 sur 10", "fraction", "9 sur 10", "0.9", None, None),
    ("deux fois plus de cas", "multiple", "deux fois", "2", None, None),
    ("le chiffre a doublé", "multiple", "doublé", "2", None, None),
    ("multiplié par trois", "multiple", "multiplié par trois", "3", None, None),
    ("la majorité des députés", "fraction", "la majorité", "0.5", None, "more than"),
    ("une douzaine de pays", "count", "une douzaine", "12", None, "about"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "text", "value", "of", "hedge_or_ends"), CASES, ids=[c[0] for c in CASES])
def test_figures(sentence: str, kind: str, text: str, value: str, of: str | None, hedge_or_ends: object) -> None:
    assert rows(sentence, "fr") == [(kind, text, value, of, hedge_or_ends)]


@pytest.mark.parametrize(
    "sentence",
    [
        "à 14 h 30",
        "à 14h30",
        "à 9 heures",
        "un homme et une femme",
        "le 20e siècle",
        "l'A380",
        "le 3ème",
        "un Boeing 737",
        "l'article 49",
        "vol 447",
        "page 12",
        "à 14 heures",
        "06 12 34 56 78",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    assert find_figures(sentence, "fr") == []


@pytest.mark.parametrize("change", ["est passé", "sont passés", "a augmenté", "a bondi"])
def test_a_change_is_two_figures(change: str) -> None:
    found = rows(f"Le total {change} de 3 à 4 millions d'euros.", "fr")
    assert [row[1] for row in found] == ["3", "4 millions d'euros"]


def test_francs_take_the_country_that_the_draft_names() -> None:
    money = find_figures("La Suisse paie 5 millions de francs.", "fr")[0]
    assert money.currency == "CHF"
