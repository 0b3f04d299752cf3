"""Which piece of a line to show: a window around the marked spans that leaves room for their labels.

Columns are terminal cells, so that wide and combining characters keep the underlines aligned. However long
the line, only a few window widths of it are ever measured.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from factcheck.reports.visible import Visible

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

#: A label is wrapped into no less than this; with less the spans get a snippet each.
LABEL_ROOM = 16
#: What to keep of the line after the last span, where there is a choice.
_AFTER = 12
#: How far to move a cut to find a space.
_WORD = 16


class Mark(NamedTuple):
    """A span of the source that is underlined, on the line `number`."""

    start: int
    end: int
    number: int
    label: str
    suspect: bool


class Underline(NamedTuple):
    column: int
    width: int
    label: str
    suspect: bool

    @property
    def end(self) -> int:
        return self.column + self.width


class Snippet(NamedTuple):
    """A piece of one line as shown, with its underlines from left to right."""

    number: int
    text: str
    underlines: tuple[Underline, ...]


def marks_of(finding: Finding, visible: Visible) -> list[Mark]:
    """The suspect figure first, then what it is compared with, in the order of the draft."""
    suspect = Mark(finding.start, finding.end, finding.line, visible(finding.label), True)
    evidence = {Mark(r.start, r.end, r.line, visible(r.label), False) for r in finding.related}
    return [suspect, *sorted(evidence)]


class Windows:
    """Cuts the snippets of one source at a width in cells."""

    def __init__(self, source: str, width: int, visible: Visible, more: str) -> None:
        self._source = source
        self._width = width
        self._visible = visible
        self._more = more

    def snippets(self, marks: Sequence[Mark]) -> list[Snippet]:
        """The line of the first mark, then the others in order; spans share a snippet where they fit."""
        lines = groupby(sorted(marks, key=lambda m: (m.number != marks[0].number, m)), key=lambda m: m.number)
        return [snippet for _, same_line in lines for snippet in self._of_line(list(same_line))]

    def _of_line(self, marks: list[Mark]) -> list[Snippet]:
        line_start = self._source.rfind("\n", 0, marks[0].start) + 1
        line_end = self._source.find("\n", marks[0].start)
        line_end = len(self._source) if line_end < 0 else line_end
        snippets: list[Snippet] = []
        group: list[Mark] = []
        for mark in marks:
            end = max(mark.start, min(mark.end, line_end))  # of a span over several lines, the first line's part
            clipped = mark._replace(end=end)
            wider = self._window([*group, clipped], line_start, line_end)
            if group and wider:
                snippets.pop()
                group.append(clipped)
            else:
                group = [clipped]
                wider = self._window(group, line_start, line_end)
            assert wider is not None, "one span always gets a snippet"
            snippets.append(wider)
        return snippets

    def _window(self, marks: list[Mark], line_start: int, line_end: int) -> Snippet | None:
        """A snippet with all of the marks; None if several do not fit together with their labels."""
        reach = 4 * self._width  # in characters; some have no width, so more than the cells that are needed
        first = marks[0].start
        last = max(mark.end for mark in marks)
        if last - first > reach:
            if len(marks) > 1:
                return None
            last = first + reach
        line = _Line(self._source, max(line_start, first - reach), min(line_end, last + reach), self._visible)
        start = self._left(line, marks, last, line_start)
        lead = self._more if start > line_start else ""
        room = self._width - len(lead)
        end = line.offset_within(line.cells(start) + room)
        trail = ""
        if end < line_end:
            end = line.offset_within(line.cells(start) + room - len(self._more))
            end, trail = self._at_word_end(end, last), self._more
        shift = len(lead) - line.cells(start)
        underlines = tuple(self._underline(line, mark, min(mark.end, end), shift) for mark in marks)
        if len(marks) > 1 and (last > end or not all(self._labelled(underline) for underline in underlines)):
            return None
        text = lead + self._visible(self._source[start:end]).rstrip() + trail
        return Snippet(marks[0].number, text, underlines)

    def _left(self, line: _Line, marks: list[Mark], last: int, line_start: int) -> int:
        """Where the window begins: as far left as leaves the spans, some text after them and the labels room."""
        needed = [line.cells(min(line.end, last + _AFTER))]
        for mark in marks:
            # A label stands after the last underline and under the others. A long one is wrapped anyway.
            origin = line.cells(last) + 1 if mark is marks[-1] else line.cells(mark.start)
            needed.append(origin + min(cell_len(mark.label), self._width // 2))
        if line.start == line_start and max(needed) <= self._width:
            return line_start
        first = marks[0].start
        cut = line.offset_from(max(needed) - self._width + len(self._more))
        if cut >= first:
            return first
        space = self._source.find(" ", max(line.start, cut - 1), min(first, cut + _WORD))
        return space + 1 if space >= 0 else self._at_character(cut, first)

    def _at_character(self, cut: int, first: int) -> int:
        """Not inside an accented letter or a joined emoji, whose rest would be drawn wider than it was measured."""
        while cut < first and (cell_len(self._source[cut]) == 0 or self._source[cut - 1] == "\N{ZERO WIDTH JOINER}"):
            cut += 1
        return cut

    def _at_word_end(self, end: int, last: int) -> int:
        space = self._source.rfind(" ", max(last, end - _WORD), end + 1)
        return space if space >= 0 else end

    def _underline(self, line: _Line, mark: Mark, end: int, shift: int) -> Underline:
        column = line.cells(mark.start) + shift
        return Underline(column, max(1, line.cells(end) + shift - column), mark.label, mark.suspect)

    def _labelled(self, underline: Underline) -> bool:
        return self._width - underline.column >= min(cell_len(underline.label), LABEL_ROOM)


class _Line:
    """`source[start:end]`, part of one line, measured in cells from `start`."""

    def __init__(self, source: str, start: int, end: int, visible: Visible) -> None:
        self.start = start
        self.end = end
        self._source = source
        self._visible = visible

    def cells(self, offset: int) -> int:
        """The width of what stands before an offset."""
        return cell_len(self._visible(self._source[self.start : offset]))

    def offset_from(self, cells: int) -> int:
        """The first offset with at least that much before it."""
        return bisect_left(range(self.start, self.end), cells, key=self.cells) + self.start

    def offset_within(self, cells: int) -> int:
        """The last offset with no more than that before it."""
        return bisect_right(range(self.start, self.end + 1), cells, key=self.cells) + self.start - 1
