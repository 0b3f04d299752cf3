"""Currencies with several rates at once, far apart: which of them a draft means, no table of official rates can tell.

Where two publishers of the book follow different rates (naira to 2021), their disagreement is found instead
(`factcheck.rates.agreement`). Here are the years in which all of them follow the official rate while articles commonly
convert at another; where the press keeps to the official one as well (birr, kwacha, dinar of Libya), it is used.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Spell(NamedTuple):
    """Days, both ends included, on which the official rate was not the one at which money changed hands."""

    first: date
    last: date
    why: str


def _spell(first: str, last: str, why: str) -> Spell:
    return Spell(date.fromisoformat(first), date.fromisoformat(last) if last else date.max, why)


#: A judgement of this project from general knowledge of those years (the IMF's Annual Report on Exchange Arrangements
#: and Exchange Restrictions describes such arrangements, but was not at hand): only where the rates were a third apart
#: or more for months. A currency too many costs a check, one too few a false alarm.
SPELLS: dict[str, tuple[Spell, ...]] = {
    "AFA": (_spell("1999-01-01", "2002-12-31", "4,700 officially, ten times as many in the street"),),
    "ARS": (
        _spell("2011-11-01", "2015-12-16", "the first cepo"),
        _spell("2019-09-01", "2025-04-13", "the second cepo: official, MEP, blue"),
    ),
    "BOB": (_spell("2024-06-01", "", "6.96 officially, half as much again and more in the street"),),
    "BYB": (_spell("1999-01-01", "1999-12-31", "several rates"),),
    "BYR": (_spell("2000-01-01", "2000-12-31", "several rates"),),
    "CDF": (_spell("1999-01-01", "2001-05-25", "4.5 officially, a multiple of it in the street, until the float"),),
    "CUP": (_spell("1999-01-01", "", "1, 24 and the street's rate"),),
    "ERN": (_spell("1999-01-01", "2018-12-31", "street rate two to three times the official one"),),
    "IQD": (
        _spell("1999-01-01", "2003-10-14", "0.31 officially, about 2,000 in the street"),
        _spell("2022-12-01", "2023-12-31", "1,460, then 1,310 officially, about 1,550 in the street"),
    ),
    "IRR": (_spell("1999-01-01", "2002-03-20", "several official rates"), _spell("2012-01-01", "", "several rates")),
    "KPW": (_spell("1999-01-01", "", "the official rate is not used"),),
    "LAK": (_spell("1999-01-01", "1999-12-31", "the tables lagged behind the fall of the kip"),),
    "LBP": (_spell("2019-10-01", "2024-02-29", "1,507 officially, then 15,000, and the street's rate"),),
    "LYD": (_spell("1999-01-01", "2001-12-31", "0.45 officially, several times as many in the street"),),
    "MMK": (
        _spell("1999-01-01", "2012-04-01", "6 kyats a dollar officially, about 1,000 in the street"),
        _spell("2021-09-01", "", "2,100 officially, up to twice as many in the street"),
    ),
    "SDG": (_spell("2011-07-09", "2021-02-20", "several rates"), _spell("2023-04-15", "", "several rates, war")),
    "SOS": (
        _spell("1999-01-01", "2013-12-31", "a rate of 1,400 to 2,600 in the tables, 8,000 to 35,000 in the street"),
    ),
    "SRG": (_spell("1999-01-01", "2000-12-31", "official and street rates"),),
    "STD": (_spell("1999-01-01", "2000-12-31", "the tables lagged behind the fall of the dobra"),),
    "SSP": (_spell("2011-07-09", "", "several rates"),),
    "SYP": (_spell("2011-05-01", "", "several rates, war; redenominated in 2026 under the same code"),),
    "TMT": (_spell("2016-01-01", "", "3.5 officially, about 20 in the street"),),
    "UZS": (_spell("1999-01-01", "2003-10-14", "several rates"), _spell("2010-01-01", "2017-09-04", "two rates")),
    "VEB": (_spell("2003-02-05", "", "exchange control"),),
    "VEF": (_spell("1999-01-01", "", "exchange control"),),
    "VES": (_spell("1999-01-01", "", "several rates; redenominated in 2021 under the same code"),),
    "YER": (_spell("2015-03-01", "", "the rates of Aden and of Sanaa"),),
    "YUM": (_spell("1999-01-01", "2000-12-31", "6 a mark officially, 20 to 30 in the street"),),
    "ZWD": (_spell("1999-01-01", "", "hyperinflation"),),
    "ZWG": (_spell("1999-01-01", "", "official and street rates"),),
    "ZWL": (_spell("1999-01-01", "", "hyperinflation"),),
    "ZWR": (_spell("1999-01-01", "", "hyperinflation"),),
}


def several_rates(base: str, quote: str, first: date, last: date) -> str | None:
    """Whichever of two currencies had several rates on some of the days; None if neither."""
    for currency in (base, quote):
        if any(spell.first <= last and first <= spell.last for spell in SPELLS.get(currency, ())):
            return currency
    return None
