"""What pytest is told about drafts: its ini file, its command line, -k on rules, and xdist."""

from __future__ import annotations

from pathlib import Path

# pytester forgets what a session of its imports: what is here is not imported again by each of them.
import hypothesis  # noqa: F401
import pytest
import yaml  # noqa: F401

import factcheck.fronts.api

pytest_plugins = ["pytester"]

DEAL = "---\ndate: 2025-03-16\n---\n\nThe deal is worth 19.5 billion Canadian dollars ($31.5 billion).\n"
SALES = "Sales rose 25% from $5.0 billion to $6.0 billion.\n"
QUERY = "Sales rose 25% from $5bn to $6bn.\n"  # may be true before rounding: a warning


def write(**drafts: str) -> None:
    for name, text in drafts.items():
        place = Path(name.replace("__", "/") + ".md")
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")


def test_the_ini_file_collects_drafts_of_some_folders(pytester: pytest.Pytester) -> None:
    Path("drafts/old").mkdir(parents=True)
    write(README=SALES, drafts__deal=DEAL)
    Path("drafts/old/sales.md").write_text(SALES, encoding="utf-8")
    pytester.makeini("[pytest]\nfactcheck = true\n")
    pytester.runpytest().assert_outcomes(failed=3)
    pytester.makeini("[pytest]\nfactcheck = true\nfactcheck_paths =\n    drafts/\n    !drafts/old/\n")
    result = pytester.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["drafts/deal.md:5:50: error FX101 *"])
    pytester.runpytest("-o", "factcheck=false").assert_outcomes()


def test_what_fails_is_said_by_command_line_then_ini_then_configuration(pytester: pytest.Pytester) -> None:
    write(query=QUERY)
    Path(".factcheck.yaml").write_text("fail_on: error\n")
    pytester.runpytest("--factcheck").assert_outcomes(passed=1)
    pytester.makeini("[pytest]\nfactcheck_fail_on = warning\n")
    result = pytester.runpytest("--factcheck")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["query.md:1:12: warning CHG101 *"])
    pytester.runpytest("--factcheck", "--factcheck-fail-on", "error").assert_outcomes(passed=1)
    pytester.runpytest("--factcheck", "--factcheck-fail-on=warning").assert_outcomes(failed=1)


def test_the_ini_file_chooses_rules(pytester: pytest.Pytester) -> None:
    write(deal=DEAL, sales=SALES)
    pytester.makeini("[pytest]\nfactcheck_select = FX CHG\nfactcheck_ignore = CHG101\n")
    result = pytester.runpytest("--factcheck")
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(["FAILED deal.md::factcheck - *"])


@pytest.mark.parametrize(
    ("ini", "told"),
    [
        ("factcheck_fail_on = fatal", "factcheck_fail_on: 'fatal' is no level; there are info, warning, error"),
        ("factcheck_select = ZZ9", "no rule is called 'ZZ9'; `factcheck rules` lists them"),
    ],
)
def test_a_wrong_ini_file_is_a_usage_error(pytester: pytest.Pytester, ini: str, told: str) -> None:
    write(sales=SALES)
    pytester.makeini(f"[pytest]\n{ini}\n")
    result = pytester.runpytest("--factcheck")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: factcheck: {told}"])


@pytest.mark.parametrize(
    ("said", "failed", "passed", "deselected"),
    [
        ("FX101", ["deal", "both"], 1, 0),
        ("CHG", ["sales", "both"], 1, 0),
        ("FX101 or CHG101", ["deal", "sales", "both"], 0, 0),
        ("not CHG101", ["deal", "both"], 1, 0),
        ("both and FX", ["both"], 0, 2),
        ("sales and FX", [], 1, 2),
        ("sales", ["sales"], 0, 2),
        ("not both", ["deal", "sales"], 0, 1),
        ("sales or FX101", ["deal", "sales", "both"], 0, 0),
        ("FX101 and CHG101", [], 0, 3),
        ("STY", [], 0, 3),
        ("fx101", [], 0, 3),
        ("BOTH", ["both"], 0, 2),
    ],
)
def test_k_chooses_rules(pytester: pytest.Pytester, said: str, failed: list[str], passed: int, deselected: int) -> None:
    write(deal=DEAL, sales=SALES, both=f"{DEAL}\n{SALES}")
    result = pytester.runpytest("--factcheck", "-k", said)
    result.assert_outcomes(failed=len(failed), passed=passed, deselected=deselected)
    for name in failed:
        result.stdout.fnmatch_lines([f"FAILED {name}.md::factcheck - *"])


def test_k_runs_the_named_rule_alone(pytester: pytest.Pytester) -> None:
    write(both=f"{DEAL}\n{SALES}")
    result = pytester.runpytest("--factcheck", "-k", "CHG101")
    result.stdout.fnmatch_lines(["both.md:7:12: error CHG101 *"])
    result.stdout.no_fnmatch_line("*FX101*")


def test_k_of_a_rule_is_no_word_for_other_tests(pytester: pytest.Pytester) -> None:
    write(deal=DEAL)
    pytester.makepyfile("def test_plain(): pass\ndef test_FX101(): pass")
    pytester.runpytest("--factcheck", "-k", "FX101").assert_outcomes(failed=1, passed=1, deselected=1)
    pytester.runpytest("--factcheck", "-k", "(").stderr.fnmatch_lines(["ERROR: Wrong expression passed to '-k': (*"])


def test_workers_share_the_drafts(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xdist")
    monkeypatch.setenv("PYTHONPATH", str(Path(factcheck.__file__).parents[1]))
    write(deal=DEAL, sales=SALES, clean="Nothing.\n")
    Path("wire.jsonl").write_text('{"id": "a", "text": "Nothing."}\n{"id": "a", "text": "Nothing."}\n')
    result = pytester.runpytest_subprocess("--factcheck", "-n", "2")
    result.assert_outcomes(failed=2, passed=3)
    result.stdout.fnmatch_lines_random(
        ["deal.md:5:50: error FX101 *", "sales.md:1:12: error CHG101 *", "FAILED deal.md::factcheck - *"]
    )
    result = pytester.runpytest_subprocess("--factcheck", "-n", "2", "-k", "FX101", "--factcheck-fail-on", "error")
    result.assert_outcomes(failed=1, passed=4)
