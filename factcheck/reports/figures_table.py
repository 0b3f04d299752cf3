"""Figures and claims for a person at a terminal: a table for each draft, and one line of counts at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich import box
from rich.table import Table
from rich.text import Text

from factcheck.drafts.draft import Draft
from factcheck.reports.figures_renderer import FiguresRenderer, Record, Shown, place
from factcheck.reports.figures_wording import reading_of, value_of
from factcheck.reports.table_console import table_console
from factcheck.reports.visible import Visible, encoding_of

Row = tuple[str, ...]


class FiguresTable(FiguresRenderer):
    """Where each figure stands, what it means and how a fair reader takes it. Drafts without figures have no table."""

    what = "figure"
    right: tuple[str, ...] = ("line", "column")
    wide: tuple[str, ...] = ("kind", "figure", "value", "read as", "hedge")
    #: The column that is the printed text.
    printed = "figure"

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        self._visible = Visible(encoding_of(out))
        self._console = table_console(out)
        self._shown = self._drafts = self._articles = 0

    def draft(self, draft: Draft, shown: Iterable[Shown]) -> None:
        self._drafts += 1
        self._articles += draft.id is not None
        table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, show_edge=False)
        for name in self.right:
            table.add_column(name, justify="right", no_wrap=True, style="cyan")
        for name in self.wide:
            table.add_column(
                name, overflow="fold", no_wrap=name == "kind", style="bold" if name == self.printed else ""
            )
        before = self._shown
        for item in shown:
            self._shown += 1
            for row in self.rows(item.record):
                # As texts: rich would read the draft's square brackets as mark-up.
                table.add_row(*(Text(self._visible(cell)) for cell in row))
        if self._shown > before:
            self._console.print(Text(self._visible(place(draft)), "bold cyan"), soft_wrap=True)
            self._console.print(table)
            self._console.print()

    def close(self) -> None:
        noun = "file" if not self._articles else "article" if self._articles == self._drafts else "draft"
        found = _count(self._shown, self.what) if self._shown else f"no {self.what}s"
        line = f"{found} in {_count(self._drafts, noun)}" if self._drafts else "no files read"
        self._console.print(Text(line, "bold"), soft_wrap=True)

    def rows(self, record: Record) -> Iterator[Row]:
        """The cells of one figure."""
        yield *_position(record), str(record["kind"]), *_figure(record), str(record["hedge"] or "")


class ClaimsTable(FiguresTable):
    """What each claim says: a row for every figure in it, with its role."""

    what = "claim"
    wide = ("kind", "role", "figure", "value", "read as")

    def rows(self, record: Record) -> Iterator[Row]:
        """The cells of one claim; only its first row says where it stands and what it is."""
        head: Row = (*_position(record), str(record["kind"]))
        roles = record["roles"]
        assert isinstance(roles, dict)
        for role, part in roles.items():
            for figure in part if isinstance(part, list) else [part]:
                yield *head, role, *_figure(figure)
                head, role = ("", "", ""), ""


def _position(record: Record) -> Row:
    return str(record["line"]), str(record["column"])


def _figure(figure: Record) -> Row:
    return " ".join(str(figure["text"]).split()), value_of(figure), reading_of(figure)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
