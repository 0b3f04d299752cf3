"""The day of a draft that its byline, its dateline or its file's name gives; prose gives none."""

from __future__ import annotations

from datetime import date

import pytest
from texts import draft_of

DAY = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("by Ann Example and the Town Desk May 2, 2024 10:57 PM 2 min read", "May 2, 2024"),
        ("By Ann Q. Example, May 2, 2024", "May 2, 2024"),
        ("By: Ann Example | 2 May 2024 | 10:57 GMT", "2 May 2024"),
        ("Published: 2 May 2024", "2 May 2024"),
        ("Published 2024-05-02 at 9:30 a.m. ET", "2024-05-02"),
        ("Published: 2024-05-02T09:30:00Z", "2024-05-02"),
        ("Posted on Thursday, May 2nd, 2024 - updated May 3, 2024", "May 2nd, 2024"),
        ("Updated at 5:00 p.m. ET on May 2, 2024", "May 2, 2024"),
        ("Last updated 2 May 2024 14.05 BST", "2 May 2024"),
        ("Date: 2 May 2024", "2 May 2024"),
        ("Thursday, May\u00a02, 2024", "May\u00a02, 2024"),
        ("May 2, 2024 10:57 PM", "May 2, 2024"),
        ("  2024-05-02  ", "2024-05-02"),
        ("LONDON, May 2, 2024 — The town said so.", "May 2, 2024"),
        ("KYIV, Ukraine, 2 May 2024 (Wire) - The town said so.", "2 May 2024"),
    ],
)
def test_bylines(line: str, day: str) -> None:
    draft = draft_of(f"Bridge opens\n\n{line}\n\nIn 2020 it was shut.")
    assert draft.date is not None
    assert draft.date.day == DAY
    assert draft.source[draft.date.start : draft.date.end] == day


@pytest.mark.parametrize(
    "line",
    [
        "By May 2, 2024, the town had spent £5 million.",
        "By May 2, 2024",
        "By Thursday, May 2, 2024",
        "by the end of May 2, 2024",
        "The bridge was opened on May 2, 2024.",
        "On May 2, 2024, the bridge was opened.",
        "The mayor on the bridge on May 2, 2024. (Source: Getty Images)",
        "Updated figures that were released on May 2, 2024 show it.",
        "Published: May 2",
        "Published: 05/02/2024",
        "Published: February 30, 2024",
        "4 min read",
    ],
)
def test_prose_is_no_date(line: str) -> None:
    assert draft_of(f"Bridge opens\n\n{line}\n\nIn 2020 it was shut.").date is None


def test_only_the_beginning_counts() -> None:
    assert draft_of("Bridge opens.\n\n" + "It is long. " * 60 + "\n\nPublished: 2 May 2024").date is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("drafts/2024-05-02-bridge.md", DAY),
        ("2024-05-02.txt", DAY),
        ("2024-05-021.txt", None),
        ("2024-02-30-bridge.txt", None),
        ("bridge-2024-05-02.txt", None),
    ],
)
def test_the_name_of_the_file(path: str, day: date | None) -> None:
    found = draft_of("The bridge cost £5.", path).date
    assert (found.day if found else None) == day
    assert not found or (found.origin, found.start) == ("file name", None)


def test_front_matter_comes_first_then_the_byline() -> None:
    byline = "Published: 2 May 2024"
    assert draft_of(f"---\ndate: 2023-01-01\n---\n{byline}", "2022-01-01-x.md").date.day == date(2023, 1, 1)  # type: ignore[union-attr]
    assert draft_of(f"Bridge\n\n*{byline}*\n\nText.", "2022-01-01-x.md").date.day == DAY  # type: ignore[union-attr]
