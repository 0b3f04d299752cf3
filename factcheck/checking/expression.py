"""The equation of a rule: role names, numbers, + - * /, one comparison, and a handful of functions.

Parsed with `ast` against a whitelist when the rule is loaded; evaluated with intervals to judge, with points to speak.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from factcheck.claims.known import known
from factcheck.figures.interval import Interval

#: The functions of an expression, with how many roles they take.
FUNCTIONS = {
    "rate": 2,  # units of the second role's currency for one of the first's, over the window
    "difference": 2,  # how far apart two roles are, whichever is larger
    "factor": 2,  # units of the second role's for one of the first's: 1.609344 for miles and kilometers
    "offset": 2,  # what the second role's scale shows at zero of the first's: 32 for Celsius and Fahrenheit, else 0
    "pace": 3,  # units of the third role for one of the first by one of the second: kilometers, minutes, miles an hour
    "whole_share": 2,  # the share of a number of things (the second role) nearest to the first role
    "weekday_of": 1,  # ISO number of the weekday of a date
    "day_of": 1,  # the days of a date, month or year, as ordinals
    "days_from": 2,  # the days from the first date to the second, less than none where it lies before
    "published": 0,  # the draft's own day, as an ordinal
    "sign": 0,  # 1 where the words of the claim say a rise, -1 for a fall
    "given": 0,  # the number that the claim's phrase gives
    "printed": 1,  # the number of a role without its scale word: 1.5 of "$1.5 billion"
    "decimals": 1,  # how many decimals a role is printed with: 2 of "$1.25 billion"
    "digits": 1,  # how many digits are printed, without the zeros at the end of a whole number: 4 of 1,347, 2 of 1,300
    "currency_words": 1,  # how often a role prints its currency: 2 of "$5 billion dollars"
    "give": 0,  # give(1) is -1 to 1, a slack in units; a function of a number, as within()
    "within": 0,  # within(2) is 0.98 to 1.02: a slack in per cent
}
#: Those that ask how a figure is printed, of which there is no arithmetic to show.
OF_PRINT = frozenset({"decimals", "digits", "currency_words"})
_SIGNS = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
_OPERATE: dict[type[ast.operator], Callable[[Interval, Interval], Interval]] = {
    ast.Add: Interval.plus, ast.Sub: Interval.minus, ast.Mult: Interval.times, ast.Div: Interval.over,
}  # fmt: skip
_COMPARE = {ast.Eq: "==", ast.LtE: "<=", ast.GtE: ">="}


class BadExpression(ValueError):
    """An expression outside of the whitelist; the text says what is not allowed."""


class Env(NamedTuple):
    """The values of the roles, and the functions, for one reading of a claim."""

    values: Mapping[str, Interval]
    functions: Mapping[str, Callable[..., Interval]]


class Expression:
    """One comparison of two sides."""

    def __init__(self, text: str, roles: Iterable[str], *, repeats: bool = False) -> None:
        """`repeats`: a role may stand twice (in a cause, which is not judged by its width)."""
        self.text = text
        self._roles = tuple(roles)
        self.used: list[str] = []  # roles that stand for their value, in order
        self.functions: set[str] = set()
        self.calls: list[ast.Call] = []
        try:
            tree = ast.parse(text, mode="eval").body
        except (SyntaxError, ValueError) as problem:
            raise BadExpression(f"{text!r} cannot be read: {problem}") from None
        if not (isinstance(tree, ast.Compare) and len(tree.ops) == 1 and type(tree.ops[0]) in _COMPARE):
            raise BadExpression(f"{text!r} must be one comparison with ==, <= or >=")
        self.left, self.right = tree.left, tree.comparators[0]
        self.comparison = _COMPARE[type(tree.ops[0])]
        for side in (self.left, self.right):
            self._check(side)
        twice = {role for role in self.used if self.used.count(role) > 1}
        if twice and not repeats:
            raise BadExpression(f"role {min(twice)!r} is used twice in {text!r}: repeats widen an interval")

    def _check(self, node: ast.expr) -> None:
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATE:
            self._check(node.left)
            self._check(node.right)
        elif isinstance(node, ast.Name):
            self._known(node.id)
            self.used.append(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            name = node.func.id
            if name not in FUNCTIONS:
                raise BadExpression(f"unknown function {name!r} in {self.text!r}{known(name, FUNCTIONS)}")
            if name in _SLACKS and len(node.args) == 1 and _is_number(node.args[0]):
                return
            if len(node.args) != FUNCTIONS[name] or not all(isinstance(arg, ast.Name) for arg in node.args):
                raise BadExpression(f"{name}() takes {FUNCTIONS[name]} role names: {ast.unparse(node)!r}")
            for arg in node.args:
                assert isinstance(arg, ast.Name)
                self._known(arg.id)
            self.functions.add(name)
            self.calls.append(node)
            if name in ("difference", "printed", *OF_PRINT):
                self.used += [arg.id for arg in node.args if isinstance(arg, ast.Name)]
        elif not _is_number(node):
            raise BadExpression(f"{ast.unparse(node)!r} is not allowed in {self.text!r}")

    def _known(self, role: str) -> None:
        if role not in self._roles:
            raise BadExpression(f"unknown role {role!r} in {self.text!r}{known(role, self._roles)}")

    def side(self, node: ast.expr, env: Env) -> Interval:
        """The value of one side; raises Undefined where there is none."""
        if isinstance(node, ast.BinOp):
            return _OPERATE[type(node.op)](self.side(node.left, env), self.side(node.right, env))
        if isinstance(node, ast.Name):
            return env.values[node.id]
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Name)
            if node.func.id in _SLACKS:
                slack = _SLACKS[node.func.id]
                return env.functions.get(node.func.id, slack)(self.side(node.args[0], env))
            if node.func.id == "difference":
                first, second = (env.values[arg.id] for arg in node.args if isinstance(arg, ast.Name))
                return first.minus(second).magnitude()
            return env.functions[node.func.id](*[arg.id for arg in node.args if isinstance(arg, ast.Name)])
        assert isinstance(node, ast.Constant)
        return Interval.point(Decimal(str(node.value)))

    def possible(self, env: Env) -> bool:
        """Whether some values within the intervals make it true."""
        left, right = self.side(self.left, env), self.side(self.right, env)
        if self.comparison == "==":
            return left.meets(right)
        return left.can_be_at_most(right) if self.comparison == "<=" else right.can_be_at_most(left)

    def asks(self, role: str) -> bool:
        """Whether the right side takes a role, so that it does not say what that role comes to."""
        nodes: list[ast.expr] = [self.right]
        while nodes:
            node = nodes.pop()
            if isinstance(node, ast.Name) and node.id == role:
                return True
            if isinstance(node, ast.BinOp):  # what a function asks of a role is not its value
                nodes += [node.left, node.right]
        return False

    def printed(self, node: ast.expr, show: Callable[[str], str]) -> str:
        """A side in a reader's signs; `show` prints a role or a call such as `rate(a, b)`."""
        if isinstance(node, ast.BinOp):
            left, right = self.printed(node.left, show), self.printed(node.right, show)
            if not left or not right or (isinstance(node.op, ast.Add) and right == "0"):
                return left or right
            left = f"({left})" if _looser(node.left, node, left) else left
            right = f"({right})" if _looser(node.right, node, right, behind=True) else right
            if isinstance(node.op, ast.Add) and right.startswith("-"):
                return f"{left} − {right[1:]}"
            return f"{left} {_SIGNS[type(node.op)]} {right}"
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("within", "sign", "give")
        ):
            return ""  # no part of the sum
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "difference":
            return " − ".join(show(ast.unparse(arg)) for arg in node.args)
        return show(ast.unparse(node))


def _looser(part: ast.expr, whole: ast.BinOp, said: str, *, behind: bool = False) -> bool:
    """Whether a part of a sum needs brackets in it, as it is printed."""
    if not isinstance(part, ast.BinOp) or not any(f" {sign} " in said for sign in _SIGNS.values()):
        return False
    weak = isinstance(part.op, ast.Add | ast.Sub)
    if isinstance(whole.op, ast.Mult | ast.Div):
        return weak or (behind and isinstance(whole.op, ast.Div))
    return behind and weak and isinstance(whole.op, ast.Sub)


def within(percent: Interval) -> Interval:
    """The slack of so many per cent around one."""
    slack = percent.high / 100
    return Interval(1 - slack, 1 + slack)


def give(units: Interval) -> Interval:
    """The slack of so many units around nothing."""
    return Interval(-units.high, units.high)


_SLACKS = {"within": within, "give": give}


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)
