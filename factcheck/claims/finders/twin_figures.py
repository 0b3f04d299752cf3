"""Two figures of a text that look like one fact printed twice: slips of the same digits, and "the $4.8bn loan"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, faces
from factcheck.claims.finders.headline import HEADS
from factcheck.claims.finders.measure import comparable, one_measure, pairs, period, said
from factcheck.claims.finders.mention import Mention, Mentions, Vocabulary, is_table, vocabulary
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.slips import digits, slip

_KINDS = frozenset({"money", "count", "percent", "quantity"})
#: Digits that two figures must share to look like one: by a scale word, by two that change places, by all but one.
_SAME, _SWAPPED, _ALL_BUT_ONE = 2, 3, 4
#: Words that two sentences must share; more where the figures' own nouns are not the same, or one digit differs.
_SHARED, _WITHOUT_NOUN, _ONE_DIGIT = 2, 3, 4
#: As many pairs of near digits as this are columns of prices.
_COLUMNS = 3
#: Digits in more figures than this are no slip but a common number.
_COMMON = 6
_PLACES = 12  # digits beyond these are not compared

_REACH = 8  # characters before a figure in which its article stands

Place = tuple[Line, Figure]


def twins(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Pairs of figures of one measure that a slip or a definite article makes one fact, in sentences of the text."""
    words = vocabulary(language)
    if words is None:
        return []
    places = [
        (line, figure)
        for line in lines
        for part in line.parts.values()
        if (figure := faces(part)[0]).kind in _KINDS and figure.value >= figure.grain * 10
    ]
    if len(places) < 2:
        return []
    mentions = Mentions(words)
    told = pairs(claims)
    times = Counter((figure.kind, figure.value) for _, figure in places)
    found: dict[frozenset[str], Claim] = {}
    for kind, a, b in [*_slips(places), *_definite(draft, places, words)]:
        key = frozenset({a[1].printed_value(), b[1].printed_value()})
        if key in told or key in found or draft.block_at(a[1].start).role in HEADS or a[0] is b[0]:
            continue
        first, second = mentions.at(*a), mentions.at(*b)
        if times[b[1].kind, b[1].value] == 1 and _one_fact(kind, first, second):  # what stands twice is meant
            roles = {"first": first.figure, "second": second.figure}
            found[key] = Claim(kind=kind, roles=roles, sentence=second.line.sentence)
    near = [key for key, claim in found.items() if claim.kind == "near_digits"]
    return [claim for key, claim in found.items() if len(near) < _COLUMNS or key not in near]


def _slips(places: Sequence[Place]) -> Iterator[tuple[str, Place, Place]]:
    """Pairs whose digits are the same under another scale word, or the same but for a swap or one digit."""
    by_digits: dict[tuple[object, ...], list[Place]] = {}
    for place in places:
        figure = place[1]
        text = digits(figure)[:_PLACES]
        unit = (figure.kind, figure.unit, figure.currency)
        size = figure.value.adjusted()
        keys: list[tuple[object, ...]] = []
        if len(text) >= _SAME and figure.scale != 1:
            keys.append(("other_scale", *unit, text))
        if len(text) >= _SWAPPED:
            keys.append(("near_digits", *unit, size, "".join(sorted(text))))
        if len(text) >= _ALL_BUT_ONE:
            keys += [("near_digits", *unit, size, text[:n] + "." + text[n + 1 :]) for n in range(len(text))]
        for key in keys:
            by_digits.setdefault(key, []).append(place)
    for key, group in by_digits.items():
        if 1 < len(group) <= _COMMON:
            for a, b in combinations(group, 2):
                kind = slip(a[1], b[1])
                if kind is not None and (kind == "scale") == (key[0] == "other_scale") and kind != "tens":
                    yield str(key[0]), a, b


def _definite(draft: Draft, places: Sequence[Place], words: Vocabulary) -> Iterator[tuple[str, Place, Place]]:
    """Amounts that an article takes up again ("the $4.8bn loan"), with the earlier ones that are not far from them."""
    earlier: list[Place] = []
    for place in places:
        figure = place[1]
        if figure.kind != "money" or figure.scale == 1:
            continue
        before = draft.text[max(0, figure.outer_start - _REACH) : figure.outer_start].lower().split()
        if before and before[-1] in words.definite and draft.text[figure.end : figure.end + 2].strip()[:1].isalpha():
            for other in earlier[-_COMMON:]:
                low, high = sorted((other[1].value, figure.value))
                if low < high < 2 * low:
                    yield "restatement", other, place
        earlier.append(place)


def _one_fact(kind: str, first: Mention, second: Mention) -> bool:
    """Whether two sentences say one thing of their figures."""
    a, b = first.figure, second.figure
    if not comparable(a, b) or said(a).meets(said(b)) or not one_measure(first, second):
        return False
    if first.apart or second.apart or first.moment != second.moment:
        return False
    if (first.unsure or second.unsure) and kind != "other_scale":
        return False
    noun = not set(first.noun).isdisjoint(second.noun)
    thing = noun or len(first.things & second.things) >= _SHARED
    if is_table(first.line) or is_table(second.line):
        return False
    if kind == "near_digits" and (not noun or first.way or second.way):
        return False
    if period(first.line) != period(second.line) or (kind == "restatement" and not noun):
        return False
    shared = len(first.words & second.words)
    return shared >= (_ONE_DIGIT if slip(a, b) == "digit" else _SHARED if thing else _WITHOUT_NOUN)
