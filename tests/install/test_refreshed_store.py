"""An environment that is frozen, as pre-commit's are, learns new rates through the store in the user's data folder."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fresh_machine import run, succeed
from rate_server import publishes, rate_server, working_days

pytestmark = pytest.mark.install

#: A day that no release of the installed rates can have.
DRAFT = "---\ndate: 2051-03-14\n---\n\nThe deal is worth €100 million ({}).\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, in its default place where that can be set."""
    monkeypatch.delenv("FACTCHECK_RATES_DIR")
    if sys.platform != "linux":
        monkeypatch.setenv("FACTCHECK_RATES_DIR", str(tmp_path / "factcheck/rates"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "factcheck/rates"


def test_a_refreshed_store_is_read_by_the_installed_command(programs: Path, tmp_path: Path, data: Path) -> None:
    (tmp_path / "deal.md").write_text(DRAFT.format("$250 million"), encoding="utf-8")
    done = run(programs / "factcheck", "check", "--format", "concise", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "0 checked (1: newest rate " in done.stdout
    data.mkdir(parents=True)
    (data / "ecb.csv").write_text("Date,USD\n2051-03-13,1.5990\n2051-03-14,1.6000\n", encoding="ascii")
    done = run(programs / "factcheck", "check", "--format", "concise", cwd=tmp_path)
    assert done.returncode == 1
    assert "is about $160 million at the rate of 14 March 2051 (ECB), not $250 million" in done.stdout


def test_the_installed_command_downloads(programs: Path, tmp_path: Path, data: Path) -> None:
    today = datetime.now(UTC).date()
    since = today - timedelta(20)
    days = working_days(since, today)
    with rate_server() as server:
        server.otherwise = publishes({day: {"USD": "1.44", "EUR": "1.56"} for day in days})
        said = succeed(
            programs / "factcheck", "rates", "update", "--source", "boc", "--since", str(since), "--url", server.url,
            cwd=tmp_path, NO_PROXY="127.0.0.1",
        )  # fmt: skip
    assert said == f"Bank of Canada: {len(days)} new days, newest {days[-1]} ({data / 'boc.csv'})"
    shown = succeed(
        programs / "factcheck", "rates", "show", "USD", "CAD", "--date", str(days[-1]), "--format", "json", cwd=tmp_path
    )
    assert "Bank of Canada" in {source["source"] for source in json.loads(shown)["sources"]}
