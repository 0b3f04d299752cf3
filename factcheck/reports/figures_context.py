"""The words around a figure, as a reader sees them: those of its sentence, a line's worth of them on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.drafts.draft import Draft

#: Characters on either side; more are cut between two words.
REACH = 80
#: What may end a sentence. After a short word it may be the stop of "Mr.": rather a longer piece than a torn one.
_STOP = re.compile(r"""(?:(?<=\w{4})\.|(?<=\s[a-z]{3})\.|(?<=[\d%)\]"'”’»])\.|[!?…])["'”’»)\]]*\s+(?=\S)""")
_SPACE = re.compile(r"\s+")


class Context(NamedTuple):
    """What stands before and after; an ellipsis where the sentence goes on."""

    before: str
    after: str


def context_of(draft: Draft, start: int, end: int) -> Context:
    """The context of `draft.text[start:end]`, within its block. White space is as printed."""
    block = draft.block_at(start)
    return Context(_before(draft.text, block.start, start), _after(draft.text, end, block.end))


def _before(text: str, first: int, start: int) -> str:
    reached = max(first, start - 2 * REACH)
    begin = max([reached, *_stops(text, reached, start + 1)])
    if start - begin <= REACH and (begin > reached or begin == first):
        return text[begin:start]
    cut = start - REACH if start - begin > REACH else begin
    space = _SPACE.search(text, cut, start)
    return "…" + text[space.end() if space else cut : start]


def _after(text: str, end: int, last: int) -> str:
    reached = min(last, end + 2 * REACH)
    finish = next(_stops(text, end, reached), reached)
    if finish - end <= REACH and (finish < reached or finish == last):
        return text[end:finish].rstrip()
    piece = text[end : min(finish, end + REACH)]
    spaces = [space.start() for space in _SPACE.finditer(piece)]
    return (piece[: spaces[-1]] if spaces else piece) + "…"


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences begin after the end of another; what goes on in small letters does not."""
    return (stop.end() for stop in _STOP.finditer(text, start, end) if not text[stop.end()].islower())
