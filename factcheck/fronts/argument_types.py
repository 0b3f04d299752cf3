"""Kinds of arguments that several commands share."""

from __future__ import annotations

import argparse
import datetime


def day(text: str) -> datetime.date:
    """A day as 2025-03-16."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-03-16") from None


def codes(text: str) -> tuple[str, ...]:
    """What commas separate: FX,SUM101."""
    return tuple(code.strip() for code in text.split(",") if code.strip())
