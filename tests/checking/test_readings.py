"""Each way of reading a figure, by a claim that another way would judge differently."""

from __future__ import annotations

from datetime import date

import pytest

import factcheck
from factcheck.checking.finding import Finding
from factcheck.claims.condition import price_tag
from factcheck.fronts.config import Config

DAY = date(2025, 3, 14)  # the euro at $1.0889, £0.8412 and 1.5691 Canadian dollars (ECB)


def check(text: str, day: date = DAY, **options: str) -> list[Finding]:
    return factcheck.check(text, date=day, config=Config(**options))  # type: ignore[arg-type]


def test_the_original_is_read_sharp() -> None:
    assert [f.text for f in check("The deal is worth €5 million ($6.0 million).")] == ["$6.0 million"]
    assert check("The deal is worth €5 million ($5.4 million).") == []


def test_a_hedge_on_the_original_opens_neither_side() -> None:
    assert [f.text for f in check("It cost more than €10.0 million ($12.9 million).")] == ["$12.9 million"]
    assert [f.text for f in check("It cost up to €10.0 million ($8.9 million).")] == ["$8.9 million"]


def test_a_hedge_on_the_converted_amount_reaches_a_tenth() -> None:
    assert check("The fund holds €10.0 million (more than $10.2 million).") == []
    assert [f.text for f in check("The fund holds €10.0 million (more than $8.0 million).")] == ["$8.0 million"]


def test_a_hedge_in_a_restatement_reaches_one_grain() -> None:
    text = (
        "Harbour board approves at least $4.5 million grant for new ferry terminal at Bergen\n\n"
        "The harbour board has approved a grant of {} for the new ferry terminal at Bergen.\n\nWork starts soon."
    )
    (found,) = check(text.format("$4.8 million"))
    assert (found.code, found.text, found.related[0].text) == ("CON101", "$4.5 million", "$4.8 million")
    assert check(text.format("$4.6 million")) == []


def test_small_counts_and_prices_are_exact_in_a_change() -> None:
    assert [f.expected for f in check("Deaths rose 20% from 10 to 13.")] == ["30%"]
    assert [f.expected for f in check("The price rose 20% from £1,000 to £1,300.")] == ["30%"]


def test_a_last_digit_may_be_cut_instead_of_rounded() -> None:
    assert check("Sales rose 29.5% from 61,169 to 79,249.") == []
    assert [f.severity for f in check("Sales rose 29.4% from 61,169 to 79,249.")] == ["warning"]


def test_a_bare_dollar_beside_canadian_dollars_is_not_canadian() -> None:
    assert [f.text for f in check("In Canada it cost C$10.0 million ($10.0 million).")] == ["$10.0 million"]


def test_a_bare_dollar_inside_us_dollars_is_the_us_dollar() -> None:
    found = check("In Canada they raised US$10.0 million, including $12.0 million in loans.")
    assert [(f.code, f.text) for f in found] == [("SUM101", "$12.0 million")]


def test_the_houses_own_dollar() -> None:
    text = "The grant is $10.0 million (€6.4 million)."
    assert [f.text for f in check(text)] == ["€6.4 million"]
    assert check(text, home_currency="CAD") == []
    assert check(text, home_currency="cad") == []


def test_money_of_another_year_is_no_conversion() -> None:
    assert check("The cable cost £2.0 million (about $40 million in today's money).") == []


def test_pairs_that_the_rates_of_the_week_explain_are_not_compared() -> None:
    """The euro rose from $1.0465 on 3 March to $1.0816 on 6 March 2025 (ECB)."""
    text = "One grant is €100.0 million ($104.7 million).\n\nThe other is €200.0 million ($216.4 million)."
    assert check(text, date(2025, 3, 7)) == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The bid is A$10.0 million (€9.2 million).", "the rate of the US dollar instead of the Australian dollar?"),
        (
            "It cost 91.5 billion Canadian dollars ($13.5 billion).",
            "two digits changed places: 19.5 billion Canadian dollars?",
        ),
        ("It cost €3.0 million ($9.8 million).", None),
    ],
)
def test_causes(text: str, cause: str | None) -> None:
    assert [f.cause for f in check(text)] == [cause]


def test_a_figure_with_mark_up_inside_has_no_fix() -> None:
    source = "---\ndate: 2025-03-14\n---\nIt cost €10.0 million (**$54** million)."
    (finding,) = factcheck.check(source, path="x.md")
    assert finding.fix is None
    assert source[finding.start : finding.end] == "$54** million"


def test_without_a_day_there_is_no_fix() -> None:
    (finding,) = factcheck.check("The deal is worth C$19.5 billion ($31.5 billion).")
    assert finding.fix is None
    assert "at the rate of the last years (ECB)" in finding.message


def test_a_changed_scale_word_keeps_its_digits() -> None:
    (finding,) = check("The line will cost 349.5 million yen ($2.38 billion).", date(2023, 12, 12))
    assert [a.text for a in finding.alternatives] == ["349.5 billion yen"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Ministers said: “We met on Monday, June 24, 2025, in Oslo.”", "warning"),
        ('Ministers said: "We met on Monday, June 24, 2025, in Oslo."', "warning"),
        ("Ministers said “yes” on Monday, June 24, 2025, in Oslo.", "error"),
        ('Ministers said "yes" on Monday, June 24, 2025, in "Oslo".', "error"),
    ],
)
def test_what_somebody_said_is_queried(text: str, severity: str) -> None:
    (finding,) = check(text, date(2025, 6, 30))
    assert finding.severity == severity
    assert finding.message.startswith("check: ") is (severity == "warning")
    assert (finding.fix is None) is (severity == "warning")


def test_a_draft_in_another_language_is_not_read_as_english() -> None:
    source = "---\ndate: 2025-03-14\nlang: {}\n---\nIt cost €10.0 million ($54 million)."
    assert len(factcheck.check(source.format("en-GB"), path="x.md")) == 1
    assert factcheck.check(source.format("fr"), path="x.md") == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("£599", True),
        ("$1,299", True),
        ("£9.95", True),
        ("$4.50", True),
        ("€600", False),
        ("$12.20", False),
        ("$9 million", False),
    ],
)
def test_price_tags(text: str, tag: bool) -> None:
    assert price_tag(factcheck.find_figures(text)[0]) is tag
