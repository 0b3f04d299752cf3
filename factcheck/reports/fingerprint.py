"""What makes a finding the same one in another run, wherever its lines have moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding


class Fingerprints:
    """File, article, rule and printed figure, and the how manyth of those in a run: 64 hexadecimal digits."""

    def __init__(self) -> None:
        self._met: Counter[tuple[str, str, str, str]] = Counter()

    def __call__(self, finding: Finding) -> str:
        key = (finding.path, finding.id or "", finding.code, finding.text)
        self._met[key] += 1
        return hashlib.sha256("\0".join([*key, str(self._met[key])]).encode(errors="replace")).hexdigest()
