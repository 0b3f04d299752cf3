"""The inline mark-up of AsciiDoc: which bytes of a block a reader reads."""

from __future__ import annotations

import re2

from factcheck.drafts.inline import Cut, entity_cut
from factcheck.drafts.marked_lines import Pairs
from factcheck.drafts.raised import REACH, raises

_TOKEN = re2.compile(
    rb"(?P<escape>\\[*_`#^~{\[<:+])|(?P<code>``?)|(?P<mark>\*\*?|__?|##?)|(?P<pass>\+\+\+|\+\+)"
    rb"|(?P<raised>\^[^\s^]{1,12}\^)|(?P<lowered>~[^\s~]{1,12}~)|(?P<name>\{[A-Za-z0-9_][A-Za-z0-9_-]*\})"
    rb"|(?P<note>footnote(?:ref)?:[A-Za-z0-9_-]*\[)|(?P<hard>[ \t]\+[ \t]*\r?\n)"
    rb"|(?P<link>(?:(?:https?|ftp)://[^\s<>\[\]]*|(?:link|mailto|xref):[^\s\[\]]+)\[)"
    rb"|(?P<url>(?:https?|ftp)://[^\s<>\[\]]+)"
    rb"|(?P<macro>(?:image|icon|pass|stem|latexmath|asciimath|kbd|btn|menu|indexterm2?|anchor):[^\s\[\]]*\[)"
    rb"|(?P<reference><<[^<>,\n]*,?)|(?P<end>>>)|(?P<anchor>\[\[[^\[\]\n]*\]\])|(?P<role>\[[.%#][^\[\]\n]*\])"
    rb"|(?P<term>\(\(\([^()\n]*\)\)\))"
    rb"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rb"|(?P<comment>(?:^|[ \t])//[ \t]*factcheck:[^\r\n]*)"
)
_SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_MARK = re2.compile(r"^[0-9]{1,3}$")
_FIRST = re2.compile(rb'^"([^"]*)"|^([^,="]*),[^=]*=')
SIGNS = {
    b"nbsp": "\u00a0", b"plus": "+", b"amp": "&", b"lt": "<", b"gt": ">", b"apos": "'", b"quot": '"', b"deg": "°",
    b"lsquo": "‘", b"rsquo": "’", b"ldquo": "“", b"rdquo": "”", b"vbar": "|", b"asterisk": "*", b"tilde": "~",
    b"caret": "^", b"backtick": "`", b"backslash": "\\", b"startsb": "[", b"endsb": "]", b"sp": " ", b"empty": "",
    b"zwsp": "", b"wj": "", b"two-colons": "::",
}  # fmt: skip


class Inline:
    """Says what to leave out of `data[start:end]`; `names` are the attributes that the document has set so far."""

    def __init__(self) -> None:
        self.names: dict[bytes, str] = dict(SIGNS)

    def __call__(self, data: bytes, start: int, end: int, notes: list[tuple[int, int]]) -> list[Cut]:
        cuts: list[Cut] = []
        pairs = Pairs(data, start, end)
        absent: set[bytes] = set()

        def find(closing: bytes, at: int) -> int:
            found = -1 if closing in absent else data.find(closing, at, end)
            if found < 0:
                absent.add(closing)
            return found

        at = start
        while (token := _TOKEN.search(data, at, end)) is not None:
            begin, at = token.span()
            kind, said = token.lastgroup, token.group()
            if kind == b"escape":
                cuts.append((begin, begin + 1, ""))
            elif kind == b"mark":
                pairs.take(begin, at, cuts, free=at - begin == 2)
            elif kind in (b"code", b"pass"):
                close = find(said, at)
                if close >= 0:
                    at = close + len(said)
                    cuts.append((begin, at, ""))
            elif kind in (b"note", b"link", b"macro"):
                close = find(b"]", at)
                if close < 0:
                    continue
                if kind == b"note" and close > at:
                    notes.append((at, close))
                if kind == b"link" and close > at:
                    shown = _FIRST.match(data[at:close])
                    last = close if shown is None else at + shown.end(1 if shown.group(1) is not None else 2)
                    first = at + (shown.start(1) if shown is not None and shown.group(1) is not None else 0)
                    cuts += ((begin, first, ""), (last, close + 1, ""))
                    at = first
                    continue
                at = close + 1
                cuts.append((begin, at, ""))
            elif kind == b"raised":
                cuts.append((begin, at, _raised(data[max(start, begin - 4 * REACH) : begin], said[1:-1])))
            elif kind == b"lowered":
                cuts += ((begin, begin + 1, ""), (at - 1, at, ""))
            elif kind == b"name":
                meant = self.names.get(said[1:-1].lower())
                if meant is not None:
                    cuts.append((begin, at, meant))
            elif kind == b"reference":
                if find(b">>", at) >= 0:
                    cuts.append((begin, at, ""))
            elif kind == b"entity":
                entity_cut(data, begin, at, cuts)
            elif kind == b"hard":
                cuts.append((begin, data.index(b"\n", begin), ""))
                at -= 1
            elif kind == b"url":
                at = begin + len(said.rstrip(b"?!.,:;*_~'\")"))
                cuts.append((begin, at, ""))
            else:
                cuts.append((begin, at, ""))
        return cuts


def _raised(before: bytes, said: bytes) -> str:
    """A raised number is a power, or the mark of a footnote; other letters are text."""
    text = said.decode()
    if not _MARK.match(text):
        return text
    return text.translate(_SUPERSCRIPT) if raises(before.decode(errors="replace"), text, False) else ""
