"""Figures in, claims out: phrases first, conversions folded, then the other kinds and the named finders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from factcheck.claims.abstract import Line, abstract
from factcheck.claims.claim import Amount, Claim, Part, faces
from factcheck.claims.currencies import settle
from factcheck.claims.finders import finder
from factcheck.claims.finders.known_facts import KnownFact, known_facts
from factcheck.claims.kind import CompiledKind
from factcheck.claims.nouns import apart
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure


def find_claims(
    draft: Draft, figures: Sequence[Figure], kinds: Sequence[CompiledKind], language: str = "en",
    facts: Sequence[KnownFact] = (),
) -> list[Claim]:  # fmt: skip
    """Every claim of a draft, ordered by position. Phrases of folding kinds are matched before the others.

    `facts` are those of the house, which the kind with the finder `known_facts` holds the draft against.
    """
    lines = list(abstract(draft.text, [(b.start, b.end) for b in draft.blocks], figures, language))
    claims: list[Claim] = []
    for kind in (kind for kind in kinds if kind.fold):
        for n, line in enumerate(lines):
            if len(line.parts) < 2 or not kind.can_be_in(line.held()):
                continue
            found = _in_line(line, kind, language)
            claims += [claim for claim, _, _ in found]
            lines[n] = line.folded(_regions(found))
    by_phrases = tuple(kind for kind in kinds if not kind.fold and kind.worded)
    for line in lines:
        for kind in _fitting(by_phrases, line.held()):
            claims += [claim for claim, _, _ in _in_line(line, kind, language)]
    for name in dict.fromkeys(kind.finder for kind in kinds if kind.finder):  # one may make claims of several kinds
        claims += finder(name)(draft, figures, claims, lines, language)
    if facts:
        claims += [
            claim
            for kind in kinds
            if kind.finder == "known_facts"
            for claim in known_facts(draft, lines, facts, kind.name)
        ]
    return sorted(_unyielded(claims, kinds), key=lambda claim: min(figure.start for figure in claim.figures()))


@lru_cache(maxsize=4096)
def _fitting(kinds: tuple[CompiledKind, ...], held: str) -> tuple[CompiledKind, ...]:
    """The kinds that a sentence with these placeholders can hold: few combinations are common, in all drafts."""
    return tuple(kind for kind in kinds if kind.can_be_in(held))


def _unyielded(claims: Sequence[Claim], kinds: Sequence[CompiledKind]) -> list[Claim]:
    """Without the claims of a kind that yields to another one about the same figures."""
    yields = {kind.name: kind.kind.yields_to for kind in kinds if kind.kind.yields_to}
    if not yields:
        return list(claims)
    made = {(claim.kind, *sorted(figure.start for figure in claim.figures())) for claim in claims}
    return [
        claim
        for claim in claims
        if not any(
            (kind, *sorted(figure.start for figure in claim.figures())) in made for kind in yields.get(claim.kind, ())
        )
    ]


def _in_line(line: Line, kind: CompiledKind, language: str) -> list[tuple[Claim, int, int]]:
    """The claims of one kind in one sentence, each once, with the spans of their matches."""
    found: dict[tuple[int, ...], tuple[Claim, int, int]] = {}
    refused: set[frozenset[tuple[str, int]]] | None = None
    for phrase in kind.fitting(line.data):
        for roles, start, end in phrase.matches(line):
            key = tuple(faces(roles[name])[0].start for name in kind.kind.roles if name in roles)
            if key in found:
                continue
            roles = settle(roles) if kind.fold else roles
            if not kind.accepts(roles) or not phrase.accepts(roles):
                continue
            if (
                kind.kind.alike
                and not phrase.unlike
                and apart(line, [roles[name] for name in kind.kind.alike if name in roles], language)
            ):
                continue
            if refused is None and not phrase.sure:
                refused = {
                    _starts(match) for veto in kind.refused for match, _, _ in veto.matches(line) if veto.accepts(match)
                }
            if refused and not phrase.sure and any(_starts(some) in refused for some in _subsets(roles)):
                continue
            claim = Claim(
                kind=kind.name, roles=roles, sentence=line.sentence, sign=phrase.sign, number=phrase.number,
                phrase=phrase.text,
            )  # fmt: skip
            found[key] = (claim, start, end)
    if kind.kind.optional:
        found = _fullest(found)
    claims = sorted(found.values(), key=lambda item: (item[1], -item[2]))
    return _outermost(claims) if kind.fold else claims


def _fullest(
    found: dict[tuple[int, ...], tuple[Claim, int, int]],
) -> dict[tuple[int, ...], tuple[Claim, int, int]]:
    """Without the claims that are the beginning of one with an optional role more."""
    starts = {key: _starts(claim.roles) for key, (claim, _, _) in found.items()}
    holders: dict[tuple[str, int], list[frozenset[tuple[str, int]]]] = {}
    for held in starts.values():
        for one in held:
            holders.setdefault(one, []).append(held)
    return {
        key: item for key, item in found.items() if not any(starts[key] < other for other in holders[min(starts[key])])
    }


def _starts(roles: Mapping[str, Part]) -> frozenset[tuple[str, int]]:
    return frozenset((name, faces(part)[0].start) for name, part in roles.items())


def _subsets(roles: Mapping[str, Part]) -> Iterator[dict[str, Part]]:
    """Some of the roles: a refusing phrase need not name them all."""
    for size in range(1, len(roles) + 1):
        for names in combinations(roles, size):
            yield {name: roles[name] for name in names}


def _outermost(claims: Sequence[tuple[Claim, int, int]]) -> list[tuple[Claim, int, int]]:
    """Without conversions that begin inside another: in "€10m ($9m, or £8m)" both are of the first amount."""
    kept: list[tuple[Claim, int, int]] = []
    for item in claims:
        first = next(item[0].figures())
        if not kept or item[1] >= kept[-1][2] or next(kept[-1][0].figures()) is first:
            kept.append(item)
    return kept


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
