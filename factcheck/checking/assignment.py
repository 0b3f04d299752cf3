"""The readings of a claim: which figure stands for each role, in which currency, and how wide it is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from factcheck.checking.rule import CompiledRule
from factcheck.claims.claim import Claim, Part, faces
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.reading import Openness, Reading

_HUNDRED = Decimal(100)
_FIVE, _FIVES, _TENS = Decimal(5), 10, 40
_EXACT = frozenset({"day", "weekday", "year", "age", "ordinal"})


class Assignment(NamedTuple):
    """One reading of a claim: a figure for each role, and the currency or unit that each is read in."""

    figures: Mapping[str, Figure]
    currencies: Mapping[str, str]
    units: Mapping[str, str | None] = {}


def signed_value(
    rule: CompiledRule, claim: Claim, role: str, figure: Figure, reading: Reading, openness: Openness, *,
    point: bool = False,
) -> Interval:  # fmt: skip
    """The values of a figure as the equation takes them: percentages are fractions, a fall is negative."""
    if point:
        value = Interval.point(figure.value)
    else:
        exact = figure.kind in _EXACT or (_few(figure) and role not in rule.rule.points)
        exact = exact or (reading == "sharp" and _printed_exactly(figure, openness))
        value = figure.interval("exact" if exact else reading, openness)
        if role in rule.rule.cut and not exact:
            value = value.hull(Interval(figure.value, figure.value + figure.grain))
        if role in rule.rule.rounded and (half := _half_step(figure)) is not None:
            value = value.hull(Interval(figure.value - half, figure.value + half))
    factor = Decimal(rule.kind.sign_of(role, figure, claim.sign))
    if in_hundredths(rule, role, figure, claim):
        factor /= _HUNDRED
    return value if factor == 1 else value.times(Interval.point(factor))


def in_hundredths(rule: CompiledRule, role: str, figure: Figure, claim: Claim) -> bool:
    """Whether a figure's number is a hundred times its value: percentages, and counts beside them where told."""
    if figure.kind == "count" and role in rule.rule.points:
        return any(faces(part)[0].kind == "percent" for part in claim.roles.values())
    return figure.kind in ("percent", "points")


def _half_step(figure: Figure) -> Decimal | None:
    """Half of the five or ten that a whole number ending in 0 or 5 may have been rounded to ("30 miles (50 km)").

    Below ten they are no evidence of rounding, below forty tens would be too rough. From a hundred on, one digit and
    zeros are taken within five per cent ("100 meters (300 feet)").
    """
    value = abs(figure.value)
    if figure.ends or figure.scale != 1 or value < _FIVES or value % _FIVE or _decimals(figure.value):
        return None
    if value >= _HUNDRED and len(value.normalize().as_tuple().digits) == 1:
        return value / 20
    return _FIVE if value >= _TENS and not value % (2 * _FIVE) else _FIVE / 2


def _decimals(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def widest(rule: CompiledRule, role: str, figure: Figure) -> tuple[Reading, Openness]:
    """How a role is read where its whole rounding is allowed: prices and small counts have none."""
    reading, openness = rule.reading(role)
    return (reading if reading != "wide" and _printed_exactly(figure, openness) else "wide"), openness


def _few(figure: Figure) -> bool:
    """An unhedged count below 100: somebody counted them."""
    return figure.kind == "count" and figure.hedge is None and figure.scale == 1 and 0 <= figure.value < _HUNDRED


def _printed_exactly(figure: Figure, openness: Openness) -> bool:
    """A price without a scale word in a sum or change ("£1,200 to £1,000"), and an unhedged count below 100."""
    if figure.kind == "money":
        return figure.scale == 1 and openness == "open"
    return _few(figure)


def _money(part: Part) -> bool:
    return faces(part)[0].kind == "money"


def any_currency(claim: Claim) -> Iterator[Assignment]:
    """Every combination of the candidate currencies of the money roles (the main face of an amount)."""
    figures = {role: faces(part)[0] for role, part in claim.roles.items()}
    money = [role for role, part in claim.roles.items() if _money(part)]
    for chosen in product(*(figures[role].currencies for role in money)):
        yield Assignment(figures, dict(zip(money, chosen, strict=True)))


def any_unit(claim: Claim) -> Iterator[Assignment]:
    """Every combination of the units that the printed names may mean, the common ones first."""
    figures = {role: faces(part)[0] for role, part in claim.roles.items()}
    for chosen in product(*(dimensions().namesakes(figure.unit) for figure in figures.values())):
        yield Assignment(figures, {}, dict(zip(figures, chosen, strict=True)))


def shared_currencies(claim: Claim) -> tuple[list[Assignment], list[Assignment]]:
    """The readings in each currency that all money roles are decided to share, and in each that they may share."""
    money = {role: part for role, part in claim.roles.items() if _money(part)}
    others = {role: faces(part)[0] for role, part in claim.roles.items() if role not in money}
    if not money:
        return [Assignment(others, {})], []
    decided = [{face.currencies[0] for face in faces(part)} for part in money.values()]
    possible = [{code for face in faces(part) for code in face.currencies} for part in money.values()]

    def reading(code: str) -> Assignment:
        chosen = {
            role: min((f for f in faces(part) if code in f.currencies), key=lambda face: face.currency != code)
            for role, part in money.items()
        }
        return Assignment({**chosen, **others}, dict.fromkeys(money, code))

    sure = set.intersection(*decided)
    return [reading(code) for code in sorted(sure)], [
        reading(code) for code in sorted(set.intersection(*possible) - sure)
    ]
