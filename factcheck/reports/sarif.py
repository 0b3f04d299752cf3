"""SARIF 2.1.0, the exchange format of static analysis: code scanning on GitHub, viewers in editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from factcheck import __version__
from factcheck.checking.result import Result
from factcheck.checking.severity import Severity
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.reports.fingerprint import Fingerprints
from factcheck.reports.json_text import JsonText
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary
from factcheck.reports.wording import told

if TYPE_CHECKING:
    from factcheck.checking.finding import Alternative, Edit, Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


class SarifReport(Renderer):
    """One log with one run. The results are written as they come, the rules that they name after them."""

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._text = JsonText(out)
        self._fingerprint = Fingerprints()
        self._rules: dict[str, tuple[int, str]] = {}
        self._problems: list[Unreadable] = []
        self._opened = False
        out.write(
            f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
        )

    def result(self, result: Result) -> None:
        for finding in result.findings:
            self.out.write((",\n" if self._opened else "\n") + self._text(self._result(finding, result.draft)))
            self._opened = True

    def unreadable(self, problem: Unreadable) -> None:
        self._problems.append(problem)

    def close(self, summary: Summary) -> None:
        driver = {"name": "factcheck", "version": __version__, "rules": [*map(_rule, self._rules.items())]}
        invocation = {
            "executionSuccessful": not self._problems,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": problem.reason},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.path)}}}],
                }
                for problem in self._problems
            ],
            "properties": {"summary": summary.line()},
        }
        ending = {"tool": {"driver": driver}, "invocations": [invocation]}
        self.out.write("\n], " + self._text(ending)[1:] + "]}\n")

    def _result(self, finding: Finding, draft: Draft) -> dict[str, Any]:
        index, _ = self._rules.setdefault(finding.code, (len(self._rules), finding.name))
        location: dict[str, Any] = {"physicalLocation": _place(draft, finding.start, finding.end)}
        if finding.id is not None:
            location["logicalLocations"] = [{"name": finding.id, "kind": "article"}]
        elif finding.where is not None:
            location["logicalLocations"] = [{"name": finding.where}]
        said: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": index,
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [location],
            "partialFingerprints": {"factcheckFigure/v1": self._fingerprint(finding)},
        }
        if finding.related:
            said["relatedLocations"] = [
                {
                    "id": n,
                    "physicalLocation": _place(draft, other.start, other.end),
                    "message": {"text": f"{other.text}: {other.label}"},
                }
                for n, other in enumerate(finding.related, 1)
            ]
        edits: list[tuple[str, Edit | Alternative]] = (
            [(f"write {finding.fix.text}", finding.fix)] if finding.fix else []
        )
        edits += [(f"{other.label}: {other.text}", other) for other in finding.alternatives]
        if edits:
            said["fixes"] = [_fix(label, edit, draft) for label, edit in edits]
        return said


def _message(finding: Finding) -> str:
    said = [told(finding), *(f"{note.word}: {note.text}" for note in finding.notes)]
    return "\n".join([*said, *([f"cause: {finding.cause}"] if finding.cause else [])])


def _rule(rule: tuple[str, tuple[int, str]]) -> dict[str, Any]:
    code, (_, name) = rule
    from factcheck.checking.ruleset import load

    known = load().rules.get(code)  # a house's own rule has its name only
    said: dict[str, Any] = {"id": code, "name": name}
    if known is not None:
        said["shortDescription"] = {"text": known.rule.title}
        said["fullDescription"] = {"text": " ".join(known.rule.why.split())}
        said["defaultConfiguration"] = {"level": _LEVELS[known.rule.severity]}
    return said


def _fix(label: str, edit: Edit | Alternative, draft: Draft) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(draft, edit.start, edit.end), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": {"uri": _uri(draft.path)}, "replacements": [replacement]}
    return {"description": {"text": label}, "artifactChanges": [change]}


def _place(draft: Draft, start: int, end: int) -> dict[str, Any]:
    region = _region(draft, start, end) | {"snippet": {"text": draft.source[start:end]}}
    return {"artifactLocation": {"uri": _uri(draft.path)}, "region": region}


def _region(draft: Draft, start: int, end: int) -> dict[str, Any]:
    first, last = draft.position(start), draft.position(end)
    return {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}


def _uri(path: str) -> str:
    """Relative as it was given, else as a file URI."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path.replace("\\", "/").removeprefix("./"))
