"""Findings made by hand: the span of a piece of text, its position, and what is said about it."""

from __future__ import annotations

import io
from collections import Counter
from typing import TextIO

from factcheck.checking.finding import Alternative, ClaimRecord, Edit, Finding, Note, Related, Severity
from factcheck.checking.result import Result, Tally
from factcheck.drafts.draft import Block, Draft
from factcheck.reports.registry import renderer
from factcheck.reports.renderer import Options
from factcheck.reports.summary import Summary

CLAIM = ClaimRecord(kind="conversion", roles={"original": {"text": "12 billion kroner", "value": "12000000000"}})


def draft(source: str, path: str = "drafts/harbour.md", id: str | None = None) -> Draft:
    return Draft(path, source, source, (Block(0, len(source), "body"),), id=id)


def finding(
    draft: Draft,
    text: str,
    *,
    label: str = "",
    message: str = "these do not agree",
    code: str = "FX101",
    severity: Severity = "error",
    related: dict[str, str] | None = None,
    notes: dict[str, str] | None = None,
    cause: str | None = None,
    fix: str | None = None,
    expected: str | None = None,
    alternatives: tuple[Alternative, ...] = (),
) -> Finding:
    """A finding about the first place where `text` stands; `related` maps a text to its label."""
    start = draft.source.index(text)
    end = start + len(text)
    position, end_position = draft.position(start), draft.position(end)
    return Finding(
        path=draft.path,
        id=draft.id,
        code=code,
        name="off-reference-rate",
        severity=severity,
        start=start,
        end=end,
        line=position.line,
        column=position.column,
        end_line=end_position.line,
        end_column=end_position.column,
        text=text,
        message=message,
        expected=expected,
        fix=None if fix is None else Edit(start=start, end=end, text=fix),
        alternatives=alternatives,
        cause=cause,
        label=label,
        notes=tuple(Note(word=word, text=said) for word, said in (notes or {}).items()),
        related=tuple(evidence(draft, text, label) for text, label in (related or {}).items()),
        claim=CLAIM,
    )


def evidence(draft: Draft, text: str, label: str) -> Related:
    start = draft.source.index(text)
    line, column = draft.position(start)
    return Related(start=start, end=start + len(text), line=line, column=column, text=text, label=label)


def result(draft: Draft, *findings: Finding, tally: Tally | None = None) -> Result:
    return Result(draft, findings, tally or Tally(figures=2, claims=1, checked=1, unchecked=Counter()))


def report(name: str, *results: Result, options: Options | None = None, out: TextIO | None = None) -> str:
    """Everything that a report prints; into a StringIO unless given a stream with an encoding."""
    stream = out or io.StringIO()
    rendering = renderer(name)(stream, options=options or Options())
    summary = Summary()
    for each in results:
        rendering.result(each)
        summary.add(each)
    rendering.close(summary)
    stream.seek(0)
    return stream.read()


def edit(draft: Draft, text: str, replacement: str, label: str) -> Alternative:
    start = draft.source.index(text)
    return Alternative(start=start, end=start + len(text), text=replacement, label=label)
