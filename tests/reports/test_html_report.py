"""The page as text: what needs no browser to be seen (tests/browser opens it in one)."""

from __future__ import annotations

import base64
import hashlib
import io
from datetime import date, timedelta
from decimal import Decimal

import re2
from report_samples import draft, finding, report, result

from factcheck.checking.finding import Finding
from factcheck.checking.trace import Rate, Span
from factcheck.drafts.draft import Unreadable
from factcheck.drafts.reading import read_text
from factcheck.reports.html.chart import chart, described, drawable
from factcheck.reports.html.notes import in_text, notes
from factcheck.reports.registry import renderer
from factcheck.reports.renderer import Options
from factcheck.reports.summary import Summary

FIRST = date(2024, 1, 1)
IMPLIED = Span(Decimal("1.2"), Decimal("1.3"))


def rate(days: int = 20, implied: Span | None = IMPLIED, step: str = "0.01") -> Rate:
    series = tuple((FIRST + timedelta(n), 1 + n * Decimal(step)) for n in range(days))
    values = [value for _, value in series]
    return Rate(
        "EUR", "USD", values[-1], series[-1][0], min(values), max(values), FIRST, series[-1][0], "ECB",
        Span(min(values) * Decimal("0.99"), max(values) * Decimal("1.01")), implied, series,
    )  # fmt: skip


def points(svg: str) -> list[str]:
    return [found.group() for found in re2.finditer(r"M[\d.]+ [\d.]+h0", svg)]


def test_the_policy_allows_the_pages_own_style_and_nothing_else() -> None:
    page = report("html", result(draft("Nothing here.")))
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert "<script" not in page
    assert "http:" not in page.replace("http-equiv", "")
    assert "https:" not in page


def test_a_result_without_a_trace_shows_its_findings_all_the_same() -> None:
    text = draft("A plan of 12 billion kroner ($2.4bn) & more.")
    page = report("html", result(text, finding(text, "$2.4bn", message="this is <off>")))
    assert '<a class="f error" id="d1f29" href="#d1n1" data-n="1" aria-describedby="d1f29t">$2.4bn</a>' in page
    assert "This is &lt;off&gt;" in page
    assert ") &amp; more." in page


def test_a_finding_about_what_no_reader_sees_stands_at_the_end_of_its_draft() -> None:
    source = "Para one.\n\n<!-- secret 5 -->\n\nPara two."
    (text,) = read_text(source, "a.md")
    assert not isinstance(text, Unreadable)
    start = source.index("secret")
    hidden = finding(draft(source), "secret 5", message="an unused comment")
    found: Finding = hidden._replace(start=start, end=start + 8)
    page = report("html", result(text, found))
    assert [note.mark for note in notes(result(text, found))] == [None]
    assert page.index("Para two.") < page.index("In what a reader of the draft does not see") < page.index('id="d1n1"')
    assert '<a href="#d1n1"><span class="badge">' in page


def test_a_span_of_the_source_is_found_in_the_text_across_mark_up() -> None:
    (text,) = read_text("# Title\n\nA **bold** claim of *12* men.\n", "a.md")
    assert not isinstance(text, Unreadable)
    start = text.source.index("12")
    assert in_text(text, start, start + 2) == (text.text.index("12"), text.text.index("12") + 2)
    assert in_text(text, 0, 2) is None


def test_figures_that_overlap_are_one_mark() -> None:
    text = draft("Between 12 and 14 million people came.")
    page = report("html", result(text, finding(text, "12 and 14 million"), finding(text, "14 million", code="SUM101")))
    assert page.count('class="f error"') == 2  # and that of the legend
    assert 'data-n="1,2" aria-describedby="d1f8t">12 and 14 million</a>' in page


def test_an_empty_run_is_a_whole_page() -> None:
    page = report("html")
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert "Nothing disagrees." in page
    assert "No files read" in page


def test_what_could_not_be_read_is_counted() -> None:
    out = io.StringIO()
    rendering = renderer("html")(out, options=Options())
    rendering.unreadable(Unreadable("a.md", "is not UTF-8"))
    rendering.close(Summary(unreadable=1))
    assert "1 file could not be read" in out.getvalue()


def test_two_runs_write_the_same_page() -> None:
    text = draft("A plan of 12 billion kroner ($2.4bn).")
    assert report("html", result(text, finding(text, "$2.4bn"))) == report(
        "html", result(text, finding(text, "$2.4bn"))
    )


def test_years_of_rates_are_thinned_to_their_ends_and_extremes() -> None:
    years = rate(1800, step="0.0001")
    peak = years.series[777][0]
    years = years._replace(series=tuple((day, Decimal(3) if day == peak else value) for day, value in years.series))
    drawn = chart(years, "fine", "x")
    assert 50 < len(points(drawn)) < 80
    assert "1800 daily rates" in described(years)
    assert ">3.0000</text>" in drawn


def test_one_rate_without_a_range_can_be_drawn() -> None:
    drawn = chart(rate(1, Span(Decimal(1), Decimal(1))), "fine", "x")
    assert len(points(drawn)) == 1
    assert 'class="implied"' in drawn


def test_an_open_end_of_the_implied_rate_reaches_the_edge() -> None:
    drawn = chart(rate(implied=Span(Decimal("1.1"), None)), "fine", "x")
    assert 'class="implied" x="4" y="10"' in drawn
    assert "The figures imply at least 1.1000." in drawn


def test_without_days_there_is_nothing_to_draw() -> None:
    assert not drawable(rate()._replace(series=()))
    assert drawable(rate())
