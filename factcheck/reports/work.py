"""Every claim that was checked, silent or not, with all that its verdict rests on: to audit the checker."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checking.result import Result
from factcheck.checking.trace import Checked, Span
from factcheck.reports.rate_page import printed
from factcheck.reports.visible import Visible

_VERDICTS = {
    "fits": "fits",
    "tight": "fits only with the rounding of both",
    "stale": "fits a rate of the month before",
    "wide": "fits only as widely rounded figures",
    "close": "fits with twice the rounding",
    "wrong": "wrong",
    "unknown": "not checked",
}


def work(result: Result, visible: Visible) -> Iterator[str]:
    """The lines on one draft, each with its end; none without claims or a trace."""
    article = f"#{result.draft.id}" if result.draft.id is not None else ""
    for checked in result.trace.checked if result.trace else ():
        place = f"{result.draft.path}{article}:{checked.mark.line}:{checked.mark.column}"
        for line in _lines(checked, place):
            yield visible(line) + "\n"


def _lines(checked: Checked, place: str) -> Iterator[str]:
    level = f" ({checked.severity})" if checked.severity else ""
    why = f": {checked.reason}" if checked.reason else ""
    yield f"{place}: {checked.code} {checked.kind}: {_VERDICTS[checked.verdict]}{level}{why}"
    for role, places in checked.roles.items():
        texts = ", ".join(" ".join(figure.text.split()) for figure in places)
        span = checked.read.get(role)
        yield f"  {role.replace('_', ' ')}: {texts}{f', read as {_span(span)}' if span else ''}"
    for word, text in checked.work:
        yield f"  {word}: {text}"
    if (rate := checked.rate) is not None:
        unit = f"{rate.quote} per {rate.base}"
        yield f"  allowed: {_span(rate.fair, rates=True)} {unit}, with the margin of {rate.source}"
        if rate.implied is not None:
            yield f"  implied: {_span(rate.implied, rates=True)} {unit}"
    if checked.expected:
        yield f"  expected: {' '.join(checked.expected.split())}"


def _span(span: Span, *, rates: bool = False) -> str:
    low, high = (None if end is None else printed(end) if rates else _plain(end) for end in span)
    if low == high:
        return low or "anything"
    return f"{low or 'anything'} to {high or 'anything'}"


def _plain(value: Decimal) -> str:
    """A number without an exponent or zeros that say nothing; of a repeating one twelve digits."""
    if not value:
        return "0"
    places = max(0, 11 - value.adjusted())
    text = f"{round(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
