"""What generators of sites put into Markdown: shortcodes of Hugo, tags of Liquid (Jekyll), and MDX's JavaScript.

They are masked before Markdown is read, character for character, so that no offset moves: on lines of their own by
white space, within a line by signs that `factcheck.drafts.inline` leaves out. One pass; in code nothing is masked.
"""

from __future__ import annotations

import re2

FIRST, LAST = 1, 2  # the bytes of a mask: FIRST for each character but the last one

_NEAR = 200  # bytes on both sides in which a line's ends are looked for
_LONGEST = 3000  # bytes of a shortcode
_TOKEN = re2.compile(rb"\\.|`+|~~~+|\{\{[<%]?|\{%|[{}]")
_ENDS = {b"{{<": b">}}", b"{{%": b"%}}", b"{{": b"}}", b"{%": b"%}"}
_PARTED = re2.compile(rb"\n[ \t]*\r?\n")
_NAME = re2.compile(rb"[\s-]*([a-z]+)")
#: Shortcodes whose content is no text.
_WHOLE = frozenset((b"highlight", b"comment", b"mermaid", b"katex", b"math", b"code", b"raw", b"chart"))
_MODULE = re2.compile(rb"(?m)(?:^[ \t]*\r?\n|\A\s*)((?:import|export)\s[^\n]*(?:\n[ \t]*[^\s][^\n]*)*)")
_TAG = re2.compile(rb"""</?(?:[A-Z][A-Za-z0-9_.]*(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?>""")
_ASCII = bytes(FIRST if n < 0x80 else n for n in range(256))
_BLANK = bytes(0x20 if 0x20 < n < 0x7F else n for n in range(256))


def masked(data: bytes, *, mdx: bool = False) -> bytes:
    """Markdown in which shortcodes, and in MDX modules, expressions and components, are masked."""
    spans = _spans(data, mdx)
    if not spans:
        return _without_tags(data) if mdx else data
    data = _mask(data, spans)
    return _without_tags(data) if mdx else data


def _without_tags(data: bytes) -> bytes:
    spans = [match.span() for match in _TAG.finditer(data)]
    return _mask(data, spans) if spans else data


def _mask(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    """Mask spans that are in order and apart."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(data[at:start])
        piece = data[start:end]
        before, after = data[max(0, start - _NEAR) : start], data[end : end + _NEAR]
        alone = not before[before.rfind(b"\n") + 1 :].strip() and not after.partition(b"\n")[0].strip()
        if alone and piece.isascii():
            parts.append(piece.translate(_BLANK))
        else:
            parts += (piece[:-1].translate(_ASCII), bytes((LAST,)))
        at = end
    return b"".join((*parts, data[at:]))


def _spans(data: bytes, mdx: bool) -> list[tuple[int, int]]:
    found = [match.span(1) for match in _MODULE.finditer(data)] if mdx else []
    absent: set[bytes] = set()
    braces: list[int] = []
    at = 0
    while (token := _TOKEN.search(data, at)) is not None:
        start, at = token.span()
        sign = token.group()
        if sign[:1] in b"`~":
            close = -1 if sign in absent else _run(data, sign, at)
            if close < 0:
                absent.add(sign)
            else:
                at = close
        elif mdx and sign[:1] in b"{}":
            at = start + 1
            if sign[:1] == b"{":
                braces.append(start)
            elif braces:
                found.append((braces.pop(), at))
        elif sign in _ENDS:
            end = _shortcode(data, sign, at, absent)
            if end is not None:
                found.append((start, end))
                at = end
    found.sort(key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _run(data: bytes, sign: bytes, at: int) -> int:
    """Where the next run of exactly this sign ends, -1 without one."""
    char = sign[:1]
    while (found := data.find(sign, at)) >= 0:
        end = found + len(sign)
        while data[end : end + 1] == char:
            end += 1
        if end - found == len(sign):
            return end
        at = end
    return -1


def _shortcode(data: bytes, opening: bytes, at: int, absent: set[bytes]) -> int | None:
    """Where a shortcode ends that has opened, with its content where that is no text."""
    closing = _ENDS[opening]
    close = data.find(closing, at, at + _LONGEST)
    if close < 0 or _PARTED.search(data, at, close):
        return None
    end = close + len(closing)
    name = _NAME.match(data, at)
    if name is None or name.group(1) not in _WHOLE or opening == b"{{":
        return end
    last = b"end" + name.group(1) if opening == b"{%" else b"/" + name.group(1)
    for spaced in (opening + b" " + last, opening + last, opening + b"- " + last):
        if spaced in absent:
            continue
        begin = data.find(spaced, end)
        if begin < 0:
            absent.add(spaced)
            continue
        close = data.find(closing, begin, begin + _LONGEST)
        return end if close < 0 else close + len(closing)
    return end
