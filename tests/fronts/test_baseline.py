"""A baseline: findings that are known already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.fronts.cli import main

FX = "It cost 349.5 million yen ($2.38 billion) in March.\n"
SUM = "Nine people died: five men and three women.\n"


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("d").mkdir()
    Path("d/a.md").write_text(f"{FX}\n{SUM}", encoding="utf-8")
    Path("d/b.md").write_text(FX, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> int:
    return main(["check", "--format", "concise", "--date", "2025-06-24", *arguments])


def lines() -> list[dict[str, object]]:
    return [json.loads(line) for line in Path("known.jsonl").read_text(encoding="utf-8").splitlines()]


def test_what_is_known_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("d", "--write-baseline", "known.jsonl") == 0
    assert capsys.readouterr().out == "no findings in 2 files · 7 figures, 4 claims, 4 checked · 3 in the baseline\n"
    assert lines() == [
        {"path": "d/a.md", "code": "FX101", "text": "$2.38 billion", "count": 1},
        {"path": "d/a.md", "code": "SUM102", "text": "Nine", "count": 1},
        {"path": "d/b.md", "code": "FX101", "text": "$2.38 billion", "count": 1},
    ]
    assert check("d", "--baseline", "known.jsonl") == 0
    assert capsys.readouterr().out == "no findings in 2 files · 7 figures, 4 claims, 4 checked · 3 in the baseline\n"


def test_lines_may_move_and_one_more_is_news(capsys: pytest.CaptureFixture[str]) -> None:
    check("d", "--write-baseline", "known.jsonl")
    Path("d/b.md").write_text(f"New.\n\n{FX}\nWe say it again.\n\n{FX}", encoding="utf-8")
    capsys.readouterr()
    assert check("d", "--baseline", "known.jsonl") == 1
    assert capsys.readouterr().out.splitlines()[0].startswith("d/b.md:7:28: error FX101")


def test_the_baseline_may_stand_in_the_configuration_and_the_run_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check(".", "--write-baseline", "known.jsonl")
    Path(".factcheck.yaml").write_text("baseline: known.jsonl\n", encoding="utf-8")
    monkeypatch.chdir("d")
    assert check("a.md", "b.md") == 0


def test_files_that_are_not_read_keep_their_entries() -> None:
    check("d", "--write-baseline", "known.jsonl")
    Path("d/a.md").write_text(SUM, encoding="utf-8")
    check("d/a.md", "--write-baseline", "known.jsonl")
    assert [(line["path"], line["code"]) for line in lines()] == [("d/a.md", "SUM102"), ("d/b.md", "FX101")]
    Path("d/b.md").unlink()
    check("d/a.md", "--write-baseline", "known.jsonl")
    assert [(line["path"], line["code"]) for line in lines()] == [("d/a.md", "SUM102")]


def test_a_merge_of_two_branches(capsys: pytest.CaptureFixture[str]) -> None:
    entry = '{"path": "d/b.md", "code": "FX101", "text": "$2.38 billion", "count": %d}\n'
    Path("known.jsonl").write_text(entry % 1 + entry % 2, encoding="utf-8")
    Path("d/b.md").write_text(f"{FX}\nAgain.\n\n{FX}\nAnd again.\n\n{FX}", encoding="utf-8")
    assert check("d/b.md", "--baseline", "known.jsonl") == 1
    assert [line.split(":")[1] for line in capsys.readouterr().out.splitlines()[:-1]] == ["9"]


def test_articles_of_one_file_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    article = json.dumps({"id": "one", "text": FX}) + "\n"
    Path("a.jsonl").write_text(article, encoding="utf-8")
    check("a.jsonl", "--write-baseline", "known.jsonl")
    assert lines() == [{"path": "a.jsonl", "id": "one", "code": "FX101", "text": "$2.38 billion", "count": 1}]
    Path("a.jsonl").write_text(article + article.replace("one", "two"), encoding="utf-8")
    assert check("a.jsonl", "--baseline", "known.jsonl") == 1


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "[]", '{"path": "a"}', '{"path": 3, "code": "a", "count": 1}', "[" * 9999]
)
def test_mistakes(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("known.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    assert check("d", "--baseline", "known.jsonl") == 2
    assert "known.jsonl:2: no entry of a baseline (a conflict to be merged?): " in capsys.readouterr().err
    assert check("d", "--write-baseline", "known.jsonl") == 2
    assert Path("known.jsonl").read_text(encoding="utf-8") == f"\n{line}\n"  # what is there is not lost


def test_none_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("d", "--baseline", "known.jsonl") == 2
    assert "known.jsonl: no such baseline; --write-baseline writes one" in capsys.readouterr().err
