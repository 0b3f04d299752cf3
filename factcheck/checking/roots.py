"""One root cause gives one finding: what follows from it is a note under it, or is not told again."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking.finding import Finding, Note
from factcheck.checking.misprint import misprint_of
from factcheck.checking.overlap import within_others
from factcheck.checking.rule import CompiledRule
from factcheck.claims.claim import Claim, faces

Found = tuple[Finding, Claim, CompiledRule]


def roots_of(found: Sequence[Found]) -> list[Finding]:
    """The findings without what merely follows from a misprinted number or a wrong conversion."""
    misprints = {
        n: faces(claim.roles[rule.rule.mark])[0] for n, (_, claim, rule) in enumerate(found) if rule.rule.readings
    }
    follows: dict[int, list[Note]] = {}
    others: list[tuple[int, Found]] = []
    for n, (finding, claim, rule) in enumerate(found):
        misprint = None if n in misprints else misprint_of(claim, misprints)
        if misprint is None:
            others.append((n, (finding, claim, rule)))
        else:
            follows.setdefault(misprint, []).append(_note(finding))
    roots = {f.start: n for n, (_, claim, rule) in others if _blames(rule) for f in claim.figures()}
    smaller = within_others(
        [(claim, finding.code) for _, (finding, claim, rule) in others if rule.has_arithmetic and not _blames(rule)]
    )
    kept: dict[int, Finding] = {}
    for n, (finding, claim, rule) in others:
        if claim.kind == "conversion_pair" and any(figure.start in roots for figure in claim.figures()):
            continue  # the root says it all
        if id(claim) in smaller and not _blames(rule):
            continue
        by_rate = next((roots[f.start] for f in claim.figures() if f.start in roots), None)
        if by_rate is None or _blames(rule) or n in misprints:
            kept[n] = finding
        else:
            follows.setdefault(by_rate, []).append(_note(finding))
    return [
        finding.model_copy(update={"notes": finding.notes + tuple(follows[n])}) if n in follows else finding
        for n, finding in kept.items()
    ]


def _blames(rule: CompiledRule) -> bool:
    """Whether a rule blames one amount by a rate."""
    return "rate" in rule.expect.functions


def _note(finding: Finding) -> Note:
    return Note(word="then", text=f"{finding.code} {finding.message}")
