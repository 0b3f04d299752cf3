"""Several articles in one file: each is read, a broken line is reported and the next one read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import shape

from factcheck.drafts.articles import iter_articles
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.reading import read_file, read_text


def article(**fields: object) -> Draft:
    (draft,) = read_text(json.dumps(fields), "a.jsonl")
    return draft


def test_an_article_is_plain_text_with_an_id_and_a_date() -> None:
    draft = article(id="b7", text="Bridge opens\n\nIt cost £5.", date="2024-05-02", title="Bridge opens")
    assert (draft.id, draft.path, draft.source) == ("b7", "a.jsonl", "Bridge opens\n\nIt cost £5.")
    assert draft.date is not None
    assert (draft.date.day, draft.date.origin, draft.date.start) == (date(2024, 5, 2), "article", None)
    assert shape(draft) == [("headline", "Bridge opens"), ("body", "It cost £5.")]


@pytest.mark.parametrize(
    ("text", "title", "blocks"),
    [
        ("It opened. Now.\n\nYes.", "It opened. Now.", [("headline", "It opened. Now."), ("body", "Yes.")]),
        ("\nUp 5%\nYes.", " Up 5% ", [("headline", "Up 5%"), ("body", "Yes.")]),
        ("Up 5% Yes.", "Up 5%", [("headline", "Up 5%"), ("body", "Yes.")]),
        ("Upwards it went.\n\nYes.", "Up", [("body", "Upwards it went."), ("body", "Yes.")]),
        ("It rose.\n\nYes.", "Something else of 7", [("body", "It rose."), ("body", "Yes.")]),
        ("Up 5%\n\nYes.", None, [("headline", "Up 5%"), ("body", "Yes.")]),
    ],
)
def test_a_title_that_begins_the_text_is_read_once(text: str, title: str | None, blocks: list[tuple[str, str]]) -> None:
    draft = article(text=text, title=title)
    assert draft.text == text
    assert shape(draft) == blocks


@pytest.mark.parametrize("value", ["2024-05-02", "2024-05-02T10:00:00Z", "2024-05-02 10:00", "2 May 2024"])
def test_dates(value: str) -> None:
    found = article(text="It cost £5.", date=value).date
    assert found is not None
    assert found.day == date(2024, 5, 2)


def test_without_a_date_the_text_may_give_it_but_not_the_file() -> None:
    (dated,) = read_text('{"text": "Bridge\\n\\nPublished: 2 May 2024\\n\\nYes."}', "2020-01-01.jsonl")
    (undated,) = read_text('{"text": "Bridge", "date": null}', "2020-01-01.jsonl")
    assert dated.date is not None
    assert dated.date.day == date(2024, 5, 2)
    assert undated.date is None


LINES = [
    ('{"id": 1, "text": "One."}', None),
    ('{"id": 2, "text": ', "not JSON: Expecting value at column 19"),
    ('{"id": 3}', 'an article without text: its "text" is missing'),
    ('{"text": 5}', 'an article without text: its "text" is 5'),
    ('{"text": " "}', 'an article without text: its "text" is " "'),
    ('["text"]', 'not an article: the line is no JSON object with "text"'),
    ('{"text": "x", "date": "soon"}', '"soon" is not a date; write it as "2025-03-16"'),
    ('{"text": "x", "date": 20240502}', '20240502 is not a date; write it as "2025-03-16"'),
    ('{"text": "x \\ud800"}', "the text holds half a character (a lone surrogate) at 2"),
    ("[" * 100_000, None),
    ('{"text": "Two."}', None),
]


def test_a_broken_line_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(line for line, _ in LINES) + "\n\n")
    found = list(read_file(path))
    assert len(found) == len(LINES)
    for n, (draft, (_, reason)) in enumerate(zip(found, LINES, strict=True), 1):
        if reason is not None:
            assert isinstance(draft, Unreadable)
            assert (draft.path, draft.line, draft.reason) == (str(path), n, reason)
    assert [(d.id, d.text) for d in found if isinstance(d, Draft)] == [("1", "One."), ("11", "Two.")]


def test_a_line_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n{"text": "caf\xe9"}\n{"text": "Two."}')
    one, bad, two = read_file(path)
    assert isinstance(one, Draft)
    assert isinstance(two, Draft)
    assert isinstance(bad, Unreadable)
    assert (bad.line, "0xE9" in bad.reason) == (2, True)


def test_articles_come_one_at_a_time() -> None:
    asked = []

    def lines() -> Iterator[str]:
        for n in range(3):
            asked.append(n)
            yield '{"text": "One."}'

    next(iter_articles(lines(), "a.jsonl"))
    assert asked == [0]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v)), st.text(), st.text())
def test_no_article_raises(value: object, text: str, title: str) -> None:
    records = [{"text": text, "title": title}, {"text": text, "date": value}, {"text": value}, value]
    for draft in iter_articles([json.dumps(record) for record in records], "a.jsonl"):
        assert isinstance(draft, (Draft, Unreadable))
