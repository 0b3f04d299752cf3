"""The tables of a page while it is read: elements in, the place of each cell out."""

from __future__ import annotations

from factcheck.drafts.html_tokens import Attribute
from factcheck.drafts.table import Part, Spot, TableMaker

_PARTS: dict[bytes, Part] = {b"thead": "head", b"tbody": "body", b"tfoot": "foot"}
#: The elements that make a table.
ELEMENTS = frozenset((b"table", b"caption", b"tr", b"td", b"th", *_PARTS))


class _Open:
    __slots__ = ("maker", "part", "spot")

    def __init__(self) -> None:
        self.maker = TableMaker()
        self.part: Part = "body"
        self.spot: Spot | None = None


class OpenTables:
    """The tables that are open at a place of a page, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self.makers: list[TableMaker] = []

    @property
    def spot(self) -> Spot | None:
        """Where text stands; None outside of cells."""
        return self._open[-1].spot if self._open else None

    def start(self, name: bytes, given: dict[str, Attribute]) -> None:
        """A start tag of one of `ELEMENTS`."""
        if name == b"table":
            self._open.append(_Open())
            self.makers.append(self._open[-1].maker)
            return
        if not self._open:
            return
        now = self._open[-1]
        if name in _PARTS:
            now.part, now.spot = _PARTS[name], None
        elif name == b"tr":
            now.maker.begin_row(now.part)
            now.spot = None
        elif name == b"caption":
            now.spot = Spot(now.maker, None)
        else:
            now.spot = now.maker.spot(_span(given, "rowspan"), _span(given, "colspan"), heading=name == b"th")

    def end(self, name: bytes) -> None:
        """An end tag of one of `ELEMENTS`."""
        if not self._open:
            return
        if name == b"table":
            self._open.pop()
            return
        now = self._open[-1]
        now.spot = None
        if name in _PARTS:
            now.part = "body"


def _span(given: dict[str, Attribute], key: str) -> int:
    value = given[key].value.strip() if key in given else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 1
