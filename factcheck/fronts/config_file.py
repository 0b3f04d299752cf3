"""What a configuration file may say, checked: imported only where there is one, so that a plain run stays light."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, get_type_hints

from pydantic import ConfigDict, ValidationError, create_model

from factcheck.checking.severity import Severity
from factcheck.fronts.config import Config

_FIELDS: dict[str, Any] = {
    name: (kind, Config._field_defaults[name])
    for name, kind in get_type_hints(Config, localns={"Severity": Severity}).items()
    if name != "folder"
}
#: `Config` as a model: the keys, kinds and defaults of `[tool.factcheck]` and `.factcheck.yaml`.
ConfigFile = create_model("ConfigFile", __config__=ConfigDict(frozen=True, extra="forbid"), **_FIELDS)


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
