"""When a currency's code stands for it: quotes of a replaced one go on in some tables, at whatever rate.

Replacements at a fixed factor that drafts still use (TRL, ROL, the euro's legacy currencies) are pegs instead; what is
here is unknown outside of its days rather than wrong.
"""

from __future__ import annotations

from datetime import date, timedelta

#: Old code, new code, first day of the new one. Source: ISO 4217, lists one and three, with its amendments.
_REPLACED = (
    ("AFA", "AFN", "2003-01-02"),
    ("AON", "AOA", "1999-12-01"),
    ("AZM", "AZN", "2006-01-01"),
    ("BGL", "BGN", "1999-07-05"),
    ("BYB", "BYR", "2000-01-01"),
    ("BYR", "BYN", "2016-07-01"),
    ("ECS", "", "2000-09-10"),
    ("GHC", "GHS", "2007-07-01"),
    ("MGF", "MGA", "2005-01-01"),
    ("MRO", "MRU", "2018-01-01"),
    ("MZM", "MZN", "2006-07-01"),
    ("SDD", "SDG", "2007-07-01"),
    ("SLL", "SLE", "2022-07-01"),
    ("SRG", "SRD", "2004-01-01"),
    ("STD", "STN", "2018-01-01"),
    ("TMM", "TMT", "2009-01-01"),
    ("VEB", "VEF", "2008-01-01"),
    ("VEF", "VES", "2018-08-20"),
    ("ZMK", "ZMW", "2013-01-01"),
    ("ZWD", "ZWR", "2008-08-01"),
    ("ZWR", "ZWL", "2009-02-02"),
    ("ZWL", "ZWG", "2024-04-08"),
)
BEGAN = {new: date.fromisoformat(day) for _, new, day in _REPLACED if new}
ENDED = {old: date.fromisoformat(day) - timedelta(1) for old, _, day in _REPLACED}


def alive(currency: str, first: date, last: date) -> tuple[date, date]:
    """The part of the days from `first` to `last` in which the code stands for the currency; empty if they cross."""
    return max(first, BEGAN.get(currency, first)), min(last, ENDED.get(currency, last))
