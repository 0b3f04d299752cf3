"""What a whole run came to, and the line that says so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.checking.result import Result, Tally
from factcheck.drafts.reading import edits_source

if TYPE_CHECKING:
    from factcheck.checking.severity import Severity


class Summary:
    """Counts over a run. `drafts` were read, `articles` of them from files of several (they have an id)."""

    def __init__(
        self, drafts: int = 0, articles: int = 0, drafts_with_findings: int = 0,
        severities: Counter[Severity] | None = None, tally: Tally | None = None, unreadable: int = 0,
    ) -> None:  # fmt: skip
        self.drafts = drafts
        self.articles = articles
        self.drafts_with_findings = drafts_with_findings
        self.severities: Counter[Severity] = Counter() if severities is None else severities
        self.rules: Counter[tuple[str, str]] = Counter()  # code and name
        self.tally = Tally() if tally is None else tally
        self.unreadable = unreadable
        self.fixed = 0
        self.fixable = 0
        self.fixable_unsafely = 0

    @property
    def findings(self) -> int:
        return self.severities.total()

    def add(self, result: Result) -> None:
        """Count one draft that was read."""
        self.drafts += 1
        self.articles += result.draft.id is not None
        self.drafts_with_findings += bool(result.findings)
        self.severities.update(finding.severity for finding in result.findings)
        self.rules.update((finding.code, finding.name) for finding in result.findings)
        mendable = [finding for finding in result.findings if finding.fix is not None]
        if mendable and not edits_source(result.draft.path):
            mendable = []
        self.fixable_unsafely += sum(not finding.has_one_fix for finding in mendable)
        self.fixable += sum(finding.has_one_fix for finding in mendable)
        self.tally.add(result.tally)

    def line(self, dot: str = "·") -> str:
        """`2 findings in 1 of 4 files · 31 figures, 9 claims, 6 checked (3: no rate for the day)`."""
        parts = [f"{self._found()} in {self._places()}" if self.drafts else f"no {self._noun(0)} read"]
        if self.drafts:
            parts.append(self._counted())
        if self.tally.suppressed:
            parts.append(f"{self.tally.suppressed:,} suppressed")
        if self.tally.known:
            parts.append(f"{self.tally.known:,} in the baseline")
        if self.tally.undated and self.tally.day:
            undated = self.tally.undated
            parts.append(f"{undated:,} {self._noun(undated)} without a date taken as of {self.tally.day}")
        if self.fixed:
            parts.append(f"{self.fixed:,} fixed")
        if self.fixable or self.fixable_unsafely:
            parts.append(self._fixes())
        if self.unreadable:
            noun = "draft" if self.articles else "file"  # it may be a line of a file of articles
            parts.append(f"{_count(self.unreadable, noun)} could not be read")
        return (f" {dot} " if dot != "," else ", ").join(parts)

    def statistics(self) -> list[str]:
        """How often each rule found something, the most frequent first."""
        ordered = sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))
        return [f"{number:>6,}  {code}  {name}" for (code, name), number in ordered]

    def _fixes(self) -> str:
        """`2 fixes with --fix, 1 more with --unsafe-fixes`."""
        said = [f"{_count(self.fixable, 'fix', 'fixes')} with --fix"] if self.fixable else []
        if self.fixable_unsafely:
            more = f"{self.fixable_unsafely:,} more" if said else _count(self.fixable_unsafely, "fix", "fixes")
            said.append(f"{more} with --unsafe-fixes")
        return ", ".join(said)

    def _found(self) -> str:
        return _count(self.findings, "finding") if self.findings else "no findings"

    def _places(self) -> str:
        everything = f"{self.drafts:,} {self._noun(self.drafts)}"
        # "1 of 1 files" tells nothing that "1 file" does not.
        some = self.findings and self.drafts > 1
        return f"{self.drafts_with_findings:,} of {everything}" if some else everything

    def _noun(self, number: int) -> str:
        noun = "file" if not self.articles else "article" if self.articles == self.drafts else "draft"
        return noun if number == 1 else f"{noun}s"

    def _counted(self) -> str:
        tally = self.tally
        counted = f"{_count(tally.figures, 'figure')}, {_count(tally.claims, 'claim')}, {tally.checked:,} checked"
        # The commonest reason first; the alphabet breaks ties, so that two runs print the same line.
        reasons = sorted(((-n, reason) for reason, n in tally.unchecked.items() if n > 0))
        if not reasons:
            return counted
        return f"{counted} ({', '.join(f'{-n:,}: {reason}' for n, reason in reasons)})"


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
