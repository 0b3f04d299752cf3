"""Decides what an ambiguous symbol or name means in a draft: `$`, `kr`, `£`, peso, rupee."""

from __future__ import annotations

from functools import cache, lru_cache

import re2

from factcheck.figures.alternation import NEVER, whole
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import Lexicon, flat, lexicon

#: The shortest name that is itself in capitals too ("UK" and "US" are words of their own).
_LONG = 4


def decide(text: str, figures: list[Figure], lex: Lexicon, home_currency: str | None) -> list[Figure]:
    """The figures with their candidate currencies reduced to the common default and what the draft gives evidence for.

    Evidence is a qualified form elsewhere in the draft, a country, demonym or city, or `home_currency`. Without
    evidence only the default is left: no candidate excuses a wrong figure. A name whose default has no evidence
    while another candidate has ("rupees" in a story from Karachi) takes that one; symbols keep their default.
    """
    if not any(len(figure.currencies) > 1 for figure in figures):
        return figures
    dollars = lex.symbols["$"].codes
    named: set[str | None] = set()  # a qualified form supports only what comes after it
    evidence: dict[tuple[str, ...], frozenset[str]] = {}
    decided: list[Figure] = []
    for figure in figures:
        candidates = figure.currencies
        if len(candidates) > 1 and text.startswith(" (", figure.end):
            candidates = in_brackets(text, figure, lex) or candidates
            figure = figure.with_currencies(candidates)
        if len(candidates) == 1:
            named.add(figure.currency)
        elif candidates:
            if candidates not in evidence:
                evidence[candidates] = supported(text, lex.language, candidates)
            spoken_for = evidence[candidates].union(code for code in candidates if code in named)
            figure = figure.with_currencies(
                _order(candidates, spoken_for, home_currency, candidates == dollars, candidates in lex.open)
            )
        decided.append(figure)
    return decided


def in_brackets(text: str, figure: Figure, lex: Lexicon) -> tuple[str, ...]:
    """The currency that brackets after an amount settle: "$1.5 million (Canadian dollars)"; () without one."""
    inside, closed, _ = text[figure.end + 2 : figure.end + 30].partition(")")
    word = lex.currencies.get(flat(inside))
    code = lex.qualifiers.get(inside) or (word.codes[0] if word and len(word.codes) == 1 else inside)
    return (code,) if closed and code in figure.currencies else ()


def _order(
    candidates: tuple[str, ...], spoken_for: frozenset[str], home_currency: str | None, symbol: bool, open_: bool
) -> tuple[str, ...]:
    """The candidates that are left, the one that is meant first."""
    default = candidates[0]
    if home_currency in candidates:
        default = home_currency
        spoken_for = spoken_for | {candidates[0]}
    elif open_:  # nothing is meant by default: what there is evidence for, or anything
        return tuple(code for code in candidates if code in spoken_for) or candidates
    others = tuple(code for code in candidates if code in spoken_for and code != default)
    if others and default not in spoken_for and not symbol and default != home_currency:
        return (*others, default)
    return (default, *others)


@lru_cache(maxsize=16)
def supported(text: str, language: str, candidates: tuple[str, ...]) -> frozenset[str]:
    """The candidates that a word of the text speaks for."""
    pattern, meaning = _evidence(language, candidates)
    return frozenset(meaning[match.group()] for match in pattern.finditer(text))


@cache
def _evidence(language: str, candidates: tuple[str, ...]) -> tuple[re2._Regexp, dict[str, str]]:
    evidence = lexicon(language).evidence
    # the default of the commonest symbols needs no evidence, and its words are in every draft
    meaning = {word: code for code in candidates for word in evidence.get(code, ()) if code != "USD"}
    capitals = {word.upper(): code for word, code in meaning.items() if len(word) >= _LONG}
    lost = {f"{word}s": code for word, code in meaning.items() if word.endswith("a")}  # "Sri Lankas share market"
    meaning = lost | capitals | meaning  # as datelines print the names of cities: "COLOMBO (Reuters)"
    options = re2.Options()
    options.longest_match = True
    return re2.compile(whole(meaning, " ", before=True, after=True) if meaning else NEVER, options), meaning
