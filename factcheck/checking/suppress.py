"""Findings that the draft itself asks to leave out, and what it asks in vain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.checking.result import Result
from factcheck.drafts.directives import Directive
from factcheck.drafts.draft import Draft

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

#: The code and name of the finding that a directive covers nothing.
UNUSED = ("SUP101", "unused-suppression")


def suppress(result: Result, means: Callable[[str, Sequence[str]], bool], *, report_unused: bool) -> Result:
    """The result without the findings that a directive covers; with one for each that covers none, where asked.

    `means(code, names)` says whether codes, groups or names of rules mean the rule of a code.
    """
    draft = result.draft
    covers = [(directive, *_span(draft, directive)) for directive in draft.directives]
    used: set[int] = set()
    kept = []
    for finding in result.findings:
        covered = [
            directive.start
            for directive, first, last in covers
            if first <= finding.start < last and (not directive.codes or means(finding.code, directive.codes))
        ]
        used.update(covered)
        if not covered:
            kept.append(finding)
    result.tally.suppressed += len(result.findings) - len(kept)
    if report_unused:
        kept += [_unused(draft, directive) for directive in draft.directives if directive.start not in used]
        kept.sort(key=lambda finding: (finding.start, finding.code))
    return result._replace(findings=tuple(kept))


def _span(draft: Draft, directive: Directive) -> tuple[int, int]:
    """The span of the source that a directive covers."""
    if directive.covers == "file":
        return 0, len(draft.source) + 1
    if directive.covers == "line":
        stop = draft.source.find("\n", directive.end)
        return draft.source.rfind("\n", 0, directive.start) + 1, stop if stop >= 0 else len(draft.source) + 1
    for block in draft.blocks:
        first, last = draft.to_source(block.start, block.end)
        if first >= directive.end:
            return first, max(last, first + 1)
    return 0, 0


def _unused(draft: Draft, directive: Directive) -> Finding:
    """The finding that a directive covers nothing."""
    from factcheck.checking.finding import ClaimRecord, Edit, Finding

    first, last = draft.position(directive.start), draft.position(directive.end)
    said = ", ".join(directive.codes) or "anything"
    return Finding(
        path=draft.path, id=draft.id, code=UNUSED[0], name=UNUSED[1], severity="warning",
        start=directive.start, end=directive.end, line=first.line, column=first.column,
        end_line=last.line, end_column=last.column, text=draft.source[directive.start : directive.end],
        message=f"nothing is found here that this could suppress ({said})",
        fix=Edit(start=directive.start, end=directive.end, text=""), label="covers no finding",
        claim=ClaimRecord(kind="suppression", roles={}),
    )  # fmt: skip
