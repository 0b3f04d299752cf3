"""The inline mark-up of reStructuredText: which bytes of a block a reader reads."""

from __future__ import annotations

import re2

from factcheck.drafts.inline import Cut
from factcheck.drafts.marked_lines import Pairs
from factcheck.drafts.raised import REACH, raises

_TOKEN = re2.compile(
    rb"(?P<escape>\\(?:[^\n]|\r?\n))|(?P<code>``)|(?P<role>:[A-Za-z][A-Za-z0-9_.:+-]*:`)|(?P<link>`)"
    rb"|(?P<mark>\*\*?)|(?P<note>\[(?:[0-9]+|#[A-Za-z0-9_.:+-]*|\*|[A-Za-z][A-Za-z0-9_.:+-]*)\]_)"
    rb"|(?P<substitution>\|[^\s|](?:[^|\n]*[^\s|])?\|(?:__?\b)?)|(?P<target>_`)"
    rb"|(?P<url>(?i:https?://|ftp://|www\.)[^\s<>\[\]`]+)"
    rb"|(?P<comment>[ \t]\.\.[ \t]*factcheck:[^\r\n]*)"
    rb"|(?P<reference>[A-Za-z0-9]__?(?:[^A-Za-z0-9_]|$))"
)
_EMBEDDED = re2.compile(rb"(?s)^(.*?)\s*<[^<>]*>$")
_CODE_ROLES = frozenset(
    (b"code", b"math", b"literal", b"raw", b"file", b"command", b"samp", b"kbd", b"program", b"option", b"func",
     b"class",
     b"meth", b"mod", b"attr", b"cite", b"eq", b"footcite", b"envvar", b"py")
)  # fmt: skip
_SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_SIGNS = {b"nbsp": "\u00a0", b"pound": "£", b"euro": "€", b"cent": "¢", b"yen": "¥", b"deg": "°", b"times": "×",
          b"ndash": "–", b"mdash": "—", b"frac12": "½", b"frac14": "¼", b"frac34": "¾"}  # fmt: skip


def cuts_of(data: bytes, start: int, end: int, notes: list[tuple[int, int]]) -> list[Cut]:
    """What to leave out of `data[start:end]`. Linear: what has no end is looked for once."""
    cuts: list[Cut] = []
    pairs = Pairs(data, start, end)
    absent: set[bytes] = set()
    at = start
    while (token := _TOKEN.search(data, at, end)) is not None:
        begin, at = token.span()
        kind = token.lastgroup
        if kind == b"escape":
            cuts.append((begin, begin + 1 if data[begin + 1] > 0x20 else at, ""))
        elif kind == b"mark":
            pairs.take(begin, at, cuts)
        elif kind == b"reference":
            under = data.index(b"_", begin)
            at = under + 1 + (data[under + 1 : under + 2] == b"_")
            if at == end or not data[at : at + 1].isalnum():
                cuts.append((under, at, ""))
        elif kind == b"substitution":
            cuts.append((begin, at, _SIGNS.get(data[begin + 1 : at].rstrip(b"_")[:-1], "")))
        elif kind == b"url":
            at = begin + len(data[begin:at].rstrip(b"?!.,:;*_~'\")"))
            cuts.append((begin, at, ""))
        elif kind in (b"code", b"role", b"link", b"target"):
            closing = b"``" if kind == b"code" else b"`"
            close = -1 if closing in absent else data.find(closing, at, end)
            if close < 0:
                absent.add(closing)
                continue
            stop = close + len(closing)
            if kind == b"code":
                cuts.append((begin, stop, ""))
            else:
                while data[stop : stop + 1] == b"_":
                    stop += 1
                _interpreted(data, begin, at, close, stop, cuts)
            at = stop
        else:
            cuts.append((begin, at, ""))
    return cuts


def _interpreted(data: bytes, begin: int, first: int, last: int, end: int, cuts: list[Cut]) -> None:
    """A link or a role, whose text stands at `first:last`."""
    role = data[begin:first].strip(b":`_").split(b":")[0]
    said = data[first:last]
    if role in _CODE_ROLES:
        cuts.append((begin, end, ""))
        return
    if role in (b"sup", b"superscript") and said.strip().isdigit():
        power = said.strip().decode()
        before = data[max(0, begin - 4 * REACH) : begin].decode(errors="replace").removesuffix("\\ ")
        cuts.append((begin, end, power.translate(_SUPERSCRIPT) if raises(before, power, False) else ""))
        return
    embedded = _EMBEDDED.match(said)
    if embedded is not None:
        last = first + len(embedded.group(1))
    cuts += ((begin, first, ""), (last, end, ""))
