"""A rich console that leaves a broken pipe to the command."""

from __future__ import annotations

from typing import NoReturn

from rich.console import Console


class PipedConsole(Console):
    """Rich would end the process with status 1, which says that there are findings, when `| head` has read enough."""

    def on_broken_pipe(self) -> NoReturn:
        """Called by rich while it handles a BrokenPipeError, which goes on to the caller."""
        raise
