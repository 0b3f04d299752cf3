"""A block of HTML inside of Markdown: its text is read, its tags, comments, scripts and code are not."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from factcheck.drafts.draft import Role
from factcheck.drafts.inline import HTML_TOKEN, Cut, Hidden, entity_cut, line_cuts

_NAME = re2.compile(rb"^</?([A-Za-z][A-Za-z0-9]*)")
# Tags that stand inside of a sentence; any other tag ends one piece of text and begins the next.
_WITHIN = frozenset(
    b"a abbr b bdi bdo big cite data del dfn em font i ins mark q s small span strike strong sub sup time u wbr".split()
)
_SILENT = frozenset(b"script style pre code textarea svg math template".split())
_ROLES: dict[bytes, Role] = {
    b"blockquote": "quote",
    b"caption": "caption",
    b"figcaption": "caption",
    b"li": "list",
    b"td": "cell",
    b"th": "cell",
}


def html_pieces(data: bytes, start: int, end: int, role: Role) -> Iterator[tuple[tuple[int, int], list[Cut], Role]]:
    """Pieces of `data[start:end]` as (byte span, what to leave out of it, role)."""
    outer: Role = "body" if role == "headline" else role
    hidden = Hidden(data, end)
    cuts: list[Cut] = []
    now = outer
    piece, at = start, start
    while at < end:
        token = HTML_TOKEN.search(data, at, end)
        if token is None:
            break
        begin, at = token.span()
        kind = token.lastgroup
        if kind == b"line":
            line_cuts(data, begin, at, {}, cuts)
        elif kind == b"entity":
            entity_cut(data, begin, at, cuts)
        elif kind == b"hidden":
            close = hidden.end(token.group(), at)
            if close is not None:
                cuts.append((begin, close, ""))
                at = close
        else:
            name = _NAME.match(token.group()).group(1).lower()
            if name in _SILENT and token.group()[1:2] != b"/":
                close = data.find(b"</" + name, at, end)
                at = end if close < 0 else close
                cuts.append((begin, at, ""))
            elif name == b"br":
                cuts.append((begin, at, "\n"))
            elif name in _WITHIN:
                cuts.append((begin, at, ""))
            else:
                yield (piece, begin), cuts, now
                piece, cuts = at, []
                closing = token.group()[1:2] == b"/"
                now = outer if closing else _ROLES.get(name, now)
    yield (piece, end), cuts, now
