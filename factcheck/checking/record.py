"""A claim as the contract prints it: its kind, and the records of its figures by role."""

from __future__ import annotations

from factcheck.checking.figure_record import figure_record
from factcheck.checking.finding import ClaimRecord
from factcheck.claims.claim import Claim, printed
from factcheck.drafts.draft import Draft


def claim_record(claim: Claim, draft: Draft) -> ClaimRecord:
    """The claim with its figures by role; a folded amount is the list of its faces, a sum that of its addends."""
    roles: dict[str, dict[str, object] | list[dict[str, object]]] = {}
    for role, part in claim.roles.items():
        records = [
            figure_record(figure, draft) | {"text": draft.text[figure.start : figure.end]} for figure in printed(part)
        ]
        roles[role] = records[0] if len(records) == 1 else records
    return ClaimRecord(kind=claim.kind, roles=roles)
