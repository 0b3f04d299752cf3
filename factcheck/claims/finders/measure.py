"""Whether two figures are of one measure, and what each says where one fact is stated twice."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, faces
from factcheck.claims.finders.mention import Mention
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval

KINDS = frozenset({"money", "percent", "points", "quantity", "count", "multiple"})
#: The kinds of claims that one fact is stated twice.
FACTS = frozenset({"headline_body", "caption_body", "restatement", "near_digits", "other_scale"})
_FEW, _ROUND = 100, 1000
_ABOUT_ROUND = Interval(Decimal("0.95"), Decimal("1.05"))
_SHIFTS = (10, 1_000, 1_000_000)


def comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one kind and unit, and may be of one currency."""
    if a.kind != b.kind or a.unit != b.unit:
        return False
    return a.currency == b.currency or not set(a.possible).isdisjoint(b.possible)


def said(figure: Figure) -> Interval:
    """What a figure says of a fact that is stated twice: those who are counted in tens are counted exactly."""
    if figure.kind == "count" and figure.scale == 1 and figure.hedge is None and abs(figure.value) < _FEW:
        return Interval.point(figure.value)
    return figure.interval("wide", "bounded")


def rounded(figure: Figure) -> Interval:
    """What a headline's figure says: one digit and zeros within five per cent, "at least 50" people to a tenth more."""
    wide = said(figure)
    if figure.kind == "count" and figure.hedge in ("more than", "less than"):
        wide = wide.hull(figure.interval("wide", "tenth"))
    if abs(figure.value) >= _ROUND and len(figure.value.normalize().as_tuple().digits) == 1:
        wide = wide.hull(Interval.point(figure.value).times(_ABOUT_ROUND))
    return wide


def near(a: Figure, b: Figure) -> bool:
    """Whether one is at most twice the other, or a zero or scale word away: figures farther apart are of two facts."""
    low, high = sorted((abs(a.value), abs(b.value)))
    return high <= 2 * low or any(low * shift == high for shift in _SHIFTS)


def one_measure(a: Mention, b: Mention) -> bool:
    """Whether the words beside two figures can speak of one measure.

    Who is counted must be counted in one word, which a headline may have anywhere, and have suffered one deed: children
    are not all victims. An update ("the toll has risen to 15") restates no figure that has no way.
    """
    if a.rate != b.rate or (a.way != b.way and ((a.way and b.way) or a.deed or b.deed)):
        return False
    nouns = not set(b.noun).isdisjoint(a.noun or a.words) or not (a.noun or b.noun)
    if a.deed or b.deed:
        return a.deed == b.deed and nouns
    return nouns or a.figure.kind != "count"


def period(line: Line) -> set[str]:
    """The years and days that a sentence names."""
    return {
        figure.printed_value()
        for part in line.parts.values()
        for figure in faces(part)
        if figure.kind in ("year", "day")
    }


def pairs(claims: Iterable[Claim]) -> set[frozenset[str]]:
    """The pairs of values that claims of one fact name already: each is told once, wherever it stands."""
    return {frozenset(figure.printed_value() for figure in claim.figures()) for claim in claims if claim.kind in FACTS}
