"""The National Bank of Ukraine's official rates: hryvnias, per 1, 10, 100 or 1,000 units as the table says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.rates.download.json_answer import listed, read_json
from factcheck.rates.download.publisher import Chunk, Part, spells
from factcheck.rates.download.rows import NotRates, Rows, is_code, number
from factcheck.rates.source import EXACT
from factcheck.rates.store import TABLES

_BEGINS = date(1996, 9, 2)  # the hryvnia's first day
_DAYS = 92  # about a megabyte
_PATH = "/NBU_Exchange/exchange_site?start={:%Y%m%d}&end={:%Y%m%d}&sort=exchangedate&order=asc&json"


class NationalBankOfUkraine:
    """A quarter a request; a first download begins with the year before last, `--since` goes further back."""

    table = TABLES[3]
    base = "https://bank.gov.ua"

    def chunks(self, base: str, first: date | None, last: date) -> Iterator[Chunk]:
        for begin, end in spells(max(_BEGINS, first or date(last.year - 2, 1, 1)), last, _DAYS):
            yield Chunk(begin, end, [Part(base + _PATH.format(begin, end), read_rates)])


def read_rates(body: bytes) -> Rows:
    """`[{"exchangedate": "14.03.2025", "cc": "JPY", "rate": 2.8066, "units": 10}]`."""
    rows = Rows()
    for entry in listed(read_json(body), "rates"):
        day = _day(entry.get("exchangedate"))
        code = str(entry.get("cc"))
        if not is_code(code):  # old rows of countries' clearing currencies have none
            continue
        units = number(entry.get("units", 1), f"the units of {code} on {day}")
        rows.put(day, code, EXACT.divide(number(entry.get("rate"), f"{code} on {day}"), units))
    return rows


def _day(text: object) -> date:
    """`14.03.2025`."""
    try:
        day, month, year = map(int, str(text).split("."))
        return date(year, month, day)
    except ValueError:
        raise NotRates(f"{str(text)[:40]!r} is not a day") from None
