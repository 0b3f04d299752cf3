"""What is kept of parsed files: one entry for one state of a file, and never a reason to fail."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.fronts.cli import main
from factcheck.parsed import cache_folder, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


class Parser:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, text: str) -> Any:
        self.times += 1
        return {"text": text, "parts": [1, 2.5, None, True]}


def test_a_file_is_parsed_once(tmp_path: Path, folder: Path) -> None:
    file, parse = tmp_path / "a.yaml", Parser()
    file.write_text("one")
    first, second = kept(file, parse), kept(file, parse)
    assert first == second == {"text": "one", "parts": [1, 2.5, None, True]}
    assert parse.times == 1
    second["parts"].append(3)
    assert kept(file, parse)["parts"] == [1, 2.5, None, True]
    assert len(list(folder.iterdir())) == 1


def test_a_file_that_changed_is_parsed_again(tmp_path: Path, folder: Path) -> None:
    file, parse = tmp_path / "a.yaml", Parser()
    file.write_text("one")
    kept(file, parse)
    file.write_text("two")
    os.utime(file, ns=(1, 1))
    assert kept(file, parse)["text"] == "two"
    assert parse.times == 2


def test_two_files_of_one_name_are_told_apart(tmp_path: Path, folder: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(name)
    parse = Parser()
    assert [kept(tmp_path / name / "a.yaml", parse)["text"] for name in "xyxy"] == ["x", "y", "x", "y"]
    assert parse.times == 2


@pytest.mark.parametrize("torn", [b"", b"\xe9", b"(", b"not marshal at all", b"\xdb\x00\x00\x00\x7f"])
def test_a_torn_entry_is_made_anew(tmp_path: Path, folder: Path, torn: bytes) -> None:
    file, parse = tmp_path / "a.yaml", Parser()
    file.write_text("one")
    kept(file, parse)
    (entry,) = folder.iterdir()
    entry.write_bytes(torn)
    assert kept(file, parse)["text"] == "one"
    assert parse.times == 2
    assert kept(file, parse)["text"] == "one"
    assert parse.times == 2


def test_what_cannot_be_kept_is_parsed_each_time(tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    assert isinstance(kept(file, lambda text: object()), object)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("one")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "a.yaml"))
    assert kept(tmp_path / "a.yaml", Parser())["text"] == "one"


def test_nothing_is_kept_where_the_user_says_so(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("It cost 5 million euros.")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "")
    assert cache_folder() is None
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    assert main(["check", "--no-cache", str(file)]) == 0
    assert not folder.exists()
