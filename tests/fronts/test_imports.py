"""What a command does not import: a clock is no test, but these modules are what a cold start would wait for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

#: Prints which top-level modules, and which of ours, a command has imported, and how many in all.
CODE = """
import json, sys
from contextlib import redirect_stdout
from io import StringIO
from factcheck.fronts.cli import main
with redirect_stdout(StringIO()) as out:
    try:
        main(sys.argv[1:])
    except SystemExit:
        pass
print(json.dumps([out.getvalue(), sorted(sys.modules)]))
"""
NEVER = {"pydantic", "pydantic_core", "inspect", "dataclasses", "rich", "yaml", "email", "importlib.metadata"}
#: What reads, compiles or judges rules.
CLAIMS = {"factcheck.checking.examine", "factcheck.claims.find", "factcheck.checking.ruleset"}
RATES = {"zipfile"}
DRAFT = "# A headline\n\nThe council met to hear what people think of the park.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))


def run(*arguments: str) -> tuple[str, set[str]]:
    done = subprocess.run([sys.executable, "-c", CODE, *arguments], check=True, capture_output=True, text=True)
    said, modules = json.loads(done.stdout)
    return said, set(modules)


def check(text: str) -> tuple[str, set[str]]:
    """What a second run says and imports: the first one keeps what it has parsed."""
    Path("draft.md").write_text(text, encoding="utf-8")
    run("check", "--format", "concise", "draft.md")
    return run("check", "--format", "concise", "draft.md")


def test_the_version() -> None:
    said, modules = run("--version")
    assert said.startswith("factcheck ")
    assert not modules & (NEVER | CLAIMS | {"re2", "shutil", "factcheck.fronts.run", "factcheck.figures.lexicon"})


def test_no_figure() -> None:
    said, modules = check(DRAFT)
    assert said == "no findings in 1 file · 0 figures, 0 claims, 0 checked\n"
    assert not modules & (NEVER | CLAIMS | RATES)


def test_a_figure_without_a_claim() -> None:
    said, modules = check(DRAFT + "\nSome 40 residents came.\n")
    assert said == "no findings in 1 file · 1 figure, 0 claims, 0 checked\n"
    assert not modules & (NEVER | RATES)


def test_a_finding() -> None:
    said, modules = check(DRAFT + "\nSales rose from 200 to 300, an increase of 20%.\n")
    assert said.startswith("draft.md:5:44: error CHG101 200 to 300 is 50%, not 20%\n")
    assert not modules & (NEVER | RATES)


def test_a_finding_by_a_rate() -> None:
    said, modules = check(DRAFT + "\nOn 12 December 2023 the line cost 349.5 million yen ($2.38 billion).\n")
    assert " FX101 349.5 million yen " in said
    assert not modules & (NEVER - {"email"})


def test_the_models_are_imported_where_files_are_read_for_the_first_time() -> None:
    Path("draft.md").write_text("Some 40 residents came.\n", encoding="utf-8")
    assert "pydantic" in run("check", "draft.md")[1]
    assert "pydantic" not in run("check", "--format", "concise", "draft.md")[1]
    assert "pydantic" in run("check", "--no-cache", "draft.md")[1]
    assert "pydantic" in run("explain", "CHG101")[1]
