"""What a draft says about two or more figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.figures.figure import Figure
from factcheck.figures.sum import Sum


class Amount:
    """One amount with several faces: a conversion that has been folded ("C$19.5bn ($13.5bn)"). Treat it as frozen."""

    __slots__ = ("end", "faces", "start")

    def __init__(self, faces: tuple[Figure, ...], start: int, end: int) -> None:
        self.faces = faces
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        return self.faces[0].text


class Sentence(NamedTuple):
    """The span in the draft's text of the sentence that makes a claim."""

    start: int
    end: int


Part = Figure | Amount


class Claim(NamedTuple):
    """A kind, and figures in named roles. `sign` is -1 where the words say a fall ("fell 20%"), `number` what else they
    give (twelve months in "a month, or … a year").
    """

    kind: str
    roles: Mapping[str, Figure | Amount]
    sentence: Sentence
    sign: int = 1
    number: int = 1
    phrase: str = ""
    source: str = ""  # of a fact that is no part of the draft

    def figures(self) -> Iterator[Figure]:
        """Every printed figure that the claim is about."""
        for part in self.roles.values():
            yield from printed(part)


def printed(part: Part) -> tuple[Figure, ...]:
    """Every printed figure of a part: the faces of an amount, the addends of a sum."""
    return part.addends if isinstance(part, Sum) else faces(part)


def faces(part: Part) -> tuple[Figure, ...]:
    """The printed figures of a part."""
    return part.faces if isinstance(part, Amount) else (part,)
