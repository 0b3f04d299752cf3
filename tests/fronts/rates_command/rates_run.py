"""What the tests of `factcheck rates` share: a run of it, and the rates that publishers have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from rate_server import working_days

from factcheck.fronts.cli import main
from factcheck.rates.ecb import bundled
from factcheck.rates.ratebook import default_book

TODAY = datetime.now(UTC).date()
DRAFT = "---\ndate: {day}\n---\nThe deal is worth €100.0 million ({dollars}).\n"


def world() -> dict[date, dict[str, str]]:
    """Euro rates as they are installed, which go on with the last of them up to today."""
    source = bundled()
    newest = source.newest
    assert newest is not None
    columns = {code: dict(source.quotes(code, newest - timedelta(90), newest)) for code in ("USD", "CAD", "JPY")}
    days = sorted(columns["USD"])
    rows = {day: {code: str(rates[day]) for code, rates in columns.items()} for day in days}
    return rows | dict.fromkeys(working_days(newest + timedelta(1), TODAY), rows[newest])


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(["rates", *arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        default_book.cache_clear()
    out, err = capsys.readouterr()
    return code, out, err
