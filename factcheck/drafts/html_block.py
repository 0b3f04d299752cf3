"""A block of HTML inside of Markdown: its text is read, its tags, comments, scripts and code are not."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from factcheck.drafts.draft import Role
from factcheck.drafts.elements import INLINE, ROLES, SILENT
from factcheck.drafts.inline import HTML_TOKEN, Cut, Hidden, entity_cut, line_cuts

_NAME = re2.compile(rb"^</?([A-Za-z][A-Za-z0-9]*)")
# A document's headline is Markdown's own.
_BLOCK_ROLES = {name: role for name, role in ROLES.items() if role != "headline"}


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
        elif kind == b"masked":  # a shortcode
            cuts.append((begin, at, ""))
        elif kind == b"hidden":
            close = hidden.end(token.group(), at)
            if close is not None:
                cuts.append((begin, close, ""))
                at = close
        else:
            name = _NAME.match(token.group()).group(1).lower()
            if name in SILENT and token.group()[1:2] != b"/":
                close = data.find(b"</" + name + b">", at, end)
                at = end if close < 0 else close
                cuts.append((begin, at, ""))
            elif name == b"br":
                cuts.append((begin, at, "\n"))
            elif name in INLINE:
                cuts.append((begin, at, ""))
            else:
                yield (piece, begin), cuts, now
                piece, cuts = at, []
                closing = token.group()[1:2] == b"/"
                now = outer if closing else _BLOCK_ROLES.get(name, now)
    yield (piece, end), cuts, now
