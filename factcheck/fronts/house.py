"""The examples of a house's rules: run once for each state of its files, as they cost some tenths of a second."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from factcheck import __version__, parsed
from factcheck.checking.check import Settings
from factcheck.checking.examples import complaints
from factcheck.checking.ruleset import load, shipped
from factcheck.fronts.config import BadConfig, Config


def assert_examples(config: Config, chosen: Settings) -> None:
    """Raise BadRule for the first example that does not hold."""
    folder = parsed.cache_folder()
    mark = folder / f"examples-{_state(config)}" if folder else None
    if mark is not None and mark.exists():
        return
    for complaint in complaints(chosen.rules, config.rules, config.language):
        raise complaint
    if mark is not None:
        with suppress(OSError):
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()


def check_folders(folders: Sequence[Path], config: Config) -> tuple[list[str], int]:
    """Every complaint about the examples in some folders of rules, and how many rules and kinds they hold."""
    every = tuple(folders) or config.rules
    if not every:
        raise BadConfig("no folder of rules: name one, or set `rules` in the configuration")
    rules = load(every, config.language)
    paths = [rule.path for rule in rules.rules.values()] + [kind.path for kind in rules.kinds.values()]
    count = sum(any(folder in path.parents for folder in every) for path in paths)
    return [str(complaint) for complaint in complaints(rules, every, config.language)], count


def _state(config: Config) -> str:
    """A name for what the examples depend on: the house's files, the shipped ones, our version."""
    said = hashlib.sha256(f"{__version__} {config.language}".encode())
    for folder in (shipped(), *config.rules):
        for path in sorted(folder.rglob("*.yaml")):
            found = path.stat()
            said.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return said.hexdigest()[:32]
