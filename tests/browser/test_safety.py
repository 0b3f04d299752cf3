"""What a draft holds is text on the page: no script, nothing from outside, nothing hidden or turned round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harbour import Shown

pytestmark = pytest.mark.browser

HOSTILE = """\
---
title: </title></style><script>window.hit = 1</script> & <b>bold</b>
date: 2024-03-18
---

# <script>window.hit = 2</script> <img src="http://127.0.0.1:9/pixel" onerror="window.hit = 3">

It costs 9 million kroner ($1.9 million<script>window.hit = 4</script>) "><svg onload="window.hit = 5">.

The \u202eegnarts\u202c sum of $5\u200bmillion \x1b[31m red rose 20% from 100 to 150\u2028kroner.

[a link](javascript:window.hit=6) ![12 men](http://127.0.0.1:9/a.png) <iframe src="http://127.0.0.1:9/"></iframe>

<style>@import url(http://127.0.0.1:9/x.css); body { display: none }</style> &lt;script&gt;window.hit=7&lt;/script&gt;
"""


def test_a_hostile_draft_is_shown_and_does_nothing(make: Callable[..., Path], show: Callable[..., Shown]) -> None:
    name = "a<img src=x onerror=window.hit=8>\"'.md"
    report = make({name: HOSTILE})
    shown = show(report)
    assert shown.page.evaluate("window.hit") is None
    assert shown.asked == [report.as_uri()]
    assert shown.complaints == []
    assert shown.page.locator("script, iframe, img, link, style:not(head style), object, embed").count() == 0
    assert shown.page.eval_on_selector_all(
        "*", "all => all.flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on') || n === 'style')"
    ) == []  # fmt: skip
    assert shown.page.locator("article h2").inner_text() == name
    text = shown.page.locator("article").inner_text()
    assert "<script>window.hit = 1</script> & <b>bold</b>" in text
    source = report.read_text(encoding="utf-8")
    assert not set(source) & set("\u202e\u202c\u2028\u200b\x1b")
    assert "␛[31m" in source


def test_articles_of_a_file_of_several_are_as_harmless(make: Callable[..., Path], show: Callable[..., Shown]) -> None:
    line = '{"id": "<script>window.hit=1</script>", "text": "Up 20% from 100 to 150 <script>window.hit=2</script>."}\n'
    shown = show(make({"wire.jsonl": line}))
    assert shown.page.evaluate("window.hit") is None
    assert shown.complaints == []
    assert shown.page.locator("article h2").inner_text() == "wire.jsonl#<script>window.hit=1</script>"


def test_the_policy_would_stop_what_slipped_through(make: Callable[..., Path], show: Callable[..., Shown]) -> None:
    report = make({"a.md": "It rose 20% from 100 to 150."})
    planted = (
        "<script>window.hit = 1</script><img src='http://127.0.0.1:9/a.png' onerror='window.hit = 2'>"
        "<style>body { display: none }</style><p style='display: none'>gone</p>"
        "<form action='http://127.0.0.1:9/'></form><iframe src='http://127.0.0.1:9/'></iframe>"
    )
    page = report.read_text(encoding="utf-8")
    report.write_text(page.replace("</main>", planted + "</main>"), encoding="utf-8")
    shown = show(report)
    assert shown.page.evaluate("window.hit") is None
    assert shown.page.evaluate("getComputedStyle(document.body).display") == "block"
    assert shown.page.locator("p[style]").is_visible()
    assert [address for address in shown.asked if address.startswith("http") and not _blocked(shown)] == []
    assert any("Content Security Policy" in complaint for complaint in shown.complaints)


def _blocked(shown: Shown) -> bool:
    """Whether the browser says that its policy has refused what is outside."""
    return sum("127.0.0.1:9" in complaint for complaint in shown.complaints) >= 2


def test_a_long_draft_is_shown_whole(make: Callable[..., Path], show: Callable[..., Shown]) -> None:
    paragraphs = [
        f"Crews number {n} rose {n % 40 + 10}% from {n + 100} to {n + 150}, and {n % 80 + 11} million kroner "
        f"(${(n % 80 + 11) / 10.4:.1f} million) went to the ferries of the northern shore. " + "Barges called. " * 30
        for n in range(200)
    ]
    page = show(make({"long.md": "---\ndate: 2024-03-18\n---\n\n" + "\n\n".join(paragraphs)})).page
    assert page.locator("article .f").count() >= 1000
    assert page.locator("article svg").count() >= 150
    last = page.locator("article .row").last
    last.scroll_into_view_if_needed()
    assert "Barges called." in last.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
