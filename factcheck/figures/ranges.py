"""Two printed numbers that are one figure: "$1.2–1.5bn", "between £3m and £4m", "5 to 10 million euros"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.build import build
from factcheck.figures.figure import Figure
from factcheck.figures.raw import Parser, Raw

_DASHES = frozenset("-–—−")
_TWO = Decimal(2)


def join_ranges(text: str, found: list[Raw | Figure], reader: Parser) -> list[Raw | Figure]:
    """The same items with the two ends of each range joined into one figure."""
    joined: list[Raw | Figure] = []
    for item in found:
        previous = joined[-1] if joined else None
        if isinstance(item, Raw) and isinstance(previous, Raw) and _linked(text, previous, item, reader):
            whole = _join(text, previous, item, reader)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(item)
    return joined


def _linked(text: str, first: Raw, last: Raw, reader: Parser) -> bool:
    """Whether what stands between two numbers makes them the ends of a range."""
    if last.outer - first.end > 8 or last.before.hedge:
        return False
    link = text[first.end : last.outer].strip().lower()
    if link in _DASHES:
        return True
    words = reader.lex.range
    lead = text[max(0, first.outer - 20) : first.outer].lower().split()
    if link in words["to"]:
        if lead and lead[-1] in words["change"]:
            return False  # "up 65 cents to $94.50"
        return not (lead and lead[-1] in words["from"]) or lead[-2:-1] in [[verb] for verb in words["spread"]]
    return link in words["and"] and bool(lead) and lead[-1] in words["between"]


def _join(text: str, first: Raw, last: Raw, reader: Parser) -> Figure | None:
    """The range, or None where the two do not fit: other currencies, a lower end above the upper, two years."""
    a, b = first.after, last.after
    if a.kind is None and first.before.currency is None and a.currency is None:
        first = first._replace(after=a._replace(kind=b.kind, currency=b.currency))
    if last.before.currency is None and b.currency is None and b.kind is None:
        last = last._replace(
            before=last.before._replace(currency=first.before.currency, symbol=first.before.symbol),
            after=b._replace(currency=first.after.currency),
        )
    if a.scale == 1 and b.scale != 1 and first.number.value < last.number.value:
        first = first._replace(after=first.after._replace(scale=b.scale, scale_word=b.scale_word))
    if _minor(first) != _minor(last):
        return None
    low, high = build(text, first, reader), build(text, last, reader)
    if low is None or high is None or low.kind != high.kind or low.kind == "year" or low.value >= high.value:
        return None
    shared = tuple(code for code in low.currencies if code in high.currencies)
    if low.kind == "money" and not shared:
        return None
    return Figure(
        low.kind, text[first.start : last.end], first.start, last.end, (low.value + high.value) / _TWO,
        min(low.grain, high.grain), ends=(low.value, high.value), hedge=low.hedge, currencies=shared, unit=high.unit,
        outer_start=first.outer, scale=high.scale,
    )  # fmt: skip


def _minor(raw: Raw) -> int:
    """Minor units in what a number counts: cents and dollars are no range."""
    word = raw.before.currency or raw.after.currency
    return word.minor if word else 1
