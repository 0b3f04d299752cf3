"""Figures in, claims out: phrases first, conversions folded, then the other kinds and the named finders."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.abstract import Line, abstract
from factcheck.claims.claim import Amount, Claim, Part, faces
from factcheck.claims.currencies import settle
from factcheck.claims.finders import FINDERS
from factcheck.claims.kind import CompiledKind
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure


def find_claims(
    draft: Draft, figures: Sequence[Figure], kinds: Sequence[CompiledKind], language: str = "en"
) -> list[Claim]:
    """Every claim of a draft, ordered by position. Phrases of folding kinds are matched before the others."""
    lines = list(abstract(draft.text, [(b.start, b.end) for b in draft.blocks], figures, language))
    claims: list[Claim] = []
    for kind in (kind for kind in kinds if kind.fold):
        for n, line in enumerate(lines):
            found = _in_line(line, kind)
            claims += [claim for claim, _, _ in found]
            lines[n] = line.folded(_regions(found))
    for kind in (kind for kind in kinds if not kind.fold and kind.phrases):
        for line in lines:
            if len(line.parts) > 1:
                claims += [claim for claim, _, _ in _in_line(line, kind)]
    for kind in kinds:
        if kind.finder:
            claims += FINDERS[kind.finder](draft, figures, claims, lines)
    return sorted(claims, key=lambda claim: min(figure.start for figure in claim.figures()))


def _in_line(line: Line, kind: CompiledKind) -> list[tuple[Claim, int, int]]:
    """The claims of one kind in one sentence, each once, with the spans of their matches."""
    found: dict[tuple[int, ...], tuple[Claim, int, int]] = {}
    refused: list[dict[str, Part]] | None = None
    if len(line.parts) < 2:
        return []
    for phrase in kind.phrases:
        for roles, start, end in phrase.matches(line):
            key = tuple(faces(roles[name])[0].start for name in kind.kind.roles if name in roles)
            if key in found:
                continue
            roles = settle(roles)
            if not kind.accepts(roles):
                continue
            if refused is None:
                refused = [match for veto in kind.refused for match, _, _ in veto.matches(line)]
            if any(_same(match, roles) for match in refused):
                continue
            claim = Claim(kind=kind.name, roles=roles, sentence=line.sentence, sign=phrase.sign, phrase=phrase.text)
            found[key] = (claim, start, end)
    return list(found.values())


def _same(refused: dict[str, Part], roles: dict[str, Part]) -> bool:
    """Whether a refusing phrase is about the figures of a match."""
    starts = {name: faces(part)[0].start for name, part in roles.items()}
    return all(starts.get(name) == faces(part)[0].start for name, part in refused.items())


def _regions(found: Sequence[tuple[Claim, int, int]]) -> list[tuple[int, int, Amount]]:
    """What to fold: overlapping conversions become one amount with all their faces."""
    regions: list[tuple[int, int, Amount]] = []
    for claim, start, end in sorted(found, key=lambda item: (item[1], item[2])):
        figures = tuple(claim.figures())
        if regions and start < regions[-1][1]:
            first, last, amount = regions.pop()
            figures = amount.faces + tuple(f for f in figures if all(f.start != old.start for old in amount.faces))
            start, end = first, max(last, end)
        ordered = tuple(sorted(figures, key=lambda figure: figure.start))
        regions.append((start, end, Amount(ordered, ordered[0].start, ordered[-1].end)))
    return regions
