"""Spanish figures in Spanish's own forms: the language is data only."""

from __future__ import annotations

import pytest
from language_table import Case, rows

from factcheck.figures.reader import find_figures

CASES: list[Case] = [
    # money
    ("por 3.500 millones de dólares", "money",
     "3.500 millones de dólares", "3500000000", "USD", None),
    ("por 5 mil millones de euros", "money", "5 mil millones de euros", "5000000000", "EUR", None),
    ("por 15.000 millones de euros", "money", "15.000 millones de euros", "15000000000", "EUR", None),
    ("por 1 billón de euros", "money", "1 billón de euros", "1000000000000", "EUR", None),
    ("por 2,5 billones de pesos", "money", "2,5 billones de pesos", "2500000000000", "MXN", None),
    ("por 15 mil euros", "money", "15 mil euros", "15000", "EUR", None),
    ("por 300 dólares canadienses", "money", "300 dólares canadienses", "300", "CAD", None),
    ("por 5 millones de dólares canadienses", "money", "5 millones de dólares canadienses", "5000000", "CAD", None),
    ("por 5 millones de dólares estadounidenses",
     "money", "5 millones de dólares estadounidenses", "5000000", "USD", None),
    ("por 300 dólares americanos", "money", "300 dólares americanos", "300", "USD", None),
    ("por 300 pesos argentinos", "money", "300 pesos argentinos", "300", "ARS", None),
    ("por 1.234.567,89 euros", "money", "1.234.567,89 euros", "1234567.89", "EUR", None),
    ("por 1 234 567,89 euros", "money", "1 234 567,89 euros", "1234567.89", "EUR", None),
    ("por 1\u202f234\u202f567 euros", "money", "1\u202f234\u202f567 euros", "1234567", "EUR", None),
    ("por 12,50 €", "money", "12,50 €", "12.5", "EUR", None),
    ("por 5 M€ al año", "money", "5 M€", "5000000", "EUR", None),
    ("por US$ 20 millones", "money", "US$ 20 millones", "20000000", "USD", None),
    ("por US$20 mil", "money", "US$20 mil", "20000", "USD", None),
    ("por 20 US$ la noche", "money", "20 US$", "20", "USD", None),
    ("por 500 mdd en total", "money", "500 mdd", "500000000", "USD", None),
    ("por 500 mdp en total", "money", "500 mdp", "500000000", "MXN", None),
    ("por 20 millones de libras esterlinas", "money", "20 millones de libras esterlinas", "20000000", "GBP", None),
    ("por 20 millones de libras", "money", "20 millones de libras", "20000000", "GBP", None),
    ("por 80 francos suizos", "money", "80 francos suizos", "80", "CHF", None),
    ("por 80 coronas suecas", "money", "80 coronas suecas", "80", "SEK", None),
    ("por 80 yenes", "money", "80 yenes", "80", "JPY", None),
    ("por 80 bolívares", "money", "80 bolívares", "80", "VES", None),
    ("por 80 soles", "money", "80 soles", "80", "PEN", None),
    ("por 60 céntimos", "money", "60 céntimos", "0.6", "EUR", None),
    ("por 60 centavos de dólar", "money", "60 centavos de dólar", "0.6", "USD", None),
    ("por 500 pesetas", "money", "500 pesetas", "500", "ESP", None),
    ("por EUR 5 millones", "money", "EUR 5 millones", "5000000", "EUR", None),
    # numbers in words
    ("medio millón de euros", "money", "medio millón de euros", "500000", "EUR", None),
    ("un millón de euros", "money", "un millón de euros", "1000000", "EUR", None),
    ("un millón y medio de euros", "money", "un millón y medio de euros", "1500000", "EUR", None),
    ("dos mil millones de euros", "money", "dos mil millones de euros", "2000000000", "EUR", None),
    ("dos mil quinientos millones de euros",
     "money", "dos mil quinientos millones de euros", "2500000000", "EUR", None),
    ("mil euros", "money", "mil euros", "1000", "EUR", None),
    ("cien euros", "money", "cien euros", "100", "EUR", None),
    ("ciento veinte euros", "money", "ciento veinte euros", "120", "EUR", None),
    ("treinta y cinco euros", "money", "treinta y cinco euros", "35", "EUR", None),
    ("quinientos mil euros", "money", "quinientos mil euros", "500000", "EUR", None),
    ("veintiún países", "count", "veintiún", "21", None, None),
    ("dieciséis países", "count", "dieciséis", "16", None, None),
    # hedges
    ("alrededor de 5 millones de euros", "money", "5 millones de euros", "5000000", "EUR", "about"),
    ("Unos 300 países", "count", "300", "300", None, "about"),
    ("casi 3 mil millones de euros", "money", "3 mil millones de euros", "3000000000", "EUR", "nearly"),
    ("cerca de 300 países", "count", "300", "300", None, "nearly"),
    ("poco más de 300 países", "count", "300", "300", None, "just over"),
    ("más de 3 %", "percent", "3 %", "3", None, "more than"),
    ("al menos doce muertos", "count", "doce", "12", None, "more than"),
    ("menos de 500 euros", "money", "500 euros", "500", "EUR", "less than"),
    ("hasta 500 euros", "money", "500 euros", "500", "EUR", "less than"),
    # shares
    ("un 3,5 por ciento", "percent", "3,5 por ciento", "3.5", None, None),
    ("un 3,5 %", "percent", "3,5 %", "3.5", None, None),
    ("un 3,5\u00a0%", "percent", "3,5\u00a0%", "3.5", None, None),
    ("dos puntos porcentuales", "points", "dos puntos porcentuales", "2", None, None),
    ("25 puntos básicos", "points", "25 puntos básicos", "0.25", "bp", None),
    # days
    ("el 16 de marzo de 2025 en Lima", "day", "16 de marzo de 2025", "2025-03-16", None, None),
    ("el 16 de marzo del 2025 en Lima", "day", "16 de marzo del 2025", "2025-03-16", None, None),
    ("el 1 de mayo en Lima", "day", "1 de mayo", "--05-01", None, None),
    ("el 1.º de mayo en Lima", "day", "1.º de mayo", "--05-01", None, None),
    ("en agosto de 2023", "day", "agosto de 2023", "2023-08", None, None),
    ("el 16/03/2025 en Lima", "day", "16/03/2025", "2025-03-16", None, None),
    ("el miércoles en Lima", "weekday", "miércoles", "3", None, None),
    ("el sábado en Lima", "weekday", "sábado", "6", None, None),
    ("en 2019", "year", "2019", "2019", None, None),
    # ranges
    ("entre 3 y 4 millones de euros", "money", "3 y 4 millones de euros", "3500000", "EUR", ("3000000", "4000000")),
    ("de 3 a 4 millones de euros", "money", "3 a 4 millones de euros", "3500000", "EUR", ("3000000", "4000000")),
    ("de 3 hasta 4 millones de euros",
     "money", "3 hasta 4 millones de euros", "3500000", "EUR", ("3000000", "4000000")),
    ("entre 3 y 5 %", "percent", "3 y 5 %", "4", None, ("3", "5")),
    ("1,2-1,5 millones de euros", "money", "1,2-1,5 millones de euros", "1350000", "EUR", ("1200000", "1500000")),
    ("20.000 personas", "count", "20.000", "20000", None, None),
    ("1,2 millones de habitantes", "count", "1,2 millones", "1200000", None, None),
    ("algunos 5 países", "count", "5", "5", None, None),
    # units, spans of time, ages, parts and multiples
    ("a 5 kilómetros de Madrid", "quantity", "5 kilómetros", "5", "kilometer", None),
    ("80 metros cuadrados", "quantity", "80 metros cuadrados", "80", "meter**2", None),
    ("2 millones de toneladas", "quantity", "2 millones de toneladas", "2000000", "metric_ton", None),
    ("500 hectáreas", "quantity", "500 hectáreas", "500", "hectare", None),
    ("120 kilómetros por hora", "quantity", "120 kilómetros por hora", "120", "kilometer/hour", None),
    ("120 km/h", "quantity", "120 km/h", "120", "kilometer/hour", None),
    ("25 grados centígrados", "quantity", "25 grados centígrados", "25", "degree_Celsius", None),
    ("25 °C", "quantity", "25 °C", "25", "degree_Celsius", None),
    ("500 megavatios", "quantity", "500 megavatios", "500", "megawatt", None),
    ("20.000 barriles diarios", "quantity", "20.000 barriles diarios", "20000", "oil_bbl/day", None),
    ("tres años de cárcel", "duration", "tres años", "3", "year", None),
    ("18 meses", "duration", "18 meses", "18", "month", None),
    ("dos décadas", "duration", "dos décadas", "2", "decade", None),
    ("media hora después", "duration", "media hora", "0.5", "hour", None),
    ("tres cuartos de hora", "duration", "tres cuartos de hora", "0.75", "hour", None),
    ("medio siglo", "duration", "medio siglo", "0.5", "century", None),
    ("medio punto porcentual", "points", "medio punto porcentual", "0.5", None, None),
    ("un año y medio", "duration", "un año y medio", "1.5", "year", None),
    ("dos años y medio de cárcel", "duration", "dos años y medio", "2.5", "year", None),
    ("una hora y media", "duration", "una hora y media", "1.5", "hour", None),
    ("un hombre de 68 años", "age", "68 años", "68", "year", None),
    ("68 años de edad", "age", "68 años de edad", "68", "year", None),
    ("la mitad de los españoles", "fraction", "la mitad", "0.5", None, None),
    ("casi la mitad de los españoles", "fraction", "la mitad", "0.5", None, "nearly"),
    ("un tercio de los votantes", "fraction", "un tercio", "0.3333333333333333333333333333", None, None),
    ("dos tercios de los votantes", "fraction", "dos tercios", "0.6666666666666666666666666667", None, None),
    ("nueve de cada diez", "fraction", "nueve de cada diez", "0.9", None, None),
    ("el doble de casos", "multiple", "el doble", "2", None, None),
    ("las ventas se duplicaron", "multiple", "duplicaron", "2", None, None),
    ("tres veces más", "multiple", "tres veces", "3", None, None),
    ("la mayoría de los votantes", "fraction", "la mayoría", "0.5", None, "more than"),
    ("una docena de países", "count", "una docena", "12", None, "about"),
    ("menos 5 grados centígrados", "quantity", "menos 5 grados centígrados", "-5", "degree_Celsius", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "text", "value", "of", "hedge_or_ends"), CASES, ids=[c[0] for c in CASES])
def test_figures(sentence: str, kind: str, text: str, value: str, of: str | None, hedge_or_ends: object) -> None:
    assert rows(sentence, "es") == [(kind, text, value, of, hedge_or_ends)]


@pytest.mark.parametrize(
    "sentence",
    [
        "a las 14:30",
        "a las 14.30 h",
        "un hombre y una mujer",
        "el 3er puesto",
        "el 5º puesto",
        "el A380",
        "un Boeing 737",
        "artículo 155",
        "página 12",
        "a las 14 horas",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    assert find_figures(sentence, "es") == []


@pytest.mark.parametrize("change", ["pasó", "subió", "cayó"])
def test_a_change_is_two_figures(change: str) -> None:
    found = rows(f"El total {change} de 3 a 4 millones de euros.", "es")
    assert [row[1] for row in found] == ["3", "4 millones de euros"]


def test_pesos_take_the_country_that_the_draft_names() -> None:
    money = find_figures("Chile paga 5 millones de pesos.", "es")[0]
    assert money.currency == "CLP"
