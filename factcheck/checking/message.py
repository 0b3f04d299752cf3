"""Messages of rules: `{role}`, `{role.attribute}`, `{role.expressed(other)}`, `{expected}`, `{rate.day}`, no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

import re2

from factcheck.claims.known import known
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

_FIELD = re2.compile(r"\{([^{}]*)\}")
_CALL = re2.compile(r"^(\w+)\.expressed\((\w+)\)$")

#: What a message may ask of a figure.
ATTRIBUTES: dict[str, Callable[[Figure], str]] = {
    "currency": lambda figure: figure.currency or "",
    "unnamed": lambda figure: " ".join(figure.text.replace("-", " ").split()[:-1]),
    "kind": lambda figure: figure.kind,
    "dimension": lambda figure: dimensions().dimension(figure.unit) or "",
    "number": lambda figure: figure.printed_value(),
    "hedged": lambda figure: f"{figure.hedge} {figure.text}" if figure.hedge else figure.text,
    "both_scaled": lambda figure: figure.both_scaled() or figure.text,
}
RATE = ("day", "source")
#: What a message may say of the whole claim.
ANY = "any"
WHOLE = ("expected", "found", "published", "sum", "low", "high", "reach", "source", "said", "shown")


class BadMessage(ValueError):
    """A message with a field outside of the whitelist."""


class Words(NamedTuple):
    """What the fields of a message stand for."""

    figures: Mapping[str, Figure]
    expected: str = ""
    rate_day: str = ""
    rate_source: str = ""
    found: str = ""  # what a named cause found
    low: str = ""  # what rounding leaves of the right side, as the mark would print it
    high: str = ""
    sign: int = 1  # of what the words say: 1 a rise, -1 a fall
    source: str = ""  # of a known fact
    sum: str = ""  # the right side of the equation with the printed figures: "7 + 4"
    published: str = ""  # the draft's own day
    expressed: Callable[[str, str], str] = lambda role, other: ""


class Template:
    """A message, checked when it is made."""

    def __init__(self, text: str, roles: Iterable[str]) -> None:
        self.text = text
        roles = tuple(roles)
        for field in _FIELD.finditer(text):
            name = field.group(1)
            call = _CALL.match(name)
            head, _, attribute = name.partition(".")
            if call and call.group(1) in roles and call.group(2) in roles:
                continue
            if name in WHOLE or name in roles:
                continue
            if (head == "rate" and attribute in RATE) or (head in roles and attribute in ATTRIBUTES):
                continue
            names = [*roles, *WHOLE, *(f"rate.{a}" for a in RATE)]
            ofs = [f"{role}.{a}" for role in roles for a in ATTRIBUTES]
            raise BadMessage(
                f"unknown field {{{name}}} in {text!r}; of a role there are: {', '.join(ATTRIBUTES)}, expressed(role)"
                + known(name, [*names, *ofs])
            )

    def say(self, words: Words) -> str:
        """The text with its fields filled, white space made plain; brackets with nothing to say go."""
        pieces: list[str] = []
        at = 0
        for field in _FIELD.finditer(self.text):
            said = _value(field.group(1), words)
            pieces += [self.text[at : field.start()], _within(said) if field.start() else said]
            at = field.end()
        return " ".join("".join([*pieces, self.text[at:]]).replace(" ()", "").split())


def _within(text: str) -> str:
    """A number word as it stands within a sentence: "nine" for the "Nine" that began one."""
    lowered = text.lower()
    return lowered if text.istitle() and lowered in lexicon("en").numbers else text


def _value(name: str, words: Words) -> str:
    call = _CALL.match(name)
    if call:
        return words.expressed(call.group(1), call.group(2))
    head, _, attribute = name.partition(".")
    if head in words.figures:
        figure = words.figures[head]
        return ATTRIBUTES[attribute](figure) if attribute else figure.text
    if head == "expected":
        return words.expected
    if head == "found":
        return words.found
    if head in ("sum", "published", "low", "high", "source"):
        return str(getattr(words, head))
    if head == "reach":
        return reach(words.low, words.high)
    if head in ("said", "shown"):
        return "rise" if (words.sign > 0) is (head == "said") else "fall"
    if head == "rate":
        return words.rate_day if attribute == "day" else words.rate_source
    return ""  # a role that the phrase does not name


def reach(low: str, high: str) -> str:
    """An interval in words; ANY is an open end."""
    if high == ANY:
        return f"{low} or more"
    return f"{high} or less" if low == ANY else f"{low} to {high}"


def readable(day: date) -> str:
    """A day as a reader reads it: 14 March 2025."""
    return f"{day.day} {day:%B %Y}"


def readable_span(first: date, last: date) -> str:
    """Two days, saying what they share once: 10 to 17 March 2025."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {readable(last)}"
    return (
        f"{first.day} {first:%B} to {readable(last)}"
        if first.year == last.year
        else f"{readable(first)} to {readable(last)}"
    )
