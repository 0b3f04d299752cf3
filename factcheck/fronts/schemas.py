"""The JSON Schemas of what a house writes: the configuration, rules, claim kinds."""

from __future__ import annotations

import json
from typing import Any

#: What `factcheck schema` can print, and what that is for.
SCHEMAS = {
    "config": "`.factcheck.yaml`, and `[tool.factcheck]` of pyproject.toml",
    "rule": "a rule, as in rules/CHG101-wrong-percent-change.yaml",
    "kind": "a claim kind with its phrases, as in rules/claims/change.yaml",
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> str:
    """The schema of that name as JSON text; LookupError for another name."""
    model = _model(name)
    made: dict[str, Any] = model.model_json_schema(by_alias=True)
    return json.dumps({"$schema": _DRAFT, **made, "title": f"factcheck: {SCHEMAS[name]}"}, indent=2, ensure_ascii=False)


def _model(name: str) -> Any:
    match name:
        case "config":
            from factcheck.fronts.config_file import ConfigFile

            return ConfigFile
        case "rule":
            from factcheck.checking.rule_file import Rule

            return Rule
        case "kind":
            from factcheck.claims.kind_file import ClaimKind

            return ClaimKind
    raise LookupError(f"no schema is called {name!r}; there are {', '.join(SCHEMAS)}")
