"""What the figures of a sentence count, by the word behind each: "90 rooms", "45 beds"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Part
from factcheck.figures.lexicon import lexicon

_WORD = re2.compile(rb" ([a-z]{3,})")


def apart(line: Line, parts: Sequence[Part], language: str) -> bool:
    """Whether the words behind two parts are plurals of different things; people of all kinds are one thing."""
    persons = _persons(language)
    if not persons:
        return False
    nouns = {_noun(line, at, persons) for at, part in line.parts.items() if any(part is one for one in parts)} - {None}
    return len(nouns) > 1 and not nouns <= persons


def _noun(line: Line, at: int, persons: frozenset[str]) -> str | None:
    """The plural right behind the placeholder at an offset."""
    word = _WORD.match(line.data, at + len("\ue000".encode()))
    if word is None:
        return None
    noun = word.group(1).decode()
    return noun if noun in persons or (noun.endswith("s") and not noun.endswith(("ss", "us"))) else None


@cache
def _persons(language: str) -> frozenset[str]:
    tables = lexicon(language).tables
    return frozenset((*tables.get("persons", ()), *tables.get("counted", ()))) if "persons" in tables else frozenset()
