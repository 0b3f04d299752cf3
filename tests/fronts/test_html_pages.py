"""`factcheck check page.html`: findings point at the figure as the page spells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.fronts.cli import main

# Figures of a published slip; the page, in the manner of a common system for blogs, is ours.
BLOG = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8">
<title>Harbour fund reports a loss &#8211; The Daily Example</title>
<meta property="article:published_time" content="2025-03-16T09:30:00+00:00">
<script>var stake = "349.5 million yen ($9 billion)";</script>
</head>
<body class="single has-sidebar">
<header><nav><a href="/">Top 10</a></nav></header>
<main><article class="post">
<header><h1 class="entry-title">Harbour fund reports a loss</h1>
<p class="entry-subtitle">It is the <em>second</em> in 10&nbsp;years</p></header>
<p>The fund lost <b>349.5</b> million yen (<i>$2.38&nbsp;billion</i>) last
    week<sup><a href="#fn1">1</a></sup>, its clerk said.</p>
<p>It paid 19.5 billion<sup>2</sup> Canadian dollars (<span>&#36;13.5</span>&nbsp;billion) for land.</p>
</article></main>
<aside>Read: 349.5 million yen ($8 billion)</aside>
</body></html>
"""

# Headings and bylines in the manner of a broadcaster, with the date in linked data only.
BROADCASTER = """<html lang="en"><head><title>Profit at Example plc - News</title>
<script type="application/ld+json">{"@context": "http://schema.org", "@graph": [
{"@type": "NewsArticle", "datePublished": "2025-03-16T06:01:42.000Z"}]}</script></head>
<body><main><article>
<header><h1>Example plc profit rises 25%</h1></header>
<div data-component="text-block"><p class="sc-1"><b class="sc-2">Profit at Example plc rose <a href="/t">25%</a>
from &pound5.0 billion to &pound6.0 billion.</b></p></div>
<figure><div><img alt="9 boats"></div>
<figcaption><span class="visually-hidden">Image 3, </span>The harbour</figcaption></figure>
<p>It owes &euro;1&nbsp;billion (&#x24;1.9&nbsp;bn).</p>
</article></main></body></html>
"""  # fmt: skip

# A page that is mostly tables, in the old encoding and without linked data.
TABLES = """<html><head><meta http-equiv="content-type" content="text/html; charset=iso-8859-1"></head><body>
<p>Published: 16 March 2025
<table border=1><caption>Costs, \u00a3m</caption>
<tr><th>Pier<th>Cost
<tr><td>North<td>19.5 billion Canadian dollars<br>($31.5 billion)
<tr><td>South<sup>1</sup><td>\u00a35
<tfoot><tr><td colspan=2><sup>1</sup> In 2024
</table></body></html>
"""


def findings(page: Path, capsys: pytest.CaptureFixture[str], encoding: str = "utf-8") -> list[tuple[str, str, str]]:
    """Rule, `line:column` and what the file prints there, of each finding; also of the figures it is about."""
    main(["check", "--format", "json", str(page)])
    out, _ = capsys.readouterr()
    source = page.read_text(encoding)
    found = []
    for finding in json.loads(out):
        before = source[: finding["start"]]
        assert (finding["line"], finding["column"]) == (before.count("\n") + 1, finding["start"] - before.rfind("\n"))
        found.append(
            (finding["code"], f"{finding['line']}:{finding['column']}", source[finding["start"] : finding["end"]])
        )
    return found


def test_through_markup_and_entities(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(BLOG, encoding="utf-8")
    assert findings(page, capsys) == [("FX101", "14:47", "$2.38&nbsp;billion")]
    page.write_text(BLOG.replace("$2.38&nbsp;b", "$2.38 m").replace("&#36;13.5", "&#36;31.5"), encoding="utf-8")
    assert findings(page, capsys) == [("FX101", "16:61", "&#36;31.5</span>&nbsp;billion")]


def test_a_page_whose_figures_agree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.htm"
    page.write_text(BLOG.replace("$2.38&nbsp;b", "$2.38 m"), encoding="utf-8")
    assert main(["check", "--format", "concise", str(page)]) == 0
    assert capsys.readouterr().out == "no findings in 1 file · 5 figures, 2 claims, 2 checked\n"


def test_entities_without_a_semicolon_and_linked_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(BROADCASTER, encoding="utf-8", newline="\r\n")
    source = page.read_bytes().decode()
    main(["check", "--format", "json", str(page)])
    change, conversion = json.loads(capsys.readouterr().out)
    assert source[change["start"] : change["end"]] == "25%"
    assert [source[one["start"] : one["end"]] for one in change["related"][:2]] == [
        "&pound5.0 billion",
        "&pound6.0 billion",
    ]
    assert source[conversion["start"] : conversion["end"]] == "&#x24;1.9&nbsp;bn"
    dates = [one for one in conversion["related"] if one["label"] == "the day of the rate"]
    assert [source[one["start"] : one["end"]] for one in dates] == ["2025-03-16T06:01:42.000Z"]


def test_tables_in_an_old_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(TABLES, encoding="cp1252")
    assert findings(page, capsys, "cp1252") == [("FX101", "5:52", "$31.5 billion")]


def test_pages_are_found_in_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.html", "b.HTM", "c.xhtml"):
        (tmp_path / name).write_text(BLOG, encoding="utf-8")
    main(["check", "--format", "concise", str(tmp_path)])
    assert capsys.readouterr().out.splitlines()[-1].startswith("3 findings in 3 of 3 files")
