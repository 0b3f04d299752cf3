"""A number before a list in words: "four priorities: education, crime and jobs", or before a list of blocks.

Everything that may make a list no full one, or an item no single thing, is silence: "including", "others", a figure, a
clause, an apposition, a place with its state, two conjunctions in one joint.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.claims.finders.list_blocks import blocks_after
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.lexicon import lexicon

#: The numbers that anybody lists in words, and how far behind the number the colon or dash may stand.
LEAST, MOST, REACH = 2, 12, 60
#: The most words of an item.
WORDS = 5
_ONE = Decimal(1)
_PLAIN = re2.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")
_PLURAL = re2.compile(r"[^su'’]s$")
#: What parts a number's noun from the list, and what ends the list.
_TURN = re2.compile(r":\s|\s?—\s?|\s–\s|\s--\s")
_STOP = re2.compile(r"[.:!?()\[\]\"“”\n–—]|\s--\s|$")
#: The most words before the noun, and between the number and the list.
_BEFORE_NOUN, _HEAD = 3, 8


class Words(NamedTuple):
    """The words of a language, from `counted_lists` of its lexicon."""

    table: dict[str, frozenset[str]]
    before: re2._Regexp  # ends where the number begins
    more: re2._Regexp  # begins a sentence
    joint: re2._Regexp

    def holds(self, name: str, words: Iterable[str]) -> bool:
        """Whether one of some words is in a list."""
        return not self.table[name].isdisjoint(words)


@cache
def _words(language: str) -> Words | None:
    table = lexicon(language).tables.get("counted_lists")
    if not table:
        return None

    def any_of(name: str) -> str:
        return "|".join(re2.escape(form) for form in table[name])

    return Words(
        {name: frozenset(forms) for name, forms in table.items()},
        re2.compile(rf"(?i)\b(?:{any_of('before')})\s*$"),
        re2.compile(rf"(?i)\s*(?:{any_of('more')})\b"),
        re2.compile(rf"(?i)\s+(?:{any_of('joints')})\s+"),
    )


def counted_lists(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """A claim with the number that is `stated`, and the number of items that are `listed`, at the list."""
    words = _words(language)
    if words is None:
        return []
    found = []
    for n, figure in enumerate(figures):
        if figure.kind != "count" or not LEAST <= figure.value <= MOST or figure.hedge or figure.ends:
            continue
        behind = draft.text[figure.end : figure.end + REACH]
        if ":" not in behind and "—" not in behind and "–" not in behind and "--" not in behind:
            continue
        if figure.value % 1 or words.before.search(draft.text[max(0, figure.start - 20) : figure.start]):
            continue
        follows = figures[n + 1].start if n + 1 < len(figures) else len(draft.text)
        listed = _in_words(draft, figure, follows, words) or _in_blocks(draft, figure, words)
        if listed is not None:
            roles = {"stated": figure, "listed": listed}
            found.append(Claim(kind="counted_list", roles=roles, sentence=Sentence(figure.start, listed.end)))
    return found


def _in_words(draft: Draft, figure: Figure, follows: int, words: Words) -> Figure | None:
    """The list of the same sentence, as a figure that counts its items."""
    end = draft.block_at(figure.start).end
    turn = _TURN.search(draft.text, figure.end, min(end, figure.end + REACH))
    noun = _noun(draft.text[figure.end : turn.start()], words) if turn else None
    if turn is None or noun is None:
        return None
    start = turn.end()
    stop = _STOP.search(draft.text, start, end)
    close = end if stop is None else stop.start()
    dashed = ":" not in turn.group()
    closed = dashed and stop is not None and stop.group() in ("—", "–", " -- ")
    full = close == end or (draft.text[close] == "." and not words.more.match(draft.text, close + 1, end))
    if not (closed or full) or follows < close:
        return None
    text = draft.text[start:close].strip()
    flat = " ".join(text.split())
    number = _parted(flat, words) if ";" in flat else _items(flat, figure, noun, words)
    if number is None:
        return None
    return Figure("count", text, start, start + len(text), Decimal(number), _ONE)


def _in_blocks(draft: Draft, figure: Figure, words: Words) -> Figure | None:
    """The list of blocks that follows a block ending in "three reasons:"."""
    block = draft.block_at(figure.start)
    head = draft.text[figure.end : block.end].rstrip()
    if not head.endswith(":") or len(head) > REACH or _noun(head[:-1], words) is None:
        return None
    items = blocks_after(draft, block)
    if len(items) < LEAST:
        return None
    start, end = items[0].start, items[-1].end
    return Figure("count", draft.text[start:end], start, end, Decimal(len(items)), _ONE)


def _noun(head: str, words: Words) -> str | None:
    """The plural that a number counts in the words before a list; None where it counts something else."""
    said = head.lower().split()
    if not head[:1].isspace() or len(said) > _HEAD or words.holds("measures", said) or words.holds("open", said):
        return None
    if not all(_PLAIN.fullmatch(word) for word in said):
        return None
    return next(
        (word for word in said[: _BEFORE_NOUN + 1] if word in words.table["plurals"] or _PLURAL.search(word)), None
    )


def _parted(text: str, words: Words) -> int | None:
    """How many items semicolons part: "Ann Lee, a baker; Bo Dahl, his cousin; and Cyril, a friend"."""
    pieces = [piece.strip() for piece in text.split(";")]
    if not all(pieces) or pieces[-1].lower().partition(" ")[0] not in words.table["joints"]:
        return None
    return None if words.holds("partial", _PLAIN.findall(text.lower())) else len(pieces)


def _items(text: str, figure: Figure, noun: str | None, words: Words) -> int | None:
    """How many items a list has; the stated number where it may be that; None where it is no plain list."""
    stated, family = int(figure.value), noun in words.table["family"]
    if words.holds("open", text.lower().replace(",", " ").split()):
        return None
    pieces = [piece.strip() for piece in text.split(",")]
    last = pieces.pop()
    before = [piece for piece in pieces if words.joint.search(f" {piece} ")]
    if before or not all(pieces):
        return None
    oxford = bool(pieces) and last.lower().partition(" ")[0] in words.table["joints"]
    if oxford:
        last = last.partition(" ")[2]
    joints = len(words.joint.findall(f" {last} "))
    if joints > 1 or (not oxford and not joints):
        return None
    ends = [last] if oxford and not joints else words.joint.split(last)
    ends = [_bare(item, words) for item in ends]
    items = [*(_bare(item, words) for item in pieces), *ends]
    if any(not 0 < len(item.split()) <= WORDS or words.holds("partial", [item.lower()]) for item in items) or _mixed(
        items
    ):
        return None
    fewest = len(pieces) + 1 if joints and (oxford or (_name(ends) and not family)) else len(items)
    if any(item.split()[-1].endswith("s") and _name([item]) for item in items) and len(items) < stated:
        return None  # "the Baltic states, Poland and Finland"
    if len(items) < stated and noun not in words.table["ideas"] and any(_PLURAL.search(item) for item in items):
        return None  # "four weapons: rifles, pistols and a knife"
    if len(items) > stated and not family and all(_name([item]) for item in items):
        return None  # "Paris, Texas, and London": places with their states
    return stated if fewest <= stated <= len(items) else len(items)


def _bare(item: str, words: Words) -> str:
    """An item without its article: "the Greens" are a name."""
    first, _, rest = item.strip().partition(" ")
    return rest if first.lower() in words.table["articles"] and rest else item


def _name(items: Sequence[str]) -> bool:
    """Whether all of some items are names."""
    return all(item[:1].isupper() for item in items)


def _mixed(items: Sequence[str]) -> bool:
    """Whether names and other words stand side by side: "Ann Lee, a baker, and Bo Dahl" are two."""
    names = sum(_name([item]) for item in items)
    return 0 < names < len(items)
