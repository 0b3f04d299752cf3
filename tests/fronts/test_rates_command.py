"""`factcheck rates`: what it shows, what it downloads, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from rate_server import RateServer, cut_off, gives, publishes, rate_server, status, working_days

from factcheck.fronts import rates_update
from factcheck.fronts.cli import main
from factcheck.fronts.rates_arguments import PUBLISHERS
from factcheck.rates import ratebook
from factcheck.rates.download.update import PUBLISHERS as DOWNLOADS
from factcheck.rates.ecb import bundled
from factcheck.rates.ratebook import default_book
from factcheck.rates.store import TABLES
from factcheck.rates.terms import terms_of
from factcheck.reports.rate_page import RatePage, SourceRate
from factcheck.reports.rate_report import write_page

TODAY = datetime.now(UTC).date()
DRAFT = "---\ndate: {day}\n---\nThe deal is worth €100.0 million ({dollars}).\n"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own, the ECB's rates installed, a store that is not there yet, no publisher that answers."""
    monkeypatch.chdir(tmp_path)
    for module in (ratebook, rates_update):
        monkeypatch.setattr(module, "installed_sources", lambda: [bundled()])
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FACTCHECK_RATES_DIR", str(tmp_path / "rates"))
    for key in ("ECB", "NBP", "BOC", "NBU"):
        monkeypatch.setenv(f"FACTCHECK_RATES_URL_{key}", "http://rates.invalid")
    default_book.cache_clear()
    yield tmp_path / "rates"
    default_book.cache_clear()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[RateServer]:
    with rate_server() as running:
        for key in ("ECB", "NBP", "BOC", "NBU"):
            monkeypatch.setenv(f"FACTCHECK_RATES_URL_{key}", running.url)
        running.otherwise = publishes(world())
        yield running


def world() -> dict[date, dict[str, str]]:
    """Euro rates as they are installed, which go on with the last of them up to today."""
    source = bundled()
    newest = source.newest
    assert newest is not None
    columns = {code: dict(source.quotes(code, newest - timedelta(90), newest)) for code in ("USD", "CAD", "JPY")}
    days = sorted(columns["USD"])
    rows = {day: {code: str(rates[day]) for code, rates in columns.items()} for day in days}
    return rows | dict.fromkeys(working_days(newest + timedelta(1), TODAY), rows[newest])


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(["rates", *arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    finally:
        default_book.cache_clear()
    out, err = capsys.readouterr()
    return code, out, err


def test_show_says_the_rate_the_interval_and_the_days(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "show", "USD", "CAD", "--date", "2025-03-16")
    assert (code, err) == (0, "")
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[:4] == [
        "USD/CAD on 16 March 2025",
        "  1 USD = 1.44100 CAD on 14 March 2025 (ECB)",
        "  fair: 1.41876 to 1.45675, from the rates of 10 March to 17 March 2025 and 1 % either way",
        "  1 CAD = 0.693965 USD, fair: 0.686461 to 0.704840",
    ]
    assert " ECB      2025-03-14   1.44100   1.43309   1.44232   2025-03-10 to 2025-03-17" in lines
    assert lines[-6:] == [
        "  1.44329 │                      ▇▇██▇▇▄▄    ▇▇▆▆▅▅▄▄▅▅",
        "          │                  ▇▇▇▇██████████▄▄██████████▄▄",
        "          │▆▆              ▃▃████████████████████████████",
        "  1.41783 │██▁▁▂▂▅▅▄▄▅▅▃▃▅▅██████████████████████████████",
        "                                             ━━━━━━━━━━━━  the days of the window",
        "           13 February                           17 March",
    ]
    assert "\x1b" not in out


def test_sources_stand_side_by_side(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    store.mkdir()
    (store / "boc.csv").write_text("Date,USD\n2025-03-13,1.4400\n2025-03-14,1.4500\n")
    (store / "nbu.csv").write_text("Date,USD,CAD\n2024-03-14,39,29\n")
    (store / "nbp.csv").write_text("Date,EUR\n2025-03-14,4.2\n")  # does not know the pair
    _, out, _ = run(capsys, "show", "USD", "CAD", "--date", "2025-03-16")
    rows = [line.split() for line in out.splitlines() if "2025-03-14" in line]
    assert rows == [
        ["ECB", "2025-03-14", "1.44100", "1.43309", "1.44232", "2025-03-10", "to", "2025-03-17"],
        [
            "Bank",
            "of",
            "Canada",
            "2025-03-14",
            "1.45000",
            "1.44000",
            "1.45000",
            "2025-03-13",
            "to",
            "2025-03-14",
            "+0.62",
            "%",
        ],
    ]
    assert "  NBU: newest rate 2024-03-14" in out.splitlines()
    assert "NBP" not in out


@pytest.mark.parametrize(
    ("width", "head", "rest"),
    [
        ("100", "source day rate low high days difference", " 1.44000 1.45000 2025-03-13 to 2025-03-14 +0.62 %"),
        ("80", "source day rate low high difference", " 1.44000 1.45000 +0.62 %"),
        ("60", "source day rate low high", " 1.44000 1.45000"),
        ("40", "source day rate", ""),
        ("20", "source day rate", ""),
    ],
)
def test_a_narrow_terminal_has_fewer_columns_and_no_figure_cut_off(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, store: Path, width: str, head: str, rest: str
) -> None:
    store.mkdir()
    (store / "boc.csv").write_text("Date,USD\n2025-03-13,1.4400\n2025-03-14,1.4500\n")
    monkeypatch.setenv("COLUMNS", width)
    _, out, _ = run(capsys, "show", "USD", "CAD", "--date", "2025-03-16")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert head in lines
    assert f"Bank of Canada 2025-03-14 1.45000{rest}" in lines
    assert "…" not in out


def test_a_margin_is_rounded() -> None:
    """Where two publishers disagree, it is the quotient of their rates."""
    day, one, out = date(2025, 3, 14), Decimal(1), io.StringIO()
    rate = SourceRate("NBP", one, day, one, one, day, day, Decimal("0.0409618018203975024"), Decimal("0.96"), one)
    write_page(RatePage("USD", "CAD", day, (day, day), rate, None, [("NBP", rate)], [], []), out)
    assert "from the rates of 14 March 2025 and 4.1 % either way\n" in out.getvalue()


def test_show_in_ascii(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["rates", "show", "USD", "JPY", "--date", "2025-03-16"]) == 0
    stream.flush()
    text = raw.getvalue().decode("ascii")
    assert "  146.971 |##############################################\n" in text
    assert f"{' ' * 45}============  the days of the window\n" in text
    assert "?" not in text


@pytest.mark.parametrize(("variable", "coloured"), [({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals(variable: dict[str, str], coloured: bool) -> None:
    command = [sys.executable, "-m", "factcheck", "rates", "show", "USD", "CAD", "--date", "2025-03-16"]
    done = subprocess.run(command, env=os.environ | variable, capture_output=True, check=True)
    assert (b"\x1b[" in done.stdout) == coloured


def test_show_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "CAD", "USD", "--date", "2025-03-16", "--format", "json")
    record = json.loads(out)
    assert (code, record["base"], record["quote"], record["date"], record["reason"]) == (
        0,
        "CAD",
        "USD",
        "2025-03-16",
        None,
    )
    assert record["window"] == {"first": "2025-03-09", "last": "2025-03-17"}
    rate = record["rate"]
    assert (rate["source"], rate["day"], rate["first"], rate["last"]) == (
        "ECB",
        "2025-03-14",
        "2025-03-10",
        "2025-03-17",
    )
    assert (rate["point"], rate["margin"]) == ("0.693964693136", "0.01")
    assert (rate["low"], rate["high"]) == ("0.69332566168", "0.697792")
    assert rate["interval"] == {"low": "0.686392405063", "high": "0.70476992"}
    assert record["sources"] == [rate]
    assert (record["silent"], record["series"][0]["day"]) == ([], "2025-02-13")


def test_there_may_be_no_rate(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "show", "CAD", "USD", "--date", "1990-03-16")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "CAD/USD on 16 March 1990",
        "  no rate: no rate for CAD before 1999-01-04",
        "  ECB: no rate for CAD before 1999-01-04",
    ]
    code, out, _ = run(capsys, "show", "CAD", "USD", "--date", "1990-03-16", "--format", "json")
    record = json.loads(out)
    assert (code, record["rate"], record["reason"]) == (1, None, "no rate for CAD before 1999-01-04")


@pytest.mark.parametrize(
    ("names", "pair"),
    [
        (("usd", "cad"), "USD/CAD"),
        (("C$", "€"), "CAD/EUR"),
        (("Canadian dollars", "pounds sterling"), "CAD/GBP"),
        (("Yen", "dollars"), "JPY/USD"),
    ],
)
def test_currencies_may_be_named(capsys: pytest.CaptureFixture[str], names: tuple[str, str], pair: str) -> None:
    code, out, _ = run(capsys, "show", *names, "--date", "2025-03-16")
    assert (code, out.splitlines()[0]) == (0, f"{pair} on 16 March 2025")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("hryvna", "no currency is called 'hryvna'; did you mean hryvnya (UAH)?"),
        ("CDA", "no currency is called 'CDA'; did you mean CAD?"),
        ("xyzzyx", "no currency is called 'xyzzyx'; codes are those of ISO 4217, such as CAD"),
        ("peso", "'peso' may be MXN, ARS, CLP, COP, PHP, UYU, CUP, DOP: name one by its code"),
        ("pence", "'pence' is no currency of its own: name GBP"),
        ("a\x1b[2J", "no currency is called 'a\\x1b[2J'; codes are those of ISO 4217, such as CAD"),
    ],
)
def test_unknown_currencies_get_a_suggestion(capsys: pytest.CaptureFixture[str], name: str, message: str) -> None:
    assert run(capsys, "show", name, "USD") == (2, "", f"factcheck: {message}\n")


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


def test_an_unknown_publisher_in_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".factcheck.yaml").write_text("rate_urls: {fed: 'http://x'}\n")
    code, _, err = run(capsys, "update")
    assert (code, err) == (2, "factcheck: rate_urls: no publisher is called 'fed', only ecb, nbp, boc, nbu\n")


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


def test_the_publishers_of_the_command_are_those_of_the_store() -> None:
    tables = tuple(table.publisher for table in TABLES)
    assert PUBLISHERS == tables == tuple(DOWNLOADS)
    assert all(terms_of(table.name) for table in TABLES)


def test_a_servers_words_cannot_move_the_cursor(capsys: pytest.CaptureFixture[str], server: RateServer) -> None:
    server.otherwise = gives('[{"effectiveDate": "\\u001b[2J"}]')
    code, _, err = run(capsys, "update", "--source", "nbp")
    assert code == 2
    assert "\x1b" not in err
    assert "is not a day" in err


def test_one_currency_is_one_of_itself(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "USD", "USD", "--date", "2025-03-16")
    assert code == 0
    assert "  1 USD = 1.00000 USD on 16 March 2025 (same currency)" in out.splitlines()


def test_a_single_rate_has_a_chart(capsys: pytest.CaptureFixture[str], store: Path) -> None:
    store.mkdir()
    (store / "nbu.csv").write_text("Date,USD\n2025-03-14,41.5\n")
    _, out, _ = run(capsys, "show", "USD", "UAH", "--date", "2025-03-16")
    assert [line.rstrip() for line in out.splitlines()][-3:] == [
        "  41.5000 │▁▁", "           ━━  the days of the window", "           14 March",
    ]  # fmt: skip
