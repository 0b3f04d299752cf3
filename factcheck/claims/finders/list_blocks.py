"""The items of a list whose marks stand in the source: "- ", "1. ". Those of an inner list are no items of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import re2

from factcheck.drafts.draft import Block, Draft

_MARK = re2.compile(r"^([ \t]*)(?:([-*+•])|\d{1,2}[.)])[ \t]+$")


def blocks_after(draft: Draft, block: Block) -> Sequence[Block]:
    """The outer items of the one list that follows a block; none where its marks or their columns are mixed."""
    n = bisect_right(draft.blocks, block.start, key=lambda one: one.start)
    items: list[tuple[Block, int, str]] = []
    while n < len(draft.blocks) and draft.blocks[n].role == "list":
        item = draft.blocks[n]
        start = draft.to_source(item.start, item.end)[0]
        line = draft.source[draft.source.rfind("\n", 0, start) + 1 : start]
        if (mark := _MARK.match(line)) is not None:
            items.append((item, len(mark.group(1).expandtabs()), mark.group(2) or "1."))
        n += 1
    if not items or items[0][1] != min(column for _, column, _ in items):
        return []
    outer = [(item, mark) for item, column, mark in items if column == items[0][1]]
    return [item for item, _ in outer] if len({mark for _, mark in outer}) == 1 else []
