"""The phrases that reports for people share: where a finding is, what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checking.finding import Alternative, Edit, Finding


#: Longer originals are not repeated in a fix: the frame shows them.
_LONGEST_ORIGINAL = 40


def place(finding: Finding) -> str:
    """`drafts/budget.md:9:56`, or `wire.jsonl#a17:2:14` for an article of a file of several."""
    article = f"#{finding.id}" if finding.id is not None else ""
    return f"{finding.path}{article}:{finding.line}:{finding.column}"


def told(finding: Finding) -> str:
    """The message with what is expected, behind the place in a file whose lines nobody sees: `paragraph 12: …`."""
    where = f"{finding.where}: " if finding.where else ""
    return f"{where}{finding.message}{expectation(finding)}"


def expectation(finding: Finding) -> str:
    """` (expected $1.1bn)`, unless the message says it already or nothing is expected."""
    expected = finding.expected
    if not expected:
        return ""
    said, sought = (" ".join(text.split()) for text in (finding.message, expected))  # a draft's spaces may not break
    if re.search(rf"(?i)(?<![\w.,]){re.escape(sought)}(?![\w%])", said):
        return ""
    return f" (expected {expected})"


def remedy(finding: Finding, source: str) -> str:
    """`write "$1.1bn", or if $2.4bn is right: "25.5bn kroner"`; empty where nothing can be proposed."""
    edits: list[tuple[str, Edit | Alternative]] = [("", finding.fix)] if finding.fix else []
    edits += [(alternative.label, alternative) for alternative in finding.alternatives]
    proposals: list[str] = []
    for label, edit in edits:
        said = _proposal(edit, finding, source, label)
        if label:
            said = f"{label}: {said}"
        elif not proposals and edit.text:
            said = f"write {said}"
        proposals.append(said)
    return ", or ".join(proposals)


def _proposal(edit: Edit | Alternative, finding: Finding, source: str, label: str) -> str:
    original = source[edit.start : edit.end]
    if not edit.text:
        return f'delete "{original}"'
    # An edit elsewhere than under the mark says what it replaces, unless its label has.
    elsewhere = (edit.start, edit.end) != (finding.start, finding.end)
    if elsewhere and 0 < len(original) <= _LONGEST_ORIGINAL and original not in label:
        return f'"{edit.text}" for "{original}"'
    return f'"{edit.text}"'
