"""Conditions on figures: `original.currency != converted.currency`, from a whitelist of attributes."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from itertools import product
from typing import Any

from factcheck.claims.as_printed import currency_words, decimals, significant
from factcheck.claims.known import known
from factcheck.figures.dimensions import dimensions
from factcheck.figures.figure import Figure


class BadCondition(ValueError):
    """A condition outside of the whitelist; the text names what is not allowed."""


#: What a condition may ask of a figure.
ATTRIBUTES: dict[str, Callable[[Figure], Any]] = {
    "currency": lambda figure: figure.currency,
    "kind": lambda figure: figure.kind,
    "unit": lambda figure: figure.unit,
    "dimension": lambda figure: dimensions().dimension(figure.unit),
    "value": lambda figure: figure.value,
    "scale": lambda figure: figure.scale,
    "hedge": lambda figure: figure.hedge,
    "digits": lambda figure: Decimal(significant(figure)),
    "decimals": lambda figure: Decimal(decimals(figure)),
    "currency_words": lambda figure: Decimal(currency_words(figure)),
    "to_the_unit": lambda figure: figure.value % 10 != 0,
    "has_day": lambda figure: figure.when is not None and figure.when.day is not None,
    "size": lambda figure: dimensions().size(figure.unit, figure.value),
    "has_year": lambda figure: figure.when is not None and figure.when.year is not None,
    "month": lambda figure: Decimal(figure.when.month) if figure.when is not None else None,
    "grouped": lambda figure: "," in figure.text,
    "is_range": lambda figure: figure.ends is not None,
    "price_tag": lambda figure: price_tag(figure),
    "scaled_once": lambda figure: figure.both_scaled() is not None,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}  # fmt: skip

#: What may be asked of something that is not there.
_OF_NOTHING = (ast.Eq, ast.NotEq)


def price_tag(figure: Figure) -> bool:
    """Whether an amount is a shop's price: below 10,000 without a scale word, ending in 9, .95 or .50."""
    digits = figure.text.rstrip().rstrip("abcdefghijklmnopqrstuvwxyz. €$£")
    if figure.scale != 1 or figure.value >= 10_000 or figure.ends or figure.hedge == "about":
        return False
    return digits.endswith(("9", ".95", ".50")) if "." in digits else digits.endswith("9")


class Condition:
    """A condition over the figures of named roles, checked when it is made."""

    def __init__(self, text: str, roles: Iterable[str]) -> None:
        self.text = text
        try:
            self._tree = ast.parse(text, mode="eval").body
        except (SyntaxError, ValueError) as problem:
            raise BadCondition(f"{text!r} cannot be read: {problem}") from None
        self._check(self._tree, frozenset(roles))

    def _check(self, node: ast.expr, roles: frozenset[str]) -> None:
        if isinstance(node, ast.BoolOp):
            for value in node.values:
                self._check(value, roles)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self._check(node.operand, roles)
        elif isinstance(node, ast.Compare) and all(type(op) in _COMPARE for op in node.ops):
            for value in (node.left, *node.comparators):
                self._check(value, roles)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id not in roles:
                raise BadCondition(
                    f"unknown role {node.value.id!r} in {self.text!r}{known(node.value.id, sorted(roles))}"
                )
            if node.attr not in ATTRIBUTES:
                raise BadCondition(f"unknown attribute {node.attr!r} in {self.text!r}{known(node.attr, ATTRIBUTES)}")
        elif not (isinstance(node, ast.Constant) and isinstance(node.value, str | int | float | bool | None)):
            raise BadCondition(f"{ast.unparse(node)!r} is not allowed in a condition")

    def holds(self, roles: Mapping[str, tuple[Figure, ...]]) -> bool:
        """Whether it is true for the figures of the roles; of several faces, any combination will do."""
        names = list(roles)
        return any(
            self._value(self._tree, dict(zip(names, chosen, strict=True))) for chosen in product(*roles.values())
        )

    def _value(self, node: ast.expr, figures: dict[str, Figure]) -> Any:
        if isinstance(node, ast.BoolOp):
            join = all if isinstance(node.op, ast.And) else any
            return join(self._value(value, figures) for value in node.values)
        if isinstance(node, ast.UnaryOp):
            return not self._value(node.operand, figures)
        if isinstance(node, ast.Compare):
            left = self._value(node.left, figures)
            for op, comparator in zip(node.ops, node.comparators, strict=True):
                right = self._value(comparator, figures)
                unknown = (left is None or right is None) and type(op) not in _OF_NOTHING
                if unknown or not _COMPARE[type(op)](left, right):
                    return False
                left = right
            return True
        if isinstance(node, ast.Attribute):
            assert isinstance(node.value, ast.Name)
            figure = figures.get(node.value.id)  # an optional role that the phrase does not name is None
            return ATTRIBUTES[node.attr](figure) if figure is not None else None
        assert isinstance(node, ast.Constant)
        return Decimal(str(node.value)) if type(node.value) in (int, float) else node.value
