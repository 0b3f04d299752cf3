"""The day of an HTML page: linked data, then metadata, then the time in its head, then its byline, then its name."""

from __future__ import annotations

from datetime import date

import pytest
from texts import draft_of

from factcheck.drafts.draft import DraftDate


def dated(source: str, path: str = "page.html") -> tuple[date, str, str | None] | None:
    """Day, origin and what the source prints where the date stands."""
    draft = draft_of(source, path)
    found: DraftDate | None = draft.date
    if found is None:
        return None
    return found.day, found.origin, draft.source[found.start : found.end] if found.start is not None else None


def linked(json: str) -> str:
    return f'<p>Über uns</p><script type="application/ld+json">{json}</script><p>5'


ARTICLE = '"@type": "NewsArticle"'


@pytest.mark.parametrize(
    ("json", "origin", "day"),
    [
        ('{"datePublished": "2024-05-02"}', "JSON-LD datePublished", "2024-05-02"),
        ('{"datePublished" : "2024-05-02T23:30:00-05:00"}', "JSON-LD datePublished", "2024-05-02T23:30:00-05:00"),
        ('{"datePublished": "May 2, 2024"}', "JSON-LD datePublished", "May 2, 2024"),
        ('{"dateModified": "2024-05-03", "datePublished": "2024-05-02"}', "JSON-LD datePublished", "2024-05-02"),
        ('{"dateModified": "2024-05-02", "datePublished": "soon"}', "JSON-LD dateModified", "2024-05-02"),
        (f'[{{"@type": "Person"}}, {{{ARTICLE}, "datePublished": "2024-05-02"}}]',
         "JSON-LD datePublished", "2024-05-02"),
        ('{"@graph": [{"@type": "WebPage", "datePublished": "2024-05-01"}, '
         f'{{{ARTICLE}, "datePublished": "2024-05-02"}}]}}', "JSON-LD datePublished", "2024-05-02"),
        ('{"@type": "WebPage", "mainEntity": {"@type": ["Article"], "datePublished": "2024-05-02"}}',
         "JSON-LD datePublished", "2024-05-02"),
        (f'{{{ARTICLE}, "comment": [{{"@type": "Comment", "datePublished": "2024-05-09"}}], '
         '"datePublished": "2024-05-02"}', "JSON-LD datePublished", "2024-05-02"),
        ('{"articleBody": "two\nlines", "datePublished": "2024-05-02"}', "JSON-LD datePublished", "2024-05-02"),
        ('{"datePublished": "2024-05-0\\u0032"}', "JSON-LD datePublished", None),
        ('{"x": ["a",], "datePublished": "2024-05-02",\n}', "JSON-LD datePublished", "2024-05-02"),
        ('{"datePublished": ["2024-05-02", "2024-05-09"]}', "JSON-LD datePublished", None),
        ('<!-- {"datePublished": "2024-05-02"} -->', "JSON-LD datePublished", "2024-05-02"),
        ('\n//<![CDATA[\n{"datePublished": "2024-05-02"}\n//]]>\n', "JSON-LD datePublished", "2024-05-02"),
        ('/*<![CDATA[*/ [{"datePublished": "2024-05-02"}]; /*]]>*/', "JSON-LD datePublished", "2024-05-02"),
    ],
)  # fmt: skip
def test_linked_data(json: str, origin: str, day: str | None) -> None:
    assert dated(linked(json)) == (date(2024, 5, 2), origin, day)


@pytest.mark.parametrize(
    "json",
    [
        '{"datePublished": "2024-05-02"',
        '{"datePublished": "2024-02-30"}',
        '{"datePublished": 20240502}',
        '{"datePublished": null, "x": ' + "9" * 5000 + "}",
        '{"@type": "VideoObject", "datePublished": "2024-05-02"}',
        '{"@type": "Comment", "datePublished": "2024-05-02"}',
        '"2024-05-02"',
        "",
    ],
)
def test_linked_data_that_names_no_day(json: str) -> None:
    assert dated(linked(json)) is None


@pytest.mark.parametrize(
    ("tag", "origin"),
    [
        ('<meta property="article:published_time" content="2024-05-02T10:00:00Z">', "meta article:published_time"),
        ("<META NAME='parsely-pub-date' CONTENT='2024-05-02'/>", "meta parsely-pub-date"),
        ("<meta name=DC.date.issued content=2024-05-02>", "meta dc.date.issued"),
        ("<meta name=date content=20240502>", "meta date"),
        ("<meta name=date content='2024/05/02 10:00'>", "meta date"),
        ("<meta name=pubdate content='Thu, 02 May 2024 10:00:00 GMT'>", "meta pubdate"),
        ("<meta itemprop=datePublished content=2024-05-02>", "meta datepublished"),
        ("<span itemprop=datePublished content=2024-05-02>x</span>", "meta datepublished"),
        ("<meta property='og:updated_time' content='2024-05-02'>", "meta og:updated_time"),
        ("<meta name=date content=soon><meta name=date content=2024-05-02>", "meta date"),
        ("<meta name=date content=2024-05-03><meta property=article:published_time content=2024-05-02>",
         "meta article:published_time"),
    ],
)  # fmt: skip
def test_metadata(tag: str, origin: str) -> None:
    found = dated(f"<head>é{tag}</head><p>5")
    assert found is not None
    assert found[:2] == (date(2024, 5, 2), origin)
    assert found[2] is not None
    assert found[2] in tag
    assert "2024" in found[2]


@pytest.mark.parametrize(
    "tag",
    [
        "<meta name=date>",
        "<meta name=expires content=2024-05-02>",
        "<meta content=2024-05-02>",
        "<meta name=date content=2024>",
    ],
)
def test_metadata_that_names_no_day(tag: str) -> None:
    assert dated(f"{tag}<p>5") is None


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("<h1>Up 5%</h1><p>by Ann <time datetime='2024-05-02T10:00'>2 May</time><p>x", "2024-05-02T10:00"),
        ("<h1>5%</h1><time class=updated datetime=2024-05-03>x</time><p><time datetime=2024-05-02>y</time>",
         "2024-05-02"),
        ("<time datetime=2024-05-03>x</time><p><time class=entry-date datetime=2024-05-02>y</time>", "2024-05-02"),
        ("<time class=updated datetime=2024-05-02>x</time><p>5", "2024-05-02"),
    ],
)  # fmt: skip
def test_the_time_in_the_head(source: str, value: str) -> None:
    assert dated(source) == (date(2024, 5, 2), "time datetime", value)


@pytest.mark.parametrize(
    "source",
    [
        "<p>" + "It was long. " * 100 + "<p><time datetime=2024-05-02>x</time>",
        "<p>On <time datetime=2024-05-02>2 May</time> the town " + "opened its bridge and " * 10,
        "<p>5<p hidden><time datetime=2024-05-02>x</time>",
        "<p><time datetime=2024-05-02>x</time><article>5 is all</article>",
        "<p><time datetime=PT5M>5 min</time>",
        "<p><time>x</time>",
    ],
)
def test_times_that_are_not_of_publication(source: str) -> None:
    assert dated(source) is None


def test_the_order_of_what_names_a_day() -> None:
    parts = {
        "JSON-LD datePublished": linked('{"datePublished": "2024-05-01"}'),
        "meta date": "<meta name=date content=2024-05-02>",
        "time datetime": "<p><time datetime=2024-05-03>x</time>",
        "byline": "<p>Published: 4 May 2024</p>",
    }
    for n, origin in enumerate(parts):
        source = "".join(list(parts.values())[n:]) + "<p>5"
        found = dated(source, "2024-05-05-page.html")
        assert found is not None
        assert found[:2] == (date(2024, 5, 1 + n), origin)
    assert dated("<p>5", "2024-05-05-page.html") == (date(2024, 5, 5), "file name", None)
    assert dated("<p>5") is None
