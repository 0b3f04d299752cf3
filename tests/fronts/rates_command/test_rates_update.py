"""`factcheck rates update`: what it downloads and keeps, and what is told where it cannot."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from rate_server import RateServer, cut_off, gives, publishes, status, working_days
from rates_run import DRAFT, TODAY, run, world

from factcheck.fronts.cli import main
from factcheck.rates.ecb import bundled
from factcheck.rates.ratebook import default_book


def test_an_update_brings_the_days_that_are_missing(
    capsys: pytest.CaptureFixture[str], store: Path, server: RateServer
) -> None:
    newest = bundled().newest
    assert newest is not None
    missing = len(working_days(newest + timedelta(1), TODAY))
    code, out, err = run(capsys, "update", "--source", "ecb")
    overlap = len([day for day in world() if (newest - timedelta(7)).replace(day=1) <= day <= newest])
    assert (code, err) == (0, "")
    assert out == f"ECB: {missing + overlap} new days, newest {max(world())} ({store / 'ecb.csv'})\n"
    code, out, _ = run(capsys, "update", "--source", "ecb")
    assert (code, out) == (0, f"ECB: nothing new, newest {max(world())} ({store / 'ecb.csv'})\n")
    dollars = (store / "ecb.csv").read_text().splitlines()[0].split(",").index("USD")
    last = (store / "ecb.csv").read_text().splitlines()[-1].split(",")
    assert (last[0], last[dollars]) == (str(max(world())), world()[max(world())]["USD"])


def test_a_stored_rate_checks_a_draft(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    Path("right.md").write_text(DRAFT.format(day="2031-03-14", dollars="$160.0 million"))
    Path("wrong.md").write_text(DRAFT.format(day="2031-03-14", dollars="$250.0 million"))
    assert main(["check", "--format", "concise", "wrong.md"]) == 0  # no rate: silence
    default_book.cache_clear()
    store.mkdir()
    (store / "ecb.csv").write_text("Date,USD\n2031-03-13,1.6010\n2031-03-14,1.6000\n")
    assert main(["check", "--format", "concise", "right.md"]) == 0
    assert main(["check", "--format", "concise", "wrong.md"]) == 1
    out = capsys.readouterr().out
    assert "€100.0 million is about $160 million at the rate of 14 March 2031 (ECB), not $250.0 million" in out


def test_a_torn_store_is_told_and_the_installed_rates_serve(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    store.mkdir()
    (store / "ecb.csv").write_text("Date,USD\n2025-03-14,1.0")
    Path("wrong.md").write_text(DRAFT.format(day="2025-03-14", dollars="$250.0 million"))
    assert main(["check", "--format", "concise", "wrong.md"]) == 1
    out, err = capsys.readouterr()
    assert "at the rate of 14 March 2025 (ECB), not $250.0 million" in out
    assert err == (
        f"factcheck: {store / 'ecb.csv'}:2: the line is cut off; delete the file and run `factcheck rates update "
        "--source ecb`; until then the other rates serve\n"
    )
    code, _, err = run(capsys, "update", "--source", "ecb")
    assert code == 2
    assert err.startswith(f"factcheck: ECB: {store / 'ecb.csv'}:2: the line is cut off; delete the file and run")
    assert err.count("cut off") == 1


@pytest.mark.parametrize("text", ["Date\n", "Date,USD,CAD\n2025-03-14,0,1.5\n", "Date,USD\n2025-03-14,0.000\n"])
def test_a_store_that_no_update_has_written_is_told(capsys: pytest.CaptureFixture[str], store: Path, text: str) -> None:
    store.mkdir()
    (store / "ecb.csv").write_text(text)
    code, _, err = run(capsys, "update", "--source", "ecb")
    assert code == 2
    assert err.startswith(f"factcheck: ECB: {store / 'ecb.csv'}:{text.count(chr(10))}: not ")
    assert "delete the file and run `factcheck rates update --source ecb`" in err


@pytest.mark.usefixtures("server")
def test_a_folder_that_cannot_be_written_is_no_matter_of_proxies(
    capsys: pytest.CaptureFixture[str], store: Path
) -> None:
    store.write_text("a file")
    assert run(capsys, "update", "--source", "ecb") == (
        2,
        "",
        f"factcheck: ECB: cannot store rates: {store}: File exists; FACTCHECK_RATES_DIR names another folder\n"
        f"factcheck: the rates at hand still serve (newest {bundled().newest})\n",
    )


def test_an_address_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "update", "--source", "ecb", "--url", "http://[::1")
    assert code == 2
    assert err.startswith("factcheck: ECB: http://[::1/")
    assert " is not an address: " in err.splitlines()[0]


def test_without_network_the_rates_at_hand_serve(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    code, out, err = run(capsys, "update")
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert [line.partition(" (")[0] for line in lines[:4]] == [
        f"factcheck: {name}: cannot reach rates.invalid" for name in ("ECB", "NBP", "Bank of Canada", "NBU")
    ]
    assert lines[4:] == [
        f"factcheck: the rates at hand still serve (newest {bundled().newest}); "
        "a proxy is set with HTTPS_PROXY, a mirror with --source ecb --url URL"
    ]
    assert not store.exists()
    assert run(capsys, "show", "USD", "CAD", "--date", "2025-03-16")[0] == 0


def test_a_publisher_that_fails_does_not_keep_the_others(
    capsys: pytest.CaptureFixture[str], server: RateServer, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_RATES_URL_NBP", f"{server.url}/elsewhere")
    code, out, err = run(capsys, "update", "--source", "nbp", "--source", "boc", "--since", str(TODAY - timedelta(30)))
    assert code == 2
    assert out.startswith("Bank of Canada: ")
    assert err.splitlines()[0] == f"factcheck: NBP: {server.url}/elsewhere has no rates at all"
    assert sorted(path.name for path in store.glob("*.csv")) == ["boc.csv"]


def test_an_update_over_a_failing_server_keeps_what_was_there(
    capsys: pytest.CaptureFixture[str], server: RateServer, store: Path
) -> None:
    run(capsys, "update", "--source", "ecb")
    before = (store / "ecb.csv").read_bytes()
    for answer in (
        gives("<html>", Content_Type="text/html"),
        gives("CURRENCY,TIME_PERIOD,OBS_VALUE\nUSD,2025-03"),
        status(403),
        status(429, Retry_After="900"),
    ):
        server.otherwise = answer
        code, out, err = run(capsys, "update", "--source", "ecb")
        assert (code, out, err.count("\n")) == (2, "", 2)
        assert (store / "ecb.csv").read_bytes() == before


def test_where_rates_are_fetched_from(
    capsys: pytest.CaptureFixture[str], server: RateServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(".factcheck.yaml").write_text(f"rate_urls:\n  ecb: {server.url}/configured/\n")
    run(capsys, "update", "--source", "ecb")
    assert server.paths[-1].startswith("/service/data/EXR/")  # the environment comes before the file
    monkeypatch.delenv("FACTCHECK_RATES_URL_ECB")
    run(capsys, "update", "--source", "ecb")
    assert server.paths[-1].startswith("/configured/service/data/EXR/")
    run(capsys, "update", "--source", "ecb", "--url", f"{server.url}/said")
    assert server.paths[-1].startswith("/said/service/data/EXR/")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--url", "http://x"], "--url is the address of one publisher: say which with --source"),
        (
            ["--source", "ecb", "--url", "ftp://x"],
            "'ftp://x' is not the address of a publisher of rates, which begins with https://",
        ),
        (["--since", "2999-01-01"], "--since 2999-01-01: that day is yet to come"),
    ],
)  # fmt: skip
def test_usage_is_explained(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(capsys, "update", *arguments) == (2, "", f"factcheck: {message}\n")


def test_an_unknown_publisher_in_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".factcheck.yaml").write_text("rate_urls: {fed: 'http://x'}\n")
    code, _, err = run(capsys, "update")
    assert (code, err) == (2, "factcheck: rate_urls: no publisher is called 'fed', only ecb, nbp, boc, nbu\n")


def test_an_interrupted_update_keeps_the_chunks_it_has(store: Path, server: RateServer) -> None:
    """A kill in the middle of a download: the chunks before it are there, whole, and the next run goes on."""
    days = working_days(date(2017, 1, 3), TODAY)
    good = publishes({day: {"USD": "1.44", "EUR": "1.56"} for day in days})
    reached = []

    def stalls(request: object) -> None:
        reached.append(request)
        process.kill()

    server.scripted = [good, good]
    server.otherwise = stalls
    command = [sys.executable, "-m", "factcheck", "rates", "update", "--source", "boc"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.communicate()
    assert reached
    rows = (store / "boc.csv").read_text().splitlines()
    assert (rows[1], rows[-1]) == ("2017-01-03,1.56,1.44", "2019-01-04,1.56,1.44")  # two chunks of a year
    server.otherwise = good
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Bank of Canada: ")
    assert len((store / "boc.csv").read_text().splitlines()) == 1 + len(days)


def test_a_cut_answer_is_told(capsys: pytest.CaptureFixture[str], server: RateServer) -> None:
    server.scripted = [cut_off("x" * 1000)]
    code, out, _ = run(capsys, "update", "--source", "ecb")
    assert (code, len(server.paths)) == (0, 2)
    assert out.startswith("ECB: ")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of our own")
def test_progress_is_for_a_person_who_watches(server: RateServer) -> None:
    command = [sys.executable, "-m", "factcheck", "rates", "update", "--source", "boc"]
    server.otherwise = publishes({day: {"USD": "1.44"} for day in working_days(date(2017, 1, 3), TODAY)})
    screen, terminal = os.openpty()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal)
    shown = b""
    while process.poll() is None or select.select([screen], [], [], 0.1)[0]:
        if select.select([screen], [], [], 0.1)[0]:
            shown += os.read(screen, 4096)
    os.close(terminal)
    os.close(screen)
    out, _ = process.communicate()
    assert b"Bank of Canada" in shown
    assert b" kB" in shown
    assert (process.returncode, out[:16]) == (0, b"Bank of Canada: ")
    again = subprocess.run(command, capture_output=True, check=True)
    assert again.stderr == b""


def test_a_servers_words_cannot_move_the_cursor(capsys: pytest.CaptureFixture[str], server: RateServer) -> None:
    server.otherwise = gives('[{"effectiveDate": "\\u001b[2J"}]')
    code, _, err = run(capsys, "update", "--source", "nbp")
    assert code == 2
    assert "\x1b" not in err
    assert "is not a day" in err
