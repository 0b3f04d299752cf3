"""Two printed numbers that are one amount.

"3 dollars 50 cents", "thirteen dollars and five cents", "£3 50p", "15 dollars 50", "Rs 1 crore 20 lakh".
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.between import settle
from factcheck.figures.build import build, currency_of
from factcheck.figures.figure import Figure
from factcheck.figures.names import clause_ends, counts_nothing
from factcheck.figures.raw import NOTHING, Parser, Raw

_CENTS = range(10, 100)
_REACH = 6
_NO_WORDS: frozenset[str] = frozenset()


def join_cents(text: str, found: list[Raw | Figure], reader: Parser) -> list[Raw | Figure]:
    """The same items with each amount of whole units and the minor units after it joined into one figure."""
    joined: list[Raw | Figure] = []
    previous: Raw | None = None
    for item in found:
        if not isinstance(item, Raw):
            previous = None
        elif previous is None or item.outer - previous.end > _REACH:
            previous = item
        else:
            joined[-1], item = previous, item = settle(text, previous, item, reader) or (previous, item)
            whole = _amount(text, previous, item, reader)
            if whole is not None:
                joined[-1], previous = whole, None
                continue
            previous = item
        joined.append(item)
    return joined


def _amount(text: str, first: Raw, last: Raw, reader: Parser) -> Figure | None:
    """The one amount of two neighbours, or None."""
    if first.after.scale_word in reader.lex.stacks:
        return _join_stack(text, first, last, reader)
    if last.after.currency is None:
        return _join_bare(text, first, last, reader)
    return _join(text, first, last, reader) if last.after.currency.minor > 1 else None


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


def _join_bare(text: str, units: Raw, cents: Raw, reader: Parser) -> Figure | None:
    """The amount whose cents have no name: "15 dollars 50", "15 dollars and 50.", "17 USD 25 each".

    They are two figures or words from 10 to 99, and nothing follows that they might count. After a symbol ("$100 and
    fifty.") they are in words, and "and" needs the end of the sentence.
    """
    if cents.after != NOTHING or cents.before.symbol or cents.before.hedge or units.after.scale != 1:
        return None
    currency = currency_of(units, reader)
    if currency is None or currency.minor > 1 or currency.codes[0] in reader.lex.no_minor:
        return None
    if len(cents.number.plain) != 2 or cents.number.value not in _CENTS or not units.number.plain.isdigit():
        return None
    link = text[units.end : cents.start].lower()
    joined = link.strip() in reader.lex.joiners
    if (link != " " and not joined) or (units.before.symbol and not (joined and cents.words)):
        return None
    lead = text[max(0, units.outer - 20) : units.outer].lower().split()
    if lead and (lead[-1] in reader.lex.range["between"] or lead[-1] in reader.lex.range["from"]):
        return None
    if not clause_ends(text, cents.end, _NO_WORDS if joined else reader.lex.cents_next):
        return None
    whole = build(text, units, reader)
    if whole is None or whole.kind != "money":
        return None
    return Figure(
        "money", text[whole.start : cents.end], whole.start, cents.end, whole.value + cents.number.value / 100,
        Decimal(1) / 100, hedge=whole.hedge, currencies=whole.currencies, outer_start=whole.outer_start,
    )  # fmt: skip


def _join_stack(text: str, great: Raw, small: Raw, reader: Parser) -> Figure | None:
    """The amount in two scale words: "Rs 1 crore 20 lakh", "3 crore 50 lakh rupees"."""
    after = small.after
    if (
        text[great.end : small.outer].strip().lower() not in ("", *reader.lex.joiners)
        or small.before.symbol
        or small.before.hedge
        or after.kind is not None
        or not 1 < after.scale < great.after.scale
        or small.number.value * after.scale >= great.after.scale
        or not great.number.plain.isdigit()
    ):
        return None
    if after.currency is None:
        if not counts_nothing(text, small.end, reader.lex.after_name):
            return None
        after = after._replace(currency=great.before.currency)
    elif great.before.symbol or great.after.currency is not None:
        return None
    else:
        great = great._replace(after=great.after._replace(currency=after.currency))
    high, low = build(text, great, reader), build(text, small._replace(after=after), reader)
    if high is None or low is None or high.kind != "money" or low.kind != "money":
        return None
    return Figure(
        "money", text[high.start : small.end], high.start, small.end, high.value + low.value, low.grain,
        hedge=high.hedge, currencies=high.currencies, outer_start=high.outer_start, scale=high.scale,
    )  # fmt: skip
