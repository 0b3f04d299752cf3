"""A currency between two numbers: "in 2020 €5 million", "rmb 10 usd 20", and "10 $ 30 $", which print it after each."""

from __future__ import annotations

from factcheck.figures.raw import Before, Parser, Raw

_NONE = Before(None, None, 0, "")


def settle(text: str, first: Raw, last: Raw, reader: Parser) -> tuple[Raw, Raw] | None:
    """The two numbers with the currency between them moved to where it belongs, or None where it stands right."""
    if first.after.currency is not None:
        return _forward(text, first, last, reader) if _belongs_to_last(text, first, last) else None
    return _back(text, first, last, reader)


def _belongs_to_last(text: str, first: Raw, last: Raw) -> bool:
    """Whether the currency after the first is of the last: it touches that, or the first has another or is a year."""
    if last.before != _NONE or last.after.kind is not None or first.after.unit is not None:
        return False
    if first.end == last.start:
        return True
    if last.after.currency is not None or not text[first.end : last.start].isspace():
        return False
    year = len(first.number.plain) == 4 and text.startswith(first.number.plain, first.start)
    return first.before.currency is not None or year or (first.after.scale == 1 != last.after.scale)


def _forward(text: str, first: Raw, last: Raw, reader: Parser) -> tuple[Raw, Raw] | None:
    """The symbol or code after the first number given to the last."""
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
