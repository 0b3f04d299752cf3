"""Only what changed, as git tells."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from factcheck.checking.left_behind import left_behind
from factcheck.drafts.draft import Draft
from factcheck.drafts.reading import read_file
from factcheck.fronts.changes import Changes, Hunk
from factcheck.fronts.cli import main

FX = "It cost 349.5 million yen ($2.38 billion) in March."
SUM = "Nine people died: five men and three women."
GOOD = "It cost 349.5 million yen ($2.38 million) in March."

_FINDING = re.compile(r"(.*:\d+):\d+: \w+ (\w+)")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def write(name: str, *paragraphs: str) -> None:
    Path(name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF", "GIT_DIR", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ada@example.org")
    git("init", "-q", "-b", "main")
    write("a.md", FX, "The sea is calm.", SUM)
    write("b.md", FX)
    git("add", ".")
    git("commit", "-qm", "Two old drafts")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Place and code of each finding."""
    main(["check", "--format", "concise", "--date", "2025-06-24", *arguments])
    found = [_FINDING.match(line) for line in capsys.readouterr().out.splitlines()[:-1]]
    return [" ".join(finding.groups()) for finding in found if finding]


def test_the_changes_of_a_file() -> None:
    write("a.md", "First.", FX, "The sea is rough.", SUM)
    assert Changes("HEAD").of("a.md") == [Hunk(1, 2, ()), Hunk(5, 5, ("The sea is calm.",))]
    assert Changes("HEAD").of("b.md") == []
    write("a.md", FX, SUM)
    assert Changes("HEAD").of("a.md") == [Hunk(2, 1, ("The sea is calm.", ""))]
    write("new.md", FX)
    assert Changes("HEAD").of("new.md") is None


def test_a_typing_fix_is_not_held_up_by_old_figures(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", FX, "The sea is rough.", SUM)
    assert found(capsys, ".", "--since", "HEAD") == []
    write("a.md", FX, "The sea is rough.", SUM.replace("three", "two"))
    assert found(capsys, ".", "--since", "HEAD") == ["./a.md:5 SUM102"]
    write("new.md", FX)
    assert found(capsys, ".", "--since", "HEAD") == ["./a.md:5 SUM102", "./new.md:1 FX101"]


def test_a_claim_over_two_lines_is_touched_by_either(capsys: pytest.CaptureFixture[str]) -> None:
    write("b.md", "It cost 349.5 million yen\n($2.38 billion) in March.")
    git("commit", "-qam", "Folded")
    write("b.md", "It cost 349.6 million yen\n($2.38 billion) in March.")
    assert found(capsys, "b.md", "--since", "HEAD") == ["b.md:2 FX101"]


def test_since_a_branch_means_since_it_was_left(capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "-qb", "desk")
    write("a.md", FX, "The sea is calm.", SUM.replace("three", "two"))
    git("commit", "-qam", "On the desk")
    git("checkout", "-q", "main")
    write("b.md", FX.replace("2.38", "2.39"))
    git("commit", "-qam", "Elsewhere")
    git("checkout", "-q", "desk")
    assert found(capsys, ".", "--since", "main") == ["./a.md:5 SUM102"]


def test_staged(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", FX.replace("2.38", "2.40"), "The sea is calm.", SUM)
    git("add", "a.md")
    write("a.md", GOOD, "The sea is calm.", SUM.replace("three", "two"))
    assert found(capsys, ".", "--staged") == ["./a.md:1 FX101"]  # as it is staged, and as it will be committed


def test_with_nothing_staged_whole_files_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, "a.md", "b.md", "--staged") == ["a.md:1 FX101", "a.md:5 SUM102", "b.md:1 FX101"]


def test_a_first_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    git("init", "-q")
    write("a.md", FX)
    git("add", "a.md")
    assert found(capsys, "a.md", "--staged") == ["a.md:1 FX101"]


def test_what_pre_commit_names(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", FX, "The sea is calm.", SUM.replace("three", "two"))
    git("commit", "-qam", "Pushed")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "HEAD")
    assert found(capsys, "a.md", "b.md", "--staged") == ["a.md:5 SUM102"]


def test_from_another_folder(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    Path("sub dir").mkdir()
    write("sub dir/ä ö.md", GOOD, SUM)
    git("add", ".")
    git("commit", "-qm", "More")
    write("sub dir/ä ö.md", FX, SUM)
    assert found(capsys, ".", "--since", "HEAD") == ["./sub dir/ä ö.md:1 FX101"]
    monkeypatch.chdir("sub dir")
    assert found(capsys, ".", "../b.md", "--since", "HEAD") == ["./ä ö.md:1 FX101"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--since", "nowhere"], "git knows no revision 'nowhere' in ."),
        (["--since", "--output=/tmp/x"], "git knows no revision '--output=/tmp/x' in ."),
    ],
)
def test_mistakes(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.md", arguments[0] + "=" + arguments[1]]) == 2
    assert reason in capsys.readouterr().err


def test_no_repository(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(elsewhere.parent))
    write("a.md", FX)
    assert main(["check", "a.md", "--staged"]) == 2
    assert "what has changed in . is not known: fatal: not a git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert main(["check", "a.md", "--staged"]) == 2
    assert "what has changed is not known: git is not installed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after", "rest", "left"),
    [
        # a figure of three digits or more is the same wherever it stands
        ("The fund pays $1.35 billion.", "The fund pays $1.53 billion.", "It gave $1.35 billion.", ["$1.35 billion"]),
        ("The fund pays $1.35 billion.", "The fund pays $1.53 billion.", "It gave $1.36 billion.", []),
        ("The fund pays $1.35 billion.", "The fund pays $1.53 billion.", "It gave €1.35 billion.", []),
        # a common one where the words around it are shared
        (
            "The storm killed 12 people in Leeds.",
            "The storm killed 14 people in Leeds.",
            "12 people died in the storm.",
            ["12"],
        ),
        (
            "The storm killed 12 people in Leeds.",
            "The storm killed 14 people in Leeds.",
            "The match took 12 rounds.",
            [],
        ),
        (
            "The storm killed 12 people in Leeds.",
            "The storm killed 12 people in Hull.",
            "12 people died in the storm.",
            [],
        ),
        ("The storm killed 12 people in Leeds.", "The sun shone all day long.", "12 people died in the storm.", []),
        ("It rose 4.25% in May.", "It rose by 4.75% in May.", "Up 4.25%!", ["4.25%"]),
    ],
)
def test_where_the_old_figure_survives(before: str, after: str, rest: str, left: list[str]) -> None:
    write("a.md", f"# {rest}", before, "Nothing else.")
    git("commit", "-qam", "Before")
    write("a.md", f"# {rest}", after, "Nothing else.")
    (draft,) = read_file("a.md")
    assert isinstance(draft, Draft)
    found = left_behind(draft, Changes("HEAD").of("a.md") or [])
    assert [finding.text for finding in found] == left


def test_what_is_left_behind_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", "# The fund gave $1.35 billion", "The fund pays $1.35 billion.", "![](a.png) *It is $1.35 billion.*")
    git("commit", "-qam", "Before")
    write("a.md", "# The fund gave $1.35 billion", "The fund pays $1.53 billion.", "![](a.png) *It is $1.35 billion.*")
    said = "warning CON199 check: this still says $1.35 billion, which line 3 has changed to $1.53 billion"
    assert main(["check", "--format", "concise", "--since", "HEAD", "a.md"]) == 1
    assert capsys.readouterr().out.splitlines()[:-1] == [f"a.md:1:17: {said}", f"a.md:5:19: {said}"]


def test_git_is_asked_once_for_the_files_of_a_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(20):
        write(f"c{n}.md", FX)
    git("add", ".")
    git("commit", "-qm", "Many")
    write("c7.md", FX.replace("2.38", "2.39"))
    asked: list[object] = []
    ask = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda command, **how: (asked.append(command), ask(command, **how))[1])
    assert found(capsys, ".", "--since", "HEAD") == ["./c7.md:1 FX101"]
    assert len(asked) == 5  # the revision, where it was left, what is known, what has changed, and the one that has
