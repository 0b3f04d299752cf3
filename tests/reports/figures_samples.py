"""Figures made by hand: the record of a piece of text, as the command gives it to a renderer."""

from __future__ import annotations

import io

from factcheck.drafts.draft import Block, Draft
from factcheck.reports.figures_formats import figures_renderer
from factcheck.reports.figures_renderer import Shown


def draft(source: str, path: str = "drafts/harbour.md", id: str | None = None) -> Draft:
    return Draft(path, source, source, (Block(0, len(source), "body"),), id=id)


def figure(draft: Draft, text: str, **keys: object) -> Shown:
    """The first place where `text` stands, as a count of one unless `keys` says otherwise."""
    start = draft.source.index(text)
    line, column = draft.position(start)
    record = {
        "kind": "count", "text": text, "start": start, "end": start + len(text), "line": line, "column": column,
        "value": "1", "low": "0.5", "high": "1.5", "ends": None, "currency": None, "currencies": [], "unit": None,
        "hedge": None,
    }  # fmt: skip
    return Shown(record | keys, start, start + len(text))


def shown(name: str, *drafts: tuple[Draft, list[Shown]], encoding: str = "utf-8", claims: bool = False) -> str:
    """What a renderer writes, line ends as they are, in an encoding that it must keep to."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="", write_through=True)
    renderer = figures_renderer(name, claims)(out)
    for draft, figures in drafts:
        renderer.draft(draft, iter(figures))
    renderer.close()
    buffer = out.detach()
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(encoding)
