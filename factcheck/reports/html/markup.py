"""Text from a draft as text of a page: nothing in it is mark-up, moves the cursor, hides or reorders."""

from __future__ import annotations

from html import escape

from factcheck.reports.visible import Visible

_VISIBLE = Visible("utf-8")


def safe(text: str) -> str:
    """Text for an element or a quoted attribute."""
    return escape(_VISIBLE(text))


def tidy(text: str) -> str:
    """The same, with its line breaks and runs of spaces as one space."""
    return safe(" ".join(text.split()))
