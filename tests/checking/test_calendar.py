"""What rules ask of dates: the draft's own day, the days of a date, and how messages name them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import factcheck
from factcheck.checking.calendar import Calendar, days_from
from factcheck.checking.exchange import Unknown
from factcheck.figures.reader import find_figures
from factcheck.fronts.config import Config

DAY = date(2025, 7, 1)


def _calendar(day: date | None, text: str = "") -> Calendar:
    return Calendar(day, lambda claim: find_figures(text))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on July 5", date(2025, 7, 5), date(2025, 7, 5)),
        ("on July 5, 2024", date(2024, 7, 5), date(2024, 7, 5)),
        ("July 5-9, 2024", date(2024, 7, 5), date(2024, 7, 9)),
        ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("in 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_days_of_a_date(text: str, first: date, last: date) -> None:
    (figure,) = find_figures(text)
    days = _calendar(DAY).days(figure, None)  # type: ignore[arg-type]
    assert (days.low, days.high) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    ("text", "day", "paragraph"),
    [("on March 5", DAY, ""), ("on July 5", None, ""), ("on July 5", DAY, "In 1994 they met on July 5")],
)
def test_year_unknown(text: str, day: date | None, paragraph: str) -> None:
    (figure,) = find_figures(text)
    with pytest.raises(Unknown, match="no year for the date"):
        _calendar(day, paragraph).days(figure, None)  # type: ignore[arg-type]


def test_no_day_of_the_draft() -> None:
    with pytest.raises(Unknown, match="the draft has no date"):
        _calendar(None).published()


@pytest.mark.parametrize(
    ("text", "days"),
    [("June 12 and June 20", 8), ("June 12 or June 10, 2025", -2), ("May 2025 or March 2025", -61)],
)
def test_days_from(text: str, days: int) -> None:
    first, last = find_figures(text)
    assert days_from(first, last).low == days


def test_day_slack_and_message() -> None:
    text = "The two ministers met on July 5 in Oslo."
    assert factcheck.check(text, date=date(2025, 7, 4)) == []
    assert factcheck.check(text) == []
    (finding,) = factcheck.check(text, date=DAY)
    assert finding.message == "check: July 5 is after the day of the draft, 1 July 2025, yet it is told as past"
    assert (finding.severity, finding.fix, finding.notes) == ("warning", None, ())


def test_early_fiscal_year_is_allowed_a_year_and_no_more() -> None:
    text = "The chip maker reported fiscal third-quarter 2026 sales of $3 billion."
    end = date(2025, 10, 1)  # the first day after the third quarter of 2025
    assert factcheck.check(text, date=end) == []
    assert [f.code for f in factcheck.check(text, date=end - timedelta(days=1))] == ["DAY110"]


def test_dimension_has_its_cause_and_no_sum() -> None:
    (finding,) = factcheck.check("The panels generated 51.2 megawatts of energy last year.", date=DAY)
    assert finding.message == "51.2 megawatts is power, and the words ask for something else"
    assert finding.cause == "energy, which is power for a time: watt-hours?"
    assert (finding.expected, finding.notes) == (None, ())


def _chosen(code: str, text: str) -> list[tuple[str, str]]:
    plain = text.replace("[[", "").replace("]]", "")
    config = Config(select=(code,))
    return [(finding.text, finding.severity) for finding in factcheck.check(plain, date=DAY, config=config)]


CHOSEN = [
    ("DAY108", "The licence of 9 pages ran out on [[07/08/2024]] in Perth."),
    ("DAY108", "Two letters, of [[1/2/2025]] and 14/2/2025, are lost."),
    ("DAY108", "The minutes ([[5.11.2019]]) name 4 people."),
    ("DAY108", "Filed: [[10/9/2020]]; 3 pages."),
    ("DAY108", "She was hired on [[03/12/2015]]."),
    ("DAY108", "A note dated [[9/10/2011]], 2 lines long, was found."),
    ("DAY108", "The licence of 9 pages ran out on 7 August 2024 in Perth."),
    ("DAY108", "Two letters, of 31/2/2025 and 14/2/2025, are lost."),
    ("DAY108", "The score was 7/8, the fraction 3/4, the file 2024-08-07."),
    ("DAY108", "Filed: 10/10/2020; 3 pages, at http://example.org/2020/10/09/."),
    ("DAY108", "Release 1.2.2019.4 has 3 mends."),
    ("DAY108", "Page 7/8 of 2024."),
    ("DAY109", "The mayor resigned [[yesterday]] after 12 years."),
    ("DAY109", "Rain is due [[tomorrow]] in 3 counties."),
    ("DAY109", "Two bridges were shut [[this morning]]."),
    ("DAY109", "The 40 members vote [[next week]]."),
    ("DAY109", "Prices rose 3% [[last month]]."),
    ("DAY109", "The 2 teams meet [[tonight]] in Turin."),
    ("DAY109", "The mayor resigned on Monday after 12 years."),
    ("DAY109", '"We met yesterday for 3 hours", she said.'),
    ("DAY109", "He told USA TODAY that 3 of them left."),
    ("DAY109", "It would be 40 pounds in today's money."),
    ("DAY109", "The law of 1911 is in force even today."),
    ("DAY109", "Flood live blog\n\nTwo bridges were shut this morning."),
    ("DAY109", "He said: “Last week 3 of us left.”"),
    ("UNI105", "The soup holds [[40 grams]] of salt a bowl."),
    ("UNI105", "Gusts of [[900 km/h]] hit 3 villages."),
    ("UNI105", "The valley had [[6 metres]] of rain in a night."),
    ("UNI105", "The baby weighed [[34 kg]] at birth."),
    ("UNI105", "The heatwave brought temperatures of [[95C]] to 3 towns."),
    ("UNI105", "Waves of [[60 metres]] hit the pier."),
    ("UNI105", "The soup holds 400 milligrams of salt a bowl."),
    ("UNI105", "The city spread 400 tonnes of salt on 300 roads."),
    ("UNI105", "Gusts of 190 km/h hit 3 villages; Neptune has winds of 2,000 km/h."),
    ("UNI105", "The valley had 60 cm of rain in a night."),
    ("UNI105", "The baby weighed 3.4 kg at birth."),
    ("UNI105", "The heatwave brought temperatures of 95F to 3 towns."),
    ("UNI106", "The track is 3 miles long, the tunnel [[2 km]]."),
    ("UNI106", "The hall has 4,000 square feet, the yard [[90 square metres]]."),
    ("UNI106", "The tank takes 12 litres, the can [[2 gallons]]."),
    ("UNI106", "It was 31C in Rome and [[90F]] in Bari."),
    ("UNI106", "The lorry did 50 mph, the van [[90 km/h]]."),
    ("UNI106", "The first bag weighs 12 pounds, the second [[6 kg]]."),
    ("UNI106", "The track is 3 miles long, the tunnel 2 miles."),
    ("UNI106", "The track is 3 miles (5 km) long, the tunnel 2 km (1.2 miles)."),
    ("UNI106", 'The track is 3 miles long. "The tunnel is 2 km", he said.'),
    ("UNI106", "The hall has 4,000 square feet and stands 2 km off."),
    ("UNI106", "It was 31C in Rome and 29C in Bari."),
    ("UNI106", "The yacht made 12 knots over 9 nautical miles."),
]


@pytest.mark.parametrize(("code", "text"), CHOSEN)
def test_rules_that_a_house_chooses(code: str, text: str) -> None:
    found = _chosen(code, text)
    if "[[" in text:
        assert found == [(text[text.index("[[") + 2 : text.index("]]")], "info")]
    else:
        assert found == []


def test_rules_of_style_are_off_by_default() -> None:
    text = "The lease of 9 pages ran out yesterday, 07/08/2024, 3 miles or 9 km away."
    assert factcheck.check(text, date=DAY) == []


def test_both_readings_of_a_numeric_date_are_told() -> None:
    config = Config(select=("DAY108",))
    (finding,) = factcheck.check("It ends on 03/04/2025.", config=config)
    assert finding.message == "03/04/2025 is 3 April 2025 to most readers and March 4, 2025 to Americans"
    assert finding.fix is None


def test_dates_of_a_table_stand_among_others() -> None:
    table = "| Day | Loss |\n|---|---|\n| 07/08/2024 | 3 |\n"
    assert factcheck.check(table, path="t.md", config=Config(select=("DAY108",))) == []
    assert len(factcheck.check("On 07/08/2024.\n", path="t.md", config=Config(select=("DAY108",)))) == 1
