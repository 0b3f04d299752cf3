"""The levels of findings."""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning", "info"]
#: From the lowest to the highest.
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


def from_level(lowest: Severity) -> tuple[Severity, ...]:
    """A level and all above it."""
    return SEVERITIES[SEVERITIES.index(lowest) :]
