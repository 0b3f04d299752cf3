"""Numbers whose commas stand where no thousands are: "1,0000", "800,00 workers", "$1.234.567".

A claim needs something that makes it one number (a currency, a noun, zeros that end no list, other commas in their
place), and nothing that explains the marks otherwise: lists, sets, chemistry, dates, places in a book, a decimal comma,
a footnote that stuck to the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import re2

from factcheck.claims.abstract import Line
from factcheck.claims.claim import Claim, Sentence
from factcheck.claims.finders.suspects import (
    Surroundings,
    Words,
    around,
    counted,
    measured,
    printed,
    suspects,
    words_of,
)
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

_THREE = 3
_YEARS = (1500, 2100)
_MOST_DIGITS = 18
_REACH = 12
#: What touches no number of prose: sets, coordinates, code, chemistry, fractions, codes.
_TOUCHING = frozenset("{}[]<>=\\^_|*+~`/#:;-–'’&@×°\"")
_CURRENCY = frozenset("$£€¥₹")
_ENGLISH = frozenset("$£")  # whose cents stand behind a point
_OWN_MARKS = re2.compile(r"[^\d.,]\d{1,3},\d{3}[^\d,]|[^\d.,]\d+\.\d{1,2}[^\d.]")
_LISTED_BEHIND = re2.compile(r"^,? ?(?:and|or|&|,)? ?\d")
_LISTED_BEFORE = re2.compile(r"\d(?:,|, | and | or |,? and )$")


def groupings(
    draft: Draft, figures: Sequence[Figure], claims: Sequence[Claim], lines: Sequence[Line], language: str
) -> list[Claim]:
    """Each such `number` with the `group` at fault, whose value is how many digits it has, and two readings of it."""
    words = words_of(language)
    found: list[Claim] = []
    if words is None:
        return found
    text = draft.text
    for start, end in suspects(text, language):
        token = text[start:end]
        if not _digits_and_marks(token) or len(token) > _MOST_DIGITS:
            continue
        groups = token.split(",")
        if "," not in token:
            found += _by_points(text, start, end, words)
            continue
        whole, point, rest = groups[-1].partition(".")
        groups[-1] = whole
        wrong = _wrong(groups)
        if (
            wrong is None
            or "." in rest
            or text[end : end + 1].isalnum()
            or not _one_number(text, start, end, groups, words)
        ):
            continue
        first = start + sum(len(group) + 1 for group in groups[:wrong])
        things = bool(point) or _things(text, start, end, words)
        readings = [_plain("".join(groups), point + rest), _plain(_by_commas(groups, things), point + rest)]
        found.append(_claim(text, (start, end), (first, first + len(groups[wrong])), readings))
    return found


def _digits_and_marks(token: str) -> bool:
    return token[0].isdigit() and token[-1].isdigit() and token.isascii() and not set(token) - set("0123456789.,")


def _wrong(groups: list[str]) -> int | None:
    """The first group that is none of thousands; None where all are, or all are lakhs and crores."""
    if len(groups[0]) <= 2 and len(groups[-1]) == _THREE and all(len(group) == 2 for group in groups[1:-1]):
        return None
    wrong = [n for n, group in enumerate(groups) if n and len(group) != _THREE]
    return wrong[0] if wrong else 0 if len(groups[0]) > _THREE else None


def _one_number(text: str, start: int, end: int, groups: list[str], words: Words) -> bool:
    """Whether nothing but a slip explains the commas."""
    here = around(text, start, end)
    if groups[0].startswith("0") or _elsewhere(text, start, end, here, words):
        return False
    money = here.before in _CURRENCY
    amount = money or _amount(here, words)
    hedged = here.word.lower() in words.hedged
    noun = _counts(here, words, hedged) or _joined(text, end, here, words)
    if len(groups) > 2:
        if not money and all(len(group) < _THREE for group in groups):
            return False  # "3,4,5"
        if any(len(group) == _THREE for group in groups[1:]) or amount or noun:
            return True
    if len(groups[0]) > _THREE and len(groups[-1]) == _THREE and (amount or noun):
        return True
    if here.word.lower() in words.months or (not amount and _listed(text, start, end, groups, noun or hedged)):
        return False
    last = groups[-1]
    if len(groups) == 2 and len(last) < _THREE:
        # a decimal comma, unless people are counted, or the writer's decimals have points
        followed = here.behind and here.behind[0].islower() and here.behind[0] not in words.stops
        full = last == "00" and len(groups[0]) == _THREE and followed and not amount  # "220,00 new places"
        noun = noun or bool(full)
        alone = amount or hedged or (here.word in words.reached and not here.behind)
        return len(last) == 2 and (noun or here.before in _ENGLISH or (alone and _own_marks(text)))
    extra = last[_THREE:].strip("0") == "" and len(last) > _THREE
    return extra or amount or noun or hedged


def _elsewhere(text: str, start: int, end: int, here: Surroundings, words: Words) -> bool:
    """Whether the number is part of a name, a formula, a longer one, or a place in a book."""
    if here.before and (here.before.isalnum() or here.before in _TOUCHING or here.before in ".,%"):
        return True
    if here.after and (here.after.isalnum() or here.after in _TOUCHING) and not _joined(text, end, here, words):
        return True
    if here.after and here.after in ",." and text[end + 1 : end + 2].isdigit():
        return True
    if here.before == "(" and here.after == ")":
        return True
    return here.word.strip("(“\"'‘").lower() in words.labels


def _joined(text: str, end: int, here: Surroundings, words: Words) -> bool:
    """Whether a hyphen joins a noun to the number: "-mile"; or a plus says that it is more."""
    noun = text[end + 1 : end + _REACH].partition(" ")[0].strip(".,;:)") if here.after == "-" else ""
    return noun in words.compounds or (here.after == "+" and text[end + 1 : end + 2] == " ")


def _listed(text: str, start: int, end: int, groups: list[str], one: bool) -> bool:
    """Whether the parts may be numbers of their own: years, neighbours ("levels 9,10"), items of a list; what is `one`
    by the words around it may look like years.
    """
    values = [int(group) for group in groups]
    if not one and any(len(group) == 4 and _YEARS[0] <= int(group) <= _YEARS[1] for group in groups):
        return True
    if len(values) == 2 and values[1] == values[0] + 1:
        return True
    behind, head = text[end : end + 6], text[max(0, start - 6) : start]
    return _LISTED_BEHIND.search(behind) is not None or _LISTED_BEFORE.search(head) is not None


def _amount(here: Surroundings, words: Words) -> bool:
    """Whether a scale, a currency or a unit follows."""
    if here.after == "%":
        return True
    return here.after.isspace() and bool(here.behind) and measured(here.behind[0], words)


def _things(text: str, start: int, end: int, words: Words) -> bool:
    """Whether what is counted comes whole."""
    here = around(text, start, end)
    return _counts(here, words, here.word.lower() in words.hedged) or _joined(text, end, here, words)


def _counts(here: Surroundings, words: Words, hedged: bool) -> bool:
    """Whether a noun in the plural follows, with one word before it at most; names do behind a hedge ("Americans")."""
    if counted(here, words):
        return True
    behind = here.behind
    if not behind or here.after != " " or behind[0] in words.stops or not (behind[0].islower() or hedged):
        return False
    if any(measured(word, words) for word in behind[:2]):
        return False
    nouns = [word for word in behind[:2] if word.endswith("s") and not word.endswith("ss")]
    return any((word.islower() or hedged) and len(word) > _THREE and word not in words.stops for word in nouns)


@lru_cache(maxsize=2)
def _marks(text: str) -> int:
    return sum(1 for _, _match in zip(range(3), _OWN_MARKS.finditer(text), strict=False))


def _own_marks(text: str) -> bool:
    """Whether the draft writes English numbers elsewhere, with commas for thousands or points for decimals."""
    return _marks(text) > 0


def _by_commas(groups: list[str], things: bool) -> str:
    """The digits as the commas have them: groups filled or cut to three, or a lone comma as a decimal mark, but not
    of `things` that are counted.
    """
    head, tail = groups[0], groups[1:]
    if len(groups) == 2 and not things and (len(head) > _THREE or not _only_zeros_wrong(tail[0])):
        return f"{head}.{tail[0]}"
    if len(groups) > 2 and len(tail[-1]) == 2 and tail[-1] != "00" and all(len(group) == _THREE for group in tail[:-1]):
        return "".join([head, *tail[:-1]]) + "." + tail[-1]  # "$1,299,99"
    if len(head) > _THREE:
        return "".join([head[:_THREE], *tail])
    return head + "".join(_of_three(group, len(groups) > 2) for group in tail)


def _only_zeros_wrong(group: str) -> bool:
    return not group.strip("0") or (len(group) > _THREE and not group[_THREE:].strip("0"))


def _of_three(group: str, inside: bool) -> str:
    """A group with the digits that it should have: a zero lost, or a zero or a doubled digit too many."""
    if len(group) < _THREE:
        return group.zfill(_THREE) if inside else group.ljust(_THREE, "0")
    while len(group) > _THREE:
        doubled = next((n for n in range(1, len(group)) if group[n] == group[n - 1]), len(group) - 1)
        doubled = len(group) - 1 if group.endswith("0") or not inside else doubled
        group = group[:doubled] + group[doubled + 1 :]
    return group


def _plain(digits: str, rest: str) -> str:
    whole, point, decimals = digits.partition(".")
    return f"{int(whole):,}{point}{decimals}{rest}"


def _by_points(text: str, start: int, end: int, words: Words) -> list[Claim]:
    """ "$1.234.567" and "1.234.56 people": thousands with points, which English has for decimals."""
    token = text[start:end]
    groups = token.split(".")
    if len(groups) < _THREE or not 1 <= len(groups[0]) <= _THREE or groups[0].startswith("0"):
        return []
    here = around(text, start, end)
    if _elsewhere(text, start, end, here, words) or any(len(group) != _THREE for group in groups[1:-1]):
        return []
    low = here.behind[0].lower() if here.behind and here.after.isspace() else ""
    if not (here.before in _CURRENCY or counted(here, words) or low in words.money):
        return []
    joined = "".join(groups)
    cents = len(groups[-1]) == 2
    by_marks = _plain("".join(groups[:-1]), "." + groups[-1]) if cents else _plain(joined, "")
    if not cents and len(groups[-1]) != _THREE:
        return []
    at = start + len(groups[0]) + 1
    return [_claim(text, (start, end), (at, at + len(groups[1])), [_plain(joined, ""), by_marks], groups=Decimal(0))]


def _claim(
    text: str, span: tuple[int, int], group: tuple[int, int], readings: list[str], groups: Decimal | None = None
) -> Claim:
    digits, commas = (printed(text, *span, Decimal(said.replace(",", "")), said) for said in readings)
    roles = {
        "number": printed(text, *span, digits.value),
        "group": printed(text, *group, group[1] - group[0] if groups is None else groups),
        "by_digits": digits,
        "by_commas": commas,
    }
    return Claim(kind="grouping", roles=roles, sentence=Sentence(*span))
