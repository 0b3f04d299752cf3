"""The work of a checker, as results carry it where it is asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.checking.check import check_draft
from factcheck.checking.result import Result
from factcheck.checking.trace import Checked, Span, Trace
from factcheck.drafts.reading import read_text
from factcheck.fronts.api import dated, settings
from factcheck.fronts.config import Config
from factcheck.rates.ratebook import RateBook
from factcheck.rates.table import TableSource

DAY = date(2024, 3, 18)
BOOK = RateBook(
    [TableSource(lambda: "Date,USD\n2024-02-20,1.05\n2024-03-11,1.08\n2024-03-15,1.10\n2024-03-18,1.09", "Desk")]
)


def result(text: str, *, trace: bool = True, config: Config | None = None, path: str = "a.md") -> Result:
    (draft,) = read_text(text, path)
    return check_draft(dated(draft, DAY), settings(config or Config(), BOOK, trace=trace))  # type: ignore[arg-type]


def trace(text: str, config: Config | None = None) -> Trace:
    found = result(text, config=config).trace
    assert found is not None
    return found


def only(text: str) -> Checked:
    (checked,) = trace(text).checked
    return checked


def test_nothing_is_kept_unless_it_is_asked_for() -> None:
    assert result("It rose 20% from 100 to 150.", trace=False).trace is None


def test_findings_and_counts_are_the_same_with_and_without() -> None:
    text = (
        "It cost €10 million ($19 million), up 20% from 100 to 150. He had €20 million ($38 million), 5 miles (9 km)."
    )
    with_it, without = result(text), result(text, trace=False)
    assert with_it.findings == without.findings != ()
    assert with_it.tally == without.tally


def test_every_figure_is_there_with_its_place_in_text_and_source() -> None:
    source = "# A *bold* 12\n\nIt rose **20%** from 100 to 120 last May.\n"
    found = result(source)
    assert found.trace is not None
    assert [place.text for place in found.trace.figures] == ["12", "20%", "100", "120"]
    for place in found.trace.figures:
        assert found.draft.text[place.start : place.end] == place.text
        assert source[place.source_start : place.source_end] == place.text
    assert (found.trace.figures[1].line, found.trace.figures[1].column) == (3, 11)


def test_a_claim_that_fits_is_there_with_its_sum_and_what_each_figure_was_read_as() -> None:
    checked = only("It rose 50% from 200 to 300.")
    assert (checked.code, checked.verdict, checked.severity, checked.mark.text) == ("CHG101", "fits", None, "50%")
    assert checked.work == (("maths", "300 ÷ 200 − 1 = 50%; with rounding 44% to 56%"),)
    assert checked.read["percent"] == Span(Decimal("49.5"), Decimal(51))  # its last digit may have been cut off
    assert checked.read["before"] == Span(Decimal(195), Decimal(205))
    assert {role: [place.text for place in places] for role, places in checked.roles.items()} == {
        "percent": ["50%"], "before": ["200"], "after": ["300"],
    }  # fmt: skip


def test_a_conversion_has_its_rate_the_days_around_and_the_implied_rate() -> None:
    checked = only("It cost €10 million ($11 million).")
    rate = checked.rate
    assert rate is not None
    assert (rate.quote, rate.base, rate.source, rate.day) == ("USD", "EUR", "Desk", DAY)
    assert (rate.low, rate.high, rate.first, rate.last) == (
        Decimal("1.08"), Decimal("1.10"), date(2024, 3, 11), date(2024, 3, 18),
    )  # fmt: skip
    assert [point for _, point in rate.series] == [Decimal("1.05"), Decimal("1.08"), Decimal("1.10"), Decimal("1.09")]
    assert rate.implied is not None
    low, high = rate.implied  # 10.5m to 11.5m over 9.5m to 10.5m
    assert low == pytest.approx(Decimal("10.5") / Decimal("10.5"))
    assert high == pytest.approx(Decimal("11.5") / Decimal("9.5"))


def test_the_rate_is_the_one_above_one_whichever_way_the_claim_goes() -> None:
    there, back = only("It cost €10 million ($11 million).").rate, only("It cost $11 million (€10 million).").rate
    assert there is not None
    assert back is not None
    assert (back.base, back.quote) == (there.base, there.quote) == ("EUR", "USD")
    assert back.point == pytest.approx(there.point)
    assert [point for _, point in back.series] == [pytest.approx(point) for _, point in there.series]
    assert back.fair.low == pytest.approx(there.fair.low, rel=Decimal("0.001"))  # the margin is on the other side


def test_what_cannot_be_judged_says_why() -> None:
    checked = only("It cost 10 million zloty ($2.5 million).")
    assert (checked.verdict, checked.severity, checked.reason) == ("unknown", None, "no rate for PLN")


def test_a_finding_has_its_level_also_where_it_is_suppressed() -> None:
    found = result("It rose 20% from 100 to 150. <!-- factcheck: ignore -->")
    assert found.findings == ()
    assert found.trace is not None
    assert [(each.code, each.verdict, each.severity) for each in found.trace.checked] == [("CHG101", "wrong", "error")]


def test_claims_are_in_the_order_of_their_marks_and_the_same_in_two_runs() -> None:
    text = (
        "It cost €10 million ($11 million) and €20 million ($22 million), 5 miles (8 km) off, up 50% from 200 to 300."
    )
    first, second = trace(text), trace(text)
    starts = [checked.mark.start for checked in first.checked]
    assert starts == sorted(starts)
    assert len({checked.number for checked in first.checked}) == result(text).tally.claims
    assert first == second
