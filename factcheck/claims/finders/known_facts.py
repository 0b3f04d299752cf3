"""Facts that a house knows, and what a draft says of the same subject: "the population of Leeds is 812,000".

The words of the subject must stand there as they are, with the figure behind them after nothing but the words of
`LINKS`, or set off by a comma or bracket, or before them after a word such as "the". A sentence that names another year
than the fact's speaks of another time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import re2

from factcheck.claims.abstract import AMOUNT, PLACEHOLDER, Line
from factcheck.claims.claim import Claim, faces
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure

#: What may stand between a subject and its figure, in any number and order.
LINKS = {
    "en": "is was are were has had of at a an the now currently stands stood totals totalled comes came to remains "
    "still today some approximately",
    "de": "ist war sind waren hat hatte von bei rund etwa derzeit heute",
    "fr": "est était sont étaient a avait de à environ actuellement",
    "es": "es era son eran tiene tenía de en unos actualmente",
    "uk": "є був була було становить становила має мала",
}
#: What stands before a figure that its subject follows: "the 150 seats in parliament".
ALL = {
    "en": "the all its total of", "de": "die alle", "fr": "les ses", "es": "los las sus", "uk": "всі усі",
}  # fmt: skip


class KnownFact(NamedTuple):
    """A subject in the draft's words, its figure, the day from which it holds (None: always), and where it is from."""

    subjects: tuple[str, ...]
    figure: Figure
    day: date | None
    source: str
    pattern: re2._Regexp


def known_fact(subjects: Sequence[str], figure: Figure, day: date | None, source: str, language: str) -> KnownFact:
    """A fact ready to be looked for."""
    one = PLACEHOLDER[figure.kind] + (AMOUNT if figure.kind == "money" else "")
    links, before = (re2.escape(table.get(language, "")).replace("\\ ", "|") for table in (LINKS, ALL))
    words = "|".join(re2.escape(" ".join(subject.split())) for subject in subjects)
    options = re2.Options()
    options.case_sensitive = False
    pattern = re2.compile(
        rf"\b(?:{words})(?: (?:{links}))+ ([{one}])"
        rf"|\b(?:{words}) ?[,:(—] ?([{one}]) ?(?:[,.);—]|$)"
        rf"|\b(?:{before}) ([{one}]) (?:{words})\b",
        options,
    )
    return KnownFact(tuple(subjects), figure, day, source, pattern)


def no_facts(*_: object) -> list[Claim]:
    """What there is to find without facts."""
    return []


def known_facts(draft: Draft, lines: Sequence[Line], facts: Sequence[KnownFact], kind: str) -> list[Claim]:
    """A claim for each figure that the draft prints for a known subject: `stated`, and the fact's as `known`.

    The fact is in no place of the draft: its figure takes the span of the one that is held against it.
    """
    day = draft.date.day if draft.date else None
    current = [fact for fact in facts if fact.day is None or day is None or fact.day <= day]
    found: dict[tuple[int, str], Claim] = {}
    for line in lines:
        for fact in current:
            for stated in _stated(line, fact):
                known = _at(fact.figure, stated)
                claim = Claim(
                    kind=kind, roles={"stated": stated, "known": known}, sentence=line.sentence, source=fact.source
                )
                found.setdefault((stated.start, fact.subjects[0]), claim)
    return list(found.values())


def _stated(line: Line, fact: KnownFact) -> Iterator[Figure]:
    """The figures of a sentence that are printed for the fact's subject."""
    if PLACEHOLDER[fact.figure.kind].encode() not in line.data and AMOUNT.encode() not in line.data:
        return
    for match in fact.pattern.finditer(line.data):
        part = line.parts[max(match.start(group) for group in (1, 2, 3))]
        figure = next((face for face in faces(part) if _alike(face, fact.figure)), None)
        if figure is not None and not _of_another_time(line, fact):
            yield figure


def _alike(figure: Figure, known: Figure) -> bool:
    return (figure.kind, figure.currency, figure.unit) == (known.kind, known.currency, known.unit)


def _of_another_time(line: Line, fact: KnownFact) -> bool:
    """Whether the sentence names a year that is not the fact's."""
    for part in line.parts.values():
        figure = faces(part)[0]
        year = int(figure.value) if figure.kind == "year" else figure.when.year if figure.when else None
        if year is not None and (fact.day is None or year != fact.day.year):
            return True
    return False


def _at(known: Figure, stated: Figure) -> Figure:
    # what is known is meant to its last digit: 150 seats are 150
    whole = known.scale == 1 and known.hedge is None and known.grain >= 1
    grain = Decimal(0) if whole else known.grain
    return Figure(
        known.kind, known.text, stated.start, stated.end, known.value, grain, ends=known.ends, hedge=known.hedge,
        currencies=known.currencies, possible=known.possible, unit=known.unit, scale=known.scale, fair=known.fair,
    )  # fmt: skip
