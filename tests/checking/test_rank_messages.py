"""What the rules on shares, speeds, bounds and lists say, and what they offer instead."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.fronts.config import Config


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [
        (
            "SUM104",
            "He has four aims: peace, bread and land.",
            "the list has 3 items, not four: one is missing, one too many, or the number is wrong",
        ),
        (
            "RAT103",
            "The head said 37% of the 20 teachers had left.",
            "37% of 20 is no whole number; the nearest share is 35%",
        ),
        ("RAT104", "It flew 10 miles in 20 minutes at a steady 70 mph.",
         "10 miles in 20 minutes is about 30 mph, not 70 mph"),
        ("RNK103", "It will cost $5-6 billion.",
         "the first end of $5-6 billion has no scale word: write $5 billion-6 billion"),
        ("RNK104", "More than 500 homes burned. The 480 homes were new.", "check: 480 is not more than 500"),
        ("RNK106", "Crews have between 5 and 9 divers, with an average of 11.",
         "an average of 11 is not between the ends of the range (5 and 9)"),
        ("CHG106", "It has four times fewer rooms.", "nothing can be 4 times less: 1/4 as much or as many is meant"),
    ],
)  # fmt: skip
def test_message(code: str, text: str, message: str) -> None:
    found = factcheck.check(text, config=Config(extend_select=(code,)))
    assert [(finding.code, finding.message) for finding in found] == [(code, message)]
    assert found[0].fix is None


def test_a_style_rule_is_off_until_chosen() -> None:
    assert factcheck.check("It will cost $5-6 billion.") == []


def test_what_asks_is_information_or_a_warning() -> None:
    texts = {
        "RNK105": "Up to 200 guests were expected, but 230 came.",
        "CHG106": "It has four times fewer rooms.",
        "RAT103": "The head said 37% of the 20 teachers had left.",
        "RNK104": "More than 500 homes burned. The 480 homes were new.",
    }
    levels = {code: factcheck.check(text)[0].severity for code, text in texts.items()}
    assert levels == {"RNK105": "info", "CHG106": "info", "RAT103": "warning", "RNK104": "warning"}
