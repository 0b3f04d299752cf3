"""The command: what it prints, where, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.fronts.cli import main

SPOILT = "---\ndate: 2025-03-16\n---\nThe deal is worth 19.5 billion Canadian dollars ($31.5 billion).\n"
CLEAN = SPOILT.replace("$31.5", "$13.5")
LINE = (
    "error FX101 19.5 billion Canadian dollars is about $13.5 billion at the rate of 14 March 2025 (ECB), "
    "not $31.5 billion"
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("spoilt.md").write_text(SPOILT, encoding="utf-8")
    Path("clean.md").write_text(CLEAN, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(list(arguments))
    except SystemExit as stop:
        status = int(stop.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


def test_findings_give_status_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", "--format", "concise", "spoilt.md", "clean.md")
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        f"spoilt.md:4:50: {LINE}",
        "1 finding in 1 of 2 files · 4 figures, 2 claims, 2 checked · 1 fix with --unsafe-fixes",
    ]


def test_clean_copy_gives_status_zero(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check", "--format", "concise", "clean.md")
    assert (status, out) == (0, "no findings in 1 file · 2 figures, 1 claim, 1 checked\n")


def test_a_folder_is_searched_in_the_order_of_paths(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a").mkdir()
    Path("a/z.txt").write_text(SPOILT, encoding="utf-8")
    Path(".hidden").mkdir()
    Path(".hidden/x.md").write_text(SPOILT, encoding="utf-8")
    Path("notes.css").write_text(SPOILT, encoding="utf-8")
    _, out, _ = run(capsys, "check", "--format", "jsonl", ".", "spoilt.md")
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["./a/z.txt", "./spoilt.md"]


def test_jsonl_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", "--format", "jsonl", "spoilt.md")
    record = json.loads(out)
    assert SPOILT[record["start"] : record["end"]] == record["text"] == "$31.5 billion"
    assert (record["line"], record["column"], record["end_line"], record["end_column"]) == (4, 50, 4, 63)
    assert (record["code"], record["name"], record["severity"]) == ("FX101", "off-reference-rate", "error")
    assert record["expected"] == "$13.5 billion"
    assert record["fix"] == {"start": record["start"], "end": record["end"], "text": "$13.5 billion"}
    assert record["cause"] == "two digits changed places: $13.5 billion?"
    assert [(r["text"], r["label"]) for r in record["related"]] == [
        ("19.5 billion Canadian dollars", "converted from this"),
        ("2025-03-16", "the day of the rate"),
    ]
    assert record["claim"]["kind"] == "conversion"
    original = record["claim"]["roles"]["original"]
    assert (original["value"], original["currency"]) == ("19500000000", "CAD")
    assert (original["low"], original["high"], original["hedge"]) == ("19450000000", "19550000000", None)


def test_the_date_of_the_command_line_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check", "--date", "2008-07-01", "--format", "jsonl", "clean.md")
    assert status == 1
    assert "1 July 2008" in json.loads(out)["message"]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(SPOILT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    status, out, _ = run(capsys, "check", "--format", "concise", "--stdin-filename", "draft.md", "-")
    assert status == 1
    assert out.startswith(f"draft.md:4:50: {LINE}")


def test_severity_and_fail_on(capsys: pytest.CaptureFixture[str]) -> None:
    stale = "---\ndate: 2025-03-20\n---\nThe deal is worth €100.0 million ($104.9 million).\n"
    Path("stale.md").write_text(stale, encoding="utf-8")
    assert run(capsys, "check", "--format", "concise", "stale.md")[0] == 1
    assert run(capsys, "check", "--format", "concise", "--fail-on", "error", "stale.md")[0] == 0
    status, out, _ = run(capsys, "check", "--format", "concise", "--severity", "error", "stale.md")
    assert (status, out.splitlines()[0]) == (1, "no findings in 1 file · 2 figures, 1 claim, 1 checked")


def test_select_and_ignore(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--format", "concise", "--ignore", "FX", "spoilt.md")[0] == 0
    assert run(capsys, "check", "--format", "concise", "--select", "SUM101,weekday-of-date", "spoilt.md")[0] == 0
    assert run(capsys, "check", "--format", "concise", "--select", "FX101", "spoilt.md")[0] == 1
    status, _, err = run(capsys, "check", "--select", "FX999", "spoilt.md")
    assert (status, err) == (2, "factcheck: no rule is called 'FX999'; `factcheck rules` lists them\n")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("binary.md", b"\x89PNG\r\n\0\0", "binary.md: a binary file, not a draft"),
        (
            "latin.txt",
            "Line one.\nA caf\xe9 for $5.\n".encode("latin-1"),
            "latin.txt:2: not UTF-8: byte 0xE9 (invalid continuation byte); save the file as UTF-8",
        ),
        ("empty.md", b"", "empty.md: empty: nothing to check"),
        ("white.md", b" \n\n", "white.md: empty: nothing to check"),
    ],
)
def test_unreadable_input_is_named_and_the_rest_is_checked(
    capsys: pytest.CaptureFixture[str], name: str, data: bytes, message: str
) -> None:
    Path(name).write_bytes(data)
    status, out, err = run(capsys, "check", "--format", "concise", name, "missing.md", "spoilt.md")
    assert status == 2
    assert err.splitlines() == [f"factcheck: {message}", "factcheck: missing.md: no such file"]
    assert out.splitlines()[0] == f"spoilt.md:4:50: {LINE}"
    assert out.splitlines()[1].endswith("2 files could not be read")


def test_broken_front_matter_names_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("broken.md").write_text("---\ntitle: A\ndate: [2025\n---\nText for $5.\n", encoding="utf-8")
    status, out, err = run(capsys, "check", "--format", "concise", "broken.md", "spoilt.md")
    assert status == 2
    assert err.startswith("factcheck: broken.md:")
    assert "front matter" in err
    assert LINE in out


def test_broken_rules_of_a_house(capsys: pytest.CaptureFixture[str]) -> None:
    Path("house").mkdir()
    Path("house/XX101-x.yaml").write_text("code: XX101\nlevel: 3\n", encoding="utf-8")
    Path(".factcheck.yaml").write_text("rules: [house]\n", encoding="utf-8")
    status, _, err = run(capsys, "check", "spoilt.md")
    assert status == 2
    assert err.startswith(f"factcheck: {Path('house/XX101-x.yaml').absolute()}:")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".factcheck.yaml", "selct: [FX101]\n", "unknown key 'selct'; did you mean 'select'?"),
        ("pyproject.toml", '[tool.factcheck]\nfail-on = "always"\n', "fail_on: Input should be"),
        ("pyproject.toml", "[tool.factcheck\n", "Expected ']'"),
        (".factcheck.yaml", "select: [FX101\n", ".factcheck.yaml:2:"),
        (".factcheck.yaml", "language: xx\n", "no lexicon for language 'xx'; there are: "),
    ],
)
def test_broken_configuration(capsys: pytest.CaptureFixture[str], name: str, text: str, message: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    status, _, err = run(capsys, "check", "spoilt.md")
    assert status == 2
    assert message in err


def test_configuration_is_found_upwards(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pyproject.toml").write_text('[tool.factcheck]\nignore = ["FX101"]\n', encoding="utf-8")
    Path("drafts").mkdir()
    monkeypatch.chdir("drafts")
    Path("spoilt.md").write_text(SPOILT, encoding="utf-8")
    assert run(capsys, "check", "--format", "concise", "spoilt.md")[0] == 0


def test_output_is_written_beside_and_renamed(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "check", "--format", "jsonl", "--output", "report.jsonl", "spoilt.md")
    assert (status, out) == (1, "")
    assert json.loads(Path("report.jsonl").read_text(encoding="utf-8"))["code"] == "FX101"
    assert [name for name in os.listdir() if name.endswith(".new")] == []


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 2
    status, _, err = run(capsys, "check", "--date", "16 March")
    assert status == 2
    assert "'16 March' is not a date such as 2025-03-16" in err
    status, out, _ = run(capsys, "check", "--help")
    assert status == 0
    for option in ("--format", "--date", "--stdin-filename", "--fail-on", "--home-currency", "--select"):
        assert option in out


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "explain", "fx101")
    assert status == 0
    assert out.startswith("# FX101: off-reference-rate\n")
    assert "converted == original * rate(original, converted)" in out
    assert "* The deal is worth C$19.5 billion (**$15.3 billion**). → $13.5 billion (USD/CAD 1.44)" in out
    said = [line for line in out.splitlines() if line.startswith("* ")]
    assert sorted(said) == sorted(set(said))
    assert run(capsys, "explain", "part-exceeds-whole")[1].startswith("# SUM101")
    assert run(capsys, "explain", "NO1")[0] == 2


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules")
    assert status == 0
    codes = [line.split()[0] for line in out.splitlines()]
    assert codes == sorted(codes)
    assert {"CHG101", "CON101", "DAY101", "FX101", "FX102", "SUM101"} <= set(codes)
    assert "SUM101  error    part-exceeds-whole: A part is larger than the whole it belongs to" in out


def test_a_closed_pipe_is_no_error() -> None:
    Path("long.txt").write_text("\n\n".join(["It cost €3.0 million ($9.8 million)."] * 400), encoding="utf-8")
    command = f"{sys.executable} -m factcheck check --date 2025-03-14 --format jsonl long.txt | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.parametrize(
    ("command", "status", "out", "err"),
    [
        ("check --date 2025-03-14 spoilt.md >&-", 1, "", ""),
        ("figures spoilt.md >&-", 0, "", ""),
        ("rates show USD CAD --date 2025-03-14 >&-", 0, "", ""),
        ("check missing.md >&-", 2, "", "factcheck: missing.md: no such file\n"),
        ("check --format json missing.md 2>&-", 2, "[]\n", ""),
    ],
)
def test_a_stream_may_be_closed(command: str, status: int, out: str, err: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -m factcheck {command}", shell=True, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, out, err)


def test_a_pipe_in_a_folder_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("drafts").mkdir()
    os.mkfifo("drafts/a.md")
    Path("drafts/b.md").write_text("It cost €3.0 million.", encoding="utf-8")
    Path("drafts/c.md").symlink_to("nowhere.md")
    status, out, err = run(capsys, "check", "--format", "concise", "drafts")
    assert (status, err) == (2, f"factcheck: {Path('drafts/c.md')}: no such file\n")
    assert out.startswith("no findings in 1 file")


def test_output_keeps_a_link_and_leaves_nothing_behind(capsys: pytest.CaptureFixture[str]) -> None:
    Path("link.jsonl").symlink_to("target.jsonl")
    assert run(capsys, "check", "--format", "jsonl", "--output", "link.jsonl", "spoilt.md")[0] == 1
    assert Path("link.jsonl").is_symlink()
    assert json.loads(Path("target.jsonl").read_text(encoding="utf-8"))["code"] == "FX101"
    Path("folder").mkdir()
    status, _, err = run(capsys, "check", "--output", "folder", "spoilt.md")
    assert (status, err) == (2, "factcheck: [Errno 21] Is a directory: 'folder'\n")
    status, _, err = run(capsys, "check", "--output", "nowhere/o.jsonl", "spoilt.md")
    assert (status, err) == (2, "factcheck: [Errno 2] No such file or directory: 'nowhere/o.jsonl'\n")
    assert [name for name in os.listdir() if name.endswith(".new")] == []


def test_output_to_a_device_writes_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--format", "jsonl", "--output", os.devnull, "spoilt.md")[0] == 1
    assert not Path(os.devnull).is_file()


def test_a_crash_does_not_look_like_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("factcheck.checking.check.find_figures", broken)
    status, _, err = run(capsys, "check", "spoilt.md")
    assert status == 2
    assert err.endswith("RuntimeError: broken\nfactcheck: this is a mistake in factcheck, please report it\n")


def test_an_unknown_home_currency_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "check", "--home-currency", "nonsense", "spoilt.md")
    assert (status, err) == (
        2,
        "factcheck: home_currency: 'NONSENSE' is no currency code of ISO 4217 such as CAD\n",
    )


def test_statistics(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(
        "Nine died: five men and three women.\n\nTen people died: five men and three women. It ends on June 31.\n",
        encoding="utf-8",
    )
    _, out, err = run(capsys, "check", "--format", "concise", "--statistics", str(draft))
    assert out.splitlines()[-2:] == ["     2  SUM102  parts-do-not-total", "     1  DAY102  impossible-day"]
    _, out, err = run(capsys, "check", "--format", "jsonl", "--statistics", str(draft))
    assert len(out.splitlines()) == 3
    assert err.splitlines() == ["     2  SUM102  parts-do-not-total", "     1  DAY102  impossible-day"]
