"""Amounts in a currency that is no more on the draft's day ("5 million kuna"), or in a code that is none ("5m UKR").

The words that make an amount one of another time are the lexicon's (`retired`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.alternation import whole
from factcheck.figures.currency import supported
from factcheck.figures.figure import Figure, PartialDate
from factcheck.figures.lexicon import lexicon
from factcheck.figures.retired import COUNTRY_CODES, RETIRED

#: How long a currency that was replaced is spoken of as money.
_GRACE = timedelta(days=366)
#: An amount with a scale word and a code, before the end of a clause or a word that begins another.
_CODED = re2.compile(
    r"(?:^|[\s(])((\d[\d.,]*) ?(?:m|bn|tn|million|billion|trillion) ?([A-Z]{3}))"
    r"(?:[.,;:)]|$| (?:in|to|for|from|of|on|by|at|and|a|per|was|were|is|are)\b)"
)


def no_currency(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each such amount, with the currency that is meant, and the day since which it is (where it was replaced)."""
    day = draft.date.day if draft.date else None
    retired = _retired(draft, figures, day, language) if day else iter(())
    return [*retired, *_unknown(draft, figures, language)]


def _retired(draft: Draft, figures: Sequence[Figure], day: date, language: str) -> Iterator[Claim]:
    table = lexicon(language).tables.get("retired")
    for figure in figures:
        if figure.kind != "money" or len(figure.possible) != 1 or figure.possible[0] not in RETIRED or not table:
            continue
        meant, since = RETIRED[figure.possible[0]]
        if day < since + _GRACE or draft.block_at(figure.start).role != "body" or quoted(draft, figure.start):
            continue
        if _of_another_time(draft, figures, figure, since, language):
            continue
        until = PartialDate(since.year, since.month, since.day)
        roles = {
            "amount": figure,
            "meant": figure.with_currencies((meant,)),
            "since": Figure("day", figure.text, figure.start, figure.end, Decimal(0), Decimal(1), when=until),
        }
        span = Sentence(figure.start, figure.end)
        yield Claim(kind="no_currency", roles=roles, sentence=span, number=since.year)


def _of_another_time(draft: Draft, figures: Sequence[Figure], figure: Figure, since: date, language: str) -> bool:
    """Whether the draft names a year before the end of a currency, or its paragraph speaks of the past."""
    for other in figures:
        year = int(other.value) if other.kind == "year" else other.when.year if other.when else None
        if year is not None and year <= since.year:
            return True
    block = draft.block_at(figure.start)
    return _past(language).search(draft.text[block.start : block.end]) is not None


@cache
def _past(language: str) -> re2._Regexp:
    return re2.compile(rf"(?i){whole(lexicon(language).tables['retired'], before=True, after=True)}")


def _unknown(draft: Draft, figures: Sequence[Figure], language: str) -> Iterator[Claim]:
    """Amounts in the code of a country, or in a code with two letters exchanged, where the draft names the country."""
    for match in _CODED.finditer(draft.text):
        code = match.group(3)
        meant = _misspelt(language).get(code)
        if meant is None or not supported(draft.text, language, (meant,)):
            continue
        start, end = match.span(1)
        value = Decimal(match.group(2).replace(",", "").rstrip(".") or 0)
        amount = Figure("money", match.group(1), start, end, value, Decimal(1), currencies=(meant,))
        yield Claim(kind="no_currency", roles={"amount": amount, "meant": amount}, sentence=Sentence(start, end))


@cache
def _misspelt(language: str) -> dict[str, str]:
    """What is no code to the code that it stands for."""
    lex = lexicon(language)
    swapped: dict[str, str] = {}
    for code in lex.evidence:
        for n, _ in enumerate(pairwise(code)):
            swapped[code[:n] + code[n + 1] + code[n] + code[n + 2 :]] = code
    return {wrong: code for wrong, code in (swapped | COUNTRY_CODES).items() if wrong not in lex.codes}
