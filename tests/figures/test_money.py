"""Money as newsrooms, companies and readers print it."""

from __future__ import annotations

import pytest
from figure_table import figures_in, only

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"

#: sentence, printed figure, value, currency
AMOUNTS = [
    # symbols and prefixes
    ("Ottawa lent C$5 billion to the fund.", "C$5 billion", "5000000000", "CAD"),
    ("A C$5-billion loan closed.", "C$5-billion", "5000000000", "CAD"),
    ("A CA$15 million gift", "CA$15 million", "15000000", "CAD"),
    ("The A$2.5bn project", "A$2.5bn", "2500000000", "AUD"),
    ("a buyback of NZ$200 million", "NZ$200 million", "200000000", "NZD"),
    ("HK$1.2 trillion of shares", "HK$1.2 trillion", "1200000000000", "HKD"),
    ("S$30,000 a year", "S$30,000", "30000", "SGD"),
    ("worth NT$900", "NT$900", "900", "TWD"),
    ("a R$40 million fine", "R$40 million", "40000000", "BRL"),
    ("US$7.2m was sent", "US$7.2m", "7200000", "USD"),
    ("U.S.$7.2m was sent", "U.S.$7.2m", "7200000", "USD"),
    ("MXN$750 in cash", "MXN$750", "750", "MXN"),
    ("it fetched £790bn", "£790bn", "790000000000", "GBP"),
    ("the €10,000 car", "€10,000", "10000", "EUR"),
    ("¥1.35 trillion of debt", "¥1.35 trillion", "1350000000000", "JPY"),
    ("₩500 billion in aid", "₩500 billion", "500000000000", "KRW"),
    ("₴12 million was raised", "₴12 million", "12000000", "UAH"),
    ("₦4,500 a bag", "₦4,500", "4500", "NGN"),
    ("₺950 for the ticket", "₺950", "950", "TRY"),
    ("NKr300m of fish", "NKr300m", "300000000", "NOK"),
    ("SKr1.1bn of steel", "SKr1.1bn", "1100000000", "SEK"),
    ("Rmb6bn of bonds", "Rmb6bn", "6000000000", "CNY"),
    ("Rs 450 a litre", "Rs 450", "450", "INR"),
    ("Rs. 5 crore was seized", "Rs. 5 crore", "50000000", "INR"),
    ("Rs 12,34,567 was due", "Rs 12,34,567", "1234567", "INR"),
    ("₹3 lakh crore of loans", "₹3 lakh crore", "3000000000000", "INR"),
    ("₹7.5 lakh in cash", "₹7.5 lakh", "750000", "INR"),
    ("He asked for 450 zł.", "450 zł", "450", "PLN"),
    ("about 20 000 Kč", "20 000 Kč", "20000", "CZK"),
    ("It owes 1 200 000 kronor.", "1 200 000 kronor", "1200000", "SEK"),
    ("It owes 1\u00a0200\u00a0000 euros.", "1\u00a0200\u00a0000 euros", "1200000", "EUR"),
    ("It owes €28\u202f270.50.", "€28\u202f270.50", "28270.5", "EUR"),
    ("In 2015 200 euros were paid.", "200 euros", "200", "EUR"),
    ("It sold at 100 ₡ each.", "100 ₡", "100", "CRC"),
    ("A ride is 100₾ now.", "100₾", "100", "GEL"),
    ("It was 100元 there.", "100元", "100", "CNY"),
    ("The bill came to 50$ in all.", "50$", "50", "USD"),
    ("Lunch was 10 $ each.", "10 $", "10", "USD"),
    ("Lunch was 12 €.", "12 €", "12", "EUR"),
    # codes
    ("The EUR 5m contract", "EUR 5m", "5000000", "EUR"),
    ("a CHF2.3 billion charge", "CHF2.3 billion", "2300000000", "CHF"),
    ("sales of 3.1 billion SEK", "3.1 billion SEK", "3100000000", "SEK"),
    ("sales of 250 MSEK", "250 MSEK", "250000000", "SEK"),
    ("sales of MEUR 12.5", "MEUR 12.5", "12500000", "EUR"),
    ("a budget of 75 USD million", "75 USD million", "75000000", "USD"),
    ("i paid 20 usd for it", "20 usd", "20", "USD"),
    ("i paid 40 rmb for it", "40 rmb", "40", "CNY"),
    ("Euro 22.5 million was booked", "Euro 22.5 million", "22500000", "EUR"),
    ("It cost 500 USD,all in.", "500 USD", "500", "USD"),
    # names
    ("19.5 billion Canadian dollars in aid", "19.5 billion Canadian dollars", "19500000000", "CAD"),
    (
        "5 billion Canadian dollars".replace(" ", NBSP),
        f"5{NBSP}billion{NBSP}Canadian{NBSP}dollars",
        "5000000000",
        "CAD",
    ),
    ("730 million yen", "730 million yen", "730000000", "JPY"),
    ("5,000 Indian rupees", "5,000 Indian rupees", "5000", "INR"),
    ("45 million shekels", "45 million shekels", "45000000", "ILS"),
    ("3 million rubles", "3 million rubles", "3000000", "RUB"),
    ("800 Swiss francs", "800 Swiss francs", "800", "CHF"),
    ("2,000 Ukrainian hryvnias", "2,000 Ukrainian hryvnias", "2000", "UAH"),
    ("6 billion Norwegian crowns", "6 billion Norwegian crowns", "6000000000", "NOK"),
    ("10 million pounds was spent", "10 million pounds", "10000000", "GBP"),
    ("He was fined 361 million pounds", "361 million pounds", "361000000", "GBP"),
    ("40 quid each", "40 quid", "40", "GBP"),
    ("It cost 300 bucks.", "300 bucks", "300", "USD"),
    ("900 million Deutsche marks", "900 million Deutsche marks", "900000000", "DEM"),
    ("6.25 BTC a block", "6.25 BTC", "6.25", "BTC"),
    ("a 5bn-euro deal", "5bn-euro", "5000000000", "EUR"),
    ("a 200-euro fine", "200-euro", "200", "EUR"),
    ("$10 million Canadian", "$10 million Canadian", "10000000", "CAD"),
    # minor units
    ("It rose 63 cents.", "63 cents", "0.63", "USD"),
    ("Shares fell to 75p.", "75p", "0.75", "GBP"),
    ("a rise of 30 pence", "30 pence", "0.3", "GBP"),
    ("It cost 3 dollars 50 cents.", "3 dollars 50 cents", "3.5", "USD"),
    ("thirteen dollars and forty-five cents", "thirteen dollars and forty-five cents", "13.45", "USD"),
    ("A pint is £3 50p there.", "£3 50p", "3.5", "GBP"),
    ("2 satoshis", "2 satoshis", "0.00000002", "BTC"),
    # scale words and letters
    ("$900k in fees", "$900k", "900000", "USD"),
    ("$4.5B of debt", "$4.5B", "4500000000", "USD"),
    ("$4.5M of debt", "$4.5M", "4500000", "USD"),
    ("€3 mn in sales", "€3 mn", "3000000", "EUR"),
    ("€3 mln in sales", "€3 mln", "3000000", "EUR"),
    ("£2tn of debt", "£2tn", "2000000000000", "GBP"),
    ("$2 trn of debt", "$2 trn", "2000000000000", "USD"),
    ("3 hundred million dollars", "3 hundred million dollars", "300000000", "USD"),
    ("5 thousand billion yen", "5 thousand billion yen", "5000000000000", "JPY"),
    ("a gain of $11.4 million million", "$11.4 million million", "11400000", "USD"),  # a word that slipped in twice
    # words and fractions
    ("half a billion dollars", "half a billion dollars", "500000000", "USD"),
    ("He spent half million usd.", "half million usd", "500000", "USD"),
    ("a half-million dollars", "a half-million dollars", "500000", "USD"),
    ("a quarter of a million pounds", "a quarter of a million pounds", "250000", "GBP"),
    ("a quarter million euros", "a quarter million euros", "250000", "EUR"),
    ("three quarters of a billion euros", "three quarters of a billion euros", "750000000", "EUR"),
    ("two and a half million euros", "two and a half million euros", "2500000", "EUR"),
    ("three and a quarter million euros", "three and a quarter million euros", "3250000", "EUR"),
    ("1½ million dollars", "1½ million dollars", "1500000", "USD"),
    ("a million dollars", "a million dollars", "1000000", "USD"),
    ("forty-two million dollars", "forty-two million dollars", "42000000", "USD"),
    # spaces, breaks, signs
    (f"C$5{NBSP}billion", f"C$5{NBSP}billion", "5000000000", "CAD"),
    (f"€{NARROW}3.5{THIN}bn", f"€{NARROW}3.5{THIN}bn", "3500000000", "EUR"),
    ("$ 75 million", "$ 75 million", "75000000", "USD"),
    ("the sum of $5\nbillion", "$5\nbillion", "5000000000", "USD"),
    ("a profit of EUR -24.9 mn", "EUR -24.9 mn", "-24900000", "EUR"),
    ("a profit of $-3 million", "$-3 million", "-3000000", "USD"),
    ("a profit of -$3 million", "-$3 million", "-3000000", "USD"),
    ("a profit of −£3m", "−£3m", "-3000000", "GBP"),
    ("a mid-$5 million price", "$5 million", "5000000", "USD"),
    ("a fund with c $ 16.4 million in it", "c $ 16.4 million", "16400000", "CAD"),
    ("a fund with hk $ 16.4 million in it", "hk $ 16.4 million", "16400000", "HKD"),
    ("it gave us $ 16.4 million", "$ 16.4 million", "16400000", "USD"),
    ("it paid us$16.4 million", "us$16.4 million", "16400000", "USD"),
    ("Gas is $4.20 a gallon.", "$4.20", "4.2", "USD"),
]


@pytest.mark.parametrize(("sentence", "text", "value", "currency"), AMOUNTS, ids=[case[0] for case in AMOUNTS])
def test_amounts(sentence: str, text: str, value: str, currency: str) -> None:
    figure = only(sentence, "money")
    assert (figure.text, figure.printed_value(), figure.currency) == (text, value, currency)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "19.5 billion Canadian dollars ($13.5 billion), including 4.5 billion Canadian dollars ($3.1 billion)",
            [("19500000000", "CAD"), ("13500000000", "USD"), ("4500000000", "CAD"), ("3100000000", "USD")],
        ),
        ("a hit of ($1.2bn; £910m)", [("1200000000", "USD"), ("910000000", "GBP")]),
        ("from $45.0 million to $40.0 million", [("45000000", "USD"), ("40000000", "USD")]),
        ("The car is €10,000 [$11,150].", [("10000", "EUR"), ("11150", "USD")]),
        ("Single $15,570 $41,094 $46,703", [("15570", "USD"), ("41094", "USD"), ("46703", "USD")]),
        ("between a dollar and 50 cents, or 5 dollars and 50 yen", [("0.5", "USD"), ("5", "USD"), ("50", "JPY")]),
        ("$3, 50 cents", [("3", "USD"), ("0.5", "USD")]),
        ("rmb 10, usd 20", [("10", "CNY"), ("20", "USD")]),
    ],
)
def test_several_amounts(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.printed_value(), f.currency) for f in figures_in(sentence, "money")] == expected


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("He lost 208 pounds in a year.", "quantity", "208 pounds"),
        ("5 million pounds of beef", "quantity", "5 million pounds"),
        ("England at Euro 2020", "year", "2020"),
        ("TOP 5 complaints", "count", "5"),
        ("one audio channel", "count", "one"),
        ("5 leisure centres", "count", "5"),
        ("FOR 5 MILLION PEOPLE", "count", "5 MILLION"),
        ("the CAD 2% firmer", "percent", "2%"),
        ("a chauffeur 30 years ago", "duration", "30 years"),
    ],
)
def test_what_only_looks_like_money(sentence: str, kind: str, text: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.currency) == (kind, text, None)


def test_a_weight_with_its_price_is_no_conversion() -> None:
    weight, price = figures_in("He bought 200,000 pounds ($3,000) of flour.")
    assert (weight.kind, weight.text, price.kind) == ("quantity", "200,000 pounds", "money")


@pytest.mark.parametrize("sentence", ["a R2 unit", "the 15m rows", "5K runs", "an F-35 and a DDG-1000", "GBP-5"])
def test_letters_that_may_be_units_are_silent(sentence: str) -> None:
    assert figures_in(sentence) == []
