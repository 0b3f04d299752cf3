"""Narodowy Bank Polski: table A (each working day) and table B (Wednesdays, the other currencies), złoty per unit.

The interface gives its `mid` per one unit, also for the currencies that the printed table quotes per 100 or 10,000.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.rates.download.json_answer import listed, read_json
from factcheck.rates.download.publisher import Chunk, Part, spells
from factcheck.rates.download.rows import NotRates, Rows, is_code, iso_day, number
from factcheck.rates.store import TABLES

_BEGINS = date(2002, 1, 2)
_MOST_DAYS = 93
_PATH = "/api/exchangerates/tables/{}/{}/{}/?format=json"


class Nbp:
    """At most 93 days a request; 404 says that no table is of those days."""

    table = TABLES[1]
    base = "https://api.nbp.pl"

    def chunks(self, base: str, first: date | None, last: date) -> Iterator[Chunk]:
        start = max(_BEGINS, first or date(last.year - 1, 1, 1))
        for begin, end in spells(start, last, _MOST_DAYS):
            parts = [Part(base + _PATH.format(name, begin, end), read_tables, missing_ok=True) for name in "AB"]
            yield Chunk(begin, end, parts)


def read_tables(body: bytes) -> Rows:
    """`[{"effectiveDate": "2025-03-14", "rates": [{"code": "USD", "mid": 3.8462}]}]`."""
    rows = Rows()
    for table in listed(read_json(body), "tables"):
        day = iso_day(table.get("effectiveDate"))
        rates = listed(table.get("rates"), f"rates on {day}")
        for rate in rates:
            code = str(rate.get("code"))
            if not is_code(code):
                raise NotRates(f"{code[:10]!r} on {day} is not a currency")
            rows.put(day, code, number(rate.get("mid"), f"{code} on {day}"))
    return rows
