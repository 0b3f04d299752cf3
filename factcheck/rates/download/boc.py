"""The Bank of Canada's daily rates since 2017: Canadian dollars per unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.rates.download.json_answer import listed, read_json
from factcheck.rates.download.publisher import Chunk, Part, spells
from factcheck.rates.download.rows import NotRates, Rows, is_code, iso_day, number
from factcheck.rates.store import TABLES

_BEGINS = date(2017, 1, 3)
_YEAR = 366
_PATH = "/valet/observations/group/FX_RATES_DAILY/json?start_date={}&end_date={}"


class BankOfCanada:
    """A year a request."""

    table = TABLES[2]
    base = "https://www.bankofcanada.ca"

    def chunks(self, base: str, first: date | None, last: date) -> Iterator[Chunk]:
        for begin, end in spells(max(_BEGINS, first or _BEGINS), last, _YEAR):
            yield Chunk(begin, end, [Part(base + _PATH.format(begin, end), read_observations)])


def read_observations(body: bytes) -> Rows:
    """`{"observations": [{"d": "2025-03-14", "FXUSDCAD": {"v": "1.4381"}}]}`; an empty `v`, or none, is a holiday."""
    answer = read_json(body)
    if not isinstance(answer, dict):
        raise NotRates("no observations")
    rows = Rows()
    for observation in listed(answer.get("observations"), "observations"):
        day = iso_day(observation.get("d"))
        for name, value in observation.items():
            code = name[2:5]
            if name != f"FX{code}CAD" or not is_code(code):
                continue
            if not isinstance(value, dict):
                raise NotRates(f"{name} on {day} is {str(value)[:40]!r}")
            if value.get("v"):
                rows.put(day, code, number(value["v"], f"{name} on {day}"))
    return rows
