"""Weekdays that are short and without a dot, which only the date behind them tells from words: "on Tue 24 Jun 2025"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import Lexicon
from factcheck.figures.raw import Raw

#: The longest of them with a comma and a space ("Thurs, "), and the longest word before.
_REACH, _LONGEST = 7, 8


def with_short_weekdays(text: str, found: list[Raw | Figure], lex: Lexicon) -> list[Raw | Figure]:
    """The same items with the weekdays before dates, where a word of `before_weekday`, a mark or nothing stands before
    them: "The Sun, June 24" is a paper, and "Ann and Joe Wed June 24" a headline.
    """
    before = frozenset(lex.tables.get("before_weekday", ()))
    if not before:
        return found
    joined: list[Raw | Figure] = []
    for item in found:
        if isinstance(item, Figure) and item.kind == "day":
            weekday = _weekday(text, item.start, lex, before)
            if weekday is not None and (not joined or joined[-1].end <= weekday.start):
                joined.append(weekday)
        joined.append(item)
    return joined


def _weekday(text: str, day: int, lex: Lexicon, before: frozenset[str]) -> Figure | None:
    head = text[max(0, day - _REACH) : day].rstrip(" ").removesuffix(",")
    name = head[head.rfind(" ") + 1 :].lstrip("(\n\t")
    number = lex.short_weekdays.get(name.lower() + ".")
    if number is None or not (name.istitle() or name.isupper()) or (len(head) == _REACH and name == head):
        return None
    end = text.rfind(name, max(0, day - _REACH), day) + len(name)
    start = end - len(name)
    words = text[max(0, start - _LONGEST) : start].split(" ")
    previous = words[-2] if len(words) > 1 and not words[-1] else words[-1]
    if previous and previous[-1].isalnum() and previous.lower() not in before:
        return None
    return Figure("weekday", name, start, end, Decimal(number), Decimal(1))
