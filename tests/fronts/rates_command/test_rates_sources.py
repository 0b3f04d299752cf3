"""`factcheck rates sources`, and what holds for every action."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from rate_server import working_days
from rates_run import DRAFT, run

from factcheck.fronts.rates_arguments import PUBLISHERS
from factcheck.rates.download.update import PUBLISHERS as DOWNLOADS
from factcheck.rates.ecb import bundled
from factcheck.rates.store import TABLES
from factcheck.rates.terms import terms_of


def test_a_weekly_currency_is_not_counted_as_a_daily_one(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    """Printed on Wednesdays, and once on a Thursday too, as NBP did on 12 April 2007."""
    store.mkdir()
    days = working_days(date(2025, 1, 1), date(2025, 3, 31))
    naira = [day for day in days if day.weekday() == 2 or day == date(2025, 2, 6)]
    rows = "".join(f"{day},3.9,{'0.002' if day in naira else ''}\n" for day in days)
    (store / "nbp.csv").write_text(f"Date,USD,NGN\n{rows}")
    _, out, _ = run(capsys, "sources", "--format", "json")
    tables = {record["step"]: record["currencies"] for record in json.loads(out)["sources"] if record["name"] == "NBP"}
    assert tables[1] == ["PLN", "USD"]
    assert "NGN" in tables[7]


def test_sources_of_a_house_say_where_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    Path("desk").mkdir()
    for name, text in (("a.csv", "Date,USD\n2025-03-14,1.1\n"), ("b.yaml", "USD/CAD: 1.44\n")):
        (Path("desk") / name).write_text(text)
    for named, files in (("desk", ["a.csv", "b.yaml"]), ("desk/b.yaml", ["b.yaml"])):
        Path(".factcheck.yaml").write_text(f"rates: {named}\n")
        _, out, _ = run(capsys, "sources", "--format", "json")
        listed = [(record["name"], record["stored"]) for record in json.loads(out)["sources"]]
        assert listed[: len(files)] == [(name, str(Path.cwd() / "desk" / name)) for name in files]
        assert listed[len(files)] == ("ECB", None)


@pytest.mark.parametrize("arguments", ["rates show USD CAD --date 2025-03-16", "rates sources", "figures long.txt"])
def test_a_reader_that_has_gone_is_no_failure(arguments: str) -> None:
    """Rich would end with status 1, which says that no rate is known."""
    Path("long.txt").write_text("It cost €3.0 million.\n\n" * 400, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments.split()], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_sources_say_licence_coverage_freshness_and_attribution(
    capsys: pytest.CaptureFixture[str], store: Path
) -> None:
    store.mkdir()
    (store / "nbp.csv").write_text("Date,USD,CAD\n2025-03-13,3.8,2.6\n2025-03-14,3.9,2.7\n")
    os.utime(store / "nbp.csv", (datetime(2025, 3, 15, 12, tzinfo=UTC).timestamp(),) * 2)
    code, out, err = run(capsys, "sources")
    assert (code, err) == (0, "")
    ecb, nbp, verdict = out.strip().split("\n\n")
    newest = bundled().newest
    assert newest is not None
    lines = [" ".join(line.split()) for line in ecb.splitlines()]
    assert lines[0] == "ECB: European Central Bank"
    assert lines[1].startswith("coverage ")
    assert lines[1].endswith(f" currencies, daily, 1999-01-04 to {newest}")
    assert "kept in installed with factcheck" in lines
    assert "attribution Source: European Central Bank (euro foreign exchange reference rates), rates up to" in " ".join(
        lines
    )
    flat = " ".join(nbp.split())
    assert "coverage 3 currencies, daily, 2025-03-13 to 2025-03-14" in flat
    age = (date.today() - date(2025, 3, 14)).days
    assert f"freshness {age:,} days old" in flat
    assert "written 2025-03-15" in flat
    assert "Narodowy Bank Polski (tables A and B), rates up to 2025-03-14, obtained 2025-03-15" in flat
    assert "the day of the table and the day on which it was obtained are named" in flat
    assert flat.startswith("NBP: Narodowy Bank Polski coverage ")
    assert " 3 currencies, weekly, 2025-03-13 to 2025-03-14 " in flat
    old = (date.today() - newest).days
    assert verdict == f"newest rate {newest}" + (
        f", {old:,} days old: `factcheck rates update` downloads newer ones" if old > 10 else ""
    )
    code, out, _ = run(capsys, "sources", "--format", "json")
    listed = json.loads(out)["sources"]
    assert [(record["name"], record["step"]) for record in listed][:3] == [("ECB", 1), ("NBP", 1), ("NBP", 7)]
    records = {record["name"]: record for record in listed if record["step"] == 1}
    assert records["NBP"]["currencies"] == ["CAD", "PLN", "USD"]
    assert (records["NBP"]["first"], records["NBP"]["newest"], records["NBP"]["age"]) == (
        "2025-03-13",
        "2025-03-14",
        age,
    )
    assert (records["ECB"]["stored"], records["NBP"]["obtained"]) == (None, "2025-03-15")


@pytest.mark.parametrize("action", ["show", "update", "sources"])
def test_every_action_has_help(capsys: pytest.CaptureFixture[str], action: str) -> None:
    code, out, _ = run(capsys, action, "--help")
    assert code == 0
    assert out.startswith(f"usage: factcheck rates {action} ")


def test_nothing_but_an_update_imports_a_client(store: Path) -> None:
    Path("draft.md").write_text(DRAFT.format(day="2025-03-14", dollars="$108.9 million"))
    code = (
        "import sys; from factcheck.fronts.cli import main; main(['check', 'draft.md', '--format', 'concise']);"
        "main(['rates', 'show', 'USD', 'CAD', '--date', '2025-03-16', '--format', 'json']);"
        "unwanted = {'httpx', 'filelock', 'platformdirs', 'factcheck.rates.download'};"
        "print(sorted(unwanted.intersection(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_publishers_of_the_command_are_those_of_the_store() -> None:
    tables = tuple(table.publisher for table in TABLES)
    assert PUBLISHERS == tables == tuple(DOWNLOADS)
    assert all(terms_of(table.name) for table in TABLES)
