"""The examples of every claim kind are its tests: which figures take which role, and which look-alikes do not."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.checking.ruleset import load
from factcheck.claims.claim import faces
from factcheck.claims.kind import ClaimExample, CompiledKind

KINDS = load().kinds
CASES = [(kind, example) for kind in KINDS.values() for example in kind.kind.examples]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0].name}: {case[1].text[:60]}")
def test_example(case: tuple[CompiledKind, ClaimExample]) -> None:
    kind, example = case
    claims = [claim for claim in factcheck.find_claims(example.text) if claim.kind == kind.name]
    found = [{role: faces(part)[0].text for role, part in claim.roles.items()} for claim in claims]
    if example.none:
        assert found == []
    else:
        assert example.roles in found


def test_every_kind_with_phrases_has_an_example_and_a_look_alike() -> None:
    for kind in KINDS.values():
        if kind.phrases:
            assert any(example.roles for example in kind.kind.examples), kind.name
            assert any(example.none for example in kind.kind.examples), kind.name
