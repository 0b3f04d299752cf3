"""The day of a draft whose front matter names none: its byline or dateline, then its file's name.

A date in running prose never counts, nor does the time at which a file was last changed.
"""

from __future__ import annotations

import os.path
from datetime import date

import re2

from factcheck.drafts.days import CLOCK, DAY, WEEKDAY, printed_day
from factcheck.drafts.draft import Draft, DraftDate

HEAD = 600  # characters of the text in which a byline stands
_LINE = 300  # characters of the longest byline

_SEPARATOR = r"[\s,:|·•/()–—-]+"
# What may stand beside the date of a byline, apart from names.
_BESIDE = rf"(?:{_SEPARATOR}|\bon\b|\bat\b|{CLOCK}|{WEEKDAY}|\d+[ -]min(?:ute)?s?(?: read)?\b)"
_AFTER = rf"(?:{_BESIDE}|(?:last )?(?:updated|modified|published|posted)\b|{DAY})*$"
_STAMP = r"(?:(?:first |last )?(?:published|posted|updated|modified|created)|(?:publication |release )?date)\b"

# A line that is only a date, or a date behind a word that says what it is.
_STAMPED = re2.compile(rf"(?i)^(?:{_STAMP})?{_BESIDE}*{DAY}{_AFTER}")
# "by" needs a name behind it ("By March 16, 2025, the firm …" is prose), and nothing but times after the date.
_BYLINE = re2.compile(
    rf"(?i)^(?:{_STAMP} |written )?by:?\s+(?-i:\p{{Lu}})[^.!?;\d]*?(?:\p{{Lu}}\.[^.!?;\d]*?)*{DAY}{_AFTER}"
)
_NAMELESS = re2.compile(rf"(?i)^(?:{_STAMP} |written )?by:?\s+(?:the |an? )?(?:{WEEKDAY},?\s+)?{DAY}")
# LONDON, March 16, 2025 (Reuters) —
_DATELINE = re2.compile(
    rf"^(\p{{Lu}}[\p{{Lu}} .'’-]+(?:, \p{{Lu}}[\p{{L}}. ]+)?)[,:] (?i:{DAY})\s?(?:[(/][^()/]+[)/]\s?)?(?:--?|–|—)"
)
_PLACE = 60  # characters of the longest place in a dateline
_NUMERIC = re2.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b")
_FIRST_PART = 4000  # characters of the source: the head of a page, or the first paragraphs
_NAME = re2.compile(r"^(\d{4}-\d{2}-\d{2})(?:[^\d]|$)")


def date_in_text(draft: Draft) -> DraftDate | None:
    """The day that a byline or dateline among the first characters of the text prints, with its span in the source."""
    text = draft.text
    start = 0
    while start < min(HEAD, len(text)):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = _printed(text[start : min(end, start + _LINE)], whole=end - start <= _LINE)
        if found is not None:
            day, origin, first, last = found
            return DraftDate(day, origin, *draft.to_source(start + first, start + last))
        start = end + 1
    return None


def date_in_name(path: str) -> DraftDate | None:
    """The day that a file's name begins with, as in `2025-03-16-budget.md`."""
    found = _NAME.match(os.path.basename(path))
    day = printed_day(found.group(1)) if found else None
    return DraftDate(day, "file name") if day else None


def date_unclear(draft: Draft) -> bool:
    """Whether a draft without a day begins with one in numbers, which nobody here can tell to be of today or not.

    Which number is the month differs by country, also in the metadata of pages ("04/03/2025").
    """
    return _NUMERIC.search(draft.source[:_FIRST_PART]) is not None


def _printed(line: str, whole: bool) -> tuple[date, str, int, int] | None:
    """Day, origin and span of the date of a line; only a dateline may go on (`whole` says that the line does not)."""
    if "19" not in line and "20" not in line:
        return None  # most lines: no year, no date
    body = line.strip()
    indent = line.find(body)
    found, origin, group = None, "byline", 1
    if whole:
        found = _STAMPED.match(body)
        if found is None and not _NAMELESS.match(body):
            found = _BYLINE.match(body)
    if found is None:
        found, origin, group = _DATELINE.match(body), "dateline", 2
        if found is None or found.end(1) > _PLACE:
            return None
    day = printed_day(found.group(group))
    return (day, origin, indent + found.start(group), indent + found.end(group)) if day else None
