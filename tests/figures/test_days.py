"""Dates and weekdays in the English forms."""

from __future__ import annotations

from datetime import date

import pytest
from figure_table import figures_in, only

from factcheck.figures.days import weekday_of, year_within


@pytest.mark.parametrize(
    ("sentence", "text", "iso"),
    [
        ("on March 16, 2025 at night", "March 16, 2025", "2025-03-16"),
        ("on March 16 at night", "March 16", "--03-16"),
        ("on 16 March 2025", "16 March 2025", "2025-03-16"),
        ("on 16 March, 2025", "16 March, 2025", "2025-03-16"),
        ("on the 16th of March", "16th of March", "--03-16"),
        ("on March 3rd, 2019", "March 3rd, 2019", "2019-03-03"),
        ("no later than Oct. 20.", "Oct. 20", "--10-20"),
        ("on 20 Sept. 2021", "20 Sept. 2021", "2021-09-20"),
        ("on APRIL 29, 2025", "APRIL 29, 2025", "2025-04-29"),
        ("in March 2025", "March 2025", "2025-03"),
        ("in March, 2025", "March, 2025", "2025-03"),
        ("2025-03-16", "2025-03-16", "2025-03-16"),
        ("on April\u00a029, 2025", "April\u00a029, 2025", "2025-04-29"),
        ("on April\n29", "April\n29", "--04-29"),
        ("on February 29, 2024", "February 29, 2024", "2024-02-29"),
        ("on February 29", "February 29", "--02-29"),
        ("on May 8", "May 8", "--05-08"),
        ("on 03/16/2025", "03/16/2025", "2025-03-16"),
        ("on 16/3/2025", "16/3/2025", "2025-03-16"),
        ("on 05/05/2025", "05/05/2025", "2025-05-05"),
    ],
)
def test_dates(sentence: str, text: str, iso: str) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_value()) == ("day", text, iso)


@pytest.mark.parametrize(
    "sentence",
    [
        "on February 29, 2023",
        "on April 31",
        "2025-13-01",
        "March 0",
        "on 03/04/2025",
        "on 02/30/2025",
        "on 9/11",
        "at 24/7",
    ],
)
def test_days_that_no_month_has_are_no_dates(sentence: str) -> None:
    assert figures_in(sentence, "day") == []


@pytest.mark.parametrize(
    "sentence", ["they may 5 times try", "to march 20 miles", "he sat. Then", "in the sun. A ring"]
)
def test_words_in_lower_case_are_no_months_or_weekdays(sentence: str) -> None:
    assert figures_in(sentence, "day", "weekday") == []


@pytest.mark.parametrize(
    ("sentence", "text", "number"),
    [
        ("on Monday night", "Monday", 1),
        ("on Tues. night", "Tues.", 2),
        ("on WEDNESDAY", "WEDNESDAY", 3),
        ("by thursday", "thursday", 4),
        ("on Fri. night", "Fri.", 5),
        ("Saturday's vote", "Saturday", 6),
        ("SUN. night", "SUN.", 7),
    ],
)
def test_weekdays(sentence: str, text: str, number: int) -> None:
    figure = only(sentence)
    assert (figure.kind, figure.text, figure.printed_value()) == ("weekday", text, str(number))


def test_a_weekday_with_its_date_is_two_figures() -> None:
    assert [(f.kind, f.text) for f in figures_in("on Sunday, March 16, 2025,")] == [
        ("weekday", "Sunday"),
        ("day", "March 16, 2025"),
    ]
    assert figures_in("on Sundays") == []


def test_the_weekday_of_a_date() -> None:
    assert weekday_of(only("March 16, 2025"), lambda figure: None) == 7
    assert weekday_of(only("March 16"), lambda figure: 2024) == 6
    assert weekday_of(only("March 16"), lambda figure: None) is None
    assert weekday_of(only("March 2025"), lambda figure: 2025) is None
    assert weekday_of(only("February 29"), lambda figure: 2025) is None
    assert weekday_of(only("Sunday"), lambda figure: 2025) is None


@pytest.mark.parametrize(
    ("printed", "day", "year"),
    [
        ("March 16", date(2025, 3, 20), 2025),
        ("December 30", date(2025, 1, 5), 2024),
        ("January 2", date(2024, 12, 30), 2025),
        ("July 1", date(2025, 3, 20), None),
        ("Sunday", date(2025, 3, 20), None),
    ],
)
def test_the_year_that_a_date_leaves_out(printed: str, day: date, year: int | None) -> None:
    assert year_within(only(printed), day) == year


@pytest.mark.parametrize(
    ("sentence", "weekday"),
    [
        ("on Tue 24 Jun 2025 in Hull", ("Tue", "2")),
        ("Wed, 25 June", ("Wed", "3")),
        ("by Thurs June 26", ("Thurs", "4")),
        ("(Sat 28 June)", ("Sat", "6")),
        ("The Sun, June 24, 2025, had it", None),
        ("Ann and Joe Wed June 24", None),
        ("They Sat 24 June out", None),
        ("on sat 24 June", None),
        ("the Monsun 24 June", None),
    ],
)
def test_short_weekday_without_a_dot_before_a_date(sentence: str, weekday: tuple[str, str] | None) -> None:
    found = [figure for figure in figures_in(sentence) if figure.kind == "weekday"]
    assert [(figure.text, figure.printed_value()) for figure in found] == ([weekday] if weekday else [])
    assert all(sentence[figure.start : figure.end] == figure.text for figure in found)


def test_days_of_a_month_turned_round_are_no_span() -> None:
    assert [f.text for f in figures_in("from June 12 to June 10")] == ["June 12", "June 10"]
    assert [f.text for f in figures_in("from June 10 to June 12")] == ["June 10 to June 12"]
    assert [f.text for f in figures_in("from December 12 to January 10")] == ["December 12 to January 10"]
