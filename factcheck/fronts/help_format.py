"""How help is laid out."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from functools import cache


class Width(argparse.HelpFormatter):
    """The terminal's width without `shutil`, which the parser asks for with every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


@cache
def _columns() -> int:
    """As `shutil.get_terminal_size` finds it."""
    with suppress(KeyError, ValueError):
        if (told := int(os.environ["COLUMNS"])) > 0:
            return told
    with suppress(AttributeError, ValueError, OSError):
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    return 80


class Raw(Width, argparse.RawDescriptionHelpFormatter):
    """The same, with the lines of description and epilog as they are."""
