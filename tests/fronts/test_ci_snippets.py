"""The snippets of docs/ci.md: YAML that parses, with commands of ours that can be run."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.fronts.arguments import parser
from factcheck.fronts.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
SNIPPETS = [piece.partition("```")[0] for piece in PAGE.split("```yaml\n")[1:]]
SPOILT = "Sales rose 25% from $5.0 billion to $6.0 billion.\n"
COMMANDS = [
    words
    for snippet in SNIPPETS
    for line in snippet.splitlines()
    if (words := line.strip().removeprefix("- ").removeprefix("run: ")).startswith("factcheck ")
]


def test_every_snippet_is_yaml_with_one_command_of_ours() -> None:
    assert len(SNIPPETS) == len(COMMANDS) == 3
    pull, scan, gitlab = (yaml.safe_load(snippet) for snippet in SNIPPETS)
    for workflow in (pull, scan):
        steps: list[dict[str, Any]] = workflow["jobs"]["factcheck"]["steps"]
        assert [set(step) & {"uses", "run"} != set() for step in steps] == [True] * len(steps)
    assert pull["jobs"]["factcheck"]["steps"][0]["with"] == {"fetch-depth": 0}
    assert scan["jobs"]["factcheck"]["steps"][-1]["with"]["sarif_file"] in COMMANDS[1]
    assert gitlab["figures"]["artifacts"]["reports"]["codequality"] in COMMANDS[2]


@pytest.mark.parametrize(("command", "status"), list(zip(COMMANDS, (1, 0, 1), strict=True)))
def test_the_commands_find_what_a_branch_has_spoilt(
    command: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("drafts").mkdir()
    draft = Path("drafts/sales.md")
    draft.write_text(SPOILT.replace("25%", "20%"), encoding="utf-8")
    for words in ("init -q", "add -A", "-c user.name=n -c user.email=e commit -q -m first", "branch origin/main"):
        subprocess.run(["git", *words.split()], check=True)
    draft.write_text(SPOILT, encoding="utf-8")
    said = command.replace("$GITHUB_BASE_REF", "main").replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD")
    arguments = shlex.split(said)[1:]
    assert parser().parse_args(arguments).paths == ["drafts/"]
    assert main(arguments) == status
    report = parser().parse_args(arguments).output
    told = Path(report).read_text(encoding="utf-8") if report else capsys.readouterr().out
    assert "CHG101" in told
    assert "sales.md" in told
    if report:
        json.loads(told)
    else:
        assert told.startswith("::error file=drafts/sales.md,line=1,")
