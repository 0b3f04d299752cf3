"""Kinds of arguments that several commands share."""

from __future__ import annotations

import argparse
import datetime

_MOST_JOBS = 256


def day(text: str) -> datetime.date:
    """A day as 2025-03-16."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-03-16") from None


def codes(text: str) -> tuple[str, ...]:
    """What commas separate: FX,SUM101."""
    return tuple(code.strip() for code in text.split(",") if code.strip())


def jobs(text: str) -> int | None:
    """A number of processes; None for "auto"."""
    if text == "auto":
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(f"{text!r} is not auto, nor a number of processes from 1 to {_MOST_JOBS}")
    return int(text)
