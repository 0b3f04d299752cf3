"""A currency between two numbers: "rmb 10 usd 20" and "€10 €20" print it before each, "10 $ 30 $" after each."""

from __future__ import annotations

from factcheck.figures.raw import Before, Parser, Raw

_NONE = Before(None, None, 0, "")


def settle(text: str, first: Raw, last: Raw, reader: Parser) -> tuple[Raw, Raw] | None:
    """The two numbers with the currency between them moved to where it belongs, or None where it stands right."""
    if first.before.currency is not None:
        return _forward(text, first, last, reader)
    return _back(text, first, last, reader)


def _forward(text: str, first: Raw, last: Raw, reader: Parser) -> tuple[Raw, Raw] | None:
    """A symbol or code that the first number has twice and the last, right behind it, not at all."""
    if first.after.currency is None or first.after.unit is not None or last.before != _NONE:
        return None
    if last.after.currency is not None or last.after.kind is not None or text[first.end : last.start].strip():
        return None
    printed = text[first.start : first.end]
    for size in (3, 2, 1):
        symbol = printed[-size:]
        if (symbol in reader.lex.symbols or symbol in reader.lex.codes) and not printed[-size - 1 : -size].isalnum():
            break
    else:
        return None
    end = first.start + len(printed[:-size].rstrip())
    start = first.end - size
    before = Before(None, first.after.currency, last.start - start, symbol)
    first = first._replace(end=end, after=first.after._replace(currency=None))
    return first, last._replace(start=start, outer=start, before=before)


def _back(text: str, first: Raw, last: Raw, reader: Parser) -> tuple[Raw, Raw] | None:
    """A sign with spaces around it, when the last number has a currency after it too: "10 $ 30 $", "10 $ 30 cent"."""
    sign = last.before.symbol
    if (
        sign not in reader.lex.touching
        or last.before.length < 2
        or last.before.hedge
        or first.after.currency is not None
    ):
        return None
    if first.before != _NONE or first.after.kind is not None or last.start != first.end + 1 or text[first.end] != " ":
        return None
    start = last.start + last.before.length
    after = last.after
    if after.currency is None:
        trailing = text[last.end : last.end + 3]
        if trailing[:2] != f" {sign}" or trailing[2:].strip().isalnum():
            return None
        last = last._replace(end=last.end + 2)
        after = after._replace(currency=last.before.currency)
    elif after.currency.minor == 1:
        return None
    currency = last.before.currency
    first = first._replace(end=first.end + 2, after=first.after._replace(currency=currency))
    return first, last._replace(start=start, outer=start, before=_NONE, after=after)
