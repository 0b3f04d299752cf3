"""Every place in a text where a number may be misprinted, found in one pass that the finders of misprints share."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

import re2

from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon
from factcheck.figures.scan import candidates

#: Letters that are typed for 0 and 1.
LETTERS = str.maketrans("OolI", "0011")
_SIGNS = "[$£€¥]"
_CURRENCY = "$£€¥"
_WORD = re2.compile(r"^[ \n\x{a0}-]?(\pL+(?:[.-]\pL+)*)(?:[ \n](\pL+))?")
_REACH = 40


class Words(NamedTuple):
    """The lexicon's words around numbers (`misprints`)."""

    scales: frozenset[str]
    counted: frozenset[str]  # what comes whole: people, votes
    stops: frozenset[str]  # what counts nothing: "in", "was"
    labels: frozenset[str]  # what makes a name of a number: "page", "level"
    units: frozenset[str]
    money: frozenset[str]
    reached: frozenset[str]  # what leads to one number: "rose to"
    hedged: frozenset[str]  # "nearly", "more than"
    compounds: frozenset[str]  # what a hyphen joins to a number: "-mile"
    months: frozenset[str]


class Surroundings(NamedTuple):
    """What stands around a number: the word before, the characters that touch it, the words behind in lower case."""

    word: str
    before: str
    after: str
    behind: tuple[str, ...]


@cache
def words_of(language: str) -> Words | None:
    """None for a language without a table of misprints."""
    lex = lexicon(language)
    table = lex.tables.get("misprints")
    if not table:
        return None
    labels = lex.tables.get("labels", {})
    named = {word.lower() for key in ("capital", "any") for word in labels.get(key, ())} | set(table["labels"])
    units = {form for forms in lex.tables.get("units", {}).values() for form in _forms(forms)}
    money = {name for name in lex.currencies if " " not in name} | set(table["money"])
    return Words(
        frozenset(table["scales"]),
        frozenset([*lex.tables.get("counted", ()), *table["counted"]]),
        frozenset(table["stops"]),
        frozenset(named),
        frozenset(units | set(table["units"])),
        frozenset(money),
        frozenset(table["reached"]),
        frozenset(form.split()[-1] for form in lex.hedges if form.split()[-1].isalpha()) - {"of", "to", "as"},
        frozenset(table["compounds"]),
        frozenset(lex.months),
    )


def _forms(row: object) -> list[str]:
    if isinstance(row, str):
        return [row]
    if isinstance(row, dict):
        return [form for part in row.values() for form in _forms(part)]
    return [form for part in row for form in _forms(part)] if isinstance(row, list) else []


@lru_cache(maxsize=2)
def suspects(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The spans of numbers with unusual marks, letters or doubled words; nothing in a language without a table."""
    if words_of(language) is None:
        return ()
    return tuple(candidates(text, text.encode("utf-8", "replace"), _pattern(language)))


@cache
def _pattern(language: str) -> re2._Regexp:
    """Leftmost-first: what takes more of a number stands before what takes less."""
    table = lexicon(language).tables["misprints"]
    scales = "|".join(table["scales"])
    things = "|".join([*lexicon(language).tables.get("counted", ()), *table["counted"]])
    percent = r"(?:%|percent\b|per cent\b|pct\b)"
    years = "|".join(
        ["[lI][89]\\d\\d", "1[89]\\d[lO]", "19O\\d", "2O[0-2]\\d", "20O\\d", "2OO\\d", "20[lI]\\d", "20[12]O"]
    )
    parts = [
        rf"\b(?:{'|'.join(table['before_years'])}) (?:{years})\b",
        rf"\b(?:[lI][\dO]*\d[\dO]*|\d+O[\dO]*)(?: ?(?:{percent}|(?:{scales})\b)| (?:{things})\b)",
        rf"{_SIGNS}(?:[lIO]|\d+O)[\dO]*\d?\b",
        rf"\d[\d.,]*(?: ?{percent}) ?{percent}",
        rf"{_SIGNS} ?{_SIGNS} ?\d[\d.,]*",
        rf"\d{{1,3}}(?:,\d{{3}}){{2,}}(?:\.\d+)? (?:{scales})\b",
        rf"\d{{1,3}}\. \d{{1,2}} ?(?:{percent}|(?:{scales})\b)",
        r"\d{1,3}(?:, | , ?)000\b",
        r"\b[\dOolI]+(?:,[\dOolI]+)+\b(?:\.\d+)*",
        r"\d+(?:,\d+)+(?:\.\d+)*",
        r"\d+(?:\.\d+){2,}",
        r"\d{1,3}\.\d{3}\b",
    ]
    return re2.compile("|".join(parts))


def around(text: str, start: int, end: int) -> Surroundings:
    """What stands around `text[start:end]`."""
    head = text[max(0, start - _REACH) : start]
    tail = text[end : end + _REACH]
    found = _WORD.match(tail)
    behind = tuple(word for word in found.groups() if word) if found else ()
    return Surroundings((head.rstrip(_CURRENCY).split() or [""])[-1], text[start - 1 : start], tail[:1], behind)


def counted(around: Surroundings, words: Words) -> bool:
    """Whether what follows comes whole: "workers", "federal workers", but not "metres" or "in homes"."""
    behind = around.behind
    if not behind or not around.after.isspace() or behind[0] in words.stops or measured(behind[0], words):
        return False
    if behind[0] in words.counted:
        return True
    return len(behind) > 1 and behind[0][0].islower() and behind[1] in words.counted


def measured(word: str, words: Words) -> bool:
    """Whether a word says that the number is one of an amount or a measure."""
    low = word.lower()
    return low in words.scales or low in words.units or low in words.money


def printed(text: str, start: int, end: int, value: Decimal | int, said: str | None = None) -> Figure:
    """A place as a figure: what is printed there, or what should be (`said`)."""
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    grain = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return Figure("count", text[start:end] if said is None else said, start, end, number, grain)
