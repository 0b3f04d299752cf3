"""The concise, json and jsonl reports, the registry, and the line of counts."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter

import pytest
from report_samples import draft, edit, finding, report, result

from factcheck.checking.result import Tally
from factcheck.checking.severity import Severity
from factcheck.drafts.draft import Unreadable
from factcheck.reports.registry import RENDERERS, renderer
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary

SOURCE = draft("A plan of 12 billion kroner ($2.4bn) – “cheap”.")
FOUND = finding(
    SOURCE,
    "$2.4bn",
    message="$2.4bn is not 12 billion kroner at 10.61",
    expected="$1.1bn",
    fix="$1.1bn",
    related={"12 billion kroner": "read as 11.5bn to 12.5bn"},
    notes={"rate": "10.61"},
    alternatives=(edit(SOURCE, "12 billion kroner", "25.5 billion kroner", "if the dollars hold"),),
)
RECORD = {
    "path": "drafts/harbour.md",
    "code": "FX101",
    "name": "off-reference-rate",
    "severity": "error",
    "start": 29,
    "end": 35,
    "line": 1,
    "column": 30,
    "end_line": 1,
    "end_column": 36,
    "text": "$2.4bn",
    "message": "$2.4bn is not 12 billion kroner at 10.61",
    "expected": "$1.1bn",
    "fix": {"start": 29, "end": 35, "text": "$1.1bn"},
    "alternatives": [{"start": 10, "end": 27, "text": "25.5 billion kroner", "label": "if the dollars hold"}],
    "cause": None,
    "notes": [{"word": "rate", "text": "10.61"}],
    "related": [
        {
            "start": 10,
            "end": 27,
            "line": 1,
            "column": 11,
            "text": "12 billion kroner",
            "label": "read as 11.5bn to 12.5bn",
        }
    ],
    "claim": {"kind": "conversion", "roles": {"original": {"text": "12 billion kroner", "value": "12000000000"}}},
}


class TestConcise:
    def test_one_line_a_finding_and_the_counts(self) -> None:
        assert report("concise", result(SOURCE, FOUND)) == (
            "drafts/harbour.md:1:30: error FX101 $2.4bn is not 12 billion kroner at 10.61 (expected $1.1bn)\n"
            "1 finding in 1 file · 2 figures, 1 claim, 1 checked · 1 fix with --unsafe-fixes\n"
        )

    @pytest.mark.parametrize(
        ("message", "expected", "said"),
        [
            ("$9bn is about $1.1bn", "$1.1bn", "$9bn is about $1.1bn"),
            ("it is 20%, not 25%", "20%", "it is 20%, not 25%"),
            ("it is not 120%", "20%", "it is not 120% (expected 20%)"),
            ("it is not 5.20", "5.2", "it is not 5.20 (expected 5.2)"),
            ("it is 5 million", "5\u00a0million", "it is 5 million"),
            ("19 March was a Tuesday", None, "19 March was a Tuesday"),
        ],
    )
    def test_what_is_expected_is_said_once(self, message: str, expected: str | None, said: str) -> None:
        found = finding(SOURCE, "$2.4bn", message=message, expected=expected)
        assert report("concise", result(SOURCE, found)).splitlines()[0].endswith(f"error FX101 {said}")

    def test_an_article_of_a_file_of_several_is_named(self) -> None:
        source = draft("It cost $5.", path="wire.jsonl", id="a17")
        text = report("concise", result(source, finding(source, "$5")))
        assert text.startswith("wire.jsonl#a17:1:9: error")
        assert "in 1 article ·" in text

    def test_a_line_stays_one_harmless_line(self) -> None:
        source = draft("It cost $5.", path="a\nb\x1b[2J.md")
        found = finding(source, "$5", message="one\r\ntwo\u2028three\x85four\x1b[31m \u202e$6\x00")
        line, counts = report("concise", result(source, found)).splitlines()
        assert line == "a b␛[2J.md:1:9: error FX101 one two three four␛[31m \ufffd$6␀"
        assert counts.startswith("1 finding")


class TestJson:
    def test_jsonl_has_exactly_the_promised_keys_in_order(self) -> None:
        (line,) = report("jsonl", result(SOURCE, FOUND)).splitlines()
        assert json.loads(line) == RECORD
        assert list(json.loads(line)) == list(RECORD)

    def test_an_id_follows_the_path_when_there_is_one(self) -> None:
        source = draft("It cost $5.", path="wire.jsonl", id="a17")
        record = json.loads(report("jsonl", result(source, finding(source, "$5"))))
        assert list(record)[:3] == ["path", "id", "code"]
        assert record["id"] == "a17"
        assert record["fix"] is None

    def test_json_is_one_array_of_the_same_objects(self) -> None:
        assert json.loads(report("json", result(SOURCE, FOUND, FOUND), result(SOURCE, FOUND))) == [RECORD] * 3
        assert json.loads(report("json", result(SOURCE))) == []
        assert report("json") == "[]\n"
        assert report("jsonl", result(SOURCE)) == ""

    def test_text_is_readable_but_never_breaks_the_line_or_the_terminal(self) -> None:
        message = "億 “é” \u2028 \x85 \x1b \u202e \x7f\n"
        text = report("jsonl", result(SOURCE, finding(SOURCE, "$2.4bn", message=message)))
        assert len(text.splitlines()) == 1
        assert "億 “é” \\u2028 \\u0085 \\u001b \\u202e \\u007f\\n" in text
        assert json.loads(text)["message"] == message

    def test_an_encoding_that_lacks_a_character_gets_an_escape(self) -> None:
        out = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
        text = report("jsonl", result(SOURCE, finding(SOURCE, "$2.4bn", message="億")), out=out)
        assert json.loads(text)["message"] == "億"


class TestRegistry:
    @pytest.mark.parametrize("name", RENDERERS)
    def test_every_report_is_a_renderer_that_can_be_empty(self, name: str) -> None:
        out = io.StringIO()
        rendering = renderer(name)(out, options=Options())
        assert isinstance(rendering, Renderer)
        rendering.unreadable(Unreadable("a.md", "is not UTF-8"))
        rendering.close(Summary(unreadable=1))
        servers = ("sarif", "github", "junit", "checkstyle")  # whose readers do not see standard error
        assert ("a.md" in out.getvalue()) == (name in servers)

    def test_an_unknown_name_is_refused_with_the_known_ones(self) -> None:
        with pytest.raises(LookupError, match=r"'yaml'; there are rich, .*jsonl"):
            renderer("yaml")

    def test_rich_is_imported_only_for_the_rich_report(self) -> None:
        code = (
            "import sys; from factcheck.reports.registry import renderer\n"
            "for name in ('concise', 'json', 'jsonl'): renderer(name)\n"
            "before = 'rich' in sys.modules; renderer('rich'); print(before, 'rich' in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        assert done.stdout == "False True\n"


class TestSummary:
    @staticmethod
    def line(*severities: Severity, drafts: int = 4, places: int = 0, **counts: int) -> str:
        tally = Tally(31, 9, 6, Counter({"no rate for the day": 3}))
        found = Counter(severities)
        return Summary(drafts=drafts, drafts_with_findings=places, severities=found, tally=tally, **counts).line()

    def test_findings_figures_claims_and_why_not(self) -> None:
        counts = "31 figures, 9 claims, 6 checked (3: no rate for the day)"
        assert self.line("error", "warning", places=1) == f"2 findings in 1 of 4 files · {counts}"
        assert self.line("error", places=1, drafts=1) == f"1 finding in 1 file · {counts}"
        assert self.line() == f"no findings in 4 files · {counts}"
        assert self.line(drafts=3000, articles=3000) == f"no findings in 3,000 articles · {counts}"
        assert self.line(articles=2) == f"no findings in 4 drafts · {counts}"
        assert self.line(unreadable=1) == f"no findings in 4 files · {counts} · 1 file could not be read"
        lines = self.line(articles=4, unreadable=2)  # of one file
        assert lines == f"no findings in 4 articles · {counts} · 2 drafts could not be read"

    def test_nothing_read(self) -> None:
        assert Summary().line() == "no files read"
        assert Summary(unreadable=2).line() == "no files read · 2 files could not be read"

    def test_reasons_are_ordered_by_number_then_name(self) -> None:
        reasons = Counter({"no date": 1, "zero": 0, "no rate": 4, "currency": 1})
        line = Summary(drafts=1, tally=Tally(1, 1, 1, reasons)).line()
        assert line.endswith("1 figure, 1 claim, 1 checked (4: no rate, 1: currency, 1: no date)")

    def test_results_add_up(self) -> None:
        summary = Summary()
        summary.add(result(SOURCE, FOUND, FOUND))
        summary.add(result(SOURCE))
        assert (summary.drafts, summary.drafts_with_findings, summary.articles) == (2, 1, 0)
        assert summary.severities == {"error": 2}
        assert summary.tally == Tally(4, 2, 2)
        assert summary.findings == 2
