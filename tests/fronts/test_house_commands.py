"""`factcheck init`, `schema` and `completion`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck.checking.ruleset import shipped
from factcheck.fronts.cli import main
from factcheck.fronts.config import Config, load_config
from factcheck.fronts.starting_point import TEXT


def test_init_writes_a_commented_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path)]) == 0
    place = tmp_path / ".factcheck.yaml"
    assert capsys.readouterr().out == f"{place} is written: take out of their comments what you want\n"
    assert load_config(place) == Config(folder=tmp_path)
    place.write_text("ignore: [FX]\n", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert f"{place} is there already; nothing is written" in capsys.readouterr().err
    assert place.read_text(encoding="utf-8") == "ignore: [FX]\n"


def test_the_starting_point_knows_every_key_and_each_is_taken_as_it_stands(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in TEXT.splitlines()[3:]]
    (tmp_path / "house").mkdir()
    data = yaml.safe_load("\n".join(lines))
    assert set(data) == set(Config._fields) - {"folder"}
    (tmp_path / ".factcheck.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert load_config(tmp_path / ".factcheck.yaml").per_file_ignores == {"columns/": ("RNK",)}


def schema(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main(["schema", name]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(found)
    return found


@pytest.mark.parametrize(("name", "pattern"), [("rule", "*.yaml"), ("kind", "claims/*.yaml")])
def test_our_own_files_hold_to_the_schemas(name: str, pattern: str, capsys: pytest.CaptureFixture[str]) -> None:
    validator = jsonschema.Draft202012Validator(schema(name, capsys))
    for path in shipped().glob(pattern):
        data = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
        assert [f"{path.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(data)] == []


def test_the_schema_of_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    validator = jsonschema.Draft202012Validator(schema("config", capsys))
    assert validator.is_valid({"ignore": ["FX"], "severities": {"FX": "info"}, "date": "2025-03-16"})
    assert not validator.is_valid({"ignored": ["FX"]})
    assert not validator.is_valid({"severities": {"FX": "fatal"}})


def test_completion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    asked = f'{script}\nCOMP_WORDS=(factcheck ch); COMP_CWORD=1; _shtab_factcheck; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True)
    assert done.stdout.split() == ["check"]
    for shell in ("zsh", "fish", "tcsh"):
        assert main(["completion", shell]) == 0
        assert "home-currency" in capsys.readouterr().out or shell == "tcsh"  # which completes commands only
