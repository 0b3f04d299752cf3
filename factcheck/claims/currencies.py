"""What the two sides of a conversion tell about each other: "$10m (US$7.2m)" cannot begin with US dollars."""

from __future__ import annotations

from factcheck.claims.claim import Part
from factcheck.figures.figure import Figure


def settle(roles: dict[str, Part]) -> dict[str, Part]:
    """The same figures, an ambiguous one read as another currency than the certain one beside it."""
    certain = {part.currency for part in roles.values() if isinstance(part, Figure) and len(part.possible) == 1}
    out: dict[str, Part] = {}
    for name, part in roles.items():
        if isinstance(part, Figure) and len(part.possible) > 1 and certain.intersection(part.currencies):
            others = tuple(code for code in part.currencies if code not in certain)
            others = others or tuple(code for code in part.possible if code not in certain)
            part = part.with_currencies(others) if others else part
        out[name] = part
    return out
