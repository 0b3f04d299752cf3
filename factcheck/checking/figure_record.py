"""A figure as the contract prints it: a plain record with offsets in the source, numbers as strings.

Apart from the record of a claim, so that showing the figures of an archive needs no models.
"""

from __future__ import annotations

from decimal import Decimal

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
    record: dict[str, object] = {
        "kind": figure.kind,
        "text": figure.text,
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "value": figure.printed_value(),
        "low": number(figure.low) if figure.when is None else None,
        "high": number(figure.high) if figure.when is None else None,
        "ends": list(ends) if (ends := figure.printed_ends()) else None,
        "currency": figure.currency,
        "currencies": list(figure.currencies),
        "unit": figure.unit,
        "hedge": figure.hedge,
    }
    where = draft.where(figure.start)
    return record if where is None else {**record, "where": where}
