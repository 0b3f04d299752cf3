"""The ways in which a full day (day, month and year) is printed, and which day that is."""

from __future__ import annotations

from datetime import date

import re2

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_SPACE = r"[ \x{a0}]"  # a no-break space too

# One group round the whole day, so that a larger pattern may be built from it. For `(?i)` patterns.
DAY = (
    rf"(\d{{4}}-\d{{2}}-\d{{2}}|\b{_MONTH}{_SPACE}\d{{1,2}}{_ORDINAL},?{_SPACE}\d{{4}}\b"
    rf"|\b\d{{1,2}}{_ORDINAL}{_SPACE}{_MONTH},?{_SPACE}\d{{4}}\b)"
)
CLOCK = (
    r"(?:t?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon|midnight)"
    r"(?: ?(?:utc|gmt|bst|cet|cest|eet|eest|[ecmp][sd]?t|z)\b)?(?: ?[+-]\d{2}:?\d{2})?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"

_WHOLE = re2.compile(rf"(?i)^\s*(?:{WEEKDAY},?\s+)?{DAY}(?:,?\s*(?:at )?{CLOCK})?\s*$")
_NUMBER = re2.compile(r"\d+")
_LETTERS = re2.compile(r"[A-Za-z]{3,}")


def day_of(text: str) -> date | None:
    """The day that `text` is, with or without a time of day; None if it is anything else, or no day of the calendar."""
    found = _WHOLE.match(text) if len(text) < 100 else None
    return printed_day(found.group(1)) if found else None


def printed_day(text: str) -> date | None:
    """The day printed as `DAY` matches it; None for a day that the calendar lacks, such as 31 February."""
    numbers = [int(n) for n in _NUMBER.findall(text)]
    try:
        if len(numbers) == 3:
            return date(*numbers)
        # The first word that names a month: "16th" has two letters only.
        month = 1 + _MONTHS.index(_LETTERS.search(text).group().lower()[:3])
        return date(numbers[1], month, numbers[0])
    except ValueError:
        return None
