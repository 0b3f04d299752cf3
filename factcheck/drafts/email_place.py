"""Where the header and the text of a message stand in its file, which the standard library does not tell."""

from __future__ import annotations

from email.message import Message

import re2

_BLANK = re2.compile(rb"\r?\n\r?\n")
_DEEPEST = 50


def header_place(data: bytes, name: bytes) -> tuple[int, int] | None:
    """The bytes of the value of a header, with its folded lines, without the white space round it."""
    at, end = 0, _head_end(data, 0, len(data))[0]
    while at < end:
        stop = data.find(b"\n", at, end)
        stop = end if stop < 0 else stop
        if data[at : at + len(name) + 1].lower() == name + b":":
            while data[stop + 1 : stop + 2] in (b" ", b"\t") and stop < end:
                following = data.find(b"\n", stop + 1, end)
                stop = end if following < 0 else following
            value = data[at + len(name) + 1 : stop]
            start = at + len(name) + 1 + len(value) - len(value.lstrip())
            return start, start + len(value.strip())
        at = stop + 1
    return None


def body_place(data: bytes, message: Message, part: Message) -> tuple[int, int] | None:
    """The bytes of a part's content, which stands in the file unencoded; None where the file is not that regular."""
    way = _way(message, part)
    if way is None:
        return None
    start, end, inside = 0, len(data), message
    for n in way:
        begin = _head_end(data, start, end)[1]
        boundary = inside.get_boundary()
        parts = _parts(data, begin, end, boundary.encode("ascii", "surrogateescape")) if boundary else []
        children = inside.get_payload()
        if n >= len(parts) or not isinstance(children, list):
            return None
        child = children[n]
        if not isinstance(child, Message):
            return None
        (start, end), inside = parts[n], child
    return _head_end(data, start, end)[1], end


def _way(message: Message, part: Message) -> list[int] | None:
    """The indexes that lead from a message to one of its parts."""
    stack: list[tuple[Message, list[int]]] = [(message, [])]
    while stack:
        inside, way = stack.pop()
        if inside is part:
            return way
        children = inside.get_payload() if inside.is_multipart() else ()
        if len(way) < _DEEPEST and isinstance(children, list):
            stack += [(child, [*way, n]) for n, child in enumerate(children)]
    return None


def _head_end(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Where the headers of a part end, and where its content begins."""
    if data[start : start + 1] == b"\n":
        return start, start + 1
    if data[start : start + 2] == b"\r\n":
        return start, start + 2
    blank = _BLANK.search(data, start, end)
    return (blank.start(), blank.end()) if blank else (end, end)


def _parts(data: bytes, begin: int, end: int, boundary: bytes) -> list[tuple[int, int]]:
    """The spans between the lines of a boundary, without the line end before each, which belongs to it."""
    sign = b"--" + boundary
    found: list[tuple[int, int]] = []
    at, last = begin, -1
    while True:
        at = data.find(sign, at, end)
        if at < 0:
            if last >= 0:
                found.append((last, end))
            return found
        stop = data.find(b"\n", at, end)
        stop = end if stop < 0 else stop
        rest = data[at + len(sign) : stop].strip()
        if (at == begin or data[at - 1 : at] == b"\n") and rest in (b"", b"--"):
            if last >= 0:
                before = at - 1 - (data[at - 2 : at - 1] == b"\r")
                found.append((last, max(last, before)))
            if rest:
                return found
            last = stop + 1
        at = stop
