"""The shipped rules and claim kinds as their models said them when they were last read, kept between runs.

With them, a run that finds something never imports pydantic.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from factcheck import claims
from factcheck.parsed import kept_while

#: Keys of examples, which hold days and decimals, and which no run needs.
_LEFT = {"bad", "good", "examples"}
#: The models: when they change, what they said is no more good.
_MODELS = (Path(__file__).with_name("rule_file.py"), Path(claims.__file__).with_name("kind_file.py"))


def known_files(folder: Path) -> dict[str, dict[str, Any]]:
    """The data of each file below the folder, by its path there; BadRule for one that cannot be used."""
    names = sorted(
        os.path.relpath(os.path.join(here, name), folder).replace(os.sep, "/")
        for here, _, names in os.walk(folder)
        for name in names
        if name.endswith(".yaml")
    )
    states = [(name, *_state(os.path.join(folder, name))) for name in names]
    models = [_state(path) for path in _MODELS]
    found: dict[str, dict[str, Any]] = kept_while(
        folder, [states, models], lambda: {name: _said(folder, name) for name in names}
    )
    return found


def _state(path: str | Path) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:  # of a package without its sources
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _said(folder: Path, name: str) -> dict[str, Any]:
    from factcheck.checking.rule_file import Rule
    from factcheck.claims.kind_file import ClaimKind, SharedLists
    from factcheck.claims.source import Source

    model = Rule if "/" not in name else SharedLists if "/words/" in name else ClaimKind
    read = Source(folder / name).load(model)
    return read.model_dump() if isinstance(read, SharedLists) else read.model_dump(exclude=_LEFT)
