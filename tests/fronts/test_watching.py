"""`factcheck check --watch`, as a process of its own that is interrupted."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.fronts.cli import main

pytest.importorskip("watchfiles")
SPOILT = "Sales rose 25% from $5.0 billion to $6.0 billion.\n"
CLEAN = SPOILT.replace("25%", "20%")


class Watching:
    """The process, and what it prints, line by line."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "factcheck", "check", "--format", "concise", "--watch", *arguments]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the first that has these words; queue.Empty where none comes within a minute."""
        lines = [self._lines.get(timeout=60)]
        while words not in lines[-1]:
            lines.append(self._lines.get(timeout=60))
        return lines


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("drafts").mkdir()
    Path("drafts/a.md").write_text(SPOILT, encoding="utf-8")
    Path("drafts/b.md").write_text(SPOILT, encoding="utf-8")
    return tmp_path / "drafts"


@pytest.fixture
def watching(drafts: Path) -> Iterator[Watching]:
    running = Watching("drafts/")
    yield running
    running.process.kill()
    running.process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to another process")
def test_what_changes_is_checked_again_until_it_is_interrupted(watching: Watching, drafts: Path) -> None:
    first = watching.until("2 findings in 2 of 2 files")
    assert [line.partition(" ")[0] for line in first[:2]] == ["drafts/a.md:1:12:", "drafts/b.md:1:12:"]
    (drafts / "a.md").write_text(CLEAN, encoding="utf-8")
    again = watching.until("no findings in 1 file")
    assert again[1] == "── drafts/a.md ".ljust(78, "─")
    assert not any("b.md" in line for line in again)
    (drafts / "notes.bin").write_bytes(b"no draft")  # nobody asked for it
    (drafts / "c.md").write_text(SPOILT, encoding="utf-8")
    new = watching.until("1 finding in 1 ")
    assert [line for line in new if "notes" in line or "a.md" in line] == []
    assert any(line.startswith("drafts/c.md:1:12: error CHG101 ") for line in new)
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(timeout=60) == 130


def test_a_configuration_concerns_everything_and_may_be_half_written(watching: Watching, drafts: Path) -> None:
    watching.until("2 findings in 2 of 2 files")
    (drafts / ".factcheck.yaml").write_text("ignore: [\n", encoding="utf-8")
    assert ".factcheck.yaml:2: " in watching.until("factcheck: ")[-1]
    (drafts / ".factcheck.yaml").write_text("ignore: [CHG]\n", encoding="utf-8")
    assert watching.until("no findings in 2 files")[1] == "── everything ".ljust(78, "─")
    assert watching.process.poll() is None


def test_without_watchfiles_the_extra_is_named(
    drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["check", "--watch", "drafts"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "factcheck: --watch needs watchfiles: pip install 'factcheck-lint[watch]'\n")


def test_standard_input_is_not_watched(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--watch", "-"]) == 2
    assert capsys.readouterr().err == "factcheck: --watch reads files: standard input does not change\n"
