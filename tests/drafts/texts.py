"""What the tests of this folder share: a draft from text, and the printed source of a piece of its text."""

from __future__ import annotations

from factcheck.drafts.draft import Draft
from factcheck.drafts.reading import read_text


def draft_of(source: str, path: str = "draft.txt") -> Draft:
    """The one draft of a source."""
    (draft,) = read_text(source, path)
    return draft


def shape(draft: Draft) -> list[tuple[str, str]]:
    """Role and text of every block."""
    return [(block.role, draft.text[block.start : block.end]) for block in draft.blocks]


def printed(draft: Draft, text: str) -> str:
    """What the source prints where the draft's text reads `text`."""
    assert draft.text.count(text) == 1
    start = draft.text.index(text)
    return draft.source[slice(*draft.to_source(start, start + len(text)))]
