"""Imports only go down (the design, section 2)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import factcheck

PACKAGE = Path(factcheck.__file__).parent
#: From the lowest; `rates` stands beside `figures` and takes only its intervals.
FLOORS = ("drafts", "figures", "rates", "claims", "checking", "reports", "fronts")
#: What knows nothing of the floors, and serves them all.
GROUND = {"folders", "parsed"}
MAY_IMPORT = {
    "drafts": set(),
    "figures": set(),
    "rates": {"figures"},
    "claims": {"drafts", "figures"},
    "checking": {"drafts", "figures", "rates", "claims"},
    "reports": {"drafts", "checking"},
    "fronts": {"drafts", "figures", "rates", "claims", "checking", "reports"},
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_every_module_is_on_a_floor() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/*.py")}
    assert folders == set(FLOORS)


def test_imports_only_go_down() -> None:
    climbing = [
        f"{path.relative_to(PACKAGE)} imports {module}"
        for floor in FLOORS
        for path in sorted((PACKAGE / floor).rglob("*.py"))
        for module in imports(path)
        if module.startswith("factcheck.") and (target := module.split(".")[1]) != floor
        if target not in MAY_IMPORT[floor] and target not in GROUND
    ]
    assert climbing == []


def test_rates_take_only_intervals_from_figures() -> None:
    taken = {module for path in (PACKAGE / "rates").glob("*.py") for module in imports(path) if "figures" in module}
    assert taken == {"factcheck.figures.interval"}


def test_no_file_is_much_over_three_hundred_lines() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 320
    }
    assert long == {}
