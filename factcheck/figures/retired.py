"""Currencies that are no more: what took their place, and since what day.

Sources: ISO 4217, list three; for those that the euro replaced, the Council regulations that fixed their rates.
"""

from __future__ import annotations

from datetime import date

_REPLACED = (
    ("ATS BEF DEM ESP FIM FRF IEP ITL LUF NLG PTE GRD", "EUR", "2002-01-01"),
    ("SIT", "EUR", "2007-01-01"),
    ("CYP MTL", "EUR", "2008-01-01"),
    ("SKK", "EUR", "2009-01-01"),
    ("EEK", "EUR", "2011-01-01"),
    ("LVL", "EUR", "2014-01-01"),
    ("LTL", "EUR", "2015-01-01"),
    ("HRK", "EUR", "2023-01-01"),
    ("BGN", "EUR", "2026-01-01"),
    ("AFA", "AFN", "2003-01-02"),
    ("AZM", "AZN", "2006-01-01"),
    ("BYR", "BYN", "2016-07-01"),
    ("GHC", "GHS", "2007-07-01"),
    ("MGF", "MGA", "2005-01-01"),
    ("MRO", "MRU", "2018-01-01"),
    ("MZM", "MZN", "2006-07-01"),
    ("ROL", "RON", "2005-07-01"),
    ("SLL", "SLE", "2022-07-01"),
    ("SRG", "SRD", "2004-01-01"),
    ("STD", "STN", "2018-01-01"),
    ("TMM", "TMT", "2009-01-01"),
    ("TRL", "TRY", "2005-01-01"),
    ("VEF", "VES", "2018-08-20"),
    ("ZMK", "ZMW", "2013-01-01"),
)
#: Code to the code that took its place, and since when.
RETIRED = {old: (new, date.fromisoformat(day)) for codes, new, day in _REPLACED for old in codes.split()}

#: What is written for a currency: the code of its country by ISO 3166-1, alpha-3.
COUNTRY_CODES = {
    "UKR": "UAH", "POL": "PLN", "CHE": "CHF", "JPN": "JPY", "CHN": "CNY", "RUS": "RUB", "TUR": "TRY", "ISR": "ILS",
    "SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "CZE": "CZK", "HUN": "HUF", "ROU": "RON", "BRA": "BRL", "MEX": "MXN",
    "ARG": "ARS", "CHL": "CLP", "ZAF": "ZAR", "NGA": "NGN", "KEN": "KES", "EGY": "EGP", "THA": "THB", "IDN": "IDR",
    "MYS": "MYR", "VNM": "VND", "KOR": "KRW", "PAK": "PKR", "BGD": "BDT", "AUS": "AUD", "CAN": "CAD", "NZL": "NZD",
    "GBR": "GBP", "ISL": "ISK", "SRB": "RSD", "GEO": "GEL", "KAZ": "KZT", "SAU": "SAR", "ARE": "AED", "TWN": "TWD",
}  # fmt: skip
