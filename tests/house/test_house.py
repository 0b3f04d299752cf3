"""A small house: rules, claim kinds, words and facts of its own, in files alone (`docs/house-rules.md`)."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck.claims.source import BadRule
from factcheck.fronts.cli import main
from factcheck.fronts.config import BadConfig, Config, load_config

HOUSE = Path(__file__).parent
CONFIG = load_config(HOUSE / ".factcheck.yaml")
DAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Greens won 14 seats, 4 more than the 8 last time.",
            [("HSE101", "14", "8 and a rise of 4 make 12 seats, not 14")],
        ),
        ("The Greens won 12 seats, 4 more than the 8 last time.", []),
        (
            "The population of Karsholm is 241,300.",
            [("CON108", "241,300", "the house knows 214,300 here, not 241,300 (the city's register, 2024-01-01)")],
        ),
        ("Karsholm's population (214,000) is growing.", []),
        ("Karsholm's population (230,000) is growing.", ["CON108"]),
        ("In 1990 the population of Karsholm was 180,000.", []),
        ("The population of Karsholm rose by 2,000.", []),
        ("The population of Karsholm is 3% immigrants.", []),
        ("The 65 seats in the council are up.", ["CON108"]),
        ("They won 65 seats in the council chamber's gallery.", []),
        ("The readers of the Courier are 84,000.", ["CON108"]),
    ],
)
def test_sentence(text: str, found: list[object]) -> None:
    told = factcheck.check(text, date=DAY, config=CONFIG)
    assert [
        (one.code, one.text, one.message) if found and isinstance(found[0], tuple) else one.code for one in told
    ] == found


def test_a_known_fact_is_a_warning_and_names_its_source() -> None:
    (found,) = factcheck.check("The 65 seats in the council are up.", config=CONFIG)
    assert (found.severity, found.start, found.end) == ("warning", 4, 6)
    assert found.fix is not None
    assert found.fix.text == "61"
    assert found.message == "the house knows 61 here, not 65 (the city's charter)"


def test_a_fact_does_not_hold_for_drafts_of_before_its_day() -> None:
    text = "The population of Karsholm is 180,000."
    assert [one.code for one in factcheck.check(text, date=date(2023, 5, 1), config=CONFIG)] == []
    assert [one.code for one in factcheck.check(text, date=date(2024, 5, 1), config=CONFIG)] == ["CON108"]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ([{"subject": "Leeds", "figure": "many", "source": "x"}], "figure 'many' of 'Leeds' is to be one figure"),
        ([{"subject": "Leeds", "figure": "5"}], "facts.0.source: Field required; a fact has subject, figure, source"),
        ([{"subject": "Leeds", "figure": "5", "source": "x", "dya": 1}], "facts.0.dya"),
        ([{"subject": [], "figure": "5", "source": "x"}], "facts.0.subject"),
    ],
)
def test_a_fact_that_cannot_be_used(facts: list[dict[str, object]], reason: str) -> None:
    with pytest.raises(BadConfig, match=reason):
        factcheck.check("It has 5 cars.", config=Config(facts=facts))


def test_a_file_of_facts_that_is_wrong_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("facts:\n  - subject: Leeds\n    figure: none\n    source: x\n")
    with pytest.raises(BadRule, match=r"a\.yaml:3: figure 'none' of 'Leeds' is to be one figure as a draft prints it"):
        factcheck.check("It has 5 cars.", config=Config(facts=(tmp_path,)))


def copy(tmp_path: Path, name: str = "", old: str = "", new: str = "") -> Path:
    """The house with one change in one file."""
    house = tmp_path / "house"
    shutil.copytree(HOUSE, house, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    if name:
        file = house / "rules" / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))
    return house


def test_the_examples_of_the_house_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--check", str(HOUSE / "rules")]) == 0
    assert capsys.readouterr().out == "2 rules and claim kinds: all hold\n"


RULE, KIND = "HSE101-seats-won.yaml", "claims/seats_won.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "reason"),
    [
        (RULE, "won [[14]] seats, 4 more than the 8", "won [[12]] seats, 4 more than the 8", 20,
         "HSE101 finds nothing here: `won == before + difference` can be true of these figures"),
        (RULE, "won [[14]] seats, 4", "has [[14]] cars, 4", 20,
         "HSE101 finds nothing here: no phrase of the claim kind 'seats_won' matches"),
        (RULE, "[[14]] seats, 4 more than the 8", "14 seats, 4 more than the [[8]]", 20, "HSE101 marks '14', not '8'"),
        (RULE, "[[14]]", "14", 20, "mark the wrong figure of a bad example, once: [[…]]"),
        (RULE, 'fix: "12"', 'fix: "13"', 20, "the fix is '12', not '13'"),
        (RULE, "more for fewer, or the other way round?\n  - text", "who knows?\n  - text", 22, "the cause is"),
        (RULE, "won 12 seats, 4 more", "won 15 seats, 4 more", 28,
         "a good example is to be silent, but HSE101 says: 8 and a rise of 4 make 12 seats, not 15"),
        (KIND, "won: \"12\", difference: \"4\", before: \"8\"", "won: \"4\", difference: \"12\", before: \"8\"", 17,
         "found {'won': '12', 'difference': '4', 'before': '8'}, not {'won': '4'"),
        (KIND, "12 seats, and 4 more", "12 seats, 4 more", 20, "none"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, line: int, reason: str
) -> None:
    house = copy(tmp_path, name, old, new)
    status = main(["rules", "--check", str(house / "rules")])
    told = capsys.readouterr()
    if reason == "none":  # no look-alike any more, and no claim either: the phrase ends with "last time"
        assert status == 0
        return
    assert status == 2
    assert f"{house / 'rules' / name}:{line}: " in told.err
    assert reason in told.err
    assert told.out.endswith("examples do not hold\n")


def test_a_run_looks_at_the_examples_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    house = copy(tmp_path)
    (house / "draft.txt").write_text("The Greens won 12 seats, 4 more than the 8 last time.")
    arguments = ["check", "--config", str(house / ".factcheck.yaml"), str(house / "draft.txt")]
    assert main(arguments) == 0
    marks = [path for path in (tmp_path / "cache").iterdir() if path.name.startswith("examples-")]
    assert len(marks) == 1
    file = house / "rules" / RULE
    file.write_text(file.read_text().replace("[[14]]", "[[12]]"))
    os.utime(file, (0, 0))
    from factcheck.checking import ruleset

    ruleset.load.cache_clear()
    assert main(arguments) == 2
    assert f"{file}:20: " in capsys.readouterr().err
