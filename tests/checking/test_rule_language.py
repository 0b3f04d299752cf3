"""What rules may ask beyond an equation of roles: what excuses them, points, signs, slacks, absent roles."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.checking.finding import Finding
from factcheck.claims.source import BadRule
from factcheck.fronts.config import Config

KIND = """\
kind: house
title: Figures of the house
roles: {a: [count, percent], b: [count, percent], c: [count, percent]}
optional: [c]
phrases:
  en:
    - "{a} house {b}"
    - "{a} house {b} and {c}"
    - {phrase: "{a} lower house {b}", sign: -1}
    - {phrase: "{a} packed house {b}", number: 12}
"""
RULE = """\
code: XX101
name: house-rule
title: A rule of the house
severity: error
close: null
claim: house
mark: a
message: "{a} is not {expected}"
why: Tests.
bad:
  - text: "[[1]] house 2"
good:
  - text: 1 house 1
"""


def findings(tmp_path: Path, rule: str, text: str) -> list[Finding]:
    (tmp_path / "claims").mkdir(exist_ok=True)
    (tmp_path / "claims" / "house.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "XX101-house-rule.yaml").write_text(RULE + rule, encoding="utf-8")
    return factcheck.check(text, config=Config(rules=(tmp_path,), select=("XX101",)))


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("expect: a == b", "3 house 5", ["3 is not 5"]),
        ("expect: a == b\nunless: a + 2 == b", "3 house 5", []),
        ("expect: a == b\nunless: a + 1 == b", "3 house 5", ["3 is not 5"]),
        ("expect: a == b\nonly_if: a + 2 == b", "3 house 5", ["3 is not 5"]),
        ("expect: a == b\nonly_if: a + 1 == b", "3 house 5", []),
        ("expect: a == b + c", "3 house 5", ["3 is not 5"]),  # an absent role is nothing
        ("expect: a == b + c", "9 house 5 and 4", []),
        ("expect: a == b", "20 house 20%", ["20 is not 0.2"]),
        ("expect: a == b\npoints: [a]", "20 house 20%", []),
        ("expect: a == b\npoints: [a]", "20 house 30%", ["20 is not 30"]),
        ("expect: a == b\npoints: [a]", "20 house 20", []),  # no percentage beside it
        ("expect: sign() * a <= sign() * b", "3 house 5", []),
        ("expect: sign() * a <= sign() * b", "3 lower house 5", ["3 is not"]),
        ("expect: a == b + give(2)", "3 house 5", []),
        ("expect: a == b + give(1)", "3 house 5", ["3 is not 5"]),
        ("expect: a == b * given()", "60 packed house 5", []),
        ("expect: a == b * given()", "60 house 5", ["60 is not 5"]),
        ("expect: c == difference(a, b)", "3 house 5 and 2", []),
        ("expect: c == difference(a, b)", "5 house 3 and 2", []),
        ("expect: printed(a) == printed(b)", "3 house 5 million", ["3 is not 5"]),
        ("expect: printed(a) == printed(b)", "5 house 5 million", []),
    ],
)
def test_rule(tmp_path: Path, rule: str, text: str, found: list[str]) -> None:
    assert [finding.message for finding in findings(tmp_path, rule, text)] == found


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("expect: a == b\nunless: a == x", "unknown role 'x' in 'a == x'; there are: a, b, c"),
        ("expect: a == b\npoints: [x]", "unknown role 'x'; there are: a, b, c"),
        ("expect: difference(a, b) == a", "role 'a' is used twice"),
        ("expect: a == sign(b)", "sign() takes 0 role names"),
        ("expect: a == give(b)", "give() takes 0 role names"),
    ],
)
def test_refused(tmp_path: Path, rule: str, reason: str) -> None:
    with pytest.raises(BadRule) as problem:
        findings(tmp_path, rule, "3 house 5")
    assert reason in problem.value.reason


def test_one_figure_is_enough_for_a_claim() -> None:
    (found,) = factcheck.check("Prices fell 120% in a year.")
    assert (found.code, found.text) == ("CHG107", "120%")


def test_the_number_of_a_figure_in_a_message() -> None:
    (found,) = factcheck.check("Rates rose 1.25%, from 12% to 13.25%.")
    assert found.message == "12% to 13.25% is 1.25 percentage points, which is 10.4%, not 1.25%"
    assert found.fix is None


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, []),
        ({"extend_select": ("XX101",)}, ["XX101"]),
        ({"extend_select": ("XX",)}, ["XX101"]),
        ({"extend_select": ("house-rule",)}, ["XX101"]),
        ({"extend_select": ("ALL",)}, ["XX101"]),
        ({"extend_select": ("XX",), "ignore": ("XX101",)}, []),
        ({"select": ("SUM",)}, []),
        ({"select": ("XX101",)}, ["XX101"]),
        ({"select": ("SUM",), "extend_select": ("XX",)}, ["XX101"]),
    ],
)
def test_a_rule_that_is_off_by_default(tmp_path: Path, chosen: dict[str, tuple[str, ...]], found: list[str]) -> None:
    rule = RULE + "by_default: false\nexpect: a == b\n"
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "house.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "XX101-house-rule.yaml").write_text(rule, encoding="utf-8")
    config = Config(rules=(tmp_path,), **chosen)
    assert [finding.code for finding in factcheck.check("It was 3 house 4.", config=config)] == found
