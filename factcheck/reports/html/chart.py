"""A small chart of a reference rate: a point a day, what a writer may have used of it, and the implied rate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from factcheck.checking.trace import Rate
from factcheck.reports.html.markup import safe
from factcheck.reports.rate_page import printed

#: In units of the picture: its size, and the part of it in which the points lie.
WIDTH, HEIGHT = 320, 102
LEFT, RIGHT, TOP, BOTTOM = 8, 250, 10, 78
_STRIP = 6  # the height of a band that is too far off to be drawn to scale
_LINE = 12  # between two labels
_MOST = 66  # points that are drawn; of more every so many, and always the lowest and the highest
#: An implied rate that is so many times off the rates is drawn at the edge, and said in words.
_FAR = Decimal(3)
_DIGITS = 5
_ARROWS = {"above": "↑ ", "below": "↓ ", "": ""}


class Scale(NamedTuple):
    """Where days and rates lie in the picture."""

    first: date
    last: date
    low: Decimal
    high: Decimal

    def x(self, day: date) -> str:
        days = max(1, (self.last - self.first).days)
        return _number(LEFT + Decimal((day - self.first).days * (RIGHT - LEFT)) / days)

    def y(self, rate: Decimal) -> Decimal:
        return BOTTOM - (rate - self.low) / (self.high - self.low) * (BOTTOM - TOP)


def drawable(rate: Rate) -> bool:
    """Whether there is something to draw: days with rates, and a window that is one."""
    return bool(rate.series) and rate.fair.low is not None and rate.fair.high is not None


def chart(rate: Rate, state: str, name: str) -> str:
    """The picture as SVG; `name` is unique in the page, `state` gives the band its colour."""
    points = _thinned(rate.series, rate.day)
    scale, off = _scale(rate, points)
    inside = [point for point in points if rate.first <= point[0] <= rate.last]
    outside = [point for point in points if not rate.first <= point[0] <= rate.last]
    assert rate.fair.low is not None
    assert rate.fair.high is not None
    left, right = Decimal(scale.x(rate.first)) - 4, Decimal(scale.x(rate.last)) + 4
    top, bottom = scale.y(rate.fair.high), scale.y(rate.fair.low)
    title = f"{rate.quote} per {rate.base}: the reference rate and what the two figures imply"
    pieces = [
        f'<svg class="chart {state}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{name}t {name}d"><title id="{name}t">{safe(title)}</title>'
        f'<desc id="{name}d">{safe(described(rate))}</desc>',
        f'<path class="axis" d="M{LEFT} {BOTTOM + 4}H{RIGHT}"/>',
        f'<rect class="fair" x="{_number(left)}" y="{_number(top)}" width="{_number(right - left)}" '
        f'height="{_number(bottom - top)}"/>',
        _band(rate, scale, off),
    ]
    for kind, some in (("out", outside), ("in", inside)):
        if some:
            path = "".join(f"M{scale.x(day)} {_number(scale.y(value))}h0" for day, value in some)
            pieces.append(f'<path class="{kind}" d="{path}"/>')
    if any(day == rate.day for day, _ in points):
        pieces.append(f'<circle class="day" cx="{scale.x(rate.day)}" cy="{_number(scale.y(rate.point))}" r="4.5"/>')
    pieces += [*_labels(rate, points, scale, off), *_days(scale), "</svg>"]
    return "".join(pieces)


def described(rate: Rate) -> str:
    """The picture in words."""
    values = [value for _, value in rate.series]
    said = (
        f"{len(values)} daily rates from {_day(rate.series[0][0])} to {_day(rate.series[-1][0])}, "
        f"lowest {_rate(min(values))}, highest {_rate(max(values))}, "
        f"{_rate(rate.point)} on {_day(rate.day)} ({rate.source})."
    )
    if rate.fair.low is not None and rate.fair.high is not None:
        said += f" With its margin the window allows {_rate(rate.fair.low)} to {_rate(rate.fair.high)}."
    return f"{said} {implied(rate)[:1].upper()}{implied(rate)[1:]}." if rate.implied else said


def implied(rate: Rate) -> str:
    """`the figures imply 1.4130 to 1.4918`; empty where they imply none."""
    if rate.implied is None:
        return ""
    low, high = rate.implied
    if low is None or high is None:
        return (
            f"the figures imply {'at least ' + _rate(low) if low else 'at most ' + _rate(high) if high else 'any rate'}"
        )
    return f"the figures imply {_rate(low)} to {_rate(high)}"


def _thinned(series: Sequence[tuple[date, Decimal]], day: date) -> list[tuple[date, Decimal]]:
    if len(series) <= _MOST:
        return list(series)
    ends = {min(series, key=lambda point: point[1]), max(series, key=lambda point: point[1]), series[0], series[-1]}
    step = -(-len(series) // _MOST)
    return [point for n, point in enumerate(series) if n % step == 0 or point in ends or point[0] == day]


def _scale(rate: Rate, points: Sequence[tuple[date, Decimal]]) -> tuple[Scale, str]:
    """The scale, and on which side of it the implied rate is too far off to be drawn: above, below or neither."""
    values = [value for _, value in points] + [end for end in rate.fair if end is not None]
    low, high = min(values), max(values)
    off = ""
    if rate.implied is not None:
        least, most = rate.implied
        if least is not None and least > high * _FAR:
            off = "above"
        elif most is not None and most < low / _FAR:
            off = "below"
        else:
            near = [end for end in (least, most) if end is not None and low / _FAR <= end <= high * _FAR]
            low, high = min([low, *near]), max([high, *near])
    room = (high - low) / 12 or high / 100
    first, last = min(points[0][0], rate.first), max(points[-1][0], rate.last)
    return Scale(first, last + timedelta(days=first == last), low - room, high + room), off


def _band(rate: Rate, scale: Scale, off: str) -> str:
    """The interval of the implied rate across the picture; a strip at its edge where that is far away."""
    if rate.implied is None:
        return ""
    low, high = rate.implied
    if off:
        top, height = Decimal(0 if off == "above" else HEIGHT - 18 - _STRIP), Decimal(_STRIP)
        extra = " far"
    else:
        top = scale.y(min(high, scale.high) if high is not None else scale.high)
        height = max(Decimal(2), scale.y(max(low, scale.low) if low is not None else scale.low) - top)
        extra = ""
    return (
        f'<rect class="implied{extra}" x="{LEFT - 4}" y="{_number(top)}" width="{RIGHT - LEFT + 8}" '
        f'height="{_number(height)}"/>'
    )


def _labels(rate: Rate, points: Sequence[tuple[date, Decimal]], scale: Scale, off: str) -> list[str]:
    """The highest and lowest rate and the implied one at the right edge, moved apart where they would meet."""
    values = [value for _, value in points]
    wanted = [(scale.y(max(values)), "rate", _rate(max(values)))]
    if min(values) < max(values):
        wanted.append((scale.y(min(values)), "rate", _rate(min(values))))
    if rate.implied is not None:
        low, high = rate.implied
        shown = (low + high) / 2 if low is not None and high is not None else low or high or rate.point
        y = Decimal(4) if off == "above" else Decimal(BOTTOM + 6) if off == "below" else scale.y(shown)
        wanted.append((y, "implies", _ARROWS[off] + _rate(shown, 4)))
    wanted.sort()
    places = [max(Decimal(TOP - 4), wanted[0][0])]
    for y, _, _ in wanted[1:]:
        places.append(max(y, places[-1] + _LINE))
    over = max(Decimal(0), places[-1] - (BOTTOM + 8))
    return [
        f'<text class="{kind}" x="{RIGHT + 8}" y="{_number(place - over + 4)}">{safe(text)}</text>'
        for place, (_, kind, text) in zip(places, wanted, strict=True)
    ]


def _days(scale: Scale) -> list[str]:
    apart = f"{scale.first:%Y}" != f"{scale.last:%Y}"
    first, last = (f"{day.day} {day:%b}" + (f" {day:%Y}" if apart else "") for day in (scale.first, scale.last))
    return [
        f'<text x="{LEFT - 4}" y="{HEIGHT - 2}">{first}</text>',
        f'<text class="end" x="{RIGHT + 4}" y="{HEIGHT - 2}">{last}</text>',
    ]


def _rate(value: Decimal | None, digits: int = _DIGITS) -> str:
    return "" if value is None else printed(value, digits)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _number(value: Decimal) -> str:
    """A coordinate at a tenth of a unit."""
    return format(round(value, 1).normalize(), "f")
