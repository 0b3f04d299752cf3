"""What of a draft may reach a terminal: nothing that moves the cursor, hides or reorders text.

A draft is somebody else's text. Without this an escape sequence in it could repaint a finding, and a
bidirectional override could show a figure that is not the one in the file.
"""

from __future__ import annotations

import unicodedata
from typing import TextIO

_SPACES = {"\t": "    ", "\r": "", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "}
_BREAKS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
#: Joins emoji and shapes Persian and Indic script; harmless, and wrong to lose.
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
#: Embeddings, overrides and isolates: they reorder what follows, so they are shown, not dropped.
_REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
#: For an encoding that lacks the character; anything else becomes a question mark.
_PLAIN = {
    "·": "-", "…": "...", "–": "-", "—": "-", "−": "-", "×": "x",
    "÷": "/", "≈": "~", "±": "+/-", "‘": "'", "’": "'",
    "“": '"', "”": '"', "€": "EUR", "£": "GBP", "¥": "JPY", "␛": "^[", "\N{REPLACEMENT CHARACTER}": "?",
}  # fmt: skip


def encoding_of(out: TextIO) -> str:
    """The encoding of a stream; one that has none (a StringIO) takes every character."""
    return getattr(out, "encoding", None) or "utf-8"


class Visible(dict[int, str]):
    """Makes text safe to print in an encoding: `Visible("utf-8")(text)`. Works character by character.

    It is its own translation table, filled with the characters that it meets.
    """

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self.encoding = encoding

    def __call__(self, text: str) -> str:
        return text if text.isascii() and text.isprintable() else text.translate(self)

    def __missing__(self, codepoint: int) -> str:
        shown = _safe(chr(codepoint))
        if not self.encodes(shown):
            shown = _PLAIN.get(shown, "?")
        self[codepoint] = shown
        return shown

    def encodes(self, text: str) -> bool:
        """Whether the encoding has all of these characters."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def _safe(character: str) -> str:
    if character in _SPACES:
        return _SPACES[character]
    if character in _BREAKS:
        return " "
    if character in _JOINERS:
        return character
    if character in _REORDERING:
        return "\N{REPLACEMENT CHARACTER}"
    match unicodedata.category(character):
        case "Cc":
            return _control_picture(ord(character))
        case "Cs":  # half of a surrogate pair: no encoding takes it
            return "\N{REPLACEMENT CHARACTER}"
        case "Cf":  # soft hyphens, zero-width spaces, marks of direction: a reader does not see them either
            return ""
        case "Zs":
            return " " if character != "\N{IDEOGRAPHIC SPACE}" else character
    return character


def _control_picture(codepoint: int) -> str:
    if codepoint < 0x20:
        return chr(0x2400 + codepoint)
    return "\N{SYMBOL FOR DELETE}" if codepoint == 0x7F else "\N{REPLACEMENT CHARACTER}"
