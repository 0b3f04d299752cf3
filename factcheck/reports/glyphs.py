"""The characters that frames are drawn with: box drawing, or ASCII where that cannot be shown."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    arrow: str  # before the path
    bar: str  # between the line number and the line
    gap: str  # lines are left out here
    note: str
    last: str  # the last note
    suspect: str  # under the figure that is queried
    evidence: str  # under what it is compared with
    stem: str  # from an underline down to its label
    more: str  # the line goes on
    dot: str  # between the counts of the last line

    def __str__(self) -> str:
        """All of the characters, for asking whether an encoding has them."""
        return "".join(astuple(self))


BOX = Glyphs("╭▸", "│", "┆", "├", "╰", "━", "─", "│", "…", "·")
ASCII = Glyphs("-->", "|", ":", "=", "=", "^", "-", "|", "...", "-")
