"""How far a download is: its pieces, and the bytes so far."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def download_bar(name: str, out: TextIO) -> Iterator[tuple[Callable[[int, int], None], Callable[[int], None]]]:
    """Two functions to tell of pieces (done, of how many) and of bytes; the bar goes when the block ends."""
    console = Console(file=out, no_color=bool(os.environ.get("NO_COLOR")))
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[size]}")
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task(name, total=None, size="")
        received = 0

        def chunks(done: int, whole: int) -> None:
            progress.update(task, completed=done, total=whole)

        def more(size: int) -> None:
            nonlocal received
            received += size
            progress.update(task, size=f"{received / 1024:,.0f} kB")

        yield chunks, more
