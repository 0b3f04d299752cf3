"""What an equation may hold, what it is refused for, and how it is evaluated."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.checking.expression import BadExpression, Env, Expression
from factcheck.figures.interval import Interval, Undefined

ROLES = ("original", "converted")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("original == open('x')", "unknown function 'open'"),
        ("original == converted.__class__", "'converted.__class__' is not allowed"),
        ("original == [converted][0]", "'[converted][0]' is not allowed"),
        ("original == converted ** 2", "'converted ** 2' is not allowed"),
        ("original == 'x'", "\"'x'\" is not allowed"),
        ("original == True", "'True' is not allowed"),
        ("original < converted", "must be one comparison with ==, <= or >="),
        ("original == converted == 1", "must be one comparison"),
        ("original", "must be one comparison"),
        ("original == convertd", "unknown role 'convertd' in 'original == convertd'; there are: original, converted"),
        ("original == original * 2", "role 'original' is used twice"),
        ("original == eval(converted)", "unknown function 'eval'"),
        ("original == rate(converted)", "rate() takes 2 role names"),
        ("original == rate(converted, 2)", "rate() takes 2 role names"),
        ("original == rate(converted, other)", "unknown role 'other'"),
        ("original == factor(converted)", "factor() takes 2 role names"),
        ("original == offset(converted, 32)", "offset() takes 2 role names"),
        ("original ==", "cannot be read"),
        ("(lambda: 1)() == original", "is not allowed"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(BadExpression) as problem:
        Expression(text, ROLES)
    assert reason in str(problem.value)


def env(**values: tuple[str, str]) -> Env:
    def rate(base: str, quote: str) -> Interval:
        return Interval(Decimal("0.69"), Decimal("0.71"))

    intervals = {role: Interval(Decimal(low), Decimal(high)) for role, (low, high) in values.items()}
    return Env(intervals, {"rate": rate})


@pytest.mark.parametrize(
    ("text", "original", "converted", "possible"),
    [
        ("converted == original * rate(original, converted)", ("19", "20"), ("13.5", "13.6"), True),
        ("converted == original * rate(original, converted)", ("19", "20"), ("14.3", "14.4"), False),
        ("converted <= original", ("1", "2"), ("2", "3"), True),
        ("converted <= original", ("1", "2"), ("2.1", "3"), False),
        ("converted >= original", ("1", "2"), ("0.1", "0.9"), False),
        ("converted == original * within(2)", ("1", "1"), ("1.02", "1.03"), True),
        ("converted == original * within(2)", ("1", "1"), ("1.03", "1.04"), False),
        ("converted == original / 2 + 1 - 0.5", ("2", "2"), ("1.5", "1.5"), True),
    ],
)
def test_possible(text: str, original: tuple[str, str], converted: tuple[str, str], possible: bool) -> None:
    assert Expression(text, ROLES).possible(env(original=original, converted=converted)) is possible


def test_division_by_what_can_be_zero_is_undefined() -> None:
    with pytest.raises(Undefined):
        Expression("converted == 1 / original", ROLES).possible(env(original=("-1", "1"), converted=("1", "1")))


def test_printed_in_a_readers_signs() -> None:
    expression = Expression("converted == original * rate(original, converted) * within(2)", ROLES)
    assert expression.printed(expression.right, lambda name: f"<{name}>") == "<original> × <rate(original, converted)>"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a == 1 / (b / c - 1)", "1 ÷ (b ÷ c − 1)"),
        ("a == b - (c - 1)", "b − (c − 1)"),
        ("a == b / (c / 2)", "b ÷ (c ÷ 2)"),
        ("a == b * (c / 2)", "b × c ÷ 2"),
        ("a == b + c - 1", "b + c − 1"),
        ("a == (b + c) * within(2)", "b + c"),
    ],
)
def test_a_sum_is_printed_with_the_brackets_that_it_needs(text: str, printed: str) -> None:
    expression = Expression(text, ("a", "b", "c"))
    assert expression.printed(expression.right, lambda name: name) == printed
