"""Whether a place in a draft is somebody's words: what a speaker said is queried, not corrected."""

from __future__ import annotations

from factcheck.drafts.draft import Draft

#: Marks that open and close a quotation; the straight one does both.
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"))


def quoted(draft: Draft, offset: int) -> bool:
    """Whether an offset of the text is inside quotation marks of its block, or in a block that is a quotation."""
    block = draft.block_at(offset)
    if block.role == "quote":
        return True
    before, after = draft.text[block.start : offset], draft.text[offset : block.end]
    if before.count('"') % 2 and '"' in after:
        return True
    return any(before.rfind(opens) > before.rfind(closes) and closes in after for opens, closes in _PAIRS)
