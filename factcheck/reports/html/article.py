"""One draft as a part of the page: its text with the figures underlined, and beside each paragraph what was checked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.checking.result import Result
from factcheck.checking.trace import Rate
from factcheck.drafts.draft import Block
from factcheck.drafts.table import Table
from factcheck.reports.html.chart import chart, drawable, implied
from factcheck.reports.html.marks import BLAME, Mark, marks
from factcheck.reports.html.markup import safe, tidy
from factcheck.reports.html.notes import STATES, Note, notes

_ELEMENTS = {"headline": "h3", "quote": "blockquote"}
_IN_TIP = 3
_SIGNS = {"error": "✗", "warning": "?", "info": "i", "aside": "–", "fine": "✓", "unchecked": "○"}


class Article:
    """The part of one draft, and its entries for the list of findings. `number` makes its names unique in the page."""

    def __init__(self, result: Result, number: int) -> None:
        self.result = result
        self.draft = result.draft
        self.name = f"d{number}"
        self.notes = notes(result)
        self._tables = {table.cells[0].start: table for table in reversed(self.draft.tables) if table.cells}
        self._marks = marks(result.trace.figures if result.trace else (), self.notes)

    @property
    def title(self) -> str:
        """The path, with the name of an article in a file of several."""
        return self.draft.path + (f"#{self.draft.id}" if self.draft.id is not None else "")

    def entries(self) -> Iterator[str]:
        """A line of the list of findings for each."""
        for n, note in enumerate(self.notes):
            if (finding := note.finding) is not None:
                where = f"{safe(self.title)}:{finding.line}:{finding.column}"
                yield (
                    f'<li class="{note.state}"><a href="#{self._target(n)}">{_badge(note.state)}'
                    f'<span class="said">{tidy(_capital(note.message))}</span></a>'
                    f'<span class="where">{safe(finding.code)} · {where}</span></li>'
                )

    def pieces(self) -> Iterator[str]:
        """The mark-up of the draft."""
        lang = f' lang="{safe(self.draft.language)}"' if self.draft.language else ""
        yield f'<article class="draft" id="{self.name}" aria-labelledby="{self.name}h">'
        yield f'<header><h2 id="{self.name}h">{tidy(self.title)}</h2><p class="meta">{self._meta()}</p></header>'
        blocks = self.draft.blocks
        n = 0
        while n < len(blocks):
            role, end = blocks[n].role, n + 1
            table = self._tables.get(blocks[n].start)
            if table is not None:
                last = max(cell.end for cell in table.cells)
                while end < len(blocks) and blocks[end].start < last:
                    end += 1
            while role == "list" and end < len(blocks) and blocks[end].role == role:
                end += 1
            yield from self._row(blocks[n:end], role, lang, table)
            n = end
        elsewhere = [n for n, note in enumerate(self.notes) if note.mark is None]
        if elsewhere:
            yield '<div class="row"><p class="text elsewhere">In what a reader of the draft does not see:</p>'
            yield from self._notes(elsewhere)
            yield "</div>"
        yield "</article>"

    def _meta(self) -> str:
        tally, day = self.result.tally, self.draft.date
        dated = f"{day.day.day} {day.day:%B %Y} ({day.origin})" if day else "no date"
        counts = [
            _count(tally.figures, "figure"), _count(tally.claims, "claim"), f"{tally.checked:,} checked",
            *(f"{n:,} not checkable: {reason}" for reason, n in sorted(tally.unchecked.items()) if n > 0),
        ]  # fmt: skip
        return safe(" · ".join([dated, *counts]))

    def _row(self, blocks: Sequence[Block], role: str, lang: str, table: Table | None) -> Iterator[str]:
        """Blocks that belong together, and the notes whose marks they hold."""
        held = [n for mark in self._within(blocks[0].start, blocks[-1].end) for n in mark.own]
        tall = _is_tall(blocks[-1].end - blocks[0].start, [self.notes[n] for n in held])
        yield f'<div class="row{" tall" if tall else ""}"><div class="text {role}" dir="auto"{lang}>'
        if table is not None:
            yield from self._table(table, blocks)
        elif role == "list":
            yield "<ul>"
            for block in blocks:
                yield f"<li>{self._marked(block)}</li>"
            yield "</ul>"
        else:
            element = _ELEMENTS.get(role, "p")
            yield f"<{element}>{self._marked(blocks[0])}</{element}>"
        yield "</div>"
        if held:
            yield from self._notes(held)
        yield "</div>"

    def _table(self, table: Table, blocks: Sequence[Block]) -> Iterator[str]:
        """The grid, with the cells that have no text, and below it what stands among the cells and in none of them."""
        yield '<div class="scroll"><table>'
        taken: dict[int, int] = {}  # column -> the first row that is free again
        for row, cells in groupby(table.cells, key=lambda cell: cell.row):
            yield "<tr>"
            at = 0
            for cell in cells:
                yield "<td></td>" * sum(taken.get(column, 0) <= row for column in range(at, cell.column))
                at = cell.column + cell.columns
                taken |= dict.fromkeys(range(cell.column, at), row + cell.rows)
                head = cell.heading or cell.part == "head"
                tag = f'th scope="{"col" if cell.part == "head" else "row"}"' if head else "td"
                spans = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f' colspan="{cell.columns}"' * (cell.columns > 1)
                yield f"<{tag}{spans}>{self._marked(Block(cell.start, cell.end, 'cell'))}</{tag[:2]}>"
            yield "</tr>"
        yield "</table></div>"
        ends = [cell.end for cell in table.cells]
        for block in blocks:
            n = bisect_right(ends, block.start)
            if n == len(ends) or block.start < table.cells[n].start:
                yield f"<p>{self._marked(block)}</p>"

    def _within(self, start: int, end: int) -> Sequence[Mark]:
        first = bisect_left(self._marks, start, key=lambda mark: mark.start)
        return self._marks[first : bisect_left(self._marks, end, key=lambda mark: mark.start)]

    def _marked(self, block: Block) -> str:
        """The text of a block with its marks."""
        text, at, pieces = self.draft.text, block.start, []
        for mark in self._within(block.start, block.end):
            end = min(mark.end, block.end)
            pieces += [safe(text[at : mark.start]), self._mark(mark, safe(text[mark.start : end]))]
            at = end
        return "".join([*pieces, safe(text[at : block.end])])

    def _mark(self, mark: Mark, text: str) -> str:
        about = [*mark.own, *mark.beside]
        if not about:
            return f'<span class="f alone" title="not checked: no claim joins it to another figure">{text}</span>'
        name = f"{self.name}f{mark.start}"
        number = f' data-n="{",".join(str(n + 1) for n in mark.own)}"' if mark.own else ""
        said: Sequence[int] = mark.own or mark.beside
        if mark.state == "beside":
            said = [n for n in mark.beside if self.notes[n].state in BLAME] or said
        told = "".join(self._tip(n, n in mark.own) for n in said[:_IN_TIP])
        told += f"<span>and {len(said) - _IN_TIP} more</span>" if len(said) > _IN_TIP else ""
        return (
            f'<span class="w"><span class="tip" role="tooltip" id="{name}t">{told}</span>'
            f'<a class="f {mark.state}" id="{name}" href="#{self.name}n{about[0] + 1}"{number} '
            f'aria-describedby="{name}t">{text}</a></span>'
        )

    def _tip(self, n: int, own: bool) -> str:
        """The arithmetic of a note, for whoever points at the figure or tabs to it."""
        note = self.notes[n]
        lines = [note.message] if note.message else []
        lines += [text for word, text in note.lines if word in ("maths", "rate")]
        of = "" if own else f" (of {tidy(note.text)})"
        said = "".join(f"<span>{tidy(_capital(line))}</span>" for line in lines)
        return f'<span class="{note.state}">{_badge(note.state)} {n + 1}{of}</span>{said}'

    def _target(self, n: int) -> str:
        """Where a finding is shown: its figure in the text, or else its note."""
        mark = self.notes[n].mark
        if mark is None:
            return f"{self.name}n{n + 1}"
        at = bisect_left(self._marks, mark[0] + 1, key=lambda mark: mark.start) - 1
        return f"{self.name}f{self._marks[at].start}"

    def _notes(self, numbers: Sequence[int]) -> Iterator[str]:
        yield '<ul class="notes">'
        for n in numbers:
            yield self._note(n)
        yield "</ul>"

    def _note(self, n: int) -> str:
        note = self.notes[n]
        name = f"{self.name}n{n + 1}"
        number = f"{n + 1}"
        if note.mark:
            number = f'<a href="#{self._target(n)}" aria-label="{n + 1}, back to the figure">{n + 1}</a>'
        head = (
            f'<p class="head">{number} {_badge(note.state)} <b>{tidy(note.text)}</b> '
            f'<span class="code">{", ".join(map(safe, note.codes))}</span></p>'
        )
        message = f"<p>{tidy(_capital(note.message))}</p>" if note.message else ""
        rate = _drawn(note)
        lines = [line for line in note.lines if rate is None or line[0] != "rate"]  # the chart says it
        told = "".join(f"<div><dt>{safe(word)}</dt><dd>{tidy(text)}</dd></div>" for word, text in lines)
        told = f"<dl>{told}</dl>" if told else ""
        picture = _figure(rate, note, name) if rate else ""
        return f'<li class="note {note.state}" id="{name}">{head}{message}{told}{picture}</li>'


def _drawn(note: Note) -> Rate | None:
    """The rate of a conversion that has a chart."""
    rate = note.rate
    return rate if rate is not None and rate.implied is not None and drawable(rate) else None


def _figure(rate: Rate, note: Note, name: str) -> str:
    """The chart of a conversion, and what it shows in words."""
    said = dict(note.lines).get("rate", "")
    caption = (
        f'<span class="key in"></span> {tidy(said)}. <span class="key band"></span> {safe(_capital(implied(rate)))}.'
    )
    return f"<figure>{chart(rate, note.state, name)}<figcaption>{caption}</figcaption></figure>"


def _is_tall(texts: int, notes: Sequence[Note]) -> bool:
    """Whether notes beside so many characters would leave a hole in the text: they go below, in columns.

    Heights are guessed in pixels: 78 characters a line of 30, a note with a chart 230, another one 80.
    """
    return sum(230 if _drawn(note) else 80 for note in notes) > texts / 78 * 30 + 260


def _badge(state: str) -> str:
    return f'<span class="badge"><span aria-hidden="true">{_SIGNS[state]}</span> {STATES[state]}</span>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
