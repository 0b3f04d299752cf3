"""A number before a list in words: "four priorities: education, crime and jobs", or before a list of blocks.

Everything that may make a list no full one, or an item no single thing, is silence: "including", "others", a figure, a
clause, an apposition, a place with its state, two conjunctions in one joint.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.claims.finders.list_blocks import blocks_after
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

#: The numbers that anybody lists in words, and how far behind the number the colon or dash may stand.
LEAST, MOST, REACH = 2, 12, 60
#: The most words of an item.
WORDS = 5
_ONE = Decimal(1)
#: What parts a number's noun from the list, and what ends the list.
_TURN = re2.compile(r":\s|\s?—\s?|\s–\s|\s--\s")
_STOP = re2.compile(r"[.:!?()\[\]\"“”\n–—]|\s--\s|$")
_PLURALS = frozenset({"people", "men", "women", "children", "countries", "cities"})
#: Whose names are first names, so that none of them is the place of the one before.
_FAMILY = frozenset({"children", "sons", "daughters", "siblings", "kids", "grandchildren"})
#: The most words before the noun, and between the number and the list.
_BEFORE_NOUN, _HEAD = 3, 8
#: Of what nobody lists each one, or what is a way to count something else.
_MEASURES = frozenset(
    "years months weeks days hours minutes seconds times words letters points percent ways miles meters metres "
    "runs wins losses sets seats votes series stars degrees feet tests syllables lines pages".split()
)
_BEFORE = re2.compile(r"(?i)\b(?:of|of the|of his|of her|of its|of their|than|least|most|top|first|last|page|chapter|part|about)\s*$")
#: Words of a list that says not all, says more than things, or goes on.
_OPEN = frozenset(
    "including include includes such like especially notably among mainly mostly other others more etc both either neither each all "
    "several some many couple pair duo trio twins brothers sisters parents also then plus nor not but with as well than "
    "who whom whose which that where when while because if is are was were be been being has have had will would can could "
    "should must may might said says say he she they it we i you there here to from by per via formerly plus & so on yet "
    "respectively versus vs aged now who's it's that's".split()
)
_ALL = frozenset("including include includes such especially notably among other others more etc both each several some many couple two".split())
_MORE = re2.compile(
    r"(?i)\s*(?:and|also|then|finally|lastly|plus|another|others|the (?:\w+ )?(?:other|others|last|final|second|third|fourth|fifth|sixth|"
    r"rest|remaining)|a (?:second|third|fourth|fifth|sixth|final)|but|or)\b"
)
_JOINT = re2.compile(r"(?i)\s+(?:and|or)\s+")


def counted_lists(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """A claim with the number that is `stated`, and the number of items that are `listed`, at the list."""
    if language != "en":
        return []
    found = []
    for n, figure in enumerate(figures):
        if figure.kind != "count" or figure.hedge or figure.ends or not LEAST <= figure.value <= MOST or figure.scale != 1:
            continue
        behind = draft.text[figure.end : figure.end + REACH]
        if ":" not in behind and "—" not in behind and "–" not in behind and "--" not in behind:
            continue
        if figure.value % 1 or _BEFORE.search(draft.text[max(0, figure.start - 20) : figure.start]):
            continue
        follows = figures[n + 1].start if n + 1 < len(figures) else len(draft.text)
        listed = _in_words(draft, figure, follows) or _in_blocks(draft, figure)
        if listed is not None:
            roles = {"stated": figure, "listed": listed}
            found.append(Claim(kind="counted_list", roles=roles, sentence=Sentence(figure.start, listed.end)))
    return found


def _in_words(draft: Draft, figure: Figure, follows: int) -> Figure | None:
    """The list of the same sentence, as a figure that counts its items."""
    end = draft.block_at(figure.start).end
    turn = _TURN.search(draft.text, figure.end, min(end, figure.end + REACH))
    noun = _noun(draft.text[figure.end : turn.start()]) if turn else None
    if turn is None or noun is None:
        return None
    start = turn.end()
    stop = _STOP.search(draft.text, start, end)
    close = end if stop is None else stop.start()
    dashed = ":" not in turn.group()
    closed = dashed and stop is not None and stop.group() in ("—", "–", " -- ")
    full = close == end or (draft.text[close] == "." and not _MORE.match(draft.text, close + 1, end))
    if not (closed or full) or follows < close:
        return None
    text = draft.text[start:close].strip()
    flat = " ".join(text.split())
    number = _parted(flat) if ";" in flat else _items(flat, int(figure.value), noun in _FAMILY)
    if number is None:
        return None
    return Figure("count", text, start, start + len(text), Decimal(number), _ONE)


def _in_blocks(draft: Draft, figure: Figure) -> Figure | None:
    """The list of blocks that follows a block ending in "three reasons:"."""
    block = draft.block_at(figure.start)
    head = draft.text[figure.end : block.end].rstrip()
    if not head.endswith(":") or len(head) > REACH or _noun(head[:-1]) is None:
        return None
    items = blocks_after(draft, block)
    if len(items) < LEAST:
        return None
    start, end = items[0].start, items[-1].end
    return Figure("count", draft.text[start:end], start, end, Decimal(len(items)), _ONE)


def _noun(head: str) -> str | None:
    """The plural that a number counts in the words before a list; None where it counts something else."""
    words = head.lower().split()
    if not head[:1].isspace() or len(words) > _HEAD or not _MEASURES.isdisjoint(words):
        return None
    if not _OPEN.isdisjoint(words) or not all(word.replace("-", "").replace("’", "").replace("'", "").isalpha() for word in words):
        return None
    plurals = (word for word in words[: _BEFORE_NOUN + 1] if word in _PLURALS or (word[-1:] == "s" and word[-2:] not in ("ss", "us", "’s", "'s")))
    return next(plurals, None)


def _parted(text: str) -> int | None:
    """How many items semicolons part: "Ann Lee, a baker; Bo Dahl, his cousin; and Cyril, a friend"."""
    pieces = [piece.strip() for piece in text.split(";")]
    plain = all(pieces) and pieces[-1].lower().startswith(("and ", "or "))
    return len(pieces) if plain and _ALL.isdisjoint(text.lower().replace(",", " ").replace(";", " ").split()) else None


def _items(text: str, stated: int, family: bool) -> int | None:
    """How many items a list has; the stated number where it may be that; None where it is no plain list."""
    if not _OPEN.isdisjoint(text.lower().replace(",", " ").split()):
        return None
    pieces = [piece.strip() for piece in text.split(",")]
    last = pieces.pop()
    before = [piece for piece in pieces if _JOINT.search(f" {piece} ")]
    if before or not all(pieces):
        return None
    oxford = bool(pieces) and last.lower().startswith(("and ", "or "))
    if oxford:
        last = last.partition(" ")[2]
    joints = len(_JOINT.findall(f" {last} "))
    if joints > 1 or (not oxford and not joints):
        return None
    ends = [last] if oxford and not joints else _JOINT.split(last)
    items = [*pieces, *ends]
    if any(not 0 < len(item.split()) <= WORDS for item in items) or _mixed(items):
        return None
    fewest = len(pieces) + 1 if joints and (oxford or (_name(ends) and not family)) else len(items)
    if any(item.split()[-1].endswith("s") and _name([item]) for item in items) and len(items) < stated:
        return None  # "the Baltic states, Poland and Finland"
    if len(items) > stated and not family and all(_name([item]) for item in items):
        return None  # "Paris, Texas, and London": places with their states
    return stated if fewest <= stated <= len(items) else len(items)


def _name(items: Sequence[str]) -> bool:
    """Whether all of some items are names."""
    return all(item[:1].isupper() for item in items)


def _mixed(items: Sequence[str]) -> bool:
    """Whether names and other words stand side by side: "Ann Lee, a baker, and Bo Dahl" are two."""
    names = sum(_name([item]) for item in items)
    return 0 < names < len(items)
