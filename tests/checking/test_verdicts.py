"""Wrong, close, stale or silent: the windows of a conversion, and what the sentence says of its day."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck

#: The euro was worth $1.0889 and £0.841 on this day, and 161.8 yen (ECB).
DAY = date(2025, 3, 14)


def found(text: str, day: date | None = DAY) -> list[tuple[str, str, str | None]]:
    return [(finding.severity, finding.text, finding.expected) for finding in factcheck.check(text, date=day)]


@pytest.mark.parametrize(
    "text",
    [
        "The deal is worth €10.0 million ($10.9 million).",
        "The deal is worth €10.0 million (about $11 million).",
        "The deal is worth more than €10 million (up to $10.9 million).",
        "It cost €10 million ($10.9 million, or £8.4 million).",
        "It cost €10 million ($10.9 million; £8.4 million).",
        "It would cost between €2.0 million and €3.0 million ($2.2 million-$3.3 million).",
        "Rent is €2,000 a month ($2,180).",
        "In 2008 it cost €2.0 million ($2.94 million).",  # a named year adds a window
        "The tower opened in 2008. It cost €2.0 million ($2.94 million).",  # also one that the paragraph names
        "It was bought for €2.0 million ($3.14 million at the time) in July 2008.",
        "It cost €2.0 million ($2.24 million at 2019 rates).",
        "It was sold in 2008 for €2.0 million, then worth $2.9 million.",
        "In 1648 the fort cost ten million rupees (equivalent to about $917 million today).",
        "The pound fell to a low of 32.18 Egyptian pounds per dollar.",
        "A cable cost £2.0 million (£40 million in today's money).",
        "The headphones cost £599 ($899) or €699.",
        "The fee was €5 (from $3 before).",
        "A ticket costs €20 (down from $40).",
        "They raised $5 million (GBX 300).",
        "In 1990 it paid 50 million pounds ($89 million).",
        "Back then it paid 50 million pounds ($89 million).",
        "The 1997 film cost 50 million pounds ($82 million).",
        "He bets €50 or $100 a night.",
        "They paid €30m, or $5m an acre.",
        "Staff earn €600 a week ($2,800 a month).",
        "It costs €180, which is about $20 less than last year.",
        "The offer was €5 million ($3 million, plus a house).",
        "They got US$14m and €1m (£11.7m).",
        "He paid £10m plus £5m in extras ($19.4m).",
        "It would cost £1.5-2 million ($1.9-2.6 million).",
        "It paid 40 or 50 million euros ($43 million or $54 million).",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("The deal is worth €10.0 million ($10.1 million).", ("error", "$10.1 million", "$10.9 million")),
        ("The deal is worth €10.0 million ($10.9 billion).", ("error", "$10.9 billion", "$10.9 million")),
        ("It cost €10 million ($10.9 million; £84 million).", ("error", "£84 million", "£8.4 million")),
        (
            "It opened in 2008.\n\nThe tower cost €2.0 million ($2.94 million).",
            ("error", "$2.94 million", "$2.18 million"),
        ),
        ("It cost €2.0 million ($2.94 million at 2019 rates).", ("error", "$2.94 million", "$2.25 million")),
        ("In 2008 it cost €2.0 million, then worth $2.2 million.", ("error", "$2.2 million", "$2.8 million")),
        ("The fine was cut to €2.0 million ($2.94 million today).", ("error", "$2.94 million", "$2.18 million")),
        ("Rent is €2,000 a month ($3,180).", ("error", "$3,180", "$2,180")),
        ("It cost 3.0 billion yen, or about $35 million, to build.", ("error", "$35 million", "$20 million")),
        ("It cost 3.0 billion yen — $35 million — to build.", ("error", "$35 million", "$20 million")),
        ("It cost 3.0 billion yen [$35 million] to build.", ("error", "$35 million", "$20 million")),
        (
            "It would cost between €2.0 billion and €3.0 billion (about $1.18 billion-$4.1 billion).",
            ("error", "$1.18 billion-$4.1 billion", "USD 2.18 billion to USD 3.27 billion"),
        ),
        (
            "It would cost £1.5-2 million ($1.9-2.9 million).",
            ("error", "$1.9-2.9 million", "USD 1.94 million to USD 2.59 million"),
        ),
        ("It cost €780.0m ($84.9m, or £656m) to build.", ("error", "$84.9m", "$849m")),
        ("It cost 3.0 billion yen, about $35 million, to build.", ("error", "$35 million", "$20 million")),
        ("It cost 3.0 billion yen -- $35 million -- to build.", ("error", "$35 million", "$20 million")),
        ("It cost 3.0 billion yen(£26m) to build.", ("error", "£26m", "£16m")),
        ("It cost US$3.0 million (C$5.3 million) to build.", ("error", "C$5.3 million", "C$4.3 million")),
    ],
)
def test_wrong(text: str, finding: tuple[str, str, str]) -> None:
    assert found(text) == [finding]


def test_stale_names_the_last_day_that_fits() -> None:
    """The euro rose from $1.0465 on 3 March to $1.0833 on 20 March 2025 (ECB)."""
    (finding,) = factcheck.check("The deal is worth €100.0 million ($104.9 million).", date=date(2025, 3, 20))
    assert finding.severity == "warning"
    assert finding.cause == "an old rate: that of 4 March 2025 fits"
    assert finding.expected == "$108.3 million"


def test_at_the_time_replaces_the_day_of_the_draft() -> None:
    sentence = "It was bought for €2.0 million ($2.18 million at the time) in July 2008."
    (finding,) = factcheck.check(sentence, date=DAY)
    assert finding.expected == "$3.11 million"
    assert factcheck.check("It was bought for €2.0 million ($9.18 million at the time).", date=DAY) == []


def test_without_a_date_a_slip_of_a_thousand_is_found() -> None:
    assert found("The deal is worth €10.0 million ($10.9 billion).", None)[0][:2] == ("error", "$10.9 billion")
    assert found("The deal is worth €10.0 million ($11.9 million).", None) == []


def test_a_currency_without_a_rate_is_silent_and_counted() -> None:
    from factcheck.checking.check import check_draft
    from factcheck.drafts.plain import read
    from factcheck.fronts.api import dated, settings
    from factcheck.fronts.config import Config

    draft = dated(read("It cost 3.0 billion Cuban convertible pesos ($35).", "x.txt"), DAY)
    result = check_draft(draft, settings(Config()))
    assert result.findings == ()
    assert dict(result.tally.unchecked) == {"no rate for CUC": 1}
    assert (result.tally.figures, result.tally.claims, result.tally.checked) == (2, 1, 0)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("In Sydney the house sold for $10.0 million (US$6.3 million).", True),  # $ beside US$ is another dollar
        ("Canada will pay $10.0 million (€6.4 million).", True),  # evidence for the Canadian dollar
        ("The state will pay $10.0 million (€6.4 million).", False),  # none
        ("Sweden will pay 10.0 billion crowns ($995 million).", True),
        ("The state will pay 10.0 billion crowns ($995 million).", True),  # no default: any crown will do
        ("Norway will pay 10.0 billion kroner ($2.4 billion).", False),
    ],
)
def test_ambiguous_currencies_are_silent_where_evidence_leaves_a_reading(text: str, silent: bool) -> None:
    assert (found(text) == []) is silent
