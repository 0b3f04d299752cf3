"""Jupyter's notebooks (nbformat 4): the Markdown cells, with the offset in the file of every character that is read.

What is read and what is left out is told in docs/formats.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import re2

from factcheck.drafts import markdown
from factcheck.drafts.draft import Draft, OffsetMap, Offsets, Unreadable
from factcheck.drafts.joined import Joined
from factcheck.drafts.mapped import MappedText

_TOKEN = re2.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]')
_ESCAPE = re2.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")

_SHORT = {r"\n": "\n", r"\t": "\t", r"\"": '"', r"\\": "\\"}


class _Cell(NamedTuple):
    """A cell: its kind, and the spans in bytes of the strings that are its source, without quotation marks."""

    kind: str
    number: int
    strings: list[tuple[int, int]]


def read(source: str, path: str) -> Draft:
    """The draft of a notebook. Raises Unreadable for what is none."""
    try:
        notebook = json.loads(source)
    except json.JSONDecodeError as broken:
        raise Unreadable(path, f"not JSON: {broken.msg} at column {broken.colno}", broken.lineno) from None
    except (ValueError, RecursionError) as broken:
        raise Unreadable(path, f"not JSON that can be read: {broken}") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise Unreadable(path, 'no notebook of format 4: it has no "cells"; Jupyter converts older ones')
    data = source.encode()
    places = MappedText(data, 0)
    joined, names, front = Joined(), [], None
    for cell in _cells(data):
        text, runs = _decoded(data, cell.strings, places)
        outer: Offsets = runs
        raw = cell.kind == "raw" and cell.number == 1 and text.startswith("---")
        if not text.strip() or not (cell.kind == "markdown" or raw):
            continue
        try:
            text.encode()
        except UnicodeEncodeError as half:
            reason = f"cell {cell.number} holds half a character (a lone surrogate) at {half.start}"
            raise Unreadable(path, reason) from None
        if cell.number > 1 and text.startswith("---"):  # a line across, not front matter
            text, outer = "\n" + text, _Shifted(runs)
        draft = markdown.read(text, path)
        front = front or draft
        names += [f"cell {cell.number}"] * joined.add(draft, outer)
        if draft.date is not None and draft.date.start is not None and draft.date.end is not None:
            start, end = outer.span(draft.date.start, draft.date.end)
            front = draft.dated(draft.date._replace(start=start, end=end))
    return Draft(
        path, source, joined.text(), tuple(joined.blocks), date=front.date if front else None,
        language=front.language if front else None, offsets=joined, tables=tuple(joined.tables), places=tuple(names),
    )  # fmt: skip


class _Shifted:
    """The map of a text that has one more character before it."""

    def __init__(self, offsets: OffsetMap) -> None:
        self._offsets = offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self._offsets.span(max(0, start - 1), max(0, end - 1))


def _cells(data: bytes) -> Iterator[_Cell]:
    """The cells of valid JSON, in order. Walks its tokens, whose places no parser tells."""
    above: list[str | int] = []  # the key or index at each open bracket
    kind, number = "", 0
    strings: list[tuple[int, int]] = []
    key = True
    for token in _TOKEN.finditer(data):
        sign = data[token.start() : token.start() + 1]
        if sign == b"{":
            above.append("")
            key = True
        elif sign == b"[":
            above.append(0)
            key = False
        elif sign in (b"}", b"]"):
            above.pop()
            if len(above) == 2 and above[0] == "cells" and sign == b"}":
                number += 1
                yield _Cell(kind, number, strings)
                kind, strings = "", []
            key = False
        elif sign == b",":
            last = above[-1]
            key = isinstance(last, str)
            if isinstance(last, int):
                above[-1] = last + 1
        elif sign == b":":
            key = False
        elif key:
            size = token.end() - token.start()
            above[-1] = json.loads(data[token.start() : token.end()]) if size < 40 else ""
        elif above[0] == "cells" and len(above) >= 3 and above[2] in ("source", "cell_type"):
            span = token.start() + 1, token.end() - 1
            if above[2] == "source" and (len(above) == 3 or (len(above) == 4 and isinstance(above[3], int))):
                strings.append(span)
            elif above[2] == "cell_type" and len(above) == 3:
                kind = data[slice(*span)].decode()


def _decoded(data: bytes, strings: list[tuple[int, int]], places: MappedText) -> tuple[str, OffsetMap]:
    """What the strings say, one behind the other, and where each character stands in the source."""
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    wide: dict[int, int] = {}
    length = 0
    for start, end in strings:
        raw, place = data[start:end].decode(), places.offset(start)
        at = 0
        for escape in _ESCAPE.finditer(raw) if "\\" in raw else ():
            begin, stop = escape.span()
            if begin > at:
                runs.append((length, place + at, begin - at))
                parts.append(raw[at:begin])
                length += begin - at
            said = escape.group()
            meant = _SHORT.get(said) or json.loads(f'"{said}"')
            runs.append((length, place + begin, 1))
            wide[length] = place + stop
            parts.append(meant)
            length += 1
            at = stop
        if at < len(raw):
            runs.append((length, place + at, len(raw) - at))
            parts.append(raw[at:])
            length += len(raw) - at
    return "".join(parts), OffsetMap(runs, wide)
