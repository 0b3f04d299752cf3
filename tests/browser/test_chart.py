"""The chart of a conversion: each day's rate at its place, and the band of the implied rate."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from harbour import DAY, DAYS, RATES, Shown

pytestmark = pytest.mark.browser

#: What a browser makes of the chart in the note on a figure, in the picture's units (boxes: left, top, right, bottom).
MEASURE = """note => {
  const svg = note.querySelector("svg"), back = svg.getScreenCTM().inverse();
  const box = e => { if (!e) return null; const r = e.getBBox(); return [r.x, r.y, r.x + r.width, r.y + r.height] };
  const points = e => e ? [...e.getAttribute("d").matchAll(/M([\\d.]+) ([\\d.]+)h0/g)].map(m => [+m[1], +m[2]]) : [];
  return {out: points(svg.querySelector(".out")), in: points(svg.querySelector(".in")),
          band: box(svg.querySelector(".implied")), fair: box(svg.querySelector(".fair")),
          day: box(svg.querySelector(".day")), far: !!svg.querySelector(".far"),
          labels: [...svg.querySelectorAll("text")].map(t => t.textContent),
          title: svg.querySelector("title").textContent, words: svg.querySelector("desc").textContent,
          drawn: svg.getBoundingClientRect().width}
}"""


def measured(report: Path, show: Callable[..., Shown], figure: str) -> dict[str, Any]:
    page = show(report).page
    note = page.locator(".note", has=page.locator("b", has_text=figure))
    found: dict[str, Any] = note.evaluate(MEASURE)
    return found


def test_there_is_a_point_for_each_day_that_has_a_rate_and_no_other(report: Path, show: Callable[..., Shown]) -> None:
    chart = measured(report, show, "$1.2bn")
    window = [day for day in DAYS if (DAY - day).days <= 7]
    assert len(chart["in"]) == len(window)
    points = chart["out"] + chart["in"]
    assert len(points) == len(DAYS)
    (first, _), (last, _) = points[0], points[-1]
    for (x, _), day in zip(points, DAYS, strict=True):
        expected = first + (last - first) * (day - DAYS[0]).days / (DAYS[-1] - DAYS[0]).days
        assert x == pytest.approx(expected, abs=0.15)


def height(chart: dict[str, Any], rate: Decimal) -> float:
    """Where a rate lies by the points, of which the first day's is the lowest and the last day's the highest."""
    low, high = RATES[DAYS[0]], RATES[DAYS[-1]]
    bottom, top = chart["out"][0][1], chart["in"][-1][1]
    return float(bottom + (top - bottom) * float((rate - low) / (high - low)))


def test_points_and_band_share_one_scale(report: Path, show: Callable[..., Shown]) -> None:
    chart = measured(report, show, "$1.2bn")
    for (_, y), day in zip(chart["out"] + chart["in"], DAYS, strict=True):
        assert y == pytest.approx(height(chart, RATES[day]), abs=0.15)
    left, top, right, bottom = chart["band"]
    # 11.5bn to 12.5bn kroner, 1.15bn to 1.25bn dollars
    assert top == pytest.approx(height(chart, Decimal("12.5") / Decimal("1.15")), abs=1)
    assert bottom == pytest.approx(height(chart, Decimal("11.5") / Decimal("1.25")), abs=1)
    assert (left, right) == pytest.approx((4, 254))
    assert chart["fair"][0] < chart["in"][0][0]
    assert chart["out"][-1][0] < chart["fair"][0]
    assert chart["day"][0] < chart["in"][-2][0] < chart["day"][2]


def test_the_band_of_a_wrong_figure_misses_the_rates(report: Path, show: Callable[..., Shown]) -> None:
    chart = measured(report, show, "$1.9 million")
    _, top, _, bottom = chart["band"]
    # 8.95m to 9.05m kroner, 1.85m to 1.95m dollars
    assert top == pytest.approx(height(chart, Decimal("9.05") / Decimal("1.85")), abs=1)
    assert bottom == pytest.approx(height(chart, Decimal("8.95") / Decimal("1.95")), abs=1)
    assert top > chart["fair"][3]
    assert not chart["far"]


def test_what_is_a_thousand_times_off_is_drawn_at_the_edge_and_said(report: Path, show: Callable[..., Shown]) -> None:
    chart = measured(report, show, "$600")
    assert chart["far"]
    assert chart["band"][3] < min(y for _, y in chart["in"])
    assert any(label.startswith("↑ 10,0") for label in chart["labels"])


def test_the_labels_say_lowest_highest_and_days(report: Path, show: Callable[..., Shown]) -> None:
    chart = measured(report, show, "$1.2bn")
    assert {"19 Feb", "19 Mar", "10.000", f"{RATES[DAYS[-1]]:.3f}"} - set(chart["labels"]) == set()


def test_a_screen_reader_is_told_the_same(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report).page
    chart = page.locator(".note", has=page.locator("b", has_text="$1.9 million")).locator("svg")
    assert chart.get_attribute("role") == "img"
    told = measured(report, show, "$1.9 million")
    assert told["title"] == "NOK per USD: the reference rate and what the two figures imply"
    assert f"{len(DAYS)} daily rates from 19 February 2024 to 19 March 2024, lowest 10.000" in told["words"]
    assert "The figures imply 4.5897 to 4.8919." in told["words"]


def test_the_chart_fits_a_phone(report: Path, show: Callable[..., Shown]) -> None:
    page = show(report, width=375).page
    boxes = [chart.bounding_box() for chart in page.locator("svg").all()]
    assert boxes
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 375 and box["width"] > 280 for box in boxes)
