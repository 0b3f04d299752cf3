"""`factcheck check --show-work`: every claim that was checked, also the silent ones, with what it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.fronts.cli import main

TEXT = """\
---
date: 2024-03-18
---

It cost 10 million kroner ($1.0 million), up 50% from 200 to 300.

It rose 20% from 100 to 150, to 30 million North Korean won ($1.3 million).
"""
WORK = """\
a.md:5:28: FX101 conversion: fits
  original: 10 million kroner, read as 9,500,000 to 10,500,000
  converted: $1.0 million, read as 950,000 to 1,050,000
  rate: 10.610 NOK per USD on 18 March 2024 (10.495 to 10.610 from 11 to 18 March 2024), rates.csv
  maths: 10 million kroner × 0.094251 = $940,000; with rounding and window $890,000 to $1.0 million
  allowed: 10.3911 to 10.7172 NOK per USD, with the margin of rates.csv
  implied: 9.04762 to 11.0526 NOK per USD
  expected: $940,000
a.md:5:46: CHG101 change: fits
  percent: 50%, read as 49.5 to 51
  before: 200, read as 195 to 205
  after: 300, read as 295 to 305
  maths: 300 ÷ 200 − 1 = 50%; with rounding 44% to 56%
  expected: 50%
a.md:7:9: CHG101 change: wrong (error)
"""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(TEXT, encoding="utf-8")
    rows = ["2024-03-11,USD,NOK,10.50", "2024-03-12,USD,NOK,10.55", "2024-03-18,USD,NOK,10.61"]
    Path("rates.csv").write_text("\n".join(["date,base,quote,rate", *rows]), encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    main(["check", "a.md", "--rates", "rates.csv", *arguments])
    told = capsys.readouterr()
    return told.out, told.err


@pytest.mark.usefixtures("drafts")
def test_every_claim_is_shown_with_intervals_rate_sum_and_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run(capsys, "--format", "concise", "--show-work")
    finding, work = out.partition("\n")[::2]
    assert finding.startswith("a.md:7:9: error CHG101")
    assert work.startswith(WORK)
    assert (
        "FX101 conversion: not checked: KPW had several rates at once\n  original: 30 million North Korean won" in work
    )
    assert work.splitlines()[-1].startswith("1 finding in 1 file")


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "junit"])
def test_what_programs_read_stays_what_it_was(capsys: pytest.CaptureFixture[str], name: str) -> None:
    plain, quiet = run(capsys, "--format", name)
    out, err = run(capsys, "--format", name, "--show-work")
    assert out == plain
    assert quiet == ""
    assert err.startswith(WORK)


@pytest.mark.usefixtures("drafts")
def test_two_runs_show_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--show-work", "--format", "plain") == run(capsys, "--show-work", "--format", "plain")


@pytest.mark.usefixtures("drafts")
def test_a_draft_cannot_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text("It rose 50% from 200 \x1b[2Jkroner\u202e to 300\nkroner.", encoding="utf-8")
    out, _ = run(capsys, "--show-work", "--format", "concise")
    assert not set(out) & set("\x1b\u202e")
