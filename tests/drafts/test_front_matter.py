"""Front matter: dates, language, title with their places, and the line of what is wrong."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.drafts.draft import Unreadable
from factcheck.drafts.front_matter import front_matter


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("date: 2024-05-02", "2024-05-02"),
        ("date: 2024-05-02T09:30:00+02:00", "2024-05-02T09:30:00+02:00"),
        ("date: 2024-05-02 09:30:00 +0000  # UTC", "2024-05-02 09:30:00 +0000"),
        ("date: '2 May 2024'", "2 May 2024"),
        ('"date": "May 2, 2024"', "May 2, 2024"),
        ("Date: May 2nd, 2024", "May 2nd, 2024"),
        ("published: Thursday, 2 May 2024", "Thursday, 2 May 2024"),
        ("lastmod: 2024-05-02", "2024-05-02"),
        ("date:\nupdated: 2024-05-02", "2024-05-02"),
        ("date: null\npublished: 2024-05-02\nupdated: 2025-01-01", "2024-05-02"),
        ("updated: 2025-01-01\ndate: 2024-05-02", "2024-05-02"),
        ("tags: [a, {date: 1999-01-01}]\ndate: 2024-05-02", "2024-05-02"),
    ],
)
def test_the_date_and_its_place(line: str, value: str) -> None:
    source = f"---\nauthor: Zoë 𝟝\n{line}\n---\nText."
    found = front_matter(source, "x.md")
    assert found is not None
    assert found.date is not None
    assert (found.date.day, found.date.origin) == (date(2024, 5, 2), "front matter")
    assert source[found.date.start : found.date.end] == value
    assert source[found.end :] == "Text."


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("---\ntitle: Bridge\n\nText.", 1, "never closed"),
        ("---\ntitle: Bridge: the plan\n---\n", 2, "mapping values are not allowed"),
        ("---\na: 1\ntitle: [Bridge\n---\n", 4, "not YAML"),
        ("---\na: \x01\n---\n", 2, "control characters"),
        ("---\na: 1\ndate: next week\n---\n", 3, "`date: next week` is not a date"),
        ("---\npublished: 2024-02-30\n---\n", 2, "`published: 2024-02-30` is not a date"),
        ("---\ndate: [2024-02-03]\n---\n", 2, "`date` is not a date"),
        ("---\r\na: 1\r\ndate: soon\r\n---\r\n", 3, "`date: soon` is not a date"),
    ],
)
def test_what_is_wrong_and_where(source: str, line: int, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason) as raised:
        front_matter(source, "x.md")
    assert raised.value.line == line


@pytest.mark.parametrize(
    "source", ["", "Text.", "---\n\nText.\n\n---\n", "---\nText.\n---\n", "----\na: 1\n----\n", "---"]
)
def test_no_front_matter(source: str) -> None:
    assert front_matter(source, "x.md") is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Bridge for £4m", "Bridge for £4m"),
        ("title: 'Bridge for £4m' # new", "Bridge for £4m"),
        ('title: "Bridge \\u00a34m"', None),
        ("title: 'it''s 4'", None),
        ("title:", None),
        ("title: [4]", None),
    ],
)
def test_the_title_where_it_stands_verbatim(line: str, title: str | None) -> None:
    source = f"---\nlang: en\n{line}\n...\nText."
    found = front_matter(source, "x.md")
    assert found is not None
    assert found.language == "en"
    assert (source[slice(*found.title)] if found.title else None) == title
    assert source[found.end :] == "Text."


def test_deep_and_repeated_yaml_costs_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*a, *a, *a]\n" for n in range(300))
    assert front_matter(f"---\n{bomb}---\n", "x.md") is not None
    with pytest.raises(Unreadable, match="more than 1000 opening brackets"):
        front_matter(f"---\na: {'[' * 50_000}\n---\n", "x.md")
    assert front_matter(f"---\na:\n{'- ' * 20_000}x\n---\n", "x.md") is not None


@given(st.text(alphabet=st.sampled_from("ab:'\"[]{}-&*!|> \n#1%@`,?\x01é")))
def test_only_unreadable_is_raised(yaml_text: str) -> None:
    source = f"---\nkey: 1\n{yaml_text}\n---\nText."
    with suppress(Unreadable):
        found = front_matter(source, "x.md")
        assert found is None or source[found.end :].endswith("Text.")
