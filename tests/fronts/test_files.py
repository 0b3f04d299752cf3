"""Which files a run reads."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from factcheck.drafts.draft import Unreadable
from factcheck.fronts.cli import main
from factcheck.fronts.files import files

SLIP = "It cost 349.5 million yen ($2.38 billion) on June 24, 2025.\n"


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str, text: str = "It cost $3.\n") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, exclude: Iterable[str] = (), gitignore: bool = True) -> list[str]:
    return [str(item).replace(os.sep, "/") for item in files(paths, tuple(exclude), gitignore=gitignore)]


def test_a_folder_gives_the_known_kinds_in_order() -> None:
    make("d/b.md", "d/a.txt", "d/c.png", "d/sub/a.md", "d/.hidden/a.md", "d/.a.md")
    assert found("d") == ["d/a.txt", "d/b.md", "d/sub/a.md"]


def test_a_named_file_is_read_whatever_it_is_called_and_once() -> None:
    make("d/story.draft", "d/a.md")
    assert found("d/story.draft", "d/a.md", "./d/a.md", "d") == ["d/story.draft", "d/a.md"]


def test_patterns() -> None:
    make("d/a.md", "d/x/b.md", "d/x/b.txt")
    assert found("d/**/*.md") == ["d/a.md", "d/x/b.md"]
    assert found("d/*.md", "d/[x]/*.txt") == ["d/a.md", "d/x/b.txt"]
    make("d/[odd].md")
    assert found("d/[odd].md") == ["d/[odd].md"]  # a file of that name is no pattern


def test_nothing_there() -> None:
    Path("empty").mkdir()
    problems = list(files(["empty", "no/*.md"]))
    assert [(item.path, item.reason.partition(" (")[0]) for item in problems if isinstance(item, Unreadable)] == [
        ("empty", "no drafts in this folder"),
        ("no/*.md", "no file fits this pattern"),
    ]


@pytest.mark.parametrize("repository", [True, False])
def test_gitignore(repository: bool) -> None:
    if repository:
        Path(".git").mkdir()
    make("d/a.md", "d/old/a.md", "d/old/b.md", "d/new/a.md", "d/new/old.md", "d/x.tmp.md", "d/keep.tmp.md")
    make("d/.gitignore", text="# what is gone\nold/\n*.tmp.md\n!keep.tmp.md\n")
    make("d/new/.gitignore", text="/old.md\n")
    assert found("d") == ["d/a.md", "d/keep.tmp.md", "d/new/a.md"]
    assert found("d/**/*.md") == (["d/a.md", "d/keep.tmp.md", "d/new/a.md"])
    assert "d/old/a.md" in found("d", gitignore=False)
    assert found("d/old/a.md") == ["d/old/a.md"]  # who names it, means it


def test_the_root_of_a_repository_speaks_for_its_folders() -> None:
    make(".gitignore", text="/d/old/\nbuild\n")
    make(".git/info/exclude", text="private.md\n")
    make("d/a.md", "d/old/a.md", "d/build/a.md", "d/private.md", "e/old/a.md")
    assert found("d", "e") == ["d/a.md", "e/old/a.md"]
    assert found("d/*.md") == ["d/a.md"]
    assert found("?/old/*.md") == ["e/old/a.md"]


def test_exclude() -> None:
    make("d/a.md", "d/old/a.md", "d/b.tmp.md")
    assert found("d", exclude=["d/old/", "*.tmp.md"]) == ["d/a.md"]
    assert found("d/old/a.md", exclude=["d/old/"]) == ["d/old/a.md"]


def test_the_command_and_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    make("d/a.md", "d/b.md", "d/c.md", text=SLIP)
    make(".gitignore", text="b.md\n")
    Path(".git").mkdir()
    make(".factcheck.yaml", text="exclude: [d/c.md]\n")
    assert main(["check", "d", "--format", "concise"]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == ["d/a.md"]
    assert main(["check", "d", "--format", "concise", "--no-gitignore"]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == ["d/a.md", "d/b.md"]
    assert main(["check", "d", "--format", "concise", "--exclude", "d/a.md"]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == ["d/c.md"]
