"""A broken rule file: every complaint names the file, the line, the offending text and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.checking.ruleset import load
from factcheck.claims.source import BadRule

RULE = """\
code: XX101
name: house-rule
title: A house rule
severity: error
claim: part_whole
expect: part <= whole
mark: part
message: "{part} is more than {whole}"
why: Because.
bad:
  - text: €3 billion, including [[€4 billion]] for schools.
good:
  - text: €4 billion, including €3 billion for schools.
"""
KIND = """\
kind: gift
title: A gift
roles: {giver: money, taker: money}
phrases:
  en: ["{giver} given to {taker}"]
"""


def load_with(folder: Path, rule: str = RULE, kind: str | None = None) -> BadRule:
    (folder / "XX101-house-rule.yaml").write_text(rule, encoding="utf-8")
    if kind is not None:
        (folder / "claims").mkdir()
        (folder / "claims" / "gift.yaml").write_text(kind, encoding="utf-8")
    with pytest.raises(BadRule) as problem:
        load((folder,))
    return problem.value


def test_a_good_house_rule_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "XX101-house-rule.yaml").write_text(RULE, encoding="utf-8")
    assert load((tmp_path,)).rules["XX101"].rule.name == "house-rule"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("why: Because.", "why: Because.\nlevel: 3", 10, "unknown key 'level'; there are: code, name"),
        ("mark: part", "mrak: part", 7, "unknown key 'mrak'"),
        ("why: Because.", "why: Because.\nwhy: Again.", 10, "key 'why' stands twice"),
        (
            "why: Because.",
            "why: Because.\ncauses: [{find: nosuch, say: x}]",
            10,
            "unknown finder 'nosuch'; there are: swapped",
        ),
        ("why: Because.", "why: Because.\ncauses: [{find: old_rate, say: x}]", 10, "unknown role 'original'"),
        ("why: Because.", "why: Because.\ncauses: [{of: nosuch, say: x}]", 10, "causes.0.of: Input should be"),
        ("mark: part", "mark: prat", 7, "unknown role 'prat'; there are: whole, part"),
        ("expect: part <= whole", "expect: part <= hole", 6, "unknown role 'hole' in 'part <= hole'"),
        ("expect: part <= whole", "expect: __import__('os')", 6, "must be one comparison"),
        (
            "expect: part <= whole",
            "expect: part <= whole\nor: part <= hole",
            7,
            "unknown role 'hole' in 'part <= hole'",
        ),
        ("mark: part", "mark: part\nrounded: [prat]", 8, "unknown role 'prat'; there are: whole, part"),
        ("claim: part_whole", "claim: part_hole", 5, "unknown claim kind 'part_hole'; there are: age_birth,"),
        ("{whole}", "{whole.secret}", 8, "unknown field {whole.secret}"),
        ("severity: error", "severity: fatal", 4, "severity: Input should be 'error', 'warning' or 'info'"),
        ("code: XX101", "code: SUM101", 1, "code SUM101 is already used by"),
        ("code: XX101", "code: x1", 1, "code: String should match pattern"),
        ("title: A house rule\n", "", 1, "key 'title' is missing"),
        ("why: Because.", "why: [", 11, "did not find expected"),
        ("bad:\n  - text: €3 billion, including [[€4 billion]] for schools.\n", "bad: []\n", 10, "bad:"),
    ],
)
def test_broken_rule(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    problem = load_with(tmp_path, RULE.replace(old, new))
    assert problem.path == str(tmp_path / "XX101-house-rule.yaml")
    assert problem.line == line, str(problem)
    assert reason in str(problem)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("{giver} given to {taker}", "{giver} given to {teaker}", 5, "unknown role 'teaker'; there are: giver, taker"),
        ("{giver} given to {taker}", "{giver} given <to|for {taker}", 5, "missing '>'"),
        ("{giver} given to {taker}", "{giver} given to] {taker}", 5, "unexpected ']'"),
        ("{giver} given to {taker}", "{giver} given to {giver}", 5, "role 'giver' is used twice"),
        ("{giver} given to {taker}", "given", 5, "has no role"),
        ("giver: money", "giver: mony", 3, "unknown kind 'mony'; there are: money, percent"),
        ("kind: gift", "kind: gifts", 1, "must be the file's name, 'gift'"),
        ("title: A gift", "title: A gift\nwhere: giver.currency != taker.name", 3, "unknown attribute 'name'"),
        ("title: A gift", "title: A gift\nyields_to: [loan]", 3, "unknown claim kind 'loan'; there are: age_birth,"),
        ("title: A gift", "title: A gift\nwhere: print(giver)", 3, "'print(giver)' is not allowed"),
    ],
)
def test_broken_claim_kind(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    problem = load_with(tmp_path, kind=KIND.replace(old, new))
    assert problem.path == str(tmp_path / "claims" / "gift.yaml")
    assert problem.line == line, str(problem)
    assert reason in str(problem)


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match="no such folder of rules"):
        load((tmp_path / "house",))


def test_house_rules_and_kinds_work_without_python(tmp_path: Path) -> None:
    import factcheck
    from factcheck.fronts.config import Config

    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "gift.yaml").write_text(KIND, encoding="utf-8")
    rule = RULE.replace("claim: part_whole", "claim: gift").replace("part <= whole", "taker <= giver")
    rule = rule.replace("mark: part", "mark: taker").replace("{part}", "{taker}").replace("{whole}", "{giver}")
    (tmp_path / "XX101-house-rule.yaml").write_text(rule, encoding="utf-8")
    found = factcheck.check("Of €3.0 million given to €4.5 million clubs.", config=Config(rules=(tmp_path,)))
    assert [(f.code, f.text, f.message) for f in found] == [
        ("XX101", "€4.5 million", "€4.5 million is more than €3.0 million")
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("mark: part", "mrak: part", 7, "; did you mean 'mark'?"),
        ("mark: part", "mark: prat", 7, "unknown role 'prat'; there are: whole, part; did you mean 'part'?"),
        ("expect: part <= whole", "expect: part <= hole", 6, "did you mean 'whole'?"),
        ("expect: part <= whole", "expect: part <= wihtin(2) * whole", 6, "did you mean 'within'?"),
        ("claim: part_whole", "claim: part_hole", 5, "did you mean 'part_whole'?"),
        ("{whole}", "{hwole}", 8, "did you mean 'whole'?"),
        ("severity: error", "severity: fatal", 4, "Input should be 'error', 'warning' or 'info', not 'fatal'"),
        ("bad:\n  - text: €3 billion, including [[€4 billion]] for schools.\n", "", 1,
         "key 'bad': a rule needs a text in which it finds something, the wrong figure between [[ and ]]"),
        ("good:\n  - text: €4 billion, including €3 billion for schools.\n", "good: []\n", 12,
         "key 'good': a rule needs a text in which it finds nothing"),
        ("why: Because.", "why: &a Because.\nlabels: {part: *a}", 10, "alias '*a': aliases are not allowed here"),
        ("why: Because.", "why: " + "[" * 30 + "]" * 30, 9, "nested more than 20 deep"),
    ],
)  # fmt: skip
def test_the_remedy_is_said(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    problem = load_with(tmp_path, RULE.replace(old, new))
    assert problem.line == line, str(problem)
    assert reason in str(problem)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("{giver} given to {taker}", "{giver} given to {teaker}", "did you mean 'taker'?"),
        ("giver: money", "giver: mony", "did you mean 'money'?"),
        (
            "title: A gift",
            "title: A gift\nfinder: restatment",
            "did you mean 'restatements'?",
        ),
    ],
)
def test_the_remedy_in_a_claim_kind(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert reason in str(load_with(tmp_path, kind=KIND.replace(old, new)))


def test_aliases_in_aliases_cost_nothing(tmp_path: Path) -> None:
    """Nine lines that would be a billion items."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert "aliases are not allowed" in str(load_with(tmp_path, "\n".join(lines)))
