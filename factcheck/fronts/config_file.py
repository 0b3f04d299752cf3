"""What a configuration file may say, checked: imported only where there is one, so that a plain run stays light."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck.checking.severity import Severity
from factcheck.fronts.config import Config


class ConfigFile(BaseModel):
    """The keys of `[tool.factcheck]` and `.factcheck.yaml`, which are those of `Config`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    date: datetime.date | None = None
    language: str = "en"
    home_currency: str | None = None
    severity: Severity = "warning"
    fail_on: Severity = "warning"


def validated(data: Mapping[Any, Any]) -> Config:
    """The configuration that a mapping says; ValueError names the key and what it may be."""
    try:
        file = ConfigFile.model_validate({str(key).replace("-", "_"): value for key, value in data.items()})
    except ValidationError as problem:
        raise ValueError(_reason(problem)) from None
    return Config(**{name: getattr(file, name) for name in ConfigFile.model_fields})


def _reason(problem: ValidationError) -> str:
    first = problem.errors()[0]
    key = str(first["loc"][0])
    if first["type"] != "extra_forbidden":
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    close = difflib.get_close_matches(key, ConfigFile.model_fields, 1)
    known = f"did you mean {close[0]!r}?" if close else "known: " + ", ".join(ConfigFile.model_fields)
    return f"unknown key {key!r}; {known}"
