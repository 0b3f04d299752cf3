"""The inline mark-up of one Markdown paragraph: which bytes of it a reader reads.

Written here because the inline grammar of tree-sitter takes `$` for mathematics and needs seconds for a long row of
asterisks. Linear: every pattern ends at the next delimiter, and what has no end is looked for once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

import re2

from factcheck.drafts.emphasis import Run, marks, run_at

# A cut takes `data[start:end]` out of the text and puts the characters in its place, if there are any.
Cut = tuple[int, int, str]


class Inline(NamedTuple):
    """`cuts` in order, not overlapping; the alternative texts of images as byte spans; whether all is emphasised."""

    cuts: list[Cut]
    images: list[tuple[int, int]]
    emphasised: bool


_TAG = (
    rb"</[A-Za-z][A-Za-z0-9-]*\s*>"
    rb"|<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
)
_ADDRESS = rb"<[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>"
_TOKEN = re2.compile(
    rb"(?P<line>(?:[ \t]+|\\)?\r?\n[ \t]*)"
    rb"|(?P<escape>\\[!-/:-@\[-`{-~])"
    rb"|(?P<code>`+)"
    rb"|(?P<run>\*+|_+|~~)"
    rb"|(?P<open>!?\[)|(?P<close>\])"
    rb"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rb"|(?P<address>" + _ADDRESS + rb")|(?P<tag>" + _TAG + rb")"
    rb"|(?P<hidden><!--|<\?|<!\[CDATA\[|<![A-Za-z])"
    rb"|(?P<masked>\x01[\x01\x80-\xff]*\x02)"
    rb"|(?P<url>(?i:https?://|ftp://|www\.)[^\s<>\[\]]+)"
)
# In HTML only lines, entities and tags mean anything.
HTML_TOKEN = re2.compile(
    rb"(?P<line>[ \t]*\r?\n[ \t]*)|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rb"|(?P<tag>" + _TAG + rb")|(?P<hidden><!--|<\?|<!\[CDATA\[|<![A-Za-z])|(?P<masked>\x01[\x01\x80-\xff]*\x02)"
)
_ENDS = {b"<!--": b"-->", b"<?": b"?>", b"<![CDATA[": b"]]>"}
_DESTINATION = re2.compile(
    rb"\(\s*(?:<[^<>\n]*>|[^\s()<][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?"
    rb"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_LABEL = re2.compile(rb"\[([^\[\]]*)\]")
_FOOTNOTE = re2.compile(rb"\[\^[^\s\[\]]+\]")
_TICKS = re2.compile(rb"`+")
_TRAILING = b"?!.,:;*_~'\""
_LABEL_LENGTH = 999  # bytes of the longest label of a reference, after CommonMark


def label(text: bytes) -> str:
    """A reference's label as it is compared: without regard to case and to runs of white space."""
    return " ".join(text.decode(errors="replace").split()).casefold()


def read_inline(data: bytes, start: int, end: int, prefixes: dict[int, int], labels: frozenset[str]) -> Inline:
    """What to leave out of `data[start:end]`.

    `prefixes` are the spans, by start, of what begins a line without being text (`> ` in a quotation); `labels` those
    of the references that the document defines.
    """
    scan = _Scan(data, start, end, prefixes, labels)
    at = start
    while at < end:
        token = _TOKEN.search(data, at, end)
        if token is None:
            break
        at = _HANDLERS[token.lastgroup](scan, token.start(), token.end())
    pairs = marks(scan.runs)
    for opener, closer in pairs:
        scan.cuts += ((opener, opener + 1, ""), (closer, closer + 1, ""))
    text_start, text_end = _extent(data, start, end, scan.images)
    emphasised = any(opener == text_start and closer == text_end - 1 for opener, closer in pairs)
    return Inline(in_order(scan.cuts), [(a, b) for a, b, _ in scan.images], emphasised)


def in_order(cuts: list[Cut]) -> list[Cut]:
    """Cuts by position without those inside others: a cut that replaces goes with the larger that leaves out."""
    cuts.sort(key=lambda cut: (cut[0], -cut[1]))
    kept: list[Cut] = []
    for cut in cuts:
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept


def line_cuts(data: bytes, start: int, end: int, prefixes: dict[int, int], cuts: list[Cut]) -> int:
    """Cut a line break down to its line feed; where the next line's text begins."""
    feed = data.index(b"\n", start)
    after = end
    prefix_end = prefixes.get(feed + 1)
    if prefix_end is not None:
        after = prefix_end
        while data[after : after + 1] in (b" ", b"\t"):
            after += 1
    if feed > start:
        cuts.append((start, feed, ""))
    if after > feed + 1:
        cuts.append((feed + 1, after, ""))
    return after


def entity_cut(data: bytes, start: int, end: int, cuts: list[Cut]) -> None:
    """Replace an entity by its characters; an unknown one is text."""
    from factcheck.drafts.entities import reference

    meant = reference(data[start + 1 : end].decode())
    if meant is not None and meant[1] == end - start - 1:
        cuts.append((start, end, meant[0]))


class Hidden:
    """Ends of comments and the like in `data[:end]`, remembering what has none so that it is not looked for again."""

    def __init__(self, data: bytes, end: int) -> None:
        self._data, self._end = data, end
        self._absent: set[bytes] = set()

    def end(self, opening: bytes, at: int) -> int | None:
        closing = _ENDS.get(opening, b">")
        if closing in self._absent:
            return None
        found = self._data.find(closing, at, self._end)
        if found < 0:
            self._absent.add(closing)
            return None
        return found + len(closing)


class _Scan:
    """The state of one reading. A method for each kind of token takes its span and says where to go on."""

    def __init__(self, data: bytes, start: int, end: int, prefixes: dict[int, int], labels: frozenset[str]) -> None:
        self.data, self.low, self.high = data, start, end
        self.prefixes, self.labels = prefixes, labels
        self.cuts: list[Cut] = []
        self.runs: list[Run] = []
        self.images: list[tuple[int, int, int]] = []  # alternative text from, to; end of the whole image
        self._brackets: list[tuple[int, bool]] = []  # offset of the `[`, whether an image's
        self._inactive = 0  # so many of them cannot begin a link: a link holds no link
        self._ticks: dict[int, list[int]] | None = None
        self._hidden = Hidden(data, end)

    def line(self, start: int, end: int) -> int:
        return line_cuts(self.data, start, end, self.prefixes, self.cuts)

    def escape(self, start: int, end: int) -> int:
        self.cuts.append((start, start + 1, ""))
        return end

    def code(self, start: int, end: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self.data, start, self.high):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        closers = self._ticks.get(end - start, [])
        n = bisect_right(closers, start)
        if n == len(closers):
            return end
        close = closers[n] + end - start
        self.cuts.append((start, close, ""))
        return close

    def run(self, start: int, end: int) -> int:
        self.runs.append(run_at(self.data, start, end, self.low, self.high))
        return end

    def entity(self, start: int, end: int) -> int:
        entity_cut(self.data, start, end, self.cuts)
        return end

    def address(self, start: int, end: int) -> int:
        self.cuts.append((start, end, ""))
        return end

    def tag(self, start: int, end: int) -> int:
        head = self.data[start : start + 4].lower()
        if head in (b"<sup", b"<sub"):
            from factcheck.drafts.raised import REACH, raised

            before = self.data[max(self.low, start - 4 * REACH) : start].decode(errors="replace")
            found = raised(self.data, start, end, before, False)
            if found is not None and found.end <= self.high:
                self.cuts.append((start, found.end, found.characters))
                return found.end
        is_break = head[:3] == b"<br"
        self.cuts.append((start, end, "\n" if is_break else ""))
        return end

    def hidden(self, start: int, end: int) -> int:
        close = self._hidden.end(self.data[start:end], end)
        if close is None:
            return end
        self.cuts.append((start, close, ""))
        return close

    def url(self, start: int, end: int) -> int:
        if start > self.low and chr(self.data[start - 1]).isalnum():
            return start + 3  # inside a word
        address = self.data[start:end].rstrip(_TRAILING)
        surplus = address.count(b")") - address.count(b"(")
        while surplus > 0 and address.endswith(b")"):
            address, surplus = address[:-1], surplus - 1
            address = address.rstrip(_TRAILING)
        close = start + max(3, len(address))
        self.cuts.append((start, close, ""))
        return close

    def open(self, start: int, end: int) -> int:
        self._brackets.append((end - 1, end - start == 2))
        return end

    def close(self, start: int, end: int) -> int:
        if not self._brackets:
            return end
        begin, is_image = self._brackets.pop()
        active = is_image or len(self._brackets) >= self._inactive
        self._inactive = min(self._inactive, len(self._brackets))
        if not is_image and self.data[begin + 1] == 0x5E and _FOOTNOTE.match(self.data, begin, end):
            self.cuts.append((begin, end, ""))
            return end
        after = self._target(begin, start, end) if active else None
        if after is None:
            return end
        if is_image:
            while self.images and self.images[-1][0] > begin:
                self.images.pop()  # an image inside the alternative text of another is part of it
            self.images.append((begin + 1, start, after))
            begin -= 1
        else:
            self._inactive = len(self._brackets)
        self.cuts += ((begin, begin + (2 if is_image else 1), ""), (start, after, ""))
        return after

    def _target(self, begin: int, start: int, end: int) -> int | None:
        """Where the target of a link ends whose text stands in the brackets at `begin` and `start`; None: no link."""
        follows = self.data[end : end + 1] if end < self.high else b""
        if follows == b"(":
            target = _DESTINATION.match(self.data, end, self.high)
            if target is not None:
                return int(target.end())
        if not self.labels:
            return None
        if follows == b"[":
            reference = _LABEL.match(self.data, end, self.high)
            if reference is not None and reference.end() - end < _LABEL_LENGTH:
                named = reference.group(1).strip()
                if named and label(named) in self.labels:
                    return int(reference.end())
                if not named and self._defined(begin, start):
                    return int(reference.end())
        return end if self._defined(begin, start) else None

    def _defined(self, begin: int, start: int) -> bool:
        return start - begin < _LABEL_LENGTH and label(self.data[begin + 1 : start]) in self.labels


_HANDLERS: dict[bytes, Callable[[_Scan, int, int], int]] = {
    b"line": _Scan.line,
    b"escape": _Scan.escape,
    b"code": _Scan.code,
    b"run": _Scan.run,
    b"open": _Scan.open,
    b"close": _Scan.close,
    b"entity": _Scan.entity,
    b"address": _Scan.address,
    b"tag": _Scan.tag,
    b"hidden": _Scan.hidden,
    b"masked": _Scan.address,  # a shortcode
    b"url": _Scan.url,
}


def _extent(data: bytes, start: int, end: int, images: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The span of the text behind an image, without the white space round it."""
    if images:
        start = max(start, images[-1][2])
    piece = data[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
