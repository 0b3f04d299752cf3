"""Findings that a house knows of already: a file beside the drafts, so that old articles hold up nobody.

One JSON object a line, sorted: file, rule, printed figure, and how often. Lines of the draft may move, and two branches
that each add an entry merge; an entry that both changed counts as the higher number.
"""

from __future__ import annotations

import json
import os
from collections import Counter

from factcheck.checking.result import Result
from factcheck.fronts.config import BadConfig
from factcheck.fronts.output import output

#: File (relative to the baseline, with strokes), article in it, rule, printed figure.
Entry = tuple[str, str, str, str]
_KEYS = ("path", "id", "code", "text")


class Baseline:
    """What is known; `known` takes it off as it is met, so that one more of a kind is news."""

    def __init__(self, path: str | os.PathLike[str], entries: Counter[Entry]) -> None:
        self._folder = os.path.dirname(os.path.abspath(path))
        self._left = Counter(entries)

    def without_known(self, result: Result) -> Result:
        """The findings of a draft that the baseline does not hold."""
        news = []
        for finding in result.findings:
            entry = _entry(self._folder, finding.path, finding.id, finding.code, finding.text)
            if self._left[entry] > 0:
                self._left[entry] -= 1
                result.tally.known += 1
            else:
                news.append(finding)
        return result._replace(findings=tuple(news))


class Written:
    """The baseline that a run writes: what it finds, and what an older one knows of files that it does not read."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._folder = os.path.dirname(os.path.abspath(path))
        self._found: Counter[Entry] = Counter()
        self._read: set[str] = set()

    def add(self, result: Result) -> Result:
        """Take in what came of one draft; it holds no news from now on."""
        self._read.add(_name(self._folder, result.draft.path))
        for finding in result.findings:
            self._found[_entry(self._folder, finding.path, finding.id, finding.code, finding.text)] += 1
        result.tally.known += len(result.findings)
        return result._replace(findings=())

    def write(self) -> None:
        """Write it, whole or not at all. BadConfig where the older one is no baseline."""
        older = _load(self._path) if os.path.exists(self._path) else Counter()
        for entry, count in older.items():
            if entry[0] not in self._read and os.path.exists(os.path.join(self._folder, entry[0])):
                self._found[entry] = count
        with output(self._path) as out:
            for entry, count in sorted(self._found.items()):
                record = {key: value for key, value in zip(_KEYS, entry, strict=True) if value}
                out.write(json.dumps(record | {"count": count}, ensure_ascii=False) + "\n")


def load(path: str | os.PathLike[str]) -> Baseline:
    """The baseline in a file; BadConfig names the line that is none."""
    if not os.path.exists(path):
        raise BadConfig(f"{os.fspath(path)}: no such baseline; --write-baseline writes one")
    return Baseline(path, _load(path))


def _load(path: str | os.PathLike[str]) -> Counter[Entry]:
    entries: Counter[Entry] = Counter()
    with open(path, encoding="utf-8") as stream:
        try:
            lines = stream.read().splitlines()
        except UnicodeDecodeError:
            raise BadConfig(f"{os.fspath(path)}: not UTF-8") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            count = record["count"]
            first, *others = (record.get(key, "") for key in _KEYS)
            entry = (first, *others)
            known = (
                all(isinstance(part, str) for part in entry) and isinstance(count, int) and not isinstance(count, bool)
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            known = False
        if not known:
            reason = "no entry of a baseline (a conflict to be merged?)"
            raise BadConfig(f"{os.fspath(path)}:{number}: {reason}: {line[:60]}")
        entries[entry] = max(entries[entry], count)
    return entries


def _entry(folder: str, path: str, id: str | None, code: str, text: str) -> Entry:
    return _name(folder, path), id or "", code, text


def _name(folder: str, path: str) -> str:
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
