"""Where a report goes: standard output, or a file that is never seen half written."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Standard output, or `path`: a file is written beside its place and renamed over it, a link stays a link, and
    what is no plain file (a device, a pipe) is written to as it is. OSError names the path that was asked for.
    """
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        target = os.path.realpath(path)
        if os.path.exists(target) and not stat.S_ISREG(os.stat(target).st_mode):
            with open(target, "w", encoding="utf-8") as stream:
                yield stream
            return
        beside = f"{target}.{os.getpid()}.new"
        stream = open(beside, "w", encoding="utf-8")  # noqa: SIM115 (closed below, on both ways out)
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, path) from None
    try:
        yield stream
        stream.close()
        os.replace(beside, target)
    except BaseException:
        stream.close()
        os.unlink(beside)
        raise
