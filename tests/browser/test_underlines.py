"""Every figure is underlined by its state, and its arithmetic is there for mouse, keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harbour import DRAFT, Shown

pytestmark = pytest.mark.browser

STATES = {
    "12 billion kroner": "fine",
    "$1.2bn": "fine",
    "Tuesday": "error",
    "March 18, 2024": "beside",
    "9 million kroner": "beside",
    "$1.9 million": "error",
    "30 million North Korean won": "unchecked",
    "$1.3 million": "unchecked",
    "50%": "fine",
    "200": "fine",
    "300": "fine",
    "40 meters": "alone",
    "6 million kroner": "beside",
    "$600": "error",
    "one": "alone",
    "8 million kroner": "beside",
    "$2.9 million": "error",
    "60 million pounds": "beside",
    "$40 million": "aside",
    "20%": "warning",
    "100 kroner": "beside",
    "150 kroner": "beside",
}
LINES = {
    "error": "wavy", "warning": "double", "beside": "dashed", "fine": "solid", "unchecked": "dotted", "aside": "dashed",
    "alone": "dotted",
}  # fmt: skip


def test_each_figure_has_its_state_in_the_order_of_the_draft(report: Path, show: Callable[..., Shown]) -> None:
    found = show(report).page.eval_on_selector_all(
        "article .f", "all => all.map(f => [f.textContent, f.classList[1], getComputedStyle(f).textDecorationStyle])"
    )
    assert [(text, state) for text, state, _ in found] == list(STATES.items())
    assert {state: line for _, state, line in found} == LINES


def test_no_two_states_look_alike_without_colour(report: Path, show: Callable[..., Shown]) -> None:
    looks = show(report).page.eval_on_selector_all(
        ".legend .f",
        """all => all.map(f => {const s = getComputedStyle(f);
        return [s.textDecorationStyle, s.textDecorationThickness, s.fontWeight].join(" ")})""",
    )
    assert len(looks) == 7
    assert len(set(looks)) == len(looks)


def test_the_text_is_that_of_the_draft(report: Path, show: Callable[..., Shown]) -> None:
    texts = show(report).page.eval_on_selector_all(
        "article .text > *",
        """all => all.map(e => {e = e.cloneNode(true); e.querySelectorAll(".tip").forEach(tip => tip.remove());
        return e.textContent})""",
    )
    written = [line.removeprefix("# ") for line in DRAFT.splitlines()[5:] if line and not line.startswith("<!--")]
    assert texts == ["The harbour bill", *written]


@pytest.mark.parametrize("by", ["hover", "focus"])
def test_pointing_at_a_figure_or_tabbing_to_it_shows_its_arithmetic(
    report: Path, show: Callable[..., Shown], by: str
) -> None:
    page = show(report).page
    figure = page.locator("article .f", has_text="$1.9 million")
    tip = page.locator(f"#{figure.get_attribute('aria-describedby')}")
    assert not tip.is_visible()
    figure.scroll_into_view_if_needed()
    getattr(figure, by)()
    assert tip.is_visible()
    said = tip.inner_text()
    assert "9 million kroner is about $870,000 at the rate of 18 March 2024 (rates.csv), not $1.9 million" in said
    assert "9 million kroner × 0.096154 = $870,000" in said
    box, at = tip.bounding_box(), figure.bounding_box()
    assert box["y"] >= at["y"]  # below it, and in the window
    assert box["x"] + box["width"] <= 1280


def test_the_tab_key_goes_through_the_figures_in_order_and_enter_to_the_note_and_back(
    report: Path, show: Callable[..., Shown]
) -> None:
    page = show(report).page
    page.locator("article .f", has_text="12 billion kroner").focus()
    reached = []
    for _ in range(5):
        reached.append(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("Tab")
    assert reached == ["12 billion kroner", "$1.2bn", "Tuesday", "March 18, 2024", "1"]
    page.locator("article .f", has_text="$600").focus()
    page.keyboard.press("Enter")
    note = page.locator(".note:target")
    assert "about $580,000" in note.inner_text()
    note.locator(".head a").focus()
    page.keyboard.press("Enter")
    assert page.locator(".f:target").inner_text() == "$600"


def test_the_findings_lead_to_their_figures(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    reached = []
    for entry in page.locator(".findings a").all():
        entry.focus()
        page.keyboard.press("Enter")
        target = page.locator(".f:target")
        assert 0 < target.bounding_box()["y"] < 900
        reached.append(target.inner_text())
    assert reached == ["Tuesday", "$1.9 million", "$600", "$2.9 million", "20%"]


def test_the_margin_has_the_arithmetic_and_the_reason(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    notes = {note.locator("b").inner_text(): note for note in page.locator(".note").all()}
    assert "300 ÷ 200 − 1 = 50%" in notes["50%"].inner_text()
    assert "fine" in notes["50%"].inner_text()
    assert "not checked" in notes["$1.3 million"].inner_text()
    assert "KPW had several rates at once" in notes["$1.3 million"].inner_text()
    assert "left out" in notes["$40 million"].inner_text()
    text = page.locator("article .f", has_text="$1.9 million").bounding_box()
    beside = notes["Tuesday"].bounding_box()
    assert beside["x"] > text["x"] + text["width"]  # in the margin, not below
