"""Two printed numbers that are one figure: "$1.2–1.5bn", "between £3m and £4m", "5 to 10 million euros".

Heights, spans of time and fractions in two numbers ("6ft 5in", "two hours 10 minutes", "one in five") are joined in
the same pass, since each is a question about two neighbours.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.build import build
from factcheck.figures.compounds import join_compound
from factcheck.figures.figure import Figure
from factcheck.figures.fitting import fitting_unit
from factcheck.figures.ratios import out_of
from factcheck.figures.raw import NOTHING, Parser, Raw
from factcheck.figures.scores import Pair, scores

_DASHES = frozenset("-–—−")
_TWO = Decimal(2)
#: Amounts further apart than this do not share a scale word ("from $500 to $1 million").
_NEAR = 10
#: Two numbers further apart than this are never one figure; " out of every " is the longest link.
_REACH = 14
_LEAD = 20
_YEAR = 4  # digits


def join_ranges(text: str, found: list[Raw | Figure], reader: Parser) -> list[Raw | Figure]:
    """The same items with the two ends of each range joined into one figure."""
    joined: list[Raw | Figure] = []
    pairs = scores(reader.lex.language).pair
    for item in found:
        previous = joined[-1] if joined else None
        if isinstance(item, Raw) and item.before.hedge:
            item = _without_link(text, previous, item, reader)
        if isinstance(item, Raw) and isinstance(previous, Raw) and item.outer - previous.end <= _REACH:
            pair = pairs(text, previous, item) if item.outer - previous.end == 1 else None
            if pair is not None:
                if pair is Pair.SCORE:
                    joined.pop()
                elif pair is Pair.TALLY:
                    joined.append(item)
                continue
            whole = _one_figure(text, previous, item, reader)
            if whole is not None:
                joined[-1] = whole
                continue
            if previous.before.symbol and previous.after.scale == 1 != item.after.scale:
                joined[-1] = _scaled_alike(text, previous, item, reader)
            elif previous.after == NOTHING and item.after != NOTHING and not previous.before.symbol:
                joined[-1] = _counted_alike(text, previous, item, reader)
        joined.append(item)
    return joined


def _one_figure(text: str, first: Raw, last: Raw, reader: Parser) -> Figure | None:
    if first.after.unit is not None:
        compound = join_compound(text, first, last, reader)
        if compound is not None:
            return compound
    elif last.after.kind is None and (ratio := out_of(text, first, last, reader.lex.language)) is not None:
        return ratio
    return _join(text, first, last, reader) if _linked(text, first, last, reader) else None


def _linked(text: str, first: Raw, last: Raw, reader: Parser) -> bool:
    """Whether what stands between two numbers makes them the ends of a range."""
    if last.outer - first.end > 8 or last.before.hedge or (first.before.symbol and text[first.outer - 1] == "/"):
        return False  # "from $200,000/$250,000 to $400,000/$450,000"
    link = text[first.end : last.outer].strip().lower()
    if link in _DASHES:
        return True
    if link.startswith("- "):  # "18- to 24-year-olds"
        link = link[2:]
    if link.startswith("-") and link.endswith("-") and first.before.symbol:  # "$10-to-$20 million"
        link = link.strip("-")
    words = reader.lex.range
    lead = text[max(0, first.outer - 20) : first.outer].lower().replace("—", " ").replace("(", " ").split()
    if link in words["to"]:
        if _changes(lead, words["change"]):
            return False  # "up 65 cents to $94.50"
        return not (lead and lead[-1] in words["from"]) or lead[-2:-1] in [[verb] for verb in words["spread"]]
    return link in words["and"] and bool(lead) and lead[-1] in words["between"]


def _changes(lead: list[str], change: list[str]) -> bool:
    """Whether the last word or two before a number are of a change ("up", "passé de")."""
    return bool(lead) and (lead[-1] in change or " ".join(lead[-2:]) in change)


def _scaled_alike(text: str, first: Raw, last: Raw, reader: Parser) -> Raw:
    """The first of two amounts with the scale word of the second, if of one size: "from $10 to $20 million"."""
    link = text[first.end : last.outer].strip().lower()
    low, high = sorted((first.number.value, last.number.value))
    if link not in reader.lex.range["to"] and link not in reader.lex.tables.get("or", ()):
        return first
    if high > _NEAR * low or first.before.symbol != last.before.symbol:
        return first
    return first._replace(after=first.after._replace(scale=last.after.scale, scale_word=last.after.scale_word))


def _counted_alike(text: str, first: Raw, last: Raw, reader: Parser) -> Raw:
    """The bare first of two numbers with the scale word and unit of the second: "from 2 to 3.5 million tonnes"."""
    words = reader.lex.range
    lead = text[max(0, first.outer - _LEAD) : first.outer].lower().split()
    if text[first.end : last.outer].strip().lower() not in words["to"] or not lead or lead[-1] not in words["from"]:
        return first
    low, high = sorted((first.number.value, last.number.value))
    if high > _NEAR * low or last.before.symbol or last.after.qualifier or _year(first):
        return first
    return first._replace(after=last.after._replace(more=False, tail=0))


def _year(raw: Raw) -> bool:
    return len(raw.number.plain) == _YEAR and raw.number.plain.isdigit()


def _without_link(text: str, first: Raw | Figure | None, last: Raw, reader: Parser) -> Raw:
    """The number without a hedge that is a link here: Ukrainian "до 4" is up to 4, but not in "від 3 до 4"."""
    words = reader.lex.range
    if text[last.outer : last.start].strip().lower() not in words["to"]:
        return last
    near = first is not None and not text[first.end : last.outer].strip()
    if near or _changes(text[max(0, last.outer - 20) : last.outer].lower().split(), words["change"]):
        return last._replace(outer=last.start, before=last.before._replace(hedge=None))
    return last


def _join(text: str, first: Raw, last: Raw, reader: Parser) -> Figure | None:
    """The range, or None where the two do not fit: other currencies, a lower end above the upper, two years."""
    if _year(first) and first.after == NOTHING and last.after.scale != 1 and not first.before.symbol:
        return None  # "rose during 2014 to 1.5 trillion francs"
    if last.after.unit is None and last.after.scale_word in reader.measures.letters:
        last = fitting_unit(text, last, reader) or last  # "(1 to 1.5 m)"
    a, b = first.after, last.after
    if a.kind is None and first.before.currency is None and a.currency is None:
        first = first._replace(after=a._replace(kind=b.kind, currency=b.currency, unit=b.unit))
    if last.before.currency is None and b.currency is None and b.kind is None:
        last = last._replace(
            before=last.before._replace(currency=first.before.currency, symbol=first.before.symbol),
            after=b._replace(currency=first.after.currency),
        )
        if a.kind == "age":  # "aged 18 to 24"
            last = last._replace(after=last.after._replace(kind=a.kind, unit=a.unit))
    if a.scale == 1 and b.scale != 1 and first.number.value < last.number.value:
        first = first._replace(after=first.after._replace(scale=b.scale, scale_word=b.scale_word))
    if _minor(first) != _minor(last):
        return None
    low, high = build(text, first, reader), build(text, last, reader)
    if low is None or high is None or low.kind != high.kind or low.kind == "year" or low.value >= high.value:
        return None
    if low.unit != high.unit and last.after.unit is not None:
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
