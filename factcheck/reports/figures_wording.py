"""A figure's value and how it is read, in a few words for a table."""

from __future__ import annotations

from decimal import MAX_PREC, Context, Decimal

from factcheck.reports.figures_renderer import Record

_SCALES = ((12, "tn"), (9, "bn"), (6, "m"))
#: A table has no room for more; a number with more is printed in full, because nothing is rounded here.
_MOST_DECIMALS = 3
_EXACT = Context(prec=MAX_PREC)
#: Their values are names, not amounts, and have no reading to speak of.
_CALENDAR = ("day", "weekday", "year")
_SUFFIX = {"percent": "%", "points": " points", "multiple": "×"}


def amount(number: str) -> str:
    """A number of the contract, short and exact: 19.45bn, 12,345.6."""
    value = Decimal(number)
    for power, word in _SCALES:
        if abs(value) >= 10**power:
            shown = format(value.scaleb(-power, _EXACT).normalize(_EXACT), ",f")
            if len(shown.partition(".")[2]) <= _MOST_DECIMALS:
                return shown + word
            break
    return format(value, ",f")


def value_of(figure: Record) -> str:
    """`19.5bn CAD`, `20%`, `5m to 6m USD`; `12bn NOK or DKK` where the draft leaves more than one."""
    value, kind, ends, currencies = str(figure["value"]), figure["kind"], figure["ends"], figure["currencies"]
    if kind in _CALENDAR:
        return value
    shown = " to ".join(amount(str(end)) for end in ends) if isinstance(ends, list) else amount(value)
    if isinstance(currencies, list) and currencies:
        return f"{shown} {' or '.join(currencies)}"
    return f"{shown} {figure['unit']}" if figure["unit"] else shown + _SUFFIX.get(str(kind), "")


def reading_of(figure: Record) -> str:
    """`19.45bn to 19.55bn`, `1,000 or more`, `37` for a figure that is read exactly."""
    low, high = (None if end is None else amount(str(end)) for end in (figure["low"], figure["high"]))
    if figure["kind"] in _CALENDAR:
        return ""
    if low is None or high is None:
        return f"{low} or more" if low else f"{high} or less" if high else "any"
    return low if low == high else f"{low} to {high}"
