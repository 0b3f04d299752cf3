"""The page is readable at any width, in light and dark, on paper, and by those who do not see it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from harbour import DRAFT, Shown

pytestmark = pytest.mark.browser

TABLE = """\

| Quay | Cost | Share | Depth | Opened | Operator | Length |
|---|---|---|---|---|---|---|
| Northernmost | $40 million | 40% | 12 meters | 1999 | Harbourmasters | 300 meters |
| Southernmost | $60 million | 60% | 14 meters | 2004 | Harbourmasters | 500 meters |

Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzrindfleischetikettierungsüberwachung cost $5 million.
"""

#: Each text that is seen, with its contrast against what it stands on, and whether it is large (WCAG 2.2, 1.4.3).
CONTRAST = """() => {
  const rgb = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const f = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 };
    return .2126 * f(r) + .7152 * f(g) + .0722 * f(b) };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c } return [255, 255, 255] };
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, e = node.parentElement;
    if (!node.textContent.trim() || ["TITLE", "DESC", "STYLE"].includes(e.tagName.toUpperCase())) continue;
    const s = getComputedStyle(e), color = rgb(e instanceof SVGElement ? s.fill : s.color);
    const size = parseFloat(s.fontSize), large = size >= 24 || (size >= 18.66 && +s.fontWeight >= 700);
    found.push([node.textContent.trim().slice(0, 30), ratio(color, ground(e)), large]);
  }
  document.querySelectorAll("article .f, .legend .f").forEach(f => found.push(["underline of " + f.textContent,
    ratio(rgb(getComputedStyle(f).textDecorationColor), ground(f)), true]));
  document.querySelectorAll("svg .in, svg .out, svg .implied").forEach(p => found.push(["." + p.classList[0],
    ratio(rgb(getComputedStyle(p).stroke), ground(p)), true]));
  return found
}"""


@pytest.fixture
def report(make: Callable[..., Path]) -> Path:
    return make({"harbour.md": DRAFT + TABLE, "a-second-draft-with-a-very-long-name-for-a-file.md": DRAFT})


@pytest.mark.parametrize("width", [320, 375, 768, 1000, 1280, 1920])
def test_nothing_runs_over_the_side(report: Path, show: Callable[..., Shown], width: int) -> None:
    page = show(report, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("article .f", has_text="$2.9 million").first.focus()  # its tip is open
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [375, 1280])
def test_text_is_large_enough_and_lines_are_short_enough(report: Path, show: Callable[..., Shown], width: int) -> None:
    page = show(report, width=width).page
    size, room = page.eval_on_selector(
        ".text.body p", "p => [parseFloat(getComputedStyle(p).fontSize), p.getBoundingClientRect().width]"
    )
    assert size >= 16
    assert room / size <= 38  # some 80 characters
    assert page.eval_on_selector(".notes", "n => parseFloat(getComputedStyle(n).fontSize)") >= 14


def test_on_a_phone_the_notes_stand_below_their_paragraph(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report, width=375).page
    for row in page.locator(".row:has(.notes)").all():
        text, notes = row.locator(".text").bounding_box(), row.locator(".notes").bounding_box()
        assert notes["y"] >= text["y"] + text["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(report: Path, show: Callable[..., Shown], scheme: str) -> None:
    page = show(report, scheme=scheme).page
    found = page.evaluate(CONTRAST)
    assert len(found) > 200
    assert [each for each in found if each[1] < (3 if each[2] else 4.5)] == []


def test_dark_is_dark_and_light_is_light(report: Path, show: Callable[..., Shown]) -> None:
    def colours(scheme: str) -> list[list[int]]:
        script = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        return [[int(n) for n in c[4:-1].split(",")] for c in show(report, scheme=scheme).page.evaluate(script)]

    (paper, ink), (night, chalk) = colours("light"), colours("dark")
    assert min(paper) > 240 > 60 > max(ink)
    assert max(night) < 40 < 200 < min(chalk)


def test_on_paper_there_are_no_tips_and_nothing_is_cut(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    figure = page.locator("article .f", has_text="$1.9 million").first
    figure.focus()
    assert not page.locator(f"#{figure.get_attribute('aria-describedby')}").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_names_and_references_hold(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    links = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    for name in ("aria-describedby", "aria-labelledby"):
        said = page.eval_on_selector_all(f"[{name}]", f"all => all.flatMap(e => e.getAttribute('{name}').split(' '))")
        assert said
        assert set(said) <= set(ids)


def test_it_can_be_heard(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").count() == page.locator("main").count() == 1
    levels = page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(h => +h.tagName[1])")
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.locator("[tabindex]").count() == 0  # the order of the tab key is that of the page
    named: list[dict[str, Any]] = page.evaluate(
        """[...document.querySelectorAll("a, summary, svg, article, nav, section[aria-labelledby]")].map(e => ({
        tag: e.tagName, name: e.getAttribute("aria-label") || (e.getAttribute("aria-labelledby") || "").split(" ")
        .map(id => id && document.getElementById(id).textContent).join(" ").trim() || e.textContent.trim()}))"""
    )
    assert [each for each in named if not each["name"]] == []
    figure = page.get_by_role("link", name="$1.9 million", exact=True).first
    assert "wrong" in page.locator(f"#{figure.get_attribute('aria-describedby')}").text_content()


def test_several_drafts_have_a_table_of_contents(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    entries = page.get_by_role("navigation", name="Drafts").get_by_role("link")
    assert entries.all_inner_texts() == ["harbour.md", "a-second-draft-with-a-very-long-name-for-a-file.md"]
    entries.nth(1).focus()
    page.keyboard.press("Enter")
    assert abs(page.locator("article:target h2").bounding_box()["y"]) < 200
    assert page.locator("article:target h2").inner_text().startswith("a-second-draft")


def test_a_table_keeps_its_rows_and_headings(report: Path, show: Callable[..., Shown]) -> None:
    rows = show(report).page.locator("article table").first.locator("tr")
    assert [row.locator("td, th").count() for row in rows.all()] == [7, 7, 7]
    assert rows.first.locator("th[scope=col]").count() == 7
    assert rows.nth(1).locator("td").nth(1).inner_text() == "$40 million"


def test_cells_without_text_and_wide_ones_leave_the_others_in_their_columns(
    make: Callable[..., Path], show: Callable[..., Shown]
) -> None:
    page = (
        "<p>Costs rose.</p><table><caption>Quays</caption><tr><th></th><th colspan=2>Cost in 2024</th></tr>"
        "<tr><th rowspan=2>North</th><td></td><td>$40 million</td></tr>"
        "<tr><td>$5 million</td><td>$6 million</td></tr></table>"
    )
    cells = show(make({"a.html": page})).page.eval_on_selector_all(
        "article td, article th", "all => all.map(c => [c.textContent, c.cellIndex, c.parentElement.rowIndex])"
    )
    texts = [(text, row) for text, _, row in cells]
    assert texts == [
        ("", 0), ("Cost in 2024", 0), ("North", 1), ("", 1), ("$40 million", 1), ("$5 million", 2), ("$6 million", 2),
    ]  # fmt: skip


def test_the_end_says_what_was_read_and_checked(report: Path, show: Callable[..., Shown]) -> None:
    last = show(report).page.locator("main > :last-child")
    said = last.inner_text()
    assert last.get_attribute("id") == "summary"
    assert "10 findings in 2 of 2 files" in said
    assert "not checkable: KPW had several rates at once" in said
    assert "left out by the drafts’ own comments" in said
