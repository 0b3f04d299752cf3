"""One root cause gives one finding: what follows from a wrong figure is listed under the finding that blames it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.checking.finding import Finding, Note, Related
from factcheck.checking.judge import Judge
from factcheck.checking.misprint import misprint_of
from factcheck.checking.overlap import within_others
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.checking.severity import SEVERITIES
from factcheck.claims.claim import Claim, Part, faces
from factcheck.figures.figure import Figure


class Found(NamedTuple):
    """A finding, and what it was made of."""

    finding: Finding
    rule: CompiledRule
    claim: Claim
    judgement: Judgement

    @property
    def by_rate(self) -> bool:
        """Whether a rate says that one of two amounts is wrong: either of them may be."""
        return "rate" in self.rule.expect.functions

    @property
    def misprint(self) -> bool:
        """Whether the mark is a number that is misprinted: what is read from it is no figure to compute with."""
        return bool(self.rule.rule.readings)

    @property
    def mark(self) -> Figure:
        """The figure that is blamed."""
        assignment = self.judgement.assignment
        role = self.rule.rule.mark
        return assignment.figures[role] if assignment else faces(self.claim.roles[role])[0]

    def starts(self) -> set[int]:
        return {figure.start for figure in self.claim.figures()}


def rooted(found: Sequence[Found], judge: Judge) -> list[Finding]:
    """The findings without those that another one says already, and with what follows from them as notes."""
    by_rate = {start for one in found if one.by_rate for start in one.starts()}
    sums = [(one.claim, one.finding.code) for one in found if one.rule.has_arithmetic and not one.by_rate]
    smaller = within_others(sums)
    kept = [
        one
        for one in found
        if not (one.claim.kind == "conversion_pair" and not by_rate.isdisjoint(one.starts()))  # the root says it all
        if one.by_rate or id(one.claim) not in smaller
    ]
    misprints = {n: one.mark for n, one in enumerate(kept) if one.misprint}
    parents = _parents(kept, judge) | {
        n: at
        for n, one in enumerate(kept)
        if not one.misprint and (at := misprint_of(one.claim, misprints)) is not None
    }
    followers: dict[int, list[Found]] = {}
    for n in range(len(kept)):
        root = n
        while root in parents:
            root = parents[root]
        if root != n:
            followers.setdefault(root, []).append(kept[n])
    return [_with(one.finding, followers.get(n, ())) for n, one in enumerate(kept) if n not in parents]


def _parents(found: Sequence[Found], judge: Judge) -> dict[int, int]:
    """For each finding that follows from another: which one. What only informs neither follows nor is followed."""
    ranked = sorted(
        (n for n, one in enumerate(found) if one.finding.severity != "info" and not one.misprint),
        key=lambda n: (not found[n].by_rate, found[n].rule.rule.query, n),
    )
    rank = {n: place for place, n in enumerate(ranked)}
    blamed: dict[int, int] = {}
    alike: dict[tuple[object, ...], int] = {}
    for n in ranked:
        one = found[n]
        for start in one.starts() if one.by_rate else (one.mark.start,):
            blamed.setdefault(start, n)
        alike.setdefault(_printed(one.mark), n)
    parents: dict[int, int] = {}
    for n in ranked:
        one = found[n]
        if one.by_rate:
            continue
        using = [m for start in sorted(one.starts()) if (m := blamed.get(start, n)) != n]
        evidence = [figure for figure in one.claim.figures() if _printed(figure) != _printed(one.mark)]
        same = [m for figure in evidence if (m := alike.get(_printed(figure), n)) != n]
        candidates = [m for m in using if rank[m] < rank[n] or one.mark.start not in found[m].starts()]
        candidates += [m for m in same if rank[m] < rank[n] and _mends(found[m], one, judge)]
        asked = [
            m for m in candidates if one.rule.rule.query or not found[m].rule.rule.query
        ]  # a question blames nobody
        parent = next((m for m in asked if not _below(m, n, parents)), None)
        if parent is not None:
            parents[n] = parent
    return parents


def _below(n: int, other: int, parents: dict[int, int]) -> bool:
    """Whether a finding follows from another, by however many steps."""
    while n in parents:
        n = parents[n]
        if n == other:
            return True
    return False


def _printed(figure: Figure) -> tuple[object, ...]:
    """What makes two figures in two places the same statement."""
    return figure.kind, figure.value, figure.currency, figure.unit, figure.ends


def _mends(root: Found, other: Found, judge: Judge) -> bool:
    """Whether what breaks a rule would fit, were the figure of the root that it repeats as it should be."""
    expected = root.judgement.expected
    if expected is None or root.rule.expect.comparison != "==" or root.mark.ends or root.mark.when:
        return False
    wrong = _printed(root.mark)
    grain = root.mark.grain
    right = (abs(expected) / grain).to_integral_value() * grain
    roles: dict[str, Part] = {
        role: part.worth(right) if isinstance(part, Figure) and _printed(part) == wrong else part
        for role, part in other.claim.roles.items()
    }
    claim = other.claim._replace(roles=roles)
    return judge.judge(other.rule, claim).verdict in ("fits", "tight")


def _with(finding: Finding, followers: Sequence[Found]) -> Finding:
    """A finding with what follows from it: notes, related places, and the highest level of them all."""
    if not followers:
        return finding
    places = {finding.start, *(related.start for related in finding.related)}
    related = list(finding.related)
    for one in followers:
        other = one.finding
        if other.start not in places:
            places.add(other.start)
            label = f"{other.code} follows from it"
            related.append(
                Related(
                    start=other.start, end=other.end, line=other.line, column=other.column, text=other.text,
                    label=label,
                )
            )  # fmt: skip
    notes = [Note(word="then", text=f"{one.finding.code} {one.finding.message}") for one in followers]
    level = max((finding.severity, *(one.finding.severity for one in followers)), key=SEVERITIES.index)
    return finding._replace(notes=(*finding.notes, *notes), related=tuple(related), severity=level)
