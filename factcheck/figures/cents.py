"""Two printed numbers that are one amount: "3 dollars 50 cents", "thirteen dollars and five cents", "£3 50p"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.build import build, currency_of
from factcheck.figures.figure import Figure
from factcheck.figures.raw import Parser, Raw


def join_cents(text: str, found: list[Raw | Figure], reader: Parser) -> list[Raw | Figure]:
    """The same items with each amount of whole units and the minor units after it joined into one figure."""
    joined: list[Raw | Figure] = []
    for item in found:
        if isinstance(item, Raw) and item.after.currency is not None and item.after.currency.minor > 1 and joined:
            previous = joined[-1]
            whole = _join(text, previous, item, reader) if isinstance(previous, Raw) else None
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(item)
    return joined


def _join(text: str, units: Raw, cents: Raw, reader: Parser) -> Figure | None:
    """The amount, or None where the two are two: other currencies, a scale word, "between a dollar and 50 cents"."""
    lead = text[max(0, units.outer - 20) : units.outer].lower().split()
    link = text[units.end : cents.outer].strip().lower()
    if (link and link not in reader.lex.joiners) or (lead and lead[-1] in reader.lex.range["between"]):
        return None
    major, minor = currency_of(units, reader), currency_of(cents, reader)
    if major is None or minor is None or major.minor > 1 or cents.number.value >= minor.minor:
        return None
    shared = tuple(code for code in major.codes if code in minor.codes)
    if not shared or units.after.scale != 1 or cents.after.scale != 1 or cents.before.hedge:
        return None
    high, low = build(text, units, reader), build(text, cents, reader)
    if high is None or low is None or not high.currencies or not low.currencies:
        return None
    return Figure(
        "money", text[high.start : low.end], high.start, low.end, high.value + low.value, Decimal(1) / minor.minor,
        hedge=high.hedge, currencies=shared, outer_start=high.outer_start,
    )  # fmt: skip
