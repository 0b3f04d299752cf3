"""Tables: totals against their cells, and shares against the whole. A draft without tables pays for nothing here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.sum import Sum

if TYPE_CHECKING:
    from factcheck.claims.tables.grid import Grid

_HUNDRED = Decimal(100)


def table_totals(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each total row's and total column's cell as a claim, with the cells that it is the total of."""
    if not draft.tables:
        return []
    from factcheck.claims.tables.totals import totals

    found: dict[int, Claim] = {}
    for table in grids(draft, language):
        for total in (*totals(table.down), *totals(table.across, across=True)):
            roles = {"total": total.total, "cells": Sum(total.addends)}
            span = Sentence(total.addends[0].start, max(total.total.end, total.addends[-1].end))
            found.setdefault(total.total.start, Claim(kind="table_total", roles=roles, sentence=span))
    return list(found.values())


def table_shares(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each column of per cent that is said to be shares of one whole, and has no total of its own."""
    if not draft.tables:
        return []
    from factcheck.claims.tables.shares import shares_of_all

    found = []
    for table in grids(draft, language):
        for shares in shares_of_all(table):
            points = sum((share.value for share in shares), Decimal(0))
            last = shares[-1]
            whole = Figure("percent", "100%", last.start, last.end, _HUNDRED, Decimal(0))
            printed = Sum(shares)
            printed.text = f"{printed.text} = {points}%"
            roles = {"last": last, "shares": printed, "whole": whole}
            found.append(Claim(kind="table_shares", roles=roles, sentence=Sentence(shares[0].start, last.end)))
    return found


def grids(draft: Draft, language: str) -> Iterator[Grid]:
    from factcheck.claims.tables.grid import grid

    for table in draft.tables:
        found = grid(draft, table, language)
        if found is not None:
            yield found
