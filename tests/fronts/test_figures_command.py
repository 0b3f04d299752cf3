"""`factcheck figures`: what it shows of which drafts, where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.fronts.cli import main

DRAFT = """---
date: 2025-03-16
---
# Port gets 12 billion kroner

The city will spend **12** billion kroner ($1.13bn) on the port.
Sales fell by nearly 20% to $5-6
million on 3 March.
"""
KEYS = [
    "path", "kind", "text", "start", "end", "line", "column", "value", "low", "high", "ends", "currency",
    "currencies", "unit", "hedge",
]  # fmt: skip
ARTICLES = (
    '{"id": "a1", "text": "It cost $5 million.", "date": "2025-03-16"}\n'
    '{"id": "a2", "text": "No numbers here."}\n'
    '{"id": "a3", "text": "Up 20%.\\nDown more than 1,000."}\n'
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    Path("draft.md").write_text(DRAFT, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(["figures", *arguments])
    except SystemExit as stop:
        status = int(stop.code or 0)
    out, err = capsys.readouterr()
    return status, out, err


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_jsonl_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "--format", "jsonl", "draft.md")
    assert (status, err) == (0, "")
    records = [json.loads(line) for line in out.splitlines()]
    assert [list(record) for record in records] == [KEYS] * len(records)
    assert [(r["kind"], r["text"], r["line"], r["column"], r["value"], r["low"], r["high"]) for r in records] == [
        ("money", "12 billion kroner", 4, 13, "12000000000", "11500000000", "12500000000"),
        ("money", "12 billion kroner", 6, 23, "12000000000", "11500000000", "12500000000"),
        ("money", "$1.13bn", 6, 44, "1130000000", "1125000000", "1135000000"),
        ("percent", "20%", 7, 22, "20", "19", "20"),
        ("money", "$5-6\nmillion", 7, 29, "5500000", "4500000", "6500000"),
        ("day", "3 March", 8, 12, "--03-03", None, None),
    ]
    assert [r["hedge"] for r in records] == [None, None, None, "nearly", None, None]
    assert [r["currency"] for r in records] == ["NOK", "NOK", "USD", None, "USD", None]
    assert [r["ends"] for r in records] == [None, None, None, None, ["5000000", "6000000"], None]
    assert records[0]["currencies"] == ["NOK", "DKK"]
    # What emphasis is inside of a figure belongs to its span.
    assert [DRAFT[r["start"] : r["end"]] for r in records] == [
        "12 billion kroner", "12** billion kroner", "$1.13bn", "20%", "$5-6\nmillion", "3 March",
    ]  # fmt: skip


def test_articles_have_an_id_and_offsets_in_their_text(capsys: pytest.CaptureFixture[str]) -> None:
    Path("wire.jsonl").write_text(ARTICLES, encoding="utf-8")
    status, out, _ = run(capsys, "--format", "jsonl", "wire.jsonl")
    records = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [list(record) for record in records] == [["path", "id", *KEYS[1:]]] * 3
    assert [(r["id"], r["text"], r["start"], r["end"], r["line"], r["column"]) for r in records] == [
        ("a1", "$5 million", 8, 18, 1, 9),
        ("a3", "20%", 3, 6, 1, 4),
        ("a3", "1,000", 23, 28, 2, 16),
    ]
    assert (records[2]["low"], records[2]["high"], records[2]["hedge"]) == ("1000", None, "more than")


def test_csv_has_the_same_columns(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--format", "csv", "draft.md")
    lines = out.split("\r\n")
    assert lines[0] == "path,id," + ",".join(KEYS[1:])
    assert lines[1] == "draft.md,,money,12 billion kroner,37,54,4,13,12000000000,11500000000,12500000000,,NOK,NOK DKK,,"
    assert lines[5].startswith('draft.md,,money,"$5-6\nmillion",')
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["text"] for row in rows][4] == "$5-6\nmillion"
    assert rows[4]["ends"] == "5000000 6000000"
    assert (rows[5]["value"], rows[5]["low"]) == ("'--03-03", "")


@pytest.mark.parametrize("arguments", [("--checklist",), ("--format", "checklist")])
def test_checklist(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    Path("wire.jsonl").write_text(ARTICLES, encoding="utf-8")
    status, out, _ = run(capsys, *arguments, "draft.md", "wire.jsonl")
    assert status == 0
    assert out == (
        "# draft.md\n"
        "\n"
        "- [ ] line 4: 12 billion kroner — Port gets **12 billion kroner**\n"
        "- [ ] line 6: 12 billion kroner — The city will spend **12 billion kroner** ($1.13bn) on the port.\n"
        "- [ ] line 6: $1.13bn — The city will spend 12 billion kroner (**$1.13bn**) on the port.\n"
        "- [ ] line 7: 20% — Sales fell by nearly **20%** to $5-6 million on 3 March.\n"
        "- [ ] line 7: $5-6 million — Sales fell by nearly 20% to **$5-6 million** on 3 March.\n"
        "- [ ] line 8: 3 March — Sales fell by nearly 20% to $5-6 million on **3 March**.\n"
        "\n"
        "# wire.jsonl\n"
        "\n"
        "## a1\n"
        "\n"
        "- [ ] line 1: $5 million — It cost **$5 million**.\n"
        "\n"
        "## a2\n"
        "\n"
        "No figures.\n"
        "\n"
        "## a3\n"
        "\n"
        "- [ ] line 1: 20% — Up **20%**.\n"
        "- [ ] line 2: 1,000 — Down more than **1,000**.\n"
    )


def test_the_table_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    Path("short.txt").write_text(
        "The loan is about 12 billion kroner ($1.13bn).\nUp 20% to more than 1,000.", encoding="utf-8"
    )
    status, out, _ = run(capsys, "short.txt")
    assert status == 0
    assert [line.rstrip() for line in out.splitlines()] == [
        "short.txt",
        "line   column   kind      figure              value             read as              hedge",
        "──────────────────────────────────────────────────────────────────────────────────────────────",
        "   1       19   money     12 billion kroner   12bn NOK or DKK   11bn to 13bn         about",
        "   1       38   money     $1.13bn             1.13bn USD        1.125bn to 1.135bn",
        "   2        4   percent   20%                 20%               19.5 to 20.5",
        "   2       21   count     1,000               1,000             1,000 or more        more than",
        "",
        "4 figures in 1 file",
    ]


def test_claims_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--claims", "--format", "jsonl", "draft.md")
    assert status == 0
    (record,) = [json.loads(line) for line in out.splitlines()]
    assert list(record) == ["path", "kind", "start", "end", "line", "column", "text", "roles"]
    assert (record["path"], record["kind"], record["line"], record["column"]) == ("draft.md", "conversion", 6, 23)
    assert DRAFT[record["start"] : record["end"]] == record["text"] == "12** billion kroner ($1.13bn"
    assert list(record["roles"]) == ["original", "converted"]
    assert record["roles"]["original"] | {"path": "draft.md"} == {
        "path": "draft.md", "kind": "money", "text": "12 billion kroner", "start": 78, "end": 97, "line": 6,
        "column": 23, "value": "12000000000", "low": "11500000000", "high": "12500000000", "ends": None,
        "currency": "NOK", "currencies": ["NOK", "DKK"], "unit": None, "hedge": None,
    }  # fmt: skip


def test_a_folded_amount_is_a_list_in_a_claim(capsys: pytest.CaptureFixture[str]) -> None:
    text = "C$19.5B ($13.5B) in all, including a $1.7B tranche."
    Path("fold.txt").write_text(text, encoding="utf-8")
    _, out, _ = run(capsys, "--claims", "--format", "jsonl", "fold.txt")
    conversion, part_whole = map(json.loads, out.splitlines())
    assert (conversion["kind"], conversion["text"]) == ("conversion", "C$19.5B ($13.5B")
    assert (part_whole["kind"], part_whole["text"]) == ("part_whole", "C$19.5B ($13.5B) in all, including a $1.7B")
    assert [figure["text"] for figure in part_whole["roles"]["whole"]] == ["C$19.5B", "$13.5B"]
    assert part_whole["roles"]["part"]["text"] == "$1.7B"


def test_claims_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--claims", "draft.md")
    assert status == 0
    assert [line.rstrip() for line in out.splitlines()] == [
        "draft.md",
        "line   column   kind         role        figure              value             read as",
        "─────────────────────────────────────────────────────────────────────────────────────────────────",
        "   6       23   conversion   original    12 billion kroner   12bn NOK or DKK   11.5bn to 12.5bn",
        "                             converted   $1.13bn             1.13bn USD        1.125bn to 1.135bn",
        "",
        "1 claim in 1 file",
    ]


@pytest.mark.parametrize("name", ["csv", "checklist"])
def test_claims_have_two_formats(capsys: pytest.CaptureFixture[str], name: str) -> None:
    status, out, err = run(capsys, "--claims", "--format", name, "--output", "sheet", "draft.md")
    assert (status, out) == (2, "")
    assert err == f"factcheck: claims cannot be shown as {name}, only as rich, jsonl\n"
    assert sorted(path.name for path in Path().iterdir()) == ["draft.md"]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"It cost **$5** million.")
    status, out, _ = run(capsys, "--format", "jsonl", "--stdin-filename", "draft.md", "-")
    record = json.loads(out)
    assert status == 0
    assert (record["path"], record["text"], record["start"], record["end"]) == ("draft.md", "$5 million", 10, 22)


@pytest.mark.parametrize("form", ["rich", "jsonl", "csv", "checklist"])
def test_unreadable_input_is_named_and_the_rest_is_shown(capsys: pytest.CaptureFixture[str], form: str) -> None:
    Path("binary.md").write_bytes(b"\x89PNG\r\n\0\0")
    Path("wire.jsonl").write_text('{"id": 1}\n' + ARTICLES, encoding="utf-8")
    status, out, err = run(capsys, "--format", form, "binary.md", "missing\x1b[2J.md", "wire.jsonl", "draft.md")
    assert status == 2
    first, second, third = err.splitlines()
    assert first == "factcheck: binary.md: a binary file, not a draft"
    assert second == "factcheck: missing␛[2J.md: no such file"
    assert third.startswith("factcheck: wire.jsonl:1: ")
    for text in ("$5 million", "$1.13bn"):
        assert text in out


def test_a_folder_is_searched_in_the_order_of_paths(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b").mkdir()
    Path("b/z.txt").write_text("Up 20%.", encoding="utf-8")
    Path("a.txt").write_text("Up 30%.", encoding="utf-8")
    Path("notes.css").write_text("Up 40%.", encoding="utf-8")
    _, out, _ = run(capsys, "--format", "jsonl")
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["./a.txt", "./b/z.txt", *["./draft.md"] * 6]


def test_home_currency_and_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    def currency(*arguments: str) -> str:
        Path("dollars.txt").write_text("It cost $5 million.", encoding="utf-8")
        return str(json.loads(run(capsys, "--format", "jsonl", "dollars.txt", *arguments)[1])["currency"])

    assert currency() == "USD"
    assert currency("--home-currency", "cad") == "CAD"
    Path("house.yaml").write_text("home_currency: NZD\n", encoding="utf-8")
    assert currency("--config", "house.yaml") == "NZD"
    Path("pyproject.toml").write_text('[tool.factcheck]\nhome-currency = "AUD"\n', encoding="utf-8")
    assert currency() == "AUD"
    assert currency("--home-currency", "CAD") == "CAD"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--language", "xx"), "no lexicon for language 'xx'"),
        (("--claims", "--language", "xx"), "no lexicon for language 'xx'"),
        (("--config", "none.yaml"), "none.yaml: no such configuration file"),
        (("--format", "html"), "invalid choice: 'html'"),
        (("--date", "16 March"), "'16 March' is not a date"),
    ],
)
def test_usage(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str) -> None:
    status, out, err = run(capsys, *arguments, "draft.md")
    assert (status, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".factcheck.yaml", "selct: [FX101]\n"),
        ("pyproject.toml", "[tool.factcheck\n"),
        ("pyproject.toml", "tool.factcheck = 3\n"),
        (".factcheck.yaml", "- a list\n"),
    ],
)
def test_broken_configuration(capsys: pytest.CaptureFixture[str], name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    status, out, err = run(capsys, "draft.md")
    assert (status, out) == (2, "")
    assert name in err


def test_a_date_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    plain = run(capsys, "--format", "jsonl", "draft.md")
    assert run(capsys, "--format", "jsonl", "--date", "2024-02-01", "draft.md") == plain


@pytest.mark.parametrize("form", ["rich", "jsonl", "csv", "checklist"])
def test_output_is_what_would_be_printed(capsys: pytest.CaptureFixture[str], form: str) -> None:
    _, printed, _ = run(capsys, "--format", form, "draft.md")
    status, out, _ = run(capsys, "--format", form, "--output", "sheet", "draft.md")
    assert (status, out) == (0, "")
    assert Path("sheet").read_bytes().decode() == printed


@pytest.mark.parametrize("form", ["jsonl", "csv", "checklist", "rich"])
def test_articles_are_shown_as_they_are_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """So that memory stays flat: an article is printed before the next is read."""

    class Wire(io.BytesIO):
        number = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.number += 1
            if self.number > 50:
                return b""
            if self.number > 1:
                assert f"{self.number - 1} million" in capsys.readouterr().out
            return json.dumps({"id": str(self.number), "text": f"It cost ${self.number} million."}).encode() + b"\n"

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Wire()))
    assert main(["figures", "--format", form, "--stdin-filename", "wire.jsonl", "-"]) == 0


@pytest.mark.parametrize(
    ("form", "not_needed"),
    [
        ("jsonl", {"pydantic", "rich", "factcheck.rates", "factcheck.claims", "factcheck.checking.rule"}),
        ("csv", {"pydantic", "rich", "factcheck.rates", "factcheck.claims", "factcheck.checking.rule"}),
        ("checklist", {"pydantic", "rich", "factcheck.rates", "factcheck.claims", "factcheck.checking.rule"}),
        ("rich", {"pydantic", "factcheck.rates", "factcheck.claims", "factcheck.checking.rule"}),
    ],
)
def test_imports_only_what_is_needed(form: str, not_needed: set[str]) -> None:
    Path("pyproject.toml").write_text('[project]\nname = "factcheck"\n', encoding="utf-8")
    code = (
        "import sys; from factcheck.fronts.cli import main\n"
        f"status = main(['figures', '--format', '{form}', 'draft.md'])\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "12 billion" in done.stdout
    assert not_needed & set(done.stderr.splitlines()) == set()


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m factcheck figures --format jsonl draft.md | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{", "")
