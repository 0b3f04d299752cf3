"""What `pytest -k FX101` means: the drafts as they are, checked by that rule alone.

A word in capitals that a rule's code begins with (FX, FX101) is asked of each rule, every other word of the draft's
names as ever: `-k "budget and FX"` checks the conversions of budget.md, `-k "not DAY101"` everything but weekdays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import re2

if TYPE_CHECKING:
    import pytest

_CODE = re2.compile(r"\b[A-Z]{2,4}[0-9]*\b")


def choose(item: pytest.Item, codes: Sequence[str]) -> frozenset[str] | None:
    """The rules of this item, out of those that its configuration has, that -k asks for; None where it names none.

    The item's keywords are left so that pytest's own -k then keeps it if a rule is left, and else drops it.
    """
    from _pytest.mark import KeywordMatcher
    from _pytest.mark.expression import Expression

    said = str(item.config.getoption("keyword"))
    named = tuple(_CODE.findall(said))
    asked = [code for code in codes if code.startswith(named)] if named else []
    try:
        expression = Expression.compile(said)
    except SyntaxError:  # pytest says it better
        return None
    if not asked:
        return None

    def holds(*code: str) -> bool:
        item.extra_keyword_matches = set(code)
        return expression.evaluate(KeywordMatcher.from_item(item))

    chosen = frozenset(code for code in asked if holds(code))
    others = frozenset(codes) - set(asked) if holds() else frozenset[str]()
    # One code that holds keeps the item; where no rule is left, one that does not hold drops it.
    item.extra_keyword_matches = set() if others else set(sorted(chosen)[:1] or asked[:1])
    return chosen | others
