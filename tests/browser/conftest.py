"""Pages in a real browser: Chromium without a screen, driven by playwright.

Skipped where there is none, but not where FACTCHECK_BROWSER=required says that there must be one, as `.ci/run` does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from harbour import DRAFT, RATES, Shown

from factcheck.fronts.cli import main

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    missing = pytest.fail if os.environ.get("FACTCHECK_BROWSER") == "required" else pytest.skip
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing("no Chromium: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing('no playwright: pip install "factcheck-lint[test]"')
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any) -> Iterator[Callable[..., Shown]]:
    """`show(path, width=1280, scheme="light")` opens a page."""
    contexts = []

    def opened(path: Path, width: int = 1280, scheme: str = "light") -> Shown:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        shown = Shown(context.new_page(), [], [])
        shown.page.on("request", lambda request: shown.asked.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda problem: shown.complaints.append(str(problem)))
        shown.page.on("dialog", lambda dialog: (shown.complaints.append("a dialog"), dialog.dismiss()))
        shown.page.goto(path.as_uri())
        return shown

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """`make({"a.md": "text"})` is the path of the report on these drafts, by the desk's rates."""

    def made(drafts: dict[str, str], *more: str) -> Path:
        monkeypatch.chdir(tmp_path)
        rows = [f"{day},USD,NOK,{rate}" for day, rate in RATES.items()]
        Path("rates.csv").write_text("\n".join(["date,base,quote,rate", *rows]), encoding="utf-8")
        for name, text in drafts.items():
            Path(name).write_text(text, encoding="utf-8")
        main(["check", *drafts, "--format", "html", "--output", "report.html", "--rates", "rates.csv", *more])
        return tmp_path / "report.html"

    return made


@pytest.fixture
def report(make: Callable[..., Path]) -> Path:
    return make({"harbour.md": DRAFT})
