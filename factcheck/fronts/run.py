"""A run of the checker: file after file, each with its own configuration."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from factcheck.checking.check import check_draft
from factcheck.checking.result import Result
from factcheck.drafts.draft import Unreadable
from factcheck.drafts.reading import read_file, read_stream
from factcheck.fronts.api import dated
from factcheck.fronts.configurations import Configurations
from factcheck.fronts.files import files


def run(paths: Sequence[str], stdin_name: str, known: Configurations) -> Iterator[Result | Unreadable]:
    """What came of each draft, in the order of the files; what cannot be read is given back in its place."""
    here = known.here
    for path in files(paths, here.exclude, gitignore=here.gitignore):
        if isinstance(path, Unreadable):
            yield path
            continue
        name = stdin_name if path == "-" else path
        for draft in read_stream(sys.stdin.buffer, name) if path == "-" else read_file(path):
            if isinstance(draft, Unreadable):
                yield draft
            else:
                yield check_draft(dated(draft, known.of(name).date), known.settings(name))
