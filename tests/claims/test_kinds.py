"""The examples of every claim kind are its tests: which figures take which role, and which look-alikes do not."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.checking.ruleset import load
from factcheck.claims.claim import faces
from factcheck.claims.kind import CompiledKind
from factcheck.claims.kind_file import ClaimExample
from factcheck.claims.source import BadRule
from factcheck.drafts.reading import read_text
from factcheck.fronts.api import claims_of, settings
from factcheck.fronts.config import Config

KINDS = load().kinds
EVERYTHING = settings(Config(extend_select=("ALL",)))
CASES = [(kind, example) for kind in KINDS.values() for example in kind.kind.examples]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0].name}: {case[1].text[:60]}")
def test_example(case: tuple[CompiledKind, ClaimExample]) -> None:
    kind, example = case
    (draft,) = read_text(example.text, "a.txt")
    claims = [claim for claim in claims_of(draft, EVERYTHING) if claim.kind == kind.name]
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


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_phrase_compiles(name: str) -> None:
    """The shipped ones are compiled when a draft first needs them, so that a mistake in one would show late."""
    kind = KINDS[name]
    for phrase in (*kind.phrases, *kind.refused):
        assert phrase.pattern.search(b"") is None
    assert bool(kind.phrases) == kind.worded


def test_a_house_phrase_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "odd.yaml"
    file.write_text('kind: odd\ntitle: Odd\nroles: {a: money}\nphrases:\n  en:\n    - "{a} <or"\n')
    with pytest.raises(BadRule, match=r"odd\.yaml:6: phrase '\{a\} <or': missing '>'"):
        load((tmp_path,))


def test_many_sentences_are_asked_once_for_all_phrases() -> None:
    """After the first sentences one look at all phrases together spares most of them: the claims are the same."""
    line = "It paid C$19.5 billion ($13.5 billion) in March. It has 20 cars and 30 vans.\n\n"
    found = [claim.kind for claim in factcheck.find_claims(line * 60)]
    assert found.count("conversion") == 60
    assert set(found) == {"conversion", "conversion_pair"}
