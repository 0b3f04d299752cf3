"""Numbers that are misprinted: what was meant instead, and what else is wrong only because of them."""

from __future__ import annotations

from collections.abc import Mapping

import re2

from factcheck.checking.finding import Alternative
from factcheck.checking.message import Words
from factcheck.checking.rule import CompiledRule
from factcheck.claims.claim import Claim
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure


def read_otherwise(
    rule: CompiledRule, figures: Mapping[str, Figure], words: Words, draft: Draft, span: tuple[int, int]
) -> tuple[str | None, list[Alternative]]:
    """The reading that is certain, or None; and the others as alternatives at the `span` in the source.

    It is certain where the readings come to one, or one of them is what the draft prints elsewhere.
    """
    by_text: dict[str, str] = {}
    for role in rule.rule.readings:
        label = rule.labels[role].say(words) if role in rule.labels else role.replace("_", " ")
        by_text.setdefault(figures[role].text, label)
    sure = list(by_text) if len(by_text) == 1 else [text for text in by_text if _stands_in(text, draft.text)]
    certain = sure[0] if len(sure) == 1 else None
    start, end = span
    return certain, [
        Alternative(start=start, end=end, text=text, label=label) for text, label in by_text.items() if text != certain
    ]


def _stands_in(number: str, text: str) -> bool:
    return re2.search(rf"(?:^|[^\d.,]){re2.escape(number)}(?:$|[^\d.,]|[.,](?:$|\D))", text) is not None


def misprint_of(claim: Claim, misprints: Mapping[int, Figure]) -> int | None:
    """The misprint that a claim's figure is read from; None where its figures are printed rightly."""
    return next(
        (
            n
            for n, printed in misprints.items()
            for figure in claim.figures()
            if figure.start < printed.end and printed.start < figure.end
        ),
        None,
    )
