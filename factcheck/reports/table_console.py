"""A console for tables: it colours where rich finds a terminal and NO_COLOR is not set."""

from __future__ import annotations

import os
from typing import Literal, TextIO

from rich.console import Console

from factcheck.reports.piped_console import PipedConsole

#: Where nothing says how wide the reader's window is.
_PIPE_WIDTH = 100


def table_console(out: TextIO) -> Console:
    """A console on `out`, not as wide as some terminal that happens to be near a pipe: outputs can be compared."""
    plain = bool(os.environ.get("NO_COLOR"))
    system: Literal["auto"] | None = None if plain else "auto"
    width = _PIPE_WIDTH if not out.isatty() and not os.environ.get("COLUMNS") else None
    return PipedConsole(file=out, width=width, color_system=system, no_color=plain)
