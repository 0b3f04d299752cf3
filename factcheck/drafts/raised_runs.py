"""Raised and lowered runs of a word processor, read as HTML's `<sup>` and `<sub>` are."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from factcheck.drafts.raised import REACH, raised

_AHEAD = 2  # pieces behind a raised one that may be part of it: "/" and a lowered number
_LONGEST = 40  # characters of what can be a mark, an exponent or a part of a fraction


class Piece(NamedTuple):
    """Text of one run; `raised` is "sup", "sub" or empty."""

    text: str
    raised: str = ""


def joined(pieces: list[Piece]) -> str:
    """The text of a paragraph, without the marks of footnotes, and with exponents and fractions as such."""
    if not any(piece.raised for piece in pieces):
        return "".join(piece.text for piece in pieces)
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].raised == piece.raised and (piece.raised or len(merged[-1].text) < 4 * REACH):
            merged[-1] = Piece(merged[-1].text + piece.text, piece.raised)
        else:
            merged.append(piece)
    parts: list[str] = []
    n = 0
    while n < len(merged):
        piece = merged[n]
        if not piece.raised or len(piece.text) > _LONGEST:
            parts.append(piece.text)
            n += 1
            continue
        shown = [_html(other) for other in merged[n : n + _AHEAD + 1]]
        first = len(shown[0])
        begun = piece.raised.encode()
        before = "".join(parts[-4:])[-REACH:]
        found = raised(b"".join(shown), 0, len(begun) + 2, before, False)
        if found is None:
            parts.append(piece.text)
        else:
            parts.append(found.characters)
            n += _AHEAD if found.end > first else 0
        n += 1
    return "".join(parts)


def _html(piece: Piece) -> bytes:
    text = escape(piece.text[: 2 * _LONGEST], quote=False)
    return (f"<{piece.raised}>{text}</{piece.raised}>" if piece.raised else text).encode()
