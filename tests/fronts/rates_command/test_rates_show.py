"""`factcheck rates show`: what a currency was worth around a day."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rates_run import run

from factcheck.fronts.cli import main
from factcheck.reports.rate_page import RatePage, SourceRate
from factcheck.reports.rate_report import write_page


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
