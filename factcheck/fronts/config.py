"""Configuration: `[tool.factcheck]` in pyproject.toml, or `.factcheck.yaml`, found upwards from the working folder."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from factcheck.checking.severity import Severity


class BadConfig(Exception):
    """A configuration that cannot be used; the text names file, key and remedy."""


class Config(NamedTuple):
    """What a house sets once, and a run is told. The command line comes before the file."""

    rules: tuple[Path, ...] = ()  # folders; in a file relative to it
    facts: Any = ()  # what the house knows: files or folders of YAML, or a list of facts; paths relative to the file
    rates: Path | None = None  # the house's own, a file or a folder; in a file relative to it
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()  # beside those that are on by default, or in `select`
    exclude: tuple[str, ...] = ()  # what to pass over in folders, as in a .gitignore
    gitignore: bool = True  # whether what .gitignore names is passed over in folders too
    date: datetime.date | None = None
    undated: Literal["today", "none"] = "today"  # whose rates judge a draft that says no day: none for the last years
    language: str = "en"
    home_currency: str | None = None
    severity: Severity = "warning"
    fail_on: Severity = "warning"
    report_unused_suppressions: bool = False
    folder: Path | None = None  # that the file is in; no key of it
    baseline: Path | None = None  # the findings that are known already; in a file relative to it
    severities: dict[str, Severity] = {}  # noqa: RUF012 (read only): the level of a rule or group, by code or name
    per_file_ignores: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 (read only): by pattern, as in a .gitignore
    rate_urls: dict[str, str] = {}  # noqa: RUF012 (read only): mirrors for `factcheck rates update`, by publisher


def load_config(path: Path | None = None) -> Config:
    """The configuration in `path`, or in the nearest file upwards from the working folder, or the defaults."""
    if path is not None:
        if not path.is_file():
            raise BadConfig(f"{path}: no such configuration file")
        return _read(path) or Config()
    here = Path.cwd()
    return next((found for folder in (here, *here.parents) if (found := in_folder(folder)) is not None), Config())


def in_folder(folder: Path) -> Config | None:
    """What the files of one folder configure; None where they configure nothing."""
    for name in (".factcheck.yaml", "pyproject.toml"):
        if (folder / name).is_file():
            found = _read(folder / name)
            if found is not None:
                return found
    return None


def _read(path: Path) -> Config | None:
    """The configuration of one file; None for a pyproject.toml that has none."""
    data = _toml(path) if path.suffix == ".toml" else _yaml(path)
    if data is None:
        return None
    from factcheck.fronts.config_file import validated

    try:
        config = validated(data)
    except ValueError as problem:
        raise BadConfig(f"{path}: {problem}") from None
    return config._replace(
        folder=path.parent,
        rules=tuple(path.parent / folder for folder in config.rules),
        rates=path.parent / config.rates if config.rates else None,
        baseline=path.parent / config.baseline if config.baseline else None,
        facts=_beside(path, config.facts),
    )


def _beside(path: Path, facts: Any) -> Any:
    """The paths of facts relative to the configuration; what it lists itself as it is."""
    if isinstance(facts, str):
        return (path.parent / facts,)
    if isinstance(facts, list):
        return tuple(path.parent / one if isinstance(one, str) else one for one in facts)
    return facts


def _toml(path: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text).get("tool", {}).get("factcheck") if "factcheck" in text else None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise BadConfig(f"{path}: {problem}") from None
    if table is not None and not isinstance(table, dict):
        raise BadConfig(f"{path}: tool.factcheck must be a table")
    return table


def _yaml(path: Path) -> dict[str, Any]:
    from factcheck.claims.source import BadRule, Source

    try:
        return dict(Source(path, empty=True).data)
    except BadRule as problem:
        raise BadConfig(str(problem)) from None
