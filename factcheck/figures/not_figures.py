"""Patterns of what holds digits and is no figure in any language; the scan swallows it whole."""

from __future__ import annotations

#: What holds digits and is no figure in any language: times, versions, fractions and dates with slashes, telephone
#: numbers, paragraphs of laws, addresses, handles, decades, and words with digits in them.
NOT_FIGURES = (
    r"\d{1,2}:\d\d(?::\d\d)?",
    r"\d+(?:\.\d+){2,}",
    r"\d+(?:/\d+)+",
    r"(?:1[-. ])?\d{3}[-.]\d{3}[-.]\d{4}",
    r"1-8\d\d-\w[\w-]*",
    r"\d{3}-\d\d(?:\d[1-9]|[1-9]0)",  # "555-0143", but "200-1000" is a range
    r"0\d{1,4}(?:[ \x{a0}/-]\d{2,8}){1,4}",
    r"\d+(?:-\d+){2,}",  # sets, records of games, book numbers
    r"§{1,2}[ \x{a0}]?\d[\w.]*(?:\(\w+\))*",
    r"\d+(?:\.\d+)?[°º] ?(?:\d+['’′] ?(?:\d+(?:\.\d+)?[\"”″] ?)?)?[NSEW]\b",
    r"\d+\.\d\d+ ?[NSEW]\b",
    r"\b[A-Z]{2} \d{5}(?:-\d{4})?",  # "NY 10001"
    r"\(\d{3}\)[ \x{a0}]?\d{3}-\d{4}",
    r"\+\d{1,3}(?:[ \x{a0}-]\(?\d{2,5}\)?){2,4}",
    r"\d+\([a-z]\)\w*(?:\(\w+\))*",
    r"(?:https?://|www\.)[^\s]+",
    r"[@#]\w+",
    r"\d+['’]?s\b",
    r"\pL+[-–]?\d[\w.-]*\w",
    r"\pL+[-–]?\d",
    r"\d+[A-Za-z]\w*",
)
