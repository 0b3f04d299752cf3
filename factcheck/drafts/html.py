"""HTML, with the source offset of every character that is read.

What is read and what is left out is told in docs/formats.md.
"""

from __future__ import annotations

from factcheck.drafts.article import article
from factcheck.drafts.draft import Draft, DraftDate
from factcheck.drafts.mapped import MappedText
from factcheck.drafts.page import walk
from factcheck.drafts.page_date import date_in_metadata
from factcheck.drafts.table import tables_of


def read(source: str, path: str) -> Draft:
    """The draft of an HTML page, or of a piece of one."""
    data = source.encode()
    page = walk(data, xml=path.lower().endswith(".xhtml") or source.lstrip().startswith("<?xml"))
    kept = article(page)
    text = MappedText(data, 0)
    if page.title and not any(block.role == "headline" for _, block in kept):
        text.add_pieces(page.title, "headline")
    starts: dict[int, tuple[int, int]] = {}
    for number, block in kept:
        if text.add_pieces(block.pieces, block.role):
            last = text.last
            starts[number] = last.start, last.end - last.start
            if block.spot is not None:
                block.spot.write(last.start, last.end)
    date = None
    found = date_in_metadata(data, page, starts)
    if found is not None:
        span = [None if at is None else text.offset(at) for at in (found.start, found.end)]
        date = DraftDate(found.day, found.origin, *span)
    return Draft(
        path,
        source,
        text.text(),
        text.blocks(),
        date=date,
        language=page.language,
        offsets=text.offsets(),
        tables=tables_of(page.tables),
    )
