"""The reports that other programs read: sarif, github, gitlab, junit, rdjson, checkstyle; and plain, read aloud."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from report_samples import draft, edit, finding, report, result

from factcheck.checking.result import Result
from factcheck.drafts.draft import Unreadable
from factcheck.reports.registry import renderer
from factcheck.reports.renderer import Options
from factcheck.reports.summary import Summary

SOURCE = draft("Für 12 billion kroner ($2.4bn)\nwas it built.", "drafts/hafen ö.md")
FOUND = finding(
    SOURCE,
    "$2.4bn",
    message="$2.4bn is 100% off, not 12 billion kroner: at 10.61",
    expected="$1.1bn",
    label="implies 5.00",
    fix="$1.1bn",
    cause="an old rate?",
    related={"12 billion kroner": "converted from this"},
    notes={"rate": "10.61 NOK per USD"},
    alternatives=(edit(SOURCE, "12 billion kroner", "25.5 billion kroner", "if $2.4bn is right"),),
)
EVIL = draft('A "nasty" \x1b[31m <b>&\uffff 7%\n::error::8,9: x', "a,b:c%\n<d>.md", id="one & two")
NASTY = finding(EVIL, "8,9", message="::warning::\x07 100%\n<x> & y", severity="info")
GONE = Unreadable("gone.md", "no such file")


def everything(name: str, *results: Result) -> str:
    """A report of some drafts and of a file that cannot be read."""
    import io

    out = io.StringIO()
    rendering = renderer(name)(out, options=Options())
    summary = Summary(unreadable=1)
    for each in results:
        rendering.result(each)
        summary.add(each)
    rendering.unreadable(GONE)
    rendering.close(summary)
    return out.getvalue()


class TestSarif:
    def log(self, *results: Result) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(everything("sarif", *results))
        return found

    def test_a_result(self) -> None:
        (run,) = self.log(result(SOURCE, FOUND))["runs"]
        (found,) = run["results"]
        place = {"startLine": 1, "startColumn": 24, "endLine": 1, "endColumn": 30}
        artifact = {"uri": "drafts/hafen%20%C3%B6.md"}
        assert (found["ruleId"], found["ruleIndex"], found["level"]) == ("FX101", 0, "error")
        assert found["message"]["text"].splitlines() == [
            "$2.4bn is 100% off, not 12 billion kroner: at 10.61 (expected $1.1bn)",
            "rate: 10.61 NOK per USD",
            "cause: an old rate?",
        ]
        (location,) = found["locations"]
        assert location == {
            "physicalLocation": {"artifactLocation": artifact, "region": place | {"snippet": {"text": "$2.4bn"}}}
        }
        (other,) = found["relatedLocations"]
        assert other["message"] == {"text": "12 billion kroner: converted from this"}
        assert other["physicalLocation"]["region"]["startColumn"] == 5
        assert [fix["description"]["text"] for fix in found["fixes"]] == [
            "write $1.1bn",
            "if $2.4bn is right: 25.5 billion kroner",
        ]
        (replacement,) = found["fixes"][0]["artifactChanges"][0]["replacements"]
        assert replacement == {"deletedRegion": place, "insertedContent": {"text": "$1.1bn"}}
        assert run["columnKind"] == "unicodeCodePoints"
        (rule,) = run["tool"]["driver"]["rules"]
        assert (rule["id"], rule["name"]) == ("FX101", "off-reference-rate")
        assert rule["shortDescription"]["text"] == "A conversion disagrees with the reference rate"

    def test_a_finding_has_the_same_fingerprint_wherever_it_has_moved_to(self) -> None:
        moved = draft(f"New.\n\n{SOURCE.source}", SOURCE.path)
        prints = [
            [each["partialFingerprints"]["factcheckFigure/v1"] for each in self.log(one)["runs"][0]["results"]]
            for one in (result(SOURCE, FOUND), result(moved, finding(moved, "$2.4bn")), result(SOURCE, FOUND, FOUND))
        ]
        assert prints[0] == prints[1] == prints[2][:1]
        assert len(set(prints[2])) == 2

    def test_the_end_says_what_was_read(self) -> None:
        (invocation,) = self.log(result(SOURCE))["runs"][0]["invocations"]
        assert invocation["properties"]["summary"].startswith("no findings in 1 file · 2 figures")
        assert not invocation["executionSuccessful"]
        (told,) = invocation["toolExecutionNotifications"]
        assert (told["message"]["text"], told["level"]) == ("no such file", "error")

    def test_an_article_of_a_file_of_several(self) -> None:
        (found,) = self.log(result(EVIL, NASTY))["runs"][0]["results"]
        assert found["locations"][0]["logicalLocations"] == [{"name": "one & two", "kind": "article"}]

    @pytest.mark.parametrize("results", [(), (result(SOURCE, FOUND), result(EVIL, NASTY)), (result(SOURCE),)])
    def test_the_schema(self, results: tuple[Result, ...]) -> None:
        place = os.environ.get("FACTCHECK_SARIF_SCHEMA")
        if not place:
            pytest.skip("FACTCHECK_SARIF_SCHEMA names no schema of SARIF 2.1.0 (.ci/run fetches it)")
        schema = json.loads(Path(place).read_text(encoding="utf-8"))
        validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
        assert [error.message for error in validator.iter_errors(self.log(*results))] == []


def test_github() -> None:
    assert everything("github", result(SOURCE, FOUND), result(EVIL, NASTY)).splitlines() == [
        "::error file=drafts/hafen ö.md,line=1,col=24,endLine=1,endColumn=30,title=FX101 off-reference-rate::"
        "$2.4bn is 100%25 off, not 12 billion kroner: at 10.61 (expected $1.1bn)%0Arate: 10.61 NOK per USD",
        "::notice file=a%2Cb%3Ac%25 <d>.md,line=2,col=10,endLine=2,endColumn=13,title=FX101 off-reference-rate::"
        "::warning::␇ 100%25%0A<x> & y",
        "::error file=gone.md::no such file",
        "2 findings in 2 of 2 drafts · 4 figures, 2 claims, 2 checked · 1 fix with --unsafe-fixes"
        " · 1 draft could not be read",
    ]


def test_gitlab() -> None:
    found = json.loads(everything("gitlab", result(SOURCE, FOUND), result(EVIL, NASTY)))
    assert {key: value for key, value in found[0].items() if key != "fingerprint"} == {
        "description": "$2.4bn is 100% off, not 12 billion kroner: at 10.61 (expected $1.1bn)",
        "check_name": "FX101",
        "severity": "major",
        "location": {
            "path": "drafts/hafen ö.md",
            "positions": {"begin": {"line": 1, "column": 24}, "end": {"line": 1, "column": 30}},
        },
    }
    assert found[1]["severity"] == "info"
    assert len({each["fingerprint"] for each in found}) == 2
    assert json.loads(everything("gitlab")) == []


def test_junit() -> None:
    suites = ET.fromstring(
        everything("junit", result(SOURCE, FOUND), result(draft("Fine.", "b.md")), result(EVIL, NASTY))
    )
    assert [
        (suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in suites
    ] == [
        ("drafts/hafen ö.md", "1", "1", "0"),
        ("b.md", "1", "0", "0"),
        ("a,b:c%\n<d>.md#one & two", "1", "1", "0"),
        ("gone.md", "1", "0", "1"),
    ]
    (failure,) = suites[0].iter("failure")
    assert failure.get("message") == "$2.4bn is 100% off, not 12 billion kroner: at 10.61 (expected $1.1bn)"
    assert (failure.text or "").splitlines()[1:] == [
        "rate: 10.61 NOK per USD",
        "cause: an old rate?",
        'fix: write "$1.1bn", or if $2.4bn is right: "25.5 billion kroner" for "12 billion kroner"',
    ]
    assert list(suites[1][0]) == []
    (problem,) = suites[3].iter("error")
    assert problem.get("message") == "no such file"


def test_rdjson_counts_columns_in_bytes() -> None:
    found = json.loads(everything("rdjson", result(SOURCE, FOUND)))
    (diagnostic,) = found["diagnostics"]
    assert found["source"] == {"name": "factcheck"}
    assert diagnostic["location"] == {
        "path": "drafts/hafen ö.md",
        "range": {"start": {"line": 1, "column": 25}, "end": {"line": 1, "column": 31}},
    }
    assert (diagnostic["severity"], diagnostic["code"]) == ("ERROR", {"value": "FX101"})
    assert [suggestion["text"] for suggestion in diagnostic["suggestions"]] == ["$1.1bn", "25.5 billion kroner"]
    assert [other["message"] for other in diagnostic["related_locations"]] == ["converted from this"]
    assert json.loads(everything("rdjson"))["diagnostics"] == []


def test_checkstyle() -> None:
    found = ET.fromstring(
        everything("checkstyle", result(SOURCE, FOUND), result(draft("Fine.", "b.md")), result(EVIL, NASTY))
    )
    assert [file.get("name") for file in found] == ["drafts/hafen ö.md", "a,b:c%\n<d>.md", "gone.md"]
    assert dict(found[0][0].items()) == {
        "line": "1",
        "column": "24",
        "severity": "error",
        "message": "$2.4bn is 100% off, not 12 billion kroner: at 10.61 (expected $1.1bn)",
        "source": "factcheck.FX101",
    }
    assert found[1][0].get("message") == "one & two: ::warning::␇ 100%\n<x> & y"


def test_plain() -> None:
    assert report("plain", result(SOURCE, FOUND)).splitlines() == [
        "Error FX101 in drafts/hafen ö.md, line 1, column 24.",
        "$2.4bn is 100% off, not 12 billion kroner: at 10.61.",
        'Printed: "$2.4bn", implies 5.00.',
        'Beside it, in line 1: "12 billion kroner", converted from this.',
        "Rate: 10.61 NOK per USD.",
        "Likely cause: an old rate?",
        'Fix: write "$1.1bn", or if $2.4bn is right: "25.5 billion kroner" for "12 billion kroner".',
        "",
        "1 finding in 1 file, 2 figures, 1 claim, 1 checked, 1 fix with --unsafe-fixes",
    ]
