"""Files of many articles: one JSON object a line, `{"id", "text", "date", "title"}`; `text` is plain text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.drafts.draft import Draft, DraftDate, Unreadable
from factcheck.drafts.plain import blocks


def iter_articles(lines: Iterable[str | Unreadable], path: str, first: int = 1) -> Iterator[Draft | Unreadable]:
    """The article of each line in order; an Unreadable for a line that is none, and on to the next.

    The path is the file's, `first` the number of the first line; offsets count in the article's text, and an article
    without an id has its line's number.
    """
    for number, line in enumerate(lines, first):
        if isinstance(line, Unreadable):
            yield line
        elif line and not line.isspace():
            try:
                yield _article(line.rstrip("\r\n"), path, number)
            except Unreadable as unreadable:
                yield unreadable


def read(source: str, path: str) -> Iterator[Draft | Unreadable]:
    """The articles of a decoded file."""
    return iter_articles(source.split("\n"), path)


def _article(line: str, path: str, number: int) -> Draft:
    record = _record(line, path, number)
    text = record.get("text")
    if not isinstance(text, str) or not text or text.isspace():
        raise Unreadable(path, 'an article without text: its "text" is ' + _said(record, "text"), number)
    if "\\u" in line:
        _check_surrogates(text, path, number)
    title = record.get("title")
    if not isinstance(title, str) or title.isspace():
        title = None
    name = record.get("id")
    return Draft(
        path,
        text,
        text,
        blocks(text, title.strip() if title else None),
        date=_date(record, path, number),
        id=str(number if name is None else name),
    )


def _record(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as broken:
        raise Unreadable(path, f"not JSON: {broken.msg} at column {broken.colno}", number) from None
    except (ValueError, RecursionError) as broken:
        raise Unreadable(path, f"not JSON that can be read: {broken}", number) from None
    if not isinstance(record, dict):
        raise Unreadable(path, 'not an article: the line is no JSON object with "text"', number)
    return record


def _date(record: dict[str, Any], path: str, number: int) -> DraftDate | None:
    """The "date" of an article: an ISO day, with or without a time behind it, or a day as it is printed."""
    value = record.get("date")
    if value is None or value == "":
        return None
    if isinstance(value, str):
        from datetime import date

        try:
            return DraftDate(date.fromisoformat(value[:10]), "article")
        except ValueError:
            from factcheck.drafts.days import day_of

            day = day_of(value)
            if day is not None:
                return DraftDate(day, "article")
    raise Unreadable(path, f'{_said(record, "date")} is not a date; write it as "2025-03-16"', number)


def _check_surrogates(text: str, path: str, number: int) -> None:
    """JSON can spell half a character, which no decoded file can hold and no pattern can read."""
    try:
        text.encode()
    except UnicodeEncodeError as broken:
        raise Unreadable(
            path, f"the text holds half a character (a lone surrogate) at {broken.start}", number
        ) from None


def _said(record: dict[str, Any], key: str) -> str:
    if key not in record:
        return "missing"
    said = json.dumps(record[key], ensure_ascii=False)
    return said if len(said) <= 40 else said[:40] + "…"
