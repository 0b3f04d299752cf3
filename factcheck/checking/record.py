"""Figures and claims as the contract prints them: plain records with offsets in the source, numbers as strings."""

from __future__ import annotations

from decimal import Decimal

from factcheck.checking.finding import ClaimRecord
from factcheck.claims.claim import Claim, faces
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure


def number(value: Decimal | None) -> str | None:
    """A decimal without an exponent; None for an open end."""
    if value is None:
        return None
    return format(value.normalize(), "f") if value else "0"


def figure_record(figure: Figure, draft: Draft) -> dict[str, object]:
    """`factcheck figures --format jsonl`: one figure."""
    start, end = draft.to_source(figure.start, figure.end)
    line, column = draft.position(start)
    return {
        "kind": figure.kind,
        "text": figure.text,
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "value": figure.printed_value(),
        "low": number(figure.low) if figure.when is None else None,
        "high": number(figure.high) if figure.when is None else None,
        "ends": [number(end) for end in figure.ends] if figure.ends else None,
        "currency": figure.currency,
        "currencies": list(figure.currencies),
        "unit": figure.unit,
        "hedge": figure.hedge,
    }


def claim_record(claim: Claim, draft: Draft) -> ClaimRecord:
    """The claim with its figures by role; a folded amount is the list of its faces."""
    roles: dict[str, dict[str, object] | list[dict[str, object]]] = {}
    for role, part in claim.roles.items():
        records = [figure_record(figure, draft) for figure in faces(part)]
        roles[role] = records[0] if len(records) == 1 else records
    return ClaimRecord(kind=claim.kind, roles=roles)
