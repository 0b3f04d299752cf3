"""Answers in JSON, whose numbers stay the decimals that were printed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from factcheck.rates.download.rows import NotRates


def read_json(body: bytes) -> Any:
    """What the JSON says, numbers as Decimal; NotRates where it is none."""
    try:
        return json.loads(body, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as problem:
        raise NotRates(f"no JSON: {problem}") from None


def listed(value: Any, what: str) -> list[dict[str, Any]]:
    """A list of objects; NotRates where it is none."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise NotRates(f"no list of {what}")
    return value
