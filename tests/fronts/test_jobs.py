"""Several processes: the same report, whatever the order in which they end, die or are interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from factcheck.drafts.pieces import Piece, pieces
from factcheck.fronts import run, workers
from factcheck.fronts.cli import main
from factcheck.reports.registry import RENDERERS

WRONG = "Sales rose 25% from $5.0 billion to $6.0 billion."
RIGHT = "Sales rose 20% from $5.0 billion to $6.0 billion."


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of several formats, every third one with a finding, one that is suppressed, and some that are no drafts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "BATCH", 300)
    for n in range(24):
        said = WRONG if n % 3 == 0 else RIGHT
        Path(f"2025-03-{n + 1:02}-shop.md").write_text(f"# The shop\n\n{said}\n", encoding="utf-8")
    Path("kept.md").write_text(f"<!-- factcheck: ignore CHG101: as quoted -->\n{WRONG}\n", encoding="utf-8")
    Path("broken.txt").write_bytes(b"Sales rose \xff\xfe.")
    Path("empty.md").write_bytes(b"")
    lines = [json.dumps({"text": WRONG if n % 50 == 0 else RIGHT}) for n in range(300)]
    lines[7] = "no article"
    lines[100] = ""
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("form", RENDERERS)
def test_the_report_is_the_same_for_any_number_of_processes(
    form: str, drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.drafts.pieces.pieces.__defaults__", (2_000,))
    alone = told(capsys, "--format", form, "--jobs", "1", "--statistics", ".")
    assert alone[0] == 2
    assert "CHG101" in alone[1]
    for jobs in ("2", "4"):
        assert told(capsys, "--format", form, "--jobs", jobs, "--statistics", ".") == alone


def test_large_work_is_shared_without_being_asked(
    drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = told(capsys, "--format", "jsonl", "--jobs", "1", ".")
    monkeypatch.setattr(run, "ALONE", 500)
    monkeypatch.setattr(run, "_processors", lambda: 3)
    started: list[object] = []
    start = workers.Crew._start
    monkeypatch.setattr(workers.Crew, "_start", lambda crew: (started.append(crew), start(crew))[1])
    assert told(capsys, "--format", "jsonl", ".") == alone
    assert len(started) == 3
    started.clear()
    told(capsys, "--format", "jsonl", "2025-03-01-shop.md")
    assert started == []


def test_fixes_and_baselines_are_the_same(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = Path("2025-03-01-shop.md")
    shown = [told(capsys, "--diff", "--unsafe-fixes", "--jobs", jobs, ".") for jobs in ("1", "3")]
    assert shown[0] == shown[1]
    assert "+Sales rose 20%" in shown[0][1]
    for jobs in ("1", "3"):
        told(capsys, "--write-baseline", f"known{jobs}", "--jobs", jobs, ".")
    assert Path("known1").read_text() == Path("known3").read_text() != ""
    assert "no findings" in told(capsys, "--baseline", "known1", "--jobs", "3", "--format", "concise", ".")[1]
    told(capsys, "--fix", "--unsafe-fixes", "--jobs", "3", ".")
    assert RIGHT in first.read_text(encoding="utf-8")


def test_a_worker_that_dies_costs_the_piece_that_it_was_at(
    drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = workers.check_piece

    def deadly(piece: Piece, known: object) -> bytes:
        if piece.path.endswith("2025-03-04-shop.md"):
            os.kill(os.getpid(), signal.SIGKILL)
        return check(piece, known)  # type: ignore[arg-type]

    alone = told(capsys, "--format", "jsonl", "--jobs", "1", ".")
    monkeypatch.setattr(workers, "check_piece", deadly)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left one: a fork has our patch
    status, out, err = told(capsys, "--format", "jsonl", "--jobs", "2", ".")
    assert status == 2
    assert "2025-03-04-shop.md: not checked: the process that was at it was ended by SIGKILL" in err
    assert out.splitlines() == [line for line in alone[1].splitlines() if "2025-03-04" not in line]


def test_a_mistake_of_ours_in_a_worker_is_told_as_one(
    drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(piece: Piece, known: object) -> bytes:
        raise ZeroDivisionError("in a worker")

    monkeypatch.setattr(workers, "check_piece", mistaken)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    status, _, err = told(capsys, "--format", "jsonl", "--jobs", "2", "kept.md")
    assert status == 2
    assert "ZeroDivisionError: in a worker" in err
    assert "this is a mistake in factcheck" in err


def test_workers_that_are_spawned_find_the_same(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = told(capsys, "--format", "jsonl", "--jobs", "1", "--ignore", "SUM", ".")
    program = (
        "import multiprocessing, sys\n"
        "from factcheck.fronts import workers\n"
        "from factcheck.fronts.cli import main\n"
        "if __name__ == '__main__':\n"
        "    workers.START = 'spawn'\n"
        "    sys.exit(main(sys.argv[1:]))\n"
    )
    Path("run_it.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "run_it.py", "check", "--format", "jsonl", "--jobs", "2", "--ignore", "SUM", "."]
    package = str(Path(run.__file__).parents[2])
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONPATH": package}, check=False
    )
    assert (done.returncode, done.stdout) == alone[:2]


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_an_interruption_leaves_nothing_behind(drafts: Path) -> None:
    Path("large.jsonl").write_text((json.dumps({"text": RIGHT * 40}) + "\n") * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "--jobs", "2", "--output", "report.txt", "large.jsonl"]
    environment = os.environ | {"PYTHONPATH": str(Path(run.__file__).parents[2])}
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    children: list[str] = []
    place = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not place.exists():
        process.kill()
        pytest.skip("no /proc here")
    for _ in range(600):
        children = place.read_text().split()
        if len(children) == 2 or process.poll() is not None:
            break
        time.sleep(0.05)
    assert len(children) == 2
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(30) == 130
    assert [child for child in children if Path("/proc", child).exists()] == []
    assert [name for name in os.listdir() if "report" in name] == []


def test_pieces_are_whole_lines_with_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": f"It cost ${n} million."}) for n in range(100)]
    path.write_text("\n".join([*lines[:50], " ", *lines[50:]]), encoding="utf-8")
    parts = list(pieces(str(path), 300))
    assert len(parts) > 5
    assert all(isinstance(part, Piece) for part in parts)
    ids = [draft.id for part in parts for draft in part.drafts()]  # type: ignore[union-attr]
    assert ids == [str(n) for n in range(1, 102) if n != 51]


def test_a_number_of_processes_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    for said in ("0", "-1", "many", "1000"):
        with pytest.raises(SystemExit):
            main(["check", "--jobs", said, "."])
        assert f"{said!r} is not auto, nor a number of processes" in capsys.readouterr().err.replace("\n", " ")
