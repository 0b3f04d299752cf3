"""What an ambiguous symbol or name means: qualifier, the draft's own usage, the common default, nothing."""

from __future__ import annotations

import pytest
from figure_table import figures_in


@pytest.mark.parametrize(
    ("draft", "currencies"),
    [
        # the common default, alone where nothing speaks for another
        ("It cost $5m.", ("USD",)),
        ("It cost 300 dollars.", ("USD",)),
        ("It rose 63 cents.", ("USD",)),
        ("It cost £5m.", ("GBP",)),
        ("It cost 5,000 rupees.", ("INR",)),
        ("It cost 40,000 rubles.", ("RUB",)),
        # evidence keeps a candidate behind the default of a symbol
        ("In Toronto it cost $5m.", ("USD", "CAD")),
        ("It cost $5m, Canadian officials said.", ("USD", "CAD")),
        ("In Sydney and Auckland it cost $5m.", ("USD", "AUD", "NZD")),
        ("It cost C$6m, or $5m.", ("USD", "CAD")),
        ("It cost $5m, or C$6m.", ("USD",)),  # a qualified form speaks for what follows
        # a name whose default has no evidence takes what the draft speaks of
        ("In Karachi it cost 5,000 rupees.", ("PKR", "INR")),
        ("In Delhi and Karachi it cost 5,000 rupees.", ("INR", "PKR")),
        ("KARACHI (AFP) — It cost 5,000 rupees.", ("PKR", "INR")),  # datelines print names in capitals
        ("CAIRO — It cost 20,000 pounds.", ("EGP", "GBP")),
        ("COLOMBO, March 3 — It cost 5,000 rupees.", ("LKR", "INR")),
        ("Sri Lankas share market fell. It lost 5,000 rupees.", ("LKR", "INR")),
        ("In Minsk it cost 40,000 rubles.", ("BYN", "RUB")),
        ("In Cairo it cost 20,000 pounds.", ("EGP", "GBP")),
        ("In Buenos Aires it cost 20,000 pesos.", ("ARS",)),
        ("In Beijing it cost ¥500.", ("CNY",)),
        ("In Oslo it cost kr 500.", ("NOK",)),
        ("In Tokyo it cost ¥500.", ("JPY",)),
        # cents are those of the only currency of their sentence, if it has cents
        ("It made 46 million euros or 80 cents a share.", ("EUR", "USD")),
        ("It made 46 million rand, 80 cents a share.", ("ZAR", "USD")),
        ("It made 46 million euros. Shares rose 80 cents.", ("USD",)),
        ("It made 46 million euros, $50 million, or 80 cents a share.", ("USD",)),
        ("At 0.85 euros the dollar fell 2 cents.", ("USD",)),
        ("It made 46 million yen or 80 cents a share.", ("USD",)),
        ("It made 46 million euros and 5 million yen, or 80 cents a share.", ("USD",)),
        # qualifiers settle it
        ("It cost $5 million Canadian.", ("CAD",)),
        ("It cost $5 million US.", ("USD",)),
        ("It cost $5m CAD.", ("CAD",)),
        ("It cost $5 million (Canadian dollars).", ("CAD",)),
        ("It cost $5 million (Canadian).", ("CAD",)),
        ("It cost $5 million (AUD).", ("AUD",)),
        ("It cost $5 million (the budget).", ("USD",)),
        ("It cost $5 million (Canadian dollars", ("USD", "CAD")),
        ("It cost 500 Swiss francs.", ("CHF",)),
        ("It cost 5,000 Pakistani rupees.", ("PKR",)),
    ],
)
def test_the_last_amount_of_a_draft(draft: str, currencies: tuple[str, ...]) -> None:
    money = figures_in(draft, "money")
    dollars = [figure for figure in money if not figure.text.startswith("C$")]
    assert dollars[-1].currencies == currencies
    assert dollars[-1].currency == currencies[0]


@pytest.mark.parametrize(
    ("draft", "least"),
    [
        ("It cost 20,000 pesos.", {"MXN", "ARS", "CLP", "COP", "PHP"}),
        ("It cost 800 francs.", {"CHF", "XOF", "XAF", "FRF"}),
        ("It cost kr 500.", {"SEK", "NOK", "DKK", "ISK"}),
        ("It cost ¥500.", {"JPY", "CNY"}),
        ("It cost 900 dinars.", {"KWD", "RSD", "IQD"}),
        ("It cost Sh500 million.", {"KES", "UGX", "TZS"}),
        ("It cost P500 million.", {"PHP", "BWP"}),
        ("It cost B$5 million.", {"BND", "BSD"}),
        ("It cost 50 centavos.", {"MXN", "PHP", "BRL"}),
        ("It cost 30,000 crowns.", {"CZK", "SEK", "NOK", "DKK"}),
    ],
)
def test_without_a_common_default_every_candidate_is_possible(draft: str, least: set[str]) -> None:
    (figure,) = figures_in(draft, "money")
    assert least <= set(figure.currencies)


@pytest.mark.parametrize(
    ("draft", "home", "currencies"),
    [
        ("It cost $5m.", "CAD", ("CAD", "USD")),
        ("It cost $5m.", "USD", ("USD",)),
        ("In Sydney it cost $5m.", "CAD", ("CAD", "USD", "AUD")),
        ("It cost US$5m.", "CAD", ("USD",)),
        ("It cost kr 500.", "DKK", ("DKK", "SEK")),
        ("It cost $5m.", "EUR", ("USD",)),
        ("It cost €5m.", "CAD", ("EUR",)),
    ],
)
def test_home_currency(draft: str, home: str, currencies: tuple[str, ...]) -> None:
    (figure,) = figures_in(draft, "money", home_currency=home)
    assert figure.currencies == currencies


def test_a_decided_figure_still_knows_what_its_symbol_can_mean() -> None:
    (figure,) = figures_in("It cost $5m.", "money")
    assert figure.currencies == ("USD",)
    assert {"USD", "CAD", "AUD", "MXN"} <= set(figure.possible)
