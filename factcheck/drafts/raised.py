"""What `<sup>` and `<sub>` mean: a footnote mark, an exponent, a fraction, or a part of the word.

A raised digit is never read as a digit, so that "billion<sup>2</sup>" is no 2 and "10<sup>6</sup>" no 106.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import re2

REACH = 40  # characters before the element that decide

_LONGEST = 300  # bytes from the tag to its end
_NAMED = re2.compile(rb"(?i)<sup[^<>]*\b(?:footnote|reference|noteref|citation|fn|ftn|endnote)")
_LOWERED = re2.compile(rb"(?i)<sub[^<>]*>")
_TAG = re2.compile(rb"<[^<>]*>")
_FRACTION = re2.compile(
    rb"(?i)<sup[^<>]*>\s*([0-9]{1,3})\s*</sup>\s*(?:/|\x{2044}|&frasl;|&\#8260;|&\#x2044;)\s*"
    rb"<sub[^<>]*>\s*([0-9]{1,3})\s*</sub>"
)
_ELEMENT = re2.compile(rb"[A-Z][a-z]?(?:[^A-Za-z]|$)")
_SIGN = r"(?:\d{1,3}|[a-d*†‡§¶]|i{1,3}|iv|v)"
_MARK = re2.compile(rf"^[\s\[({{]*{_SIGN}(?:[\s,;–-]+{_SIGN})*[\s\])}}]*[*†‡]*$|^[*†‡§¶]+$|^[\s,;]+$")
_WORD = re2.compile(r"\p{Ll}{4}$")  # no abbreviation, whose last letters may be raised
_LETTERS = re2.compile(r"^\p{L}{1,3}$")
_PRICE = re2.compile(r"\p{Sc}\s?\d{1,4}(\.?)$")
_CENTS = re2.compile(r"^\d\d$")
_POWER = re2.compile(r"^\s*([-−–+]?\d{1,3})\s*$")
# A unit that is squared or cubed. An "m" may be millions where a currency stands before the number.
_UNIT = re2.compile(
    r"(?:^|[\d\s/·(×\x{a0}\x{202f}-])(?:[kcdmhµμn]?m|ft|feet|foot|in|inch|inches|yd|yards?|mi|miles?|meters?|metres?"
    r"|(?:kilo|centi|milli)met(?:er|re)s?|hm|s|sec)$"
)
_MILLIONS = re2.compile(r"(?:\p{Sc}|\b\p{Lu}{3})\s?[\d.,]+[\s\x{a0}]?m$")
_TEN = re2.compile(r"(?:^|[^\d.,])10$")
_SUPERSCRIPT = str.maketrans("0123456789+-−–()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_VULGAR = {unicodedata.normalize("NFKC", sign).replace("\u2044", "/"): sign for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"}


class Raised(NamedTuple):
    """The bytes from the tag to `end` read as `characters`, which stand for the bytes `start:stop` of them."""

    end: int
    start: int
    stop: int
    characters: str


def raised(data: bytes, begin: int, after_tag: int, before: str, in_note_link: bool) -> Raised | None:
    """What the `<sup>` or `<sub>` at `begin` reads as; None: its content is text like any other.

    `before` is the text that it follows, of which the last REACH characters count.
    """
    lowered = _LOWERED.match(data, begin, after_tag) is not None
    near = data[after_tag : after_tag + _LONGEST]
    size = near.lower().find(b"</sub" if lowered else b"</sup")
    if size < 0:
        return None
    inner = near[:size]
    stop = after_tag + size
    close = data.find(b">", stop) + 1 or len(data)
    content = _TAG.sub(b"", inner).decode(errors="replace")
    if lowered:
        if before[-1:].isdigit() and content.strip().isdigit():
            return Raised(close, after_tag, stop, content.strip().translate(_SUBSCRIPT))
        return None
    fraction = _FRACTION.match(data, begin, min(len(data), begin + 2 * _LONGEST))
    if fraction is not None:
        top, bottom = (fraction.group(n).decode() for n in (1, 2))
        sign = _VULGAR.get(f"{top}/{bottom}")
        characters = sign or f"{top.translate(_SUPERSCRIPT)}\u2044{bottom.translate(_SUBSCRIPT)}"
        return Raised(fraction.end(), fraction.start(1), fraction.end(2), characters)
    mark = Raised(close, stop, stop, "")
    if in_note_link or b"<a" in inner.lower() or _NAMED.match(data, begin, after_tag):
        return mark
    power = _POWER.match(content)
    symbol = _ELEMENT.match(data, close, min(len(data), close + 3)) is not None
    if power is not None and raises(before, power.group(1), symbol):
        return Raised(close, after_tag, stop, power.group(1).translate(_SUPERSCRIPT))
    if content.strip() in ("o", "0", "º") and before[-1:].isdigit() and data[close : close + 1] in (b"C", b"F"):
        return Raised(close, after_tag, stop, "°")
    price = _PRICE.search(before) if _CENTS.match(content) else None
    if price is not None:
        return Raised(close, begin, stop, content if price.group(1) else f".{content}")
    if _MARK.match(content) or (_LETTERS.match(content) and _WORD.search(before)):
        return mark
    return None


def note_mark(data: bytes, after_tag: int, closing: bytes, before: str) -> int | None:
    """Where a link or the like to a footnote ends that is only its mark, as in `5bn<a href="#n4">4</a>`; else None."""
    near = data[after_tag : after_tag + _LONGEST]
    size = near.lower().find(closing)
    if size < 0:
        return None
    content = _TAG.sub(b"", near[:size]).decode(errors="replace").strip()
    touches = before[-1:].strip() != "" or content.startswith("[")
    if not content or not touches or not _MARK.match(content):
        return None
    return data.find(b">", after_tag + size) + 1 or len(data)


def raises(before: str, power: str, symbol: bool) -> bool:
    """Whether a raised number is an exponent, or an isotope's (a `symbol` follows), rather than a footnote's."""
    if not before or before[-1].isspace() or before[-1] in "([":
        return symbol
    if power[0] in "-−–+":
        return before[-1].isalnum()
    if _TEN.search(before):
        return True
    return power in ("2", "3") and _UNIT.search(before) is not None and not _MILLIONS.search(before)
