"""The claims of a draft against the rules of their kinds. Imported when a draft holds a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from factcheck.checking.calendar import Calendar
from factcheck.checking.check import Settings
from factcheck.checking.exchange import Exchange, Stated, rates_of
from factcheck.checking.finding import Finding
from factcheck.checking.judge import Judge, Judgement
from factcheck.checking.report import Reporter
from factcheck.checking.result import Result, Tally
from factcheck.checking.rule import CompiledRule
from factcheck.checking.severity import Severity
from factcheck.checking.windows import Windows, paragraph, windows
from factcheck.claims.claim import Claim
from factcheck.claims.find import find_claims
from factcheck.drafts.dating import date_unclear
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.figure import Figure


def examine(draft: Draft, figures: Sequence[Figure], settings: Settings) -> Result:
    """What the claims among a draft's figures come to."""
    judged = {rule.rule.claim for rule in settings.chosen}
    found = find_claims(draft, figures, settings.kinds, settings.language)
    claims = [claim for claim in found if claim.kind in judged]
    tally = Tally(figures=len(figures), claims=len(claims))
    findings = _findings(draft, figures, claims, settings, tally, rates_of(found)) if claims else []
    return Result(draft, tuple(sorted(findings, key=lambda finding: (finding.start, finding.code))), tally)


def _findings(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], settings: Settings, tally: Tally,
    stated: Stated,
) -> list[Finding]:  # fmt: skip
    """`stated` are the rates that the draft itself states."""
    starts = [figure.start for figure in figures]
    day = draft.date.day if draft.date else None

    @lru_cache(maxsize=64)
    def around(start: int, end: int) -> tuple[Figure, ...]:
        return tuple(figures[bisect_left(starts, start) : bisect_left(starts, end)])

    undated = settings.undated if draft.date is None and not date_unclear(draft) else None

    def claim_windows(claim: Claim) -> Windows:
        return windows(claim, draft, around(*paragraph(claim, draft)), settings.language, undated)

    calendar = Calendar(day, lambda claim: around(*paragraph(claim, draft)))
    judge = Judge(Exchange(settings.book, stated), claim_windows, calendar)
    reporter = Reporter(draft, judge, settings.language, undated)
    found_by_finders = {name for name, kind in settings.rules.kinds.items() if kind.finder}
    by_kind: dict[str, list[CompiledRule]] = {}
    for rule in settings.chosen:
        by_kind.setdefault(rule.rule.claim, []).append(rule)
    explained: set[int] = set()  # conversions that the reference rate explains
    for claim in sorted(claims, key=lambda claim: claim.kind in found_by_finders):  # what phrases found comes first
        if claim.kind == "conversion_pair" and explained.issuperset(figure.start for figure in claim.figures()):
            tally.checked += 1
            continue
        outcomes = [(rule, judge.judge(rule, claim)) for rule in by_kind.get(claim.kind, ())]
        unknown = next((outcome.reason for _, outcome in outcomes if outcome.verdict == "unknown"), "")
        if unknown:
            tally.unchecked[unknown] += 1
        elif outcomes:
            tally.checked += 1
        if any(outcome.rate and outcome.verdict in ("fits", "stale") for _, outcome in outcomes):
            explained.update(figure.start for figure in claim.figures())
        if undated and any(outcome.rate for _, outcome in outcomes):
            tally.undated, tally.day = 1, undated
        for rule, outcome in outcomes:
            severity = _severity(rule, outcome)
            if severity is not None:
                query = rule.rule.query or all(quoted(draft, figure.start) for figure in claim.figures())
                reporter.add(rule, claim, outcome, "warning" if query and severity == "error" else severity, query)
    return reporter.findings()


def _severity(rule: CompiledRule, outcome: Judgement) -> Severity | None:
    """The level that a rule gives to a verdict; None is no finding."""
    levels: dict[str, Severity | None] = {
        "wrong": rule.rule.severity,
        "close": rule.rule.close,
        "stale": rule.rule.stale if "rate" in rule.expect.functions else None,
        "wide": rule.rule.fits_wide,
    }
    return levels.get(outcome.verdict)
