"""Days that are told by the day of reading: "yesterday", "this week"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.figure import Figure

_DEICTIC = re2.compile(
    r"(?i)\b(yesterday|tomorrow|tonight|last night|today|earlier today|"
    r"(?:this|last|next) (?:morning|afternoon|evening|week|month))\b"
)
#: "In today's money" and "until today" are nowadays.
_NOWADAYS = re2.compile(r"(?i)(?:\b(?:of|until|till|than|even|still|as|to|by|since) $)")
_LIVE = re2.compile(r"(?i)\blive ?(?:blog|updates?|coverage|text)\b|\bas it happened\b")
_HEAD = 1_000  # where a live blog says that it is one, in characters


def deictic_days(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str = "en"
) -> list[Claim]:
    """Each such word as a claim, outside of quotations; none in a live blog, which is read as it is written."""
    if language != "en" or _LIVE.search(draft.text[:_HEAD]):
        return []
    found = []
    for match in _DEICTIC.finditer(draft.text):
        start, end = match.span(1)
        if draft.text[end : end + 1] in ("'", "’") or _NOWADAYS.search(draft.text[max(0, start - 12) : start]):
            continue
        if match.group(1).isupper() or quoted(draft, start):  # "USA TODAY" is a name
            continue
        day = Figure("day", match.group(1), start, end, Decimal(0), Decimal(1))
        found.append(Claim(kind="deictic_day", roles={"day": day}, sentence=Sentence(start, end)))
    return found
