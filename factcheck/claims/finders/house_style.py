"""What a house's style asks of amounts: a first foreign amount converted, bare symbols qualified, no digits too many.

Each finder makes claims for a rule that is off by default. Only the text of a draft is looked at, and no quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.as_printed import significant
from factcheck.claims.claim import Claim, Sentence, faces
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.alternation import whole
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

#: Below it an amount without a scale word is a price, which nobody rounds.
_PRICE = 1000
#: A converted figure has so many digits more than its original, and so many at all, before they are too many.
_MORE, _ENOUGH = 2, 4


def unconverted(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """The first amount of each currency in the text, where it is not converted; of the house's own currency too."""
    settled = {f.start for claim in claims if claim.kind == "conversion" for f in claim.figures()}
    rates = {f.currency for claim in claims if claim.kind == "stated_rate" for f in claim.figures()}
    seen: set[str | None] = set(rates)
    found = []
    for figure in figures:
        if figure.kind != "money" or figure.currency in seen or not _in_text(draft, figure):
            continue
        if len(figure.currencies) > 1 or not any(c.isdigit() for c in figure.text):
            continue  # of no one currency, or an idiom: "a million dollars"
        seen.add(figure.currency)
        if figure.start not in settled:
            found.append(_claim("unconverted", figure, amount=figure))
    return found


def bare_symbols(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """The first amount with each symbol or name of several currencies, where the draft speaks for another one too.

    Where a qualified form of another one stands in the draft, the bare one is the house's own.
    """
    settled = {f.start for claim in claims if claim.kind == "conversion" for f in claim.figures()}
    qualified = {figure.currency for figure in figures if figure.kind == "money" and len(figure.possible) == 1}
    seen: set[tuple[str, ...]] = set()
    found = []
    for figure in figures:
        default, *others = figure.currencies or ("",)
        if not others or default != figure.possible[0] or figure.possible in seen or not _in_text(draft, figure):
            continue
        seen.add(figure.possible)
        if qualified.isdisjoint(others) and figure.start not in settled:
            other = figure.with_currencies((others[0],))
            found.append(_claim("bare_symbol", figure, amount=figure, other=other))
    return found


def precise_conversions(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Conversions with more digits than their original has, which no court, invoice or price asks for."""
    if "to_the_cent" not in lexicon(language).tables:
        return []
    found = []
    for claim in claims:
        if claim.kind != "conversion":
            continue
        original, converted = (faces(claim.roles[role])[0] for role in ("original", "converted"))
        enough = max(significant(original) + _MORE - (converted.hedge == "about"), _ENOUGH)
        if significant(converted) <= enough or converted.ends or original.ends or quoted(draft, converted.start):
            continue
        if min(original.value, converted.value) < _PRICE or significant(original) >= _ENOUGH:
            continue
        if not _exact(language).search(draft.text[claim.sentence.start : claim.sentence.end]):
            found.append(claim._replace(kind="precise_conversion"))
    return found


def _in_text(draft: Draft, figure: Figure) -> bool:
    """Whether an amount is one of the text's own: no headline, cell or quotation, and no price."""
    if draft.block_at(figure.start).role not in ("body", "standfirst") or quoted(draft, figure.start):
        return False
    return figure.value >= _PRICE or figure.scale != 1


def _claim(kind: str, figure: Figure, **roles: Figure) -> Claim:
    return Claim(kind=kind, roles=roles, sentence=Sentence(figure.start, figure.end))


@cache
def _exact(language: str) -> re2._Regexp:
    return re2.compile(f"(?i){whole(lexicon(language).tables['to_the_cent'], before=True, after=True)}")
