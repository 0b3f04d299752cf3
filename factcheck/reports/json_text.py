"""Records as JSON text that a stream of any encoding can hold and any terminal can show."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TextIO

from factcheck.reports.visible import encoding_of

#: Legal inside JSON, but line ends to `str.splitlines`, poison to a terminal, or without an encoding.
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class JsonText:
    """One record as one line of JSON for a stream."""

    def __init__(self, out: TextIO) -> None:
        utf = encoding_of(out).lower().replace("_", "-").startswith("utf")
        self._encode = json.JSONEncoder(ensure_ascii=not utf, default=str).encode

    def __call__(self, record: Mapping[str, object]) -> str:
        return _AWKWARD.sub(lambda match: f"\\u{ord(match[0]):04x}", self._encode(record))
