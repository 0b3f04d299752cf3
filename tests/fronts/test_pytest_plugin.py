"""The pytest plugin, in sessions that pytest's own `pytester` runs in folders of its own."""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from pathlib import Path

# pytester forgets what a session of its imports: what is here is not imported again by each of them.
import hypothesis  # noqa: F401
import pytest

import factcheck.fronts.api  # noqa: F401
from factcheck.drafts.draft import Unreadable
from factcheck.drafts.reading import SUFFIXES
from factcheck.fronts.config import Config
from factcheck.fronts.pytest_plugin import Factcheck
from factcheck.rates.fixed import FixedSource
from factcheck.rates.ratebook import RateBook

pytest_plugins = ["pytester"]

SPOILT = "---\ndate: 2025-03-16\n---\n\nThe deal is worth 19.5 billion Canadian dollars ($31.5 billion).\n"
CLEAN = SPOILT.replace("31.5", "13.5")
WRONG_CHANGE = "Sales rose 25% from $5.0 billion to $6.0 billion."
QUERY = "Sales rose 25% from $5bn to $6bn."  # may be true before rounding: a warning


@pytest.fixture
def consistent() -> Factcheck:
    """The fixture's object with the default configuration, whatever is set around these tests."""
    return Factcheck(Config())


def test_a_spoilt_draft_fails_with_its_findings(pytester: pytest.Pytester) -> None:
    (pytester.mkdir("drafts") / "deal.md").write_text(SPOILT, encoding="utf-8")
    result = pytester.runpytest("--factcheck", "drafts")
    result.assert_outcomes(failed=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        [
            "*_ draft drafts/deal.md::factcheck _*",
            "drafts/deal.md:5:50: error FX101 19.5 billion * is about $13.5 billion *, not $31.5 billion",
            "    rate: 1.4410 CAD per USD on 14 March 2025 *",
            "    maths: 19.5 billion Canadian dollars × 0.69396 = $13.5 billion; *",
            "    cause: two digits changed places: $13.5 billion[?]",
            '    fix: write "$13.5 billion", *',
            "FAILED drafts/deal.md::factcheck - *",
        ],
        consecutive=False,
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def in_format(suffix: str, text: str) -> bytes:
    """A file with this text in the format of a suffix."""
    match suffix:
        case ".jsonl":
            return json.dumps({"text": text}).encode()
        case ".ipynb":
            return json.dumps({"cells": [{"cell_type": "markdown", "source": text}]}).encode()
        case ".eml":
            return f"Subject: Deal\n\n{text}".encode()
        case ".docx" | ".odt":
            word = suffix == ".docx"
            inside = f"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
            office, words = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text"))
            if not word:
                inside = f"<o:body><o:text><t:p>{text}</t:p></o:text></o:body>"
                inside = f"<o:d xmlns:o='{office}' xmlns:t='{words}'>{inside}</o:d>"
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as package:
                package.writestr("word/document.xml" if word else "content.xml", inside)
            return out.getvalue()
        case _:
            return text.encode()


def test_clean_drafts_of_every_suffix_pass_beside_tests(pytester: pytest.Pytester) -> None:
    for suffix in SUFFIXES:
        Path(f"deal{suffix.upper()}").write_bytes(in_format(suffix, CLEAN))
    Path("LICENSE").write_text(WRONG_CHANGE, encoding="utf-8")
    pytester.makepyfile("def test_nothing(): pass")
    pytester.runpytest("--factcheck", "--strict-markers").assert_outcomes(passed=len(SUFFIXES) + 1)
    pytester.runpytest("--factcheck", "-m", "factcheck").assert_outcomes(passed=len(SUFFIXES), deselected=1)


def test_nothing_is_collected_without_the_option(pytester: pytest.Pytester) -> None:
    Path("README.md").write_text(SPOILT, encoding="utf-8")
    Path("wire.jsonl").write_text(json.dumps({"text": WRONG_CHANGE}), encoding="utf-8")
    assert pytester.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_nothing_heavy_is_imported_without_the_option(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import sys

        def test_imports():
            assert "factcheck.fronts.pytest_plugin" in sys.modules
            assert not {"pydantic", "re2", "rich", "yaml", "factcheck.fronts.api"} & set(sys.modules)
            ours = {name for name in sys.modules if name.partition(".")[0] == "factcheck"}
            assert ours == {"factcheck", "factcheck.fronts", "factcheck.fronts.pytest_plugin"}
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0", "photo.txt: a binary file, not a draft"),
        ("latin.md", b"one\ntwo caf\xe9s", "latin.md:2: not UTF-8: byte 0xE9 (*); save the file as UTF-8"),
        ("empty.md", b"", "empty.md: empty: nothing to check"),
        ("wire.jsonl", b"", "wire.jsonl: empty: nothing to check"),
    ],
)
def test_an_unreadable_draft_fails_with_the_reason(
    pytester: pytest.Pytester, name: str, data: bytes, told: str
) -> None:
    Path(name).write_bytes(data)
    Path("good.md").write_text(CLEAN, encoding="utf-8")
    result = pytester.runpytest("--factcheck")
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines([f"*_ draft {name}::factcheck _*", told])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_every_article_of_a_file_is_a_test(pytester: pytest.Pytester) -> None:
    articles = [{"id": "a17", "text": WRONG_CHANGE}, {"id": "b.2", "text": CLEAN}, {"id": "a17", "text": "Nothing."}]
    lines = [*map(json.dumps, articles), "not json", json.dumps({"text": WRONG_CHANGE})]
    Path("wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = pytester.runpytest("--factcheck", "-v")
    result.assert_outcomes(failed=3, passed=2)
    result.stdout.fnmatch_lines(
        [
            "wire.jsonl::a17 FAILED *",
            "wire.jsonl::b.2 PASSED *",
            "wire.jsonl::a17 (2) PASSED *",
            "wire.jsonl::line 4 FAILED *",
            "wire.jsonl::5 FAILED *",
            "wire.jsonl#a17:1:12: error CHG101 $5.0 billion to $6.0 billion is 20%, not 25%",
            '    fix: write "20%", or if 25% is right: "$6.2 billion" for "$6.0 billion"',
            "wire.jsonl:4: not JSON: Expecting value at column 1",
            "wire.jsonl#5:1:12: error CHG101 *",
        ]
    )
    pytester.runpytest("--factcheck", "wire.jsonl::b.2").assert_outcomes(passed=1)


def test_the_configuration_says_what_fails(pytester: pytest.Pytester) -> None:
    Path("query.md").write_text(QUERY, encoding="utf-8")
    result = pytester.runpytest("--factcheck")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["query.md:1:12: warning CHG101 *"])
    pytester.makepyprojecttoml('[tool.factcheck]\nfail-on = "error"')
    pytester.runpytest("--factcheck").assert_outcomes(passed=1)
    Path("query.md").write_text(f"{QUERY}\n\n{WRONG_CHANGE}", encoding="utf-8")
    result = pytester.runpytest("--factcheck")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["query.md:1:12: warning CHG101 *", "query.md:3:12: error CHG101 *"])
    pytester.makepyprojecttoml('[tool.factcheck]\nignore = ["CHG"]')
    pytester.runpytest("--factcheck").assert_outcomes(passed=1)


def test_the_configured_date_is_the_day_of_the_drafts(pytester: pytest.Pytester) -> None:
    Path("deal.txt").write_text("Ministers met on Monday, March 18.", encoding="utf-8")
    for year, failed in (("2024", 0), ("2025", 1)):
        pytester.makepyprojecttoml(f"[tool.factcheck]\ndate = {year}-03-17")
        pytester.runpytest("--factcheck").assert_outcomes(failed=failed, passed=1 - failed)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"house/x.yaml": "code: X\nname: [\n"}, "*house/x.yaml:3: did not find expected node content"),
        ({"house/x.yaml": "# ours\ncode: oops\n"}, "*house/x.yaml:2: code: String should match pattern *"),
        ({}, "*house: no such folder of rules"),
        ({".factcheck.yaml": "ignore: []\nselect: [\n"}, "*.factcheck.yaml:3: did not find expected node content"),
        (
            {"pyproject.toml": "[tool.factcheck]\nselekt = []\n"},
            "*pyproject.toml*: unknown key 'selekt'; did you mean 'select'?",
        ),
        ({"pyproject.toml": "[tool.factcheck]\nselect = ['ZZ9']\n"}, "*no rule is called 'ZZ9'*"),
    ],
    ids=["broken YAML", "bad rule", "missing folder", "broken configuration", "unknown key", "unknown rule"],
)
def test_a_bad_rule_or_configuration_is_a_usage_error(
    pytester: pytest.Pytester, files: dict[str, str], told: str
) -> None:
    for name, text in ({"pyproject.toml": "[tool.factcheck]\nrules = ['house']\n"} | files).items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    pytester.makepyfile("def test_it(factcheck): factcheck.check('')", test_other="def test_other(): pass")
    result = pytester.runpytest("--factcheck")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: factcheck: {told}"])
    # Without the option other tests are not held up, and one that asks for the fixture says the same.
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([f"factcheck: {told}"])
    for output in (result.stdout, result.stderr):
        output.no_fnmatch_line("*Traceback*")


def test_the_fixture_passes_and_fails(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        f"""
        from datetime import date

        def test_right(factcheck):
            factcheck.assert_consistent("C$19.5 billion ($13.5 billion)", date=date(2025, 3, 16))

        def test_wrong(factcheck):
            factcheck.assert_consistent({WRONG_CHANGE!r})
        """
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "E*AssertionError: <text>:1:12: error CHG101 $5.0 billion to $6.0 billion is 20%, not 25%",
            "E*    maths: *",
            'E*    fix: write "20%", or if *',
        ]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_consistent_texts_pass(consistent: Factcheck) -> None:
    consistent.assert_consistent("")
    consistent.assert_consistent(CLEAN, path="deal.md")
    consistent.assert_consistent(QUERY, fail_on="error")
    consistent.assert_consistent(WRONG_CHANGE, ignore=["CHG101"])


def test_the_message_lists_every_finding(consistent: Factcheck) -> None:
    with pytest.raises(AssertionError) as raised:
        consistent.assert_consistent(f"{WRONG_CHANGE}\n\n{QUERY}", path="q.txt")
    lines = [line for line in str(raised.value).splitlines() if not line.startswith("    ")]
    assert [line.split(" ")[:3] for line in lines] == [
        ["q.txt:1:12:", "error", "CHG101"],
        ["q.txt:3:12:", "warning", "CHG101"],
    ]


def test_check_gives_the_findings(consistent: Factcheck) -> None:
    text = "It cost C$19.5 billion ($15.3 billion)."
    (finding,) = consistent.check(text, datetime.date(2025, 3, 16))
    assert (finding.code, finding.severity, text[finding.start : finding.end]) == ("FX101", "error", "$15.3 billion")
    assert finding.fix is not None
    assert finding.fix.text == "$13.5 billion"
    assert consistent.check(text, "2025-03-16") == [finding]
    assert consistent.check(CLEAN, path="deal.md") == []


def test_a_test_may_bring_its_own_rates(consistent: Factcheck) -> None:
    book = RateBook([FixedSource({"USD/CAD": "1.2745"})])
    assert consistent.check("It cost C$19.5 billion ($15.3 billion).", book=book) == []


def test_a_wrong_option_is_the_tests_own_mistake(consistent: Factcheck) -> None:
    with pytest.raises(TypeError, match="factcheck: unknown key 'selekt'; did you mean 'select'"):
        consistent.check("", selekt=["FX"])
    with pytest.raises(TypeError, match="factcheck: date: "):
        consistent.check("", "yesterday")
    with pytest.raises(Unreadable, match=r"wire\.jsonl:1: not JSON"):
        consistent.check("not json", path="wire.jsonl")
