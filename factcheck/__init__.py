"""factcheck: a linter for figures.

`find_figures`, `find_claims`, `check` and `check_file` are the whole programming interface; see README.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.figures.reader import find_figures
    from factcheck.fronts.api import check, check_file, find_claims

__version__ = "0.1.0"
__all__ = ["check", "check_file", "find_claims", "find_figures"]


def __getattr__(name: str) -> object:
    """Imports late: the command loads only the floors that its run needs."""
    from importlib import import_module

    if name == "find_figures":
        return import_module("factcheck.figures.reader").find_figures
    if name in __all__:
        return getattr(import_module("factcheck.fronts.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
