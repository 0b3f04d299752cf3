"""The wheel carries all that a run needs; both it and an editable install find the rules."""

from __future__ import annotations

import json
import sys
import tarfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from fresh_machine import ROOT, draft, run, succeed

pytestmark = pytest.mark.install


def test_the_wheel_has_rules_claims_lexicons_and_types(wheel: Path, checkout: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {f"factcheck/{path.relative_to(checkout).as_posix()}" for path in checkout.glob("rules/**/*.yaml")}
    data = {path.relative_to(checkout).as_posix() for path in checkout.glob("factcheck/**/*") if path.is_file()}
    assert rules | data == {name for name in names if name.startswith("factcheck/")}
    assert {
        "factcheck/rules/FX101-off-reference-rate.yaml",
        "factcheck/rules/claims/conversion.yaml",
        "factcheck/figures/lexicons/en.yaml",
        "factcheck/py.typed",
    } <= names


def test_the_wheel_has_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"factcheck", "factcheck_lint"}
    assert not [name for name in names if "test" in Path(name).parts or "tests" in Path(name).parts]
    assert len(names) == len(set(names))


def test_the_wheel_names_its_command_plugin_and_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    info = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA")).removesuffix("METADATA")
    metadata = archive.read(info + "METADATA").decode()
    assert "\nName: factcheck-lint\n" in metadata
    assert "\nLicense-Expression: Apache-2.0\n" in metadata
    assert info + "licenses/LICENSE" in archive.namelist()
    entries = archive.read(info + "entry_points.txt").decode()
    assert "[console_scripts]\nfactcheck = factcheck.fronts.cli:main\n" in entries
    assert "[pytest11]\nfactcheck = factcheck.fronts.pytest_plugin\n" in entries


def test_the_source_distribution_has_rules_and_tests(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "rules/FX101-off-reference-rate.yaml",
        "rules/claims/conversion.yaml",
        "tests/install/test_wheel.py",
    } <= names


def test_the_installed_command_finds_the_error(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "deal.md").write_text(draft("$31.5 billion"), encoding="utf-8")
    (tmp_path / "clean.md").write_text(draft("$13.5 billion"), encoding="utf-8")
    done = run(programs / "factcheck", "check", "--format", "concise", cwd=tmp_path)
    found, summary = done.stdout.splitlines()
    assert done.returncode == 1
    assert found.startswith("./deal.md:5:50: error FX101 19.5 billion Canadian dollars is about $13.5 billion ")
    assert found.endswith(", not $31.5 billion")
    assert summary.startswith("1 finding in 1 of 2 files")
    done = run(programs / "factcheck", "check", "deal.md", cwd=tmp_path)  # the report for people needs rich
    assert done.returncode == 1
    assert "error[FX101]: 19.5 billion Canadian dollars is about $13.5 billion" in done.stdout
    done = run(programs / "factcheck", "check", "clean.md", cwd=tmp_path)
    assert (done.returncode, done.stdout.startswith("no findings in 1 file")) == (0, True)


def test_the_installed_command_explains_a_rule(programs: Path, tmp_path: Path) -> None:
    done = run(programs / "factcheck", "explain", "FX101", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("# FX101: off-reference-rate\n\nA conversion disagrees with the reference rate.\n")
    assert "## Why" in done.stdout


def test_the_installed_package_uses_the_rules_beside_it(programs: Path, tmp_path: Path) -> None:
    code = "import factcheck.checking.ruleset as r; print(r.shipped(), len(r.load().rules), sep='\\n')"
    shipped, number = succeed(programs / "python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(shipped).is_relative_to(programs.parent)
    assert Path(shipped).parts[-2:] == ("factcheck", "rules")
    assert int(number) == len(list((ROOT / "rules").glob("*.yaml")))
    assert succeed(programs / "pip", "check", cwd=tmp_path) == "No broken requirements found."


def test_the_editable_install_finds_the_rules(tmp_path: Path) -> None:
    origin = json.loads(distribution("factcheck-lint").read_text("direct_url.json") or "{}")
    if not origin.get("dir_info", {}).get("editable"):
        pytest.skip("the tests do not run on an editable install")
    code = "import factcheck.checking.ruleset as r; print(r.shipped())"
    assert Path(succeed(sys.executable, "-c", code, cwd=tmp_path)) == ROOT / "rules"
    explained = succeed(sys.executable, "-m", "factcheck", "explain", "FX101", cwd=tmp_path)
    assert explained.startswith("# FX101: off-reference-rate\n")
