"""`--fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from factcheck.fronts import fixing
from factcheck.fronts.cli import main

FX = "It cost 349.5 million yen ($2.38 billion) in March."
SAFE = "The toll of nine dead is wrong: Nine people died, five men and three women."
SUM = "Nine people died: five men and three women."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> int:
    return main(["check", "--format", "concise", "--date", "2025-06-24", *arguments])


def test_only_what_alone_can_be_wrong_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text(f"{FX}\n\n{SUM}\n", encoding="utf-8")
    assert check("a.md", "--fix") == 1
    assert Path("a.md").read_text(encoding="utf-8") == f"{FX}\n\nEight people died: five men and three women.\n"
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[2] for line in lines[:-1]] == ["FX101"]
    assert lines[-1].endswith(" · 1 fixed · 1 fix with --unsafe-fixes")
    assert check("a.md", "--unsafe-fixes") == 0
    assert Path("a.md").read_text(encoding="utf-8").startswith("It cost 349.5 million yen ($2.41 million) in March.")
    assert capsys.readouterr().out.endswith("checked · 1 fixed\n")


@pytest.mark.parametrize(
    ("name", "mark", "encoding"),
    [
        ("a.md", b"", "utf-8"),
        ("a.md", b"\xef\xbb\xbf", "utf-8"),
        ("a.txt", b"\xff\xfe", "utf-16-le"),
        ("a.txt", b"\xfe\xff", "utf-16-be"),
        ("a.html", b"", "cp1252"),
    ],
)
def test_encoding_marks_and_line_ends_are_kept(name: str, mark: bytes, encoding: str) -> None:
    before = f"Café – one.\r\n\r\n{SUM}\r\n\r\nNo end"
    Path(name).write_bytes(mark + before.encode(encoding))
    assert check(name, "--fix") == 0
    assert Path(name).read_bytes() == mark + before.replace("Nine", "Eight").encode(encoding)


def test_mode_and_links_are_kept() -> None:
    Path("real.md").write_text(SUM, encoding="utf-8")
    Path("real.md").chmod(0o640)
    Path("link.md").symlink_to("real.md")
    check("link.md", "--fix")
    assert Path("link.md").is_symlink()
    assert Path("real.md").read_text(encoding="utf-8").startswith("Eight")
    assert stat.S_IMODE(Path("real.md").stat().st_mode) == 0o640
    assert sorted(os.listdir(".")) == ["link.md", "real.md"]


def test_a_difference_is_shown_and_nothing_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text(f"{FX}\n\n{SUM}", encoding="utf-8")
    assert check("a.md", "--diff") == 1
    assert capsys.readouterr().out == (
        "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n"
        f" {FX}\n \n-{SUM}\n\\ No newline at end of file\n"
        f"+{SUM.replace('Nine', 'Eight')}\n\\ No newline at end of file\n"
    )
    assert Path("a.md").read_text(encoding="utf-8") == f"{FX}\n\n{SUM}"
    Path("a.md").write_text(f"{FX}\n", encoding="utf-8")
    assert check("a.md", "--diff") == 0
    assert check("a.md", "--diff", "--unsafe-fixes") == 1
    assert "+It cost 349.5 million yen ($2.41 million) in March." in capsys.readouterr().out


def test_articles_of_one_file_are_left_alone() -> None:
    line = json.dumps({"id": "one", "text": SUM}) + "\n"
    Path("a.jsonl").write_text(line, encoding="utf-8")
    assert check("a.jsonl", "--fix") == 1
    assert Path("a.jsonl").read_text(encoding="utf-8") == line


def test_a_suppression_that_covers_nothing_is_deleted() -> None:
    Path("a.md").write_text("Five. <!-- factcheck: ignore -->\n", encoding="utf-8")
    assert check("a.md", "--fix", "--report-unused-suppressions") == 0
    assert Path("a.md").read_text(encoding="utf-8") == "Five. \n"


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.md").write_text(SUM, encoding="utf-8")
    mend = fixing.fixed

    def slowly(*arguments: object, **options: object) -> fixing.Fixed:
        Path("a.md").write_text("Another hand wrote this.", encoding="utf-8")
        return mend(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(fixing, "fixed", slowly)
    assert check("a.md", "--fix") == 2
    assert Path("a.md").read_text(encoding="utf-8") == "Another hand wrote this."
    assert "a.md: not fixed: it has changed since it was read" in capsys.readouterr().err


def test_what_the_encoding_lacks_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f'<meta charset="windows-1252"><p>{SUM}</p>'
    Path("a.html").write_text(page, encoding="cp1252")
    monkeypatch.setattr(fixing, "fixed", lambda *_, **__: fixing.Fixed(page + "→", 1))
    assert check("a.html", "--fix") == 2
    assert Path("a.html").read_text(encoding="cp1252") == page
    assert "a.html: not fixed: '→' cannot be written in" in capsys.readouterr().err
    assert os.listdir(".") == ["a.html"]
