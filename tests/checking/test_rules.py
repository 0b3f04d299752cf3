"""The examples of every shipped rule are its tests: a bad one gives code, span and fix, a good one is silent."""

from __future__ import annotations

import datetime

import pytest

import factcheck
from factcheck.checking.finding import Finding
from factcheck.checking.rule import CompiledRule
from factcheck.checking.rule_file import Example
from factcheck.checking.ruleset import load
from factcheck.fronts.config import Config
from factcheck.rates.fixed import FixedSource
from factcheck.rates.ratebook import RateBook, default_book

RULES = load().rules
BAD = [(rule, example) for rule in RULES.values() for example in rule.rule.bad]
GOOD = [(rule, example) for rule in RULES.values() for example in rule.rule.good]
#: Desk rates hold on every day, so an example with rates needs no date of its own.
SOME_DAY = datetime.date(2024, 3, 18)


def findings(example: Example, rule: CompiledRule) -> list[Finding]:
    """What the rules that are on by default, and this one, find at every level that is shown, or that is this one's."""
    book = RateBook([FixedSource(example.rates)]) if example.rates else default_book()
    day = example.date or (SOME_DAY if example.rates else None)
    config = Config(extend_select=(rule.rule.code,), facts=example.facts)
    text = example.text.replace("[[", "").replace("]]", "")
    found = factcheck.check(text, date=day, book=book, config=config, path=f"<text>{example.format}")
    return [finding for finding in found if finding.severity != "info" or finding.code == rule.rule.code]


def name(case: tuple[CompiledRule, Example]) -> str:
    return f"{case[0].rule.code}: {case[1].text[:60]}"


@pytest.mark.parametrize("case", BAD, ids=name)
def test_bad_example_is_found(case: tuple[CompiledRule, Example]) -> None:
    rule, example = case
    found = findings(example, rule)
    assert [finding.code for finding in found] == [rule.rule.code]
    start = example.text.index("[[")
    marked = example.text[start + 2 : example.text.index("]]")]
    assert (found[0].start, found[0].text) == (start, marked)
    assert found[0].severity == (example.severity or ("warning" if rule.rule.query else rule.rule.severity))
    if example.fix is not None:
        assert found[0].fix is not None
        assert found[0].fix.text == example.fix
    if example.cause is not None:
        assert found[0].cause == example.cause


@pytest.mark.parametrize("case", GOOD, ids=name)
def test_good_example_is_silent(case: tuple[CompiledRule, Example]) -> None:
    assert [(finding.code, finding.message) for finding in findings(case[1], case[0])] == []


def test_bad_examples_mark_one_span() -> None:
    unmarked = [name(case) for case in BAD if (case[1].text.count("[["), case[1].text.count("]]")) != (1, 1)]
    assert unmarked == []


def test_codes_and_names_are_those_of_the_files() -> None:
    assert {rule.path.name for rule in RULES.values()} == {
        f"{rule.rule.code}-{rule.rule.name}.yaml" for rule in RULES.values()
    }


def test_every_rule_has_three_bad_examples_and_four_good_ones() -> None:
    few = [code for code, rule in RULES.items() if len(rule.rule.bad) < 3 or len(rule.rule.good) < 4]
    assert few == []
