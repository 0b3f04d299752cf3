"""What a house's style asks of amounts: on request only, and by its own currency."""

from __future__ import annotations

from datetime import date

import factcheck
from factcheck.figures.retired import RETIRED
from factcheck.fronts.config import Config
from factcheck.rates.lifetimes import ENDED
from factcheck.rates.pegs import PEGS

DAY = date(2025, 6, 24)
STYLE = Config(extend_select=("FX105", "FX106", "FX107"), severity="info")


def found(text: str, home: str | None = None, path: str = "<text>") -> list[tuple[str, str, str]]:
    config = STYLE._replace(home_currency=home)
    return [(f.code, f.severity, f.text) for f in factcheck.check(text, DAY, config=config, path=path)]


def test_style_is_not_asked_for_by_default() -> None:
    text = "Canada will spend $5 billion on a yard that cost €3 million."
    assert factcheck.check(text, DAY) == []
    assert found(text) == [("FX106", "info", "$5 billion"), ("FX105", "info", "€3 million")]


def test_the_houses_own_currency_needs_no_conversion() -> None:
    text = "The yard cost 630,000 euros and the crane $400,000."
    assert found(text) == [("FX105", "info", "630,000 euros")]
    assert found(text, home="EUR") == [("FX105", "info", "$400,000")]


def test_a_headline_is_not_the_first_mention() -> None:
    text = "# Yard buys crane for €630,000\n\nThe yard paid 630,000 euros ($731,000).\n"
    assert found(text, path="a.md") == []
    assert found(text.replace(" ($731,000)", ""), path="a.md") == [("FX105", "info", "630,000 euros")]


def test_the_houses_own_dollar_is_not_ambiguous() -> None:
    text = "Canada will spend $5 billion on icebreakers."
    assert found(text, home="CAD") == []
    assert found(text, home="USD") == [("FX106", "info", "$5 billion")]


def test_the_arithmetic_of_a_rule_without_one_is_not_shown() -> None:
    found = factcheck.check("Kyiv asks for 5m UKR for the shelter.", DAY)
    assert [(f.text, f.severity, f.notes) for f in found] == [("5m UKR", "warning", ())]
    assert found[0].message == "check: 5m UKR is in no currency of the draft's day: UAH?"


def test_a_past_conversion_shows_both_rates() -> None:
    """The euro was $1.24 to $1.60 in 2008, 1.5764 in the middle of it, and $1.1607 on 24 June 2025 (ECB)."""
    [finding] = factcheck.check("In 2008 it paid €5.0 million ($5.8 million) for the mill.", DAY)
    assert (finding.code, finding.text, finding.severity, finding.fix) == ("FX104", "$5.8 million", "warning", None)
    assert finding.message.startswith(
        "check: €5.0 million was about $7.9 million then (2008, ECB); $5.8 million is today"
    )
    assert [(related.text, related.label) for related in finding.related] == [
        ("€5.0 million", "paid then"),
        ("2008", "the day of the payment"),
    ]
    assert factcheck.check("In 2008 it paid €5.0 million ($5.8 million) for the mill.") == []


def test_the_days_of_replacement_are_those_of_the_rates() -> None:
    for old, (new, since) in RETIRED.items():
        if old in ENDED:
            assert (ENDED[old].toordinal() + 1, old) == (since.toordinal(), old)
        elif PEGS[old].source.startswith("Council") and since.year > 2002:
            assert (PEGS[old].since, new) == (since, "EUR")
