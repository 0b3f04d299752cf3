"""Signs of LaTeX that stand for others: accents, raised digits, and formulas of one sign or number."""

from __future__ import annotations

import unicodedata

import re2

from factcheck.drafts.latex_blocks import LEFT_OUT, Printed
from factcheck.drafts.latex_words import ACCENTS, FORMULAS
from factcheck.drafts.raised import REACH, raises

_LETTER = re2.compile(rb"[ \t]*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z])(?:\{\})?)")
_PLAIN = re2.compile(r"^[-+]?(?:\\\$)?[0-9]+(?:[.,]|\{,\}|\\,|[0-9])*(?:\\%)?$")
_POWER = re2.compile(r"^\^(?:\{([-+]?[0-9]+)\}|([0-9]))$")
_SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")


class Signs(Printed):
    """What is printed, with methods for what reads as something else; each returns where the text goes on."""

    def accent(self, start: int, end: int, sign: bytes) -> int:
        letter = _LETTER.match(self.data, end)
        if letter is None:
            return end
        base = (letter.group(1) or letter.group(2)).decode()
        return self.put(start, letter.end(), unicodedata.normalize("NFC", base + ACCENTS[sign]))

    def raised(self, start: int, end: int, mark: str, up: bool) -> int:
        """A raised digit is a power, or the mark of a footnote; a lowered one part of the word."""
        if not up:
            return self.put(start, end, mark)
        power = mark.isdigit() and raises(self.before(REACH), mark, False)
        return self.put(start, end, mark.translate(_SUPERSCRIPT)) if power else end

    def formula(self, start: int, first: int, last: int, end: int) -> int:
        said = self.data[first:last].decode(errors="replace").strip()
        if _PLAIN.match(said):
            for spelled, meant in (("{,}", ","), ("\\%", "%"), ("\\$", "$"), ("\\,", "\u202f")):
                said = said.replace(spelled, meant)
            return self.put(start, end, said)
        power = _POWER.match(said)
        if power is not None:
            return self.raised(start, end, power.group(1) or power.group(2), True)
        return self.put(start, end, FORMULAS.get(said, LEFT_OUT))
