"""Which rates judge a draft: of today where it says no day, of the last years past the newest rate, or its own."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from datetime import date, timedelta
from pathlib import Path

import pytest

import factcheck
from factcheck.fronts.cli import main
from factcheck.fronts.config import Config
from factcheck.rates.ratebook import RateBook
from factcheck.rates.table import TableSource


def book(last: date, per_euro: str = "1.10") -> RateBook:
    """Five years of 1.00 dollars per euro, and `per_euro` in the ten days up to `last`."""
    days = [last - timedelta(days=n) for n in range(5 * 366)]
    rows = [f"{day},{per_euro if (last - day).days < 10 else '1.00'}" for day in days]
    return RateBook([TableSource(lambda: "Date,USD\n" + "\n".join(rows), "ECB")])


def found(text: str, rates: RateBook, undated: str = "today", day: date | None = None) -> list[tuple[str, str, str]]:
    config = Config(undated=undated)  # type: ignore[arg-type]
    findings = factcheck.check(text, date=day, config=config, book=rates)
    return [(finding.code, finding.severity, finding.text) for finding in findings]


def test_a_draft_without_a_day_is_judged_by_todays_rates() -> None:
    rates = book(date.today())
    assert found("It cost €10.0 million ($11.0 million).", rates) == []
    assert found("It cost €10.0 million ($9.0 million).", rates) == [("FX101", "error", "$9.0 million")]


def test_or_by_those_of_the_last_years_where_the_house_says_so() -> None:
    rates = book(date.today())
    assert found("It cost €10.0 million ($10.0 million).", rates, "none") == []
    assert found("It cost €10.0 million ($10.6 million).", rates, "none") == []
    assert found("It cost €10.0 million ($5.0 million).", rates, "none") == []  # of long before those
    assert found("It cost €10.0 million ($1.0 million).", rates, "none") == [("FX101", "error", "$1.0 million")]


@pytest.mark.parametrize("undated", ["today", "none"])
def test_a_day_in_the_text_is_not_the_only_one_of_an_undated_draft(undated: str) -> None:
    then = date.today() - timedelta(days=900)
    text = f"After the crash of {then:%B} {then.day}, {then.year} he was fined €10.0 million ($11.0 million)."
    assert found(text, book(date.today()), undated) == []
    assert found(text.replace("$11.0", "$110"), book(date.today()), undated) == [("FX101", "error", "$110 million")]


@pytest.mark.parametrize("head", ["Published: 3/4/2025", "04/03/2025", "Updated 3.4.2025"])
def test_a_draft_that_says_a_day_nobody_can_read_is_not_of_today(head: str) -> None:
    rates = book(date.today())
    assert found(f"{head}\n\nIt cost €10.0 million ($9.5 million).", rates) == []
    assert found("It cost €10.0 million ($9.5 million).", rates) == [("FX101", "error", "$9.5 million")]


def test_a_finding_says_which_day_was_taken() -> None:
    (finding,) = factcheck.check("It cost €10.0 million ($9.0 million).", book=book(date.today()))
    today = f"{date.today().day} {date.today():%B %Y}"
    assert [note.text for note in finding.notes if note.word == "date"] == [
        f"the draft says no day: taken as {today}; --date or a date in it says otherwise"
    ]
    (dated,) = factcheck.check("It cost €10.0 million ($9.0 million).", date.today(), book=book(date.today()))
    assert [note.word for note in dated.notes] == ["rate", "maths"]


def test_the_report_says_which_day_was_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "a.txt").write_text("It cost €10.0 million ($0.1 million).\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It cost 10 coins and 5 notes.\n", encoding="utf-8")
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["check", str(tmp_path)]) == 1
        assert main(["check", "--date", "2025-03-14", str(tmp_path)]) == 1
        assert main(["check", "--undated", "none", str(tmp_path)]) == 1
    said = [line for line in out.getvalue().splitlines() if " in 1 of 2 files" in line]
    assert [f"· 1 file without a date taken as of {date.today()}" in line for line in said] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("It cost €10.0 million ($11.0 million).", []),
        ("It cost €10.0 million ($12.9 million).", []),  # a rate that moved since may explain it
        ("It cost €10.0 million ($110 million).", [("FX101", "error", "$110 million")]),
        ("It cost €10.0 million ($11.0 billion).", [("FX101", "error", "$11.0 billion")]),
        # a day that the sentence names adds its rates, and takes nothing away
        ("It cost €10.0 million ($12.9 million) on January 27, 2026.", []),
        ("It cost €10.0 million ($110 million) on January 27, 2026.", [("FX101", "error", "$110 million")]),
    ],
)
def test_past_the_newest_rate_only_a_slip_of_ten_is_found(text: str, findings: list[tuple[str, str, str]]) -> None:
    assert found(text, book(date(2026, 1, 30)), day=date(2026, 2, 27)) == findings


def test_a_rate_may_go_further_in_a_year_than_in_a_month() -> None:
    rates = book(date(2026, 1, 30))
    doubled = "It cost €10.0 million ($22.0 million)."
    assert found(doubled, rates, day=date(2026, 2, 27)) == [("FX101", "error", "$22.0 million")]
    assert found(doubled, rates, day=date(2027, 1, 29)) == []
    assert found("It cost €10.0 million ($110 million).", rates, day=date(2027, 1, 29)) != []


def test_what_was_not_checked_for_want_of_a_newer_rate_is_counted(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("It cost €10.0 million ($11.0 million).\n", encoding="utf-8")
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["check", "--date", "2999-01-01", str(draft)]) == 0
    assert "0 checked (1: newest rate 20" in " ".join(out.getvalue().split())


def test_a_last_known_rate_serves_for_ten_days() -> None:
    rates = book(date(2026, 1, 30))
    wrong = "It cost €10.0 million ($12.9 million)."
    assert found(wrong, rates, day=date(2026, 2, 9)) == [("FX101", "error", "$12.9 million")]
    assert found(wrong, rates, day=date(2026, 2, 20)) == []


DAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        # the draft's own rate, where the book agrees with it and where it does not
        ("The mill cost C$10.0 million ($6.9 million). ($1 = 1.4410 Canadian dollars)", []),
        ("The mill cost C$10.0 million ($7.2 million). ($1 = C$1.3900)", [("FX103", "C$1.3900")]),
        ("The mill cost C$10.0 million ($7.2 million), at C$1.39 to the dollar.", [("FX103", "C$1.39")]),
        ("The mill cost C$10.0 million ($9.2 million). ($1 = 1.4410 Canadian dollars)", [("FX101", "$9.2 million")]),
        # a currency without a reference rate
        ("The flat cost 40 million Syrian pounds ($16,000), at 2,500 Syrian pounds to the dollar.", []),
        ("A flat at 40 million Syrian pounds ($1,600), at 2,500 Syrian pounds to the dollar.", [("FX101", "$1,600")]),
        # what is no rate of these days
        ("The bank forecasts 2.00 Canadian dollars to the dollar. The mill cost C$10.0 million ($6.9 million).", []),
        ("On the black market $1 bought 9.00 Canadian dollars.", []),
        ("He paid $1 to a boy and 9.00 Canadian dollars to a girl.", []),
    ],
)  # fmt: skip
def test_rates_that_the_draft_states(text: str, findings: list[tuple[str, str]]) -> None:
    assert [(finding.code, finding.text) for finding in factcheck.check(text, DAY)] == findings


def test_a_finding_by_the_drafts_own_rate_says_so() -> None:
    text = "The flat cost 40 million Syrian pounds ($1,600), at 2,500 Syrian pounds to the dollar."
    (finding,) = factcheck.check(text, DAY)
    assert finding.message == (
        "40 million Syrian pounds is about $16,000 at the rate of the draft (stated in the draft), not $1,600"
    )
    assert finding.cause == "a decimal point or a digit out of place, ten times too little?"
    assert [note.text for note in finding.notes if note.word == "rate"] == ["2,500.0 SYP per USD, stated in the draft"]


def test_the_spans_of_a_stated_rate() -> None:
    text = "The bank sold dollars at 41.5 hryvnias to the US dollar."
    (claim,) = [claim for claim in factcheck.find_claims(text) if claim.kind == "stated_rate"]
    spans = {role: (part.start, part.end, text[part.start : part.end]) for role, part in claim.roles.items()}
    assert spans == {"base": (46, 55, "US dollar"), "quote": (25, 38, "41.5 hryvnias")}
    assert [figure.currency for figure in claim.figures()] == ["USD", "UAH"]
