"""Rates as they are on their way into the store: by day and currency, as the publisher prints them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation


class NotRates(Exception):
    """An answer that does not hold the rates that were asked for; the text says what is wrong with it."""


class Rows(dict[date, dict[str, Decimal]]):
    """Rates by day, then by currency, in the unit of their file."""

    def put(self, day: date, currency: str, rate: Decimal) -> None:
        """One rate; NotRates where the day already has another."""
        known = self.setdefault(day, {}).setdefault(currency, rate)
        if known != rate:
            raise NotRates(f"two rates of {currency} on {day}: {known} and {rate}")

    def over(self, older: Rows) -> Rows:
        """These rates laid over others: on a day and currency that both have, these count."""
        both = Rows({day: dict(rates) for day, rates in older.items()})
        for day, rates in self.items():
            both.setdefault(day, {}).update(rates)
        return both

    def days(self) -> list[date]:
        return sorted(self)

    def currencies(self) -> set[str]:
        return {currency for rates in self.values() for currency in rates}

    def between(self, first: date, last: date) -> Rows:
        return Rows({day: rates for day, rates in self.items() if first <= day <= last})


def is_code(text: str) -> bool:
    """Whether this is written like a code of ISO 4217."""
    return len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()


def number(text: object, what: str) -> Decimal:
    """A published number; NotRates where it is none, or not above zero."""
    try:
        rate = Decimal(text if isinstance(text, Decimal) else str(text).strip())
    except InvalidOperation:
        raise NotRates(f"{what} is {str(text)[:40]!r}") from None
    if not rate.is_finite() or rate <= 0:
        raise NotRates(f"{what} is {str(text)[:40]!r}")
    return rate


def iso_day(text: object) -> date:
    """A day as ISO 8601 prints it; NotRates where it is none."""
    try:
        return date.fromisoformat(str(text).strip())
    except ValueError:
        raise NotRates(f"{str(text)[:40]!r} is not a day") from None


def rows_of(text: str) -> Rows:
    """The rates of a table in the ECB's layout: a header `Date,USD,…`, a row a day; gaps are empty or N/A."""
    lines = [line for line in text.splitlines() if line.strip()]
    header = [cell.strip() for cell in lines[0].split(",")] if lines else []
    if header[:1] != ["Date"]:
        raise NotRates("no table that begins with Date,USD")
    codes = [code for code in header[1:] if code]
    if not codes or not all(map(is_code, codes)):
        raise NotRates("a header that does not name currencies")
    rows = Rows()
    for line in lines[1:]:
        cells = line.split(",")
        if len(cells) < len(codes) + 1:
            raise NotRates(f"a row of {len(cells) - 1} rates for {len(codes)} currencies, on {cells[0][:10]}")
        day = iso_day(cells[0])
        rows.setdefault(day, {})
        for code, cell in zip(codes, cells[1:], strict=False):
            if cell.strip() not in ("", "N/A"):
                rows.put(day, code, number(cell, f"{code} on {day}"))
    return rows


def text_of(rows: Rows, columns: list[str]) -> str:
    """The table as the store keeps it, oldest day first; `columns` come first, then new currencies by name."""
    codes = [*columns, *sorted(rows.currencies().difference(columns))]
    return "".join(f"{line}\n" for line in (",".join(["Date", *codes]), *_lines(rows, codes)))


def _lines(rows: Rows, codes: list[str]) -> Iterator[str]:
    for day in rows.days():
        rates = rows[day]
        if rates:
            yield ",".join([day.isoformat(), *(format(rates[code], "f") if code in rates else "" for code in codes)])
