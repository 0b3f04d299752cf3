"""The day of an HTML page that its metadata names; what is printed in the text comes after it, see `dating`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import re2

from factcheck.drafts.page import Page, Stamp

#: `property`, `name` or `itemprop` of a `<meta>`, in the order in which they are believed.
METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "datepublished",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "publicationdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "article:modified_time",
    "og:updated_time",
    "datemodified",
)
HEAD = 1000  # characters of the text among which the time of publication stands
_LINE = 160  # characters of the longest block that is a byline with a time rather than prose
_LATER = ("updated", "modified")
_FIRST = ("published", "pubdate", "entry-date", "dateline")
_KEYS = ("datePublished", "dateModified")
_ARTICLE = re2.compile(r"(?:^|[/:])\w*(?:Article|Posting|Report)$")
_PAGE = re2.compile(r"(?:^|[/:])\w*(?:WebPage|CreativeWork|Review)$")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_COMPACT = re2.compile(r"^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[^\d]|$)")
_OPENING = re2.compile(rb"(?:\s|//|/\*|\*/|<!--|<!\[CDATA\[)*")
_CLOSING = re2.compile(rb"(?:\s|//|/\*|\*/|-->|\]\]>|;)*$")
_LAST_COMMA = re2.compile(rb",(\s*[}\]])")  # browsers' scripts may have one, JSON not
_PIECES = 10_000  # objects of linked data that are looked at


class Found(NamedTuple):
    """A day, what says so, and the bytes of the page where it stands, if they are known."""

    day: date
    origin: str
    start: int | None
    end: int | None


def date_in_metadata(data: bytes, page: Page, starts: dict[int, tuple[int, int]]) -> Found | None:
    """The day that a page's metadata names: linked data, then `<meta>`, then a `<time>` in the head of the article.

    `starts` gives for each block that is read, by number, where it begins in the text and how long it is.
    """
    return _linked(data, page) or _meta(page) or _stamped(page.stamps, starts)


def named_day(value: str) -> date | None:
    """The day of a machine's date, as printed there whatever the time zone: 2025-03-16T23:30:00-05:00, 20250316."""
    compact = _COMPACT.match(value) if len(value) < 100 else None
    if compact is None:
        from factcheck.drafts.days import day_of

        return day_of(value)
    try:
        return date(*(int(part) for part in compact.groups()))
    except ValueError:
        return None


def _linked(data: bytes, page: Page) -> Found | None:
    """The date of publication in JSON-LD, of an article before a page before anything else; else of the last change."""
    objects = [(entry, *span) for span in page.linked_data for entry in _objects(data[slice(*span)])]
    ranked = sorted((one for one in objects if _rank(one[0]) is not None), key=lambda one: _rank(one[0]) or 0)
    for key in _KEYS:
        for entry, start, end in ranked:
            value = entry.get(key)
            if isinstance(value, list) and value:
                value = value[0]
            if isinstance(value, str) and (day := named_day(value)) is not None:
                return Found(day, f"JSON-LD {key}", *_place(data, start, end, key, value))
    return None


def _objects(script: bytes) -> Iterator[dict[str, object]]:
    """The objects of a script that may speak of the page as a whole."""
    text = _unwrapped(script)
    try:
        try:
            root = json.loads(text, strict=False)
        except ValueError:
            root = json.loads(_LAST_COMMA.sub(rb"\1", text), strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[object] = [root]
    looked = 0
    while waiting and looked < _PIECES:
        entry = waiting.pop()
        looked += 1
        if isinstance(entry, list):
            waiting.extend(reversed(entry))
        elif isinstance(entry, dict):
            yield entry
            waiting.extend(entry[key] for key in _INSIDE if isinstance(entry.get(key), dict | list))


def _unwrapped(script: bytes) -> bytes:
    """The JSON of a script without the comments and marked sections that hide it from old browsers."""
    opening = _OPENING.match(script)
    closing = _CLOSING.search(script)
    return script[opening.end() if opening else 0 : closing.start() if closing else len(script)]


def _rank(entry: dict[str, object]) -> int | None:
    """How near to the article an object is; None: it speaks of something else, such as a comment or a video."""
    said = entry.get("@type")
    types = [kind for kind in (said if isinstance(said, list) else [said]) if isinstance(kind, str)]
    if any(_ARTICLE.search(kind) for kind in types):
        return 0
    if any(_PAGE.search(kind) for kind in types):
        return 1
    return None if types else 2


def _place(data: bytes, start: int, end: int, key: str, value: str) -> tuple[int | None, int | None]:
    pattern = re2.compile(rb'"' + key.encode() + rb'"\s*:\s*"([^"\\]*)"')
    for written in pattern.finditer(data, start, end):
        if written.group(1).decode(errors="replace") == value:
            first, last = written.span(1)
            return int(first), int(last)
    return None, None


def _meta(page: Page) -> Found | None:
    named: dict[str, list[Found]] = {}
    for given in page.metas:
        for key in ("property", "name", "itemprop"):
            name = given[key].value.strip().lower() if key in given else ""
            if name in METAS:
                content = given["content"]
                day = named_day(content.value)
                if day is not None:
                    named.setdefault(name, []).append(Found(day, f"meta {name}", content.start, content.end))
    return next((named[name][0] for name in METAS if name in named), None)


def _stamped(stamps: list[Stamp], starts: dict[int, tuple[int, int]]) -> Found | None:
    """The first `<time>` of the head, not in prose; one that says it is of an update comes last."""
    best: tuple[int, Found] | None = None
    for stamp in stamps:
        place = starts.get(stamp.block)
        day = named_day(stamp.value.value)
        if place is None or day is None or place[0] > HEAD or place[1] > _LINE:
            continue
        rank = 0 if any(word in stamp.names for word in _FIRST) else 2 if _later(stamp) else 1
        if best is None or rank < best[0]:
            best = rank, Found(day, "time datetime", stamp.value.start, stamp.value.end)
    return best[1] if best else None


def _later(stamp: Stamp) -> bool:
    return any(word in stamp.names for word in _LATER)
