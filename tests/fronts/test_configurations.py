"""The configuration of each file: found upwards from it, levels of rules, what some files may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.fronts.cli import main

FX = "It cost 349.5 million yen ($2.38 billion) in March.\n"
SUM = "Nine people died: five men and three women.\n"


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("desk", "desk/sport", "wire"):
        Path(folder).mkdir()
        Path(folder, "a.md").write_text(f"{FX}\n{SUM}", encoding="utf-8")
    return tmp_path


def configure(place: str, text: str) -> None:
    Path(place).write_text(text, encoding="utf-8")


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[str]]:
    """The findings' levels and codes by file."""
    main(["check", *arguments, "--format", "concise", "--date", "2025-06-24"])
    by_file: dict[str, list[str]] = {}
    for line in capsys.readouterr().out.splitlines()[:-1]:
        place, said = line.split(": ", 1)
        by_file.setdefault(place.split(":")[0], []).append(" ".join(said.split()[:2]))
    return by_file


BOTH = ["error FX101", "error SUM102"]


def test_the_nearest_file_upwards_counts(capsys: pytest.CaptureFixture[str]) -> None:
    configure(".factcheck.yaml", "ignore: [FX]\n")
    configure("desk/sport/pyproject.toml", '[tool.factcheck]\nignore = ["SUM"]\n')
    configure("wire/pyproject.toml", '[project]\nname = "factcheck-free"\n')  # says nothing of us: look further
    assert found(capsys, ".") == {
        "./desk/a.md": ["error SUM102"],
        "./desk/sport/a.md": ["error FX101"],
        "./wire/a.md": ["error SUM102"],
    }


def test_the_command_line_comes_before_all_files(capsys: pytest.CaptureFixture[str]) -> None:
    configure("desk/.factcheck.yaml", "ignore: [FX]\nselect: [FX, SUM]\n")
    assert found(capsys, ".", "--ignore", "SUM", "--select", "FX,SUM")["./desk/a.md"] == ["error FX101"]
    configure("other.yaml", "ignore: [SUM102]\n")
    assert found(capsys, "desk/a.md", "--config", "other.yaml") == {"desk/a.md": ["error FX101"]}


def test_levels(capsys: pytest.CaptureFixture[str]) -> None:
    configure(".factcheck.yaml", "severities: {FX: warning, SUM: error, parts-do-not-total: info}\n")
    assert found(capsys, "desk/a.md") == {"desk/a.md": ["warning FX101"]}
    assert found(capsys, "desk/a.md", "--severity", "info") == {"desk/a.md": ["warning FX101", "info SUM102"]}
    assert main(["check", "desk/a.md", "--fail-on", "error", "--date", "2025-06-24"]) == 0


def test_a_rounding_slip_is_not_raised_above_its_level(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text("Sales rose 23% from $5.0 billion to $6.0 billion.\n", encoding="utf-8")
    before = found(capsys, "a.md")
    assert before == {"a.md": ["warning CHG101"]}
    configure(".factcheck.yaml", "severities: {CHG101: error}\n")
    assert found(capsys, "a.md") == before


def test_some_files_may(capsys: pytest.CaptureFixture[str]) -> None:
    configure(".factcheck.yaml", "per_file_ignores: {desk/sport/: [FX], '*/a.md': [SUM102]}\n")
    assert found(capsys, ".") == {
        "./desk/a.md": ["error FX101"],
        "./desk/sport/a.md": ["error SUM102"],
        "./wire/a.md": ["error FX101"],
    }
    assert found(capsys, "desk/sport/a.md") == {"desk/sport/a.md": ["error SUM102"]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("severities: {FX909: error}\n", "no rule is called 'FX909'"),
        ("severities: {FX: fatal}\n", "severities.FX: Input should be 'error', 'warning' or 'info'"),
        ("per_file_ignores: {a.md: [QQ]}\n", "no rule is called 'QQ'"),
        ("per_file_ignore: {a.md: [FX]}\n", "unknown key 'per_file_ignore'; did you mean 'per_file_ignores'?"),
        ("folder: here\n", "unknown key 'folder'"),
    ],
)
def test_mistakes(text: str, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure(".factcheck.yaml", text)
    assert main(["check", "desk/a.md"]) == 2
    assert reason in capsys.readouterr().err


def test_exit_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "desk/a.md", "--exit-zero"]) == 0
    assert "FX101" in capsys.readouterr().out
    assert main(["check", "gone.md", "--exit-zero"]) == 2
