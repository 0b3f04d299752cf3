"""Character references such as `&nbsp;` `&#36;` `&#x20ac;`, in Markdown and HTML alike."""

from __future__ import annotations

_DIGITS = 9  # more than the largest code point has
_SHORT = 6  # letters of the longest name that HTML knows without a semicolon, as in `&frac12`


def reference(written: str) -> tuple[str, int] | None:
    """What a reference means, and how many characters of `written`, which begins behind the `&`, belong to it.

    A name may lack its semicolon where HTML allows it ("pound5" is "£", 5). None: it means nothing and is text.
    """
    if written.startswith("#"):
        return _number(written.rstrip(";")), len(written)
    from html.entities import html5

    found = html5.get(written) if written.endswith(";") else None
    if found is not None:
        return found, len(written)
    for length in range(min(_SHORT, len(written)), 1, -1):
        found = html5.get(written[:length])
        if found is not None:
            return found, length
    return None


def _number(written: str) -> str:
    """The character of `#36` or `#x24`. The controls above 127 are those of windows-1252, as browsers have it."""
    hexadecimal = written[1] in "xX"
    digits = written[2:] if hexadecimal else written[1:]
    digits = digits.lstrip("0") or "0"
    number = int(digits, 16 if hexadecimal else 10) if len(digits) <= _DIGITS else 0
    if 0x80 <= number < 0xA0:
        return bytes([number]).decode("cp1252", "replace")
    legal = 0 < number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if legal else "\ufffd"
