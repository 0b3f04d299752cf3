"""What a draft's comments leave out of the findings."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.fronts.cli import main
from factcheck.fronts.config import Config

FX = "It cost 349.5 million yen ($2.38 billion) in March."
SUM = "Nine people died: five men and three women."
DAY = "2025-06-24"


def found(source: str, path: str = "a.md", unused: bool = False) -> list[tuple[str, int]]:
    config = Config(report_unused_suppressions=unused)
    return [(finding.code, finding.line) for finding in factcheck.check(source, DAY, path=path, config=config)]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"{FX}\n\n{SUM}", [("FX101", 1), ("SUM102", 3)]),
        (f"<!-- factcheck: ignore -->\n{FX}\n\n{SUM}", [("SUM102", 4)]),
        (f"<!-- factcheck: ignore -->\n\n{FX}\n\n{SUM}", [("SUM102", 5)]),
        (f"<!-- factcheck: ignore FX101 -->\n\n{FX} {SUM}", [("SUM102", 3)]),
        (f"<!-- factcheck: ignore SUM -->\n\n{FX} {SUM}", [("FX101", 3)]),
        (f"<!-- factcheck: ignore SUM101, FX -->\n\n{FX} {SUM}", [("SUM102", 3)]),
        (f"<!-- factcheck: ignore off-reference-rate -->\n\n{FX} {SUM}", [("SUM102", 3)]),
        (f"<!-- factcheck: ignore FX101 -->\n<!-- factcheck: ignore SUM102 -->\n{FX} {SUM}", []),
        (f"{FX} <!-- factcheck: ignore -->\n{SUM}", [("SUM102", 2)]),
        (f"{FX}\n{SUM} <!-- factcheck: ignore SUM102 -->\n\n{SUM}", [("FX101", 1), ("SUM102", 4)]),
        (f"{FX}\n\n<!-- factcheck: ignore-file FX101 -->\n\n{SUM}", [("SUM102", 5)]),
        (f"<!-- factcheck: ignore-file -->\n\n{FX}\n\n{SUM}", []),
        (f"- {FX}\n<!-- factcheck: ignore -->\n- {FX}\n- {FX}", [("FX101", 1), ("FX101", 4)]),
        (f"{FX}\n\n<!-- factcheck: ignore -->", [("FX101", 1)]),
    ],
)
def test_markdown(source: str, left: list[tuple[str, int]]) -> None:
    assert found(source) == left


def test_html() -> None:
    source = f"<h1>Yen</h1>\n<!-- factcheck: ignore FX101 -->\n<p>{FX}</p>\n<p>{FX}</p>"
    assert found(source, "a.html") == [("FX101", 4)]


def test_an_unused_suppression_is_reported_when_asked() -> None:
    source = f"<!-- factcheck: ignore FX101 -->\n{FX}\n\n<!-- factcheck: ignore SUM102: as printed -->\n{FX}"
    assert found(source) == [("FX101", 5)]
    assert found(source, unused=True) == [("SUP101", 4), ("FX101", 5)]
    config = Config(report_unused_suppressions=True)
    (finding, _) = factcheck.check(source, DAY, path="a.md", config=config)
    assert finding.text == "<!-- factcheck: ignore SUM102: as printed -->"
    assert finding.message == "nothing is found here that this could suppress (SUM102)"
    assert (finding.severity, finding.fix and finding.fix.text) == ("warning", "")


def test_a_draft_without_figures_is_asked_too() -> None:
    assert found("<!-- factcheck: ignore -->\nNo figures here.", unused=True) == [("SUP101", 1)]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(f"{FX} <!-- factcheck: ignore -->\n\nNo more. <!-- factcheck: ignore -->\n", encoding="utf-8")
    assert main(["check", str(draft), "--date", DAY, "--format", "concise"]) == 0
    assert capsys.readouterr().out == "no findings in 1 file · 2 figures, 1 claim, 1 checked · 1 suppressed\n"
    command = ["check", str(draft), "--date", DAY, "--format", "concise", "--report-unused-suppressions"]
    assert main(command) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        f"{draft}:3:10: warning SUP101 nothing is found here that this could suppress (anything)"
    )
