"""A store and publishers of their own for every test of `factcheck rates`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rate_server import RateServer, publishes, rate_server
from rates_run import world

from factcheck.fronts import rates_update
from factcheck.rates import ratebook
from factcheck.rates.ecb import bundled
from factcheck.rates.ratebook import default_book


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
