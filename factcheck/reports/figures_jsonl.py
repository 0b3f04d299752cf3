"""Figures or claims for programs: one JSON object a line, with the keys that DESIGN.md section 7 promises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TextIO

from factcheck.drafts.draft import Draft
from factcheck.reports.figures_renderer import FiguresRenderer, Shown, identity
from factcheck.reports.visible import encoding_of

#: Legal inside JSON, but line ends to `str.splitlines`, poison to a terminal, or without an encoding.
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class FiguresJsonl(FiguresRenderer):
    """One record a line, nothing else."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        utf = encoding_of(out).lower().startswith("utf")
        self._encode = json.JSONEncoder(ensure_ascii=not utf).encode

    def draft(self, draft: Draft, shown: Iterable[Shown]) -> None:
        head = identity(draft)
        for item in shown:
            self.out.write(_AWKWARD.sub(_escaped, self._encode({**head, **item.record})) + "\n")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
