"""What the README shows is what the tool prints."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.drafts.draft import Unreadable
from factcheck.fronts.api import results, settings
from factcheck.fronts.config import Config
from factcheck.reports.registry import renderer
from factcheck.reports.renderer import Options

README = Path(__file__).parents[1] / "README.md"
DRAFT = """\
---
date: 2023-12-12
---
The new line will cost 349.5 million yen ($2.38 billion), the railway said.
"""


def test_the_sample_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("drafts").mkdir()
    Path("drafts/railway.md").write_text(DRAFT, encoding="utf-8")
    out = io.StringIO()
    report = renderer("rich")(out, options=Options(color=False, width=98))
    for result in results("drafts/railway.md", settings(Config())):
        assert not isinstance(result, Unreadable)
        report.result(result)
    printed = "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())
    assert printed in README.read_text(encoding="utf-8")
