"""Configuration: `[tool.factcheck]` in pyproject.toml, or `.factcheck.yaml`, found upwards from the working folder."""

from __future__ import annotations

import datetime
import difflib
import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck.checking.finding import Severity


class BadConfig(Exception):
    """A configuration that cannot be used; the text names file, key and remedy."""


class Config(BaseModel):
    """What a house sets once. Paths are relative to the file that names them. The command line comes before it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    date: datetime.date | None = None
    language: str = "en"
    home_currency: str | None = None
    severity: Severity = "warning"
    fail_on: Severity = "warning"


def load_config(path: Path | None = None) -> Config:
    """The configuration in `path`, or in the nearest file upwards from the working folder, or the defaults."""
    if path is not None:
        if not path.is_file():
            raise BadConfig(f"{path}: no such configuration file")
        return _read(path) or Config()
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in (".factcheck.yaml", "pyproject.toml"):
            if (folder / name).is_file():
                found = _read(folder / name)
                if found is not None:
                    return found
    return Config()


def _read(path: Path) -> Config | None:
    """The configuration of one file; None for a pyproject.toml that has none."""
    data = _toml(path) if path.suffix == ".toml" else _yaml(path)
    if data is None:
        return None
    data = {str(key).replace("-", "_"): value for key, value in data.items()}
    try:
        config = Config.model_validate(data)
    except ValidationError as problem:
        raise BadConfig(f"{path}: {_reason(problem)}") from None
    return config.model_copy(update={"rules": tuple(path.parent / folder for folder in config.rules)})


def _reason(problem: ValidationError) -> str:
    first = problem.errors()[0]
    key = str(first["loc"][0])
    if first["type"] != "extra_forbidden":
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    close = difflib.get_close_matches(key, Config.model_fields, 1)
    return f"unknown key {key!r}; " + (
        f"did you mean {close[0]!r}?" if close else "known: " + ", ".join(Config.model_fields)
    )


def _toml(path: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("factcheck")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise BadConfig(f"{path}: {problem}") from None
    if table is not None and not isinstance(table, dict):
        raise BadConfig(f"{path}: tool.factcheck must be a table")
    return table


def _yaml(path: Path) -> dict[str, Any]:
    from factcheck.claims.source import BadRule, Source

    if not path.read_bytes().strip():
        return {}
    try:
        return dict(Source(Path(os.fspath(path))).data)
    except BadRule as problem:
        raise BadConfig(str(problem)) from None
