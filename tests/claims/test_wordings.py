"""What claim kinds may say in their phrases: few words, lists, both directions, numbers, optional roles."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.claims.claim import Claim, faces
from factcheck.claims.find import find_claims
from factcheck.claims.kind import CompiledKind, Lists, load_kind
from factcheck.claims.source import BadRule
from factcheck.drafts.reading import read_text
from factcheck.figures.reader import find_figures

HEAD = "kind: change\ntitle: A change\nroles: {before: count, after: count, percent: percent}\n"
SHARED = Lists({"breaks": ("while", "and"), "rose": ("rose", "grew"), "fell": ("fell",), "when": ("in {year}",)})


def kind(tmp_path: Path, body: str, head: str = HEAD) -> CompiledKind:
    path = tmp_path / "change.yaml"
    path.write_text(head + body, encoding="utf-8")
    return load_kind(path, "en", SHARED)


def claims(compiled: CompiledKind, text: str) -> list[Claim]:
    (draft,) = read_text(text, "<text>")
    assert not isinstance(draft, Exception)
    return find_claims(draft, find_figures(text), [compiled])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose 5% from 20 to 21.", 1),
        ("It rose 5% from 20 old red cars to 21.", 1),
        ("It rose 5% from 20 cars in 2019 to 21.", 1),  # a year is no figure that the roles take
        ("It rose 5% from 20 cars and vans to 21.", 0),  # "and" begins another clause
        ("It rose 5% from 20, or so, to 21.", 0),  # a comma
        ("It rose 5% from 20 cars for 3 firms to 21.", 0),  # another count
        ("It rose 5% from 20 cars of a kind that nobody here had seen for years to 21.", 0),  # too many words
    ],
)
def test_few_words(tmp_path: Path, text: str, found: int) -> None:
    compiled = kind(tmp_path, 'phrases: {en: ["<@rose> {percent} from {before}[ {few}] to {after}"]}')
    assert len(claims(compiled, text)) == found


def test_one_wording_both_ways(tmp_path: Path) -> None:
    compiled = kind(tmp_path, 'phrases: {en: ["<@rose/@fell> {percent} to {after} from {before}"]}')
    assert [claim.sign for claim in claims(compiled, "It grew 5% to 21 from 20.")] == [1]
    assert [claim.sign for claim in claims(compiled, "It fell 5% to 19 from 20.")] == [-1]


def test_a_list_of_the_kind_comes_before_the_shared_one(tmp_path: Path) -> None:
    lists = 'lists: {en: {rose: [soared, "shot <up|through>"]}}'
    compiled = kind(tmp_path, lists + '\nphrases: {en: ["<@rose> {percent} to {after} from {before}"]}')
    assert len(claims(compiled, "It shot up 5% to 21 from 20.")) == 1
    assert len(claims(compiled, "It rose 5% to 21 from 20.")) == 0


def test_an_unknown_list_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadRule) as problem:
        kind(tmp_path, 'phrases:\n  en:\n    - "<@grew> {percent} to {after} from {before}"')
    assert problem.value.line == 6
    assert "unknown list 'grew'; there are: fell, rose" in problem.value.reason


@pytest.mark.parametrize("key", ["signed", "optional"])
def test_a_role_that_is_none_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(BadRule) as problem:
        kind(tmp_path, f'{key}: [befor]\nphrases: {{en: ["{{percent}} to {{after}} from {{before}}"]}}')
    assert "unknown role 'befor'; there are: before, after, percent" in problem.value.reason


def test_an_optional_role_may_be_missing(tmp_path: Path) -> None:
    compiled = kind(tmp_path, 'optional: [percent]\nphrases: {en: ["from {before} to {after}"]}')
    (claim,) = claims(compiled, "It went from 20 to 21.")
    assert {role: faces(part)[0].text for role, part in claim.roles.items()} == {"before": "20", "after": "21"}


def test_a_phrase_gives_a_number(tmp_path: Path) -> None:
    compiled = kind(
        tmp_path, 'optional: [percent]\nphrases: {en: [{phrase: "{before} a year, or {after}", number: 12}]}'
    )
    assert [claim.number for claim in claims(compiled, "It took 240 a year, or 20 a month.")] == [12]


@pytest.mark.parametrize(
    ("text", "found"), [("From 20 to 21.", 1), ("(from 20 to 21) it went", 1), ("From 20 to 21 it went.", 0)]
)
def test_the_end_of_a_sentence(tmp_path: Path, text: str, found: int) -> None:
    compiled = kind(tmp_path, 'optional: [percent]\nphrases: {en: ["from {before} to {after}{end}"]}')
    assert len(claims(compiled, text)) == found


def test_a_word_before_a_gap_is_a_whole_word(tmp_path: Path) -> None:
    compiled = kind(tmp_path, 'optional: [percent]\nphrases: {en: ["<plan> ... {before} to {after}"]}')
    assert len(claims(compiled, "The plan of May went from 20 to 21.")) == 1
    assert len(claims(compiled, "The plant of May went from 20 to 21.")) == 0


def test_one_slip_is_told_once() -> None:
    found = factcheck.check("Sales fell from $5.00 billion to $6.00 billion, or 20%.")
    assert [finding.code for finding in found] == ["CHG101"]
    found = factcheck.check("The state approved $5 billion: $3.2 billion for arms and $2.4 billion for aid.")
    assert [finding.code for finding in found] == ["SUM102"]
