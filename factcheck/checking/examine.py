"""The claims of a draft against the rules of their kinds. Imported when a draft holds a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.checking.calendar import Calendar
from factcheck.checking.check import Settings
from factcheck.checking.consequence import turned
from factcheck.checking.dated import judge_dated
from factcheck.checking.exchange import Exchange, Stated, rates_of
from factcheck.checking.finding import Finding
from factcheck.checking.judge import Judge
from factcheck.checking.report import Reporter
from factcheck.checking.result import Result, Tally
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.checking.severity import Severity, from_level
from factcheck.checking.windows import Windows, paragraph, windows
from factcheck.claims.claim import Claim, faces
from factcheck.claims.find import find_claims
from factcheck.drafts.dating import date_unclear
from factcheck.drafts.draft import Draft
from factcheck.drafts.quotation import quoted
from factcheck.figures.figure import Figure

if TYPE_CHECKING:
    from factcheck.checking.tracing import Tracer

#: The currency of a house that names none.
HOME = "USD"
_EXPLAINED = "each conversion fits the reference rate"


def examine(draft: Draft, figures: Sequence[Figure], settings: Settings) -> Result:
    """What the claims among a draft's figures come to."""
    judged = {rule.rule.claim for rule in settings.chosen}
    found = find_claims(draft, figures, settings.kinds, settings.language, settings.facts)
    claims = [claim for claim in found if claim.kind in judged]
    tally = Tally(figures=len(figures), claims=len(claims))
    tracer = _tracer(draft, figures, settings) if settings.trace else None
    findings = _findings(draft, figures, claims, settings, tally, rates_of(found), tracer) if claims else []
    ordered = tuple(sorted(findings, key=lambda finding: (finding.start, finding.code)))
    return Result(draft, ordered, tally, tracer.trace() if tracer else None)


def _findings(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], settings: Settings, tally: Tally,
    stated: Stated, tracer: Tracer | None = None,
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
    found_by_finders = {name for name, kind in settings.rules.kinds.items() if kind.finder and not kind.fold}
    by_kind: dict[str, list[CompiledRule]] = {}
    for rule in settings.chosen:
        by_kind.setdefault(rule.rule.claim, []).append(rule)
    wanted = from_level(settings.lowest)
    explained: set[int] = set()  # conversions that the reference rate explains
    for claim in sorted(claims, key=lambda claim: claim.kind in found_by_finders):  # what phrases found comes first
        if claim.kind == "conversion_pair" and explained.issuperset(figure.start for figure in claim.figures()):
            tally.checked += 1
            if tracer:
                for rule in by_kind.get(claim.kind, ()):
                    tracer.add(rule, claim, Judgement("fits", reason=_EXPLAINED), None, reporter)
            continue
        outcomes = [
            (rule, judge_dated(judge.exchange, rule, claim, day) if rule.rule.dated else judge.judge(rule, claim))
            for rule in by_kind.get(claim.kind, ())
            if not _at_home(rule, claim, settings.home_currency)
        ]
        outcomes = [
            (rule, judge.tightened(rule, claim, outcome) if rule.rule.tight in wanted else outcome)
            for rule, outcome in outcomes
        ]
        unknown = next((outcome.reason for _, outcome in outcomes if outcome.verdict == "unknown"), "")
        if unknown:
            tally.unchecked[unknown] += 1
        elif outcomes:
            tally.checked += 1
        if any(outcome.rate and outcome.verdict in ("fits", "tight", "stale") for _, outcome in outcomes):
            explained.update(figure.start for figure in claim.figures())
        if undated and any(outcome.rate for _, outcome in outcomes):
            tally.undated, tally.day = 1, undated
        for rule, outcome in outcomes:
            severity = _severity(rule, outcome)
            if tracer:
                tracer.add(rule, claim, outcome, severity, reporter)
            if severity is not None:
                inside = all(quoted(draft, figure.start) for figure in claim.figures())
                if inside and not rule.rule.in_quotes:
                    continue
                query = rule.rule.query or inside
                turn = (
                    turned(rule, claim, outcome, around(*claim.sentence)) if severity == "warning" and not query else ""
                )
                level: Severity = "error" if turn else "warning" if query and severity == "error" else severity
                reporter.add(rule, claim, outcome, level, query, turn)
    return reporter.findings()


def _tracer(draft: Draft, figures: Sequence[Figure], settings: Settings) -> Tracer:
    from factcheck.checking.tracing import Tracer

    return Tracer(draft, figures, settings)


def _at_home(rule: CompiledRule, claim: Claim, home: str | None) -> bool:
    """Whether a rule on foreign amounts meets one in the house's own currency."""
    role = rule.rule.foreign
    return role is not None and faces(claim.roles[role])[0].currency == (home or HOME)


def _severity(rule: CompiledRule, outcome: Judgement) -> Severity | None:
    """The level that a rule gives to a verdict; None is no finding."""
    levels: dict[str, Severity | None] = {
        "wrong": rule.rule.severity,
        "close": rule.rule.close,
        "stale": rule.rule.stale if "rate" in rule.expect.functions else None,
        "wide": rule.rule.fits_wide,
        "tight": rule.rule.tight,
    }
    return levels.get(outcome.verdict)
