"""The phrase language: a claim as it is written, compiled to a pattern over abstract sentences.

Words are literal and matched without case. `{role}` is a figure, `{skip}` one figure of any kind that takes no role,
`{count}`, `{year}` … one of that kind, `{word}` one word, `{place}` a name that is no month, `{words}` some words
without punctuation, `{few}` one to eight words or dates, none of them in the list `breaks`, `<a|b>` alternatives, `[x]`
optional, `\\[` and `\\]` the characters, `...` a bounded gap inside the sentence, `{begin}` its beginning, `{end}` its
end, a closing bracket or a dash. Neither `...`, `{words}` nor `{few}` holds a figure of a kind that the phrase's own
roles take. Hedge words belong to the figure that follows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

import re2

from factcheck.claims.abstract import AMOUNT, ANY, PLACEHOLDER, Line
from factcheck.claims.claim import Part, faces
from factcheck.claims.condition import Condition
from factcheck.claims.known import known
from factcheck.figures.figure import KINDS

#: The longest gap that `...` or `{words}` stands for, in bytes of the abstract sentence.
REACH = 90
#: The kinds of figure that say when, which stand among the words of `{few}`.
TIMES = ("day", "weekday", "year", "ordinal", "duration")
#: The most words that `{few}` stands for.
FEW = 8
#: What `{word}` stands for.
WORD = rf"[^\s{ANY}()\[\],;:—]+"
#: What `{begin}` stands for: the beginning of the sentence.
BEGIN = r"(?:^[\"']?)"
#: What `{end}` stands for: the end of the sentence, a closing bracket or a dash.
END = r"(?:[.!?\"']*$|[).] ?| — )"
#: What `{place}` stands for, and what it does not.
_PLACE = re2.compile(rb"(?:the )?[A-Z].*")
_MONTH = re2.compile(
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: .*)?|(?:Q\d|FY|Easter|Christmas|Ramadan)\b.*"
)


class BadPhrase(ValueError):
    """A phrase that cannot be compiled; the text says what is wrong with which part."""


class Phrase:
    """One compiled phrase. `roles` maps each role to the kinds of figure that it takes."""

    def __init__(
        self, text: str, roles: Mapping[str, tuple[str, ...]], *, sign: int = 1, number: int = 1,
        where: Condition | None = None, sure: bool = False, unlike: bool = False, breaks: Iterable[str] = (),
        lists: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """`breaks` are the words that `{few}` does not hold: those that begin another clause. `lists` are the patterns
        of lists of plain words by name (`<@name>`).
        """
        self.text = text
        self._lists = lists or {}
        self._breaks = frozenset(word.encode() for word in breaks)
        self.sign = sign
        self.number = number
        self.where = where
        self.sure = sure
        self.unlike = unlike
        self._roles = roles
        self.names: list[str] = []
        taken = {kind for name in roles if f"{{{name}}}" in text for kind in roles[name]}
        self._gap = rf"([^{characters(taken)}]*?)"
        self._words = rf"([^,;:()\[\]—{characters(taken)}]+?)"
        self._few = rf"([^,;:()\[\]—{characters(tuple(set(KINDS) - set(TIMES) | taken))}]+?)"
        self._gaps: list[int] = []
        self._fews: list[int] = []
        self._named: list[int] = []
        self._needed: list[str] = []  # words that are in every match, in one case
        self._groups = 0
        body = self._compile()
        # a phrase that begins or ends with words does so at a word's edge
        body = (r"\b" if text.lstrip("<@")[:1].isalnum() else "") + body
        body += r"\b" if text.rstrip(">")[-1:].isalnum() else ""
        self.source = body  # as a pattern of RE2

    @cached_property
    def pattern(self) -> re2._Regexp:
        """Compiled when a sentence first holds what the phrase takes: most runs never need most phrases."""
        options = re2.Options()
        options.case_sensitive = False
        return re2.compile(self.source, options)

    def matches(self, line: Line) -> Iterator[tuple[dict[str, Part], int, int]]:
        """Every match in a sentence, also overlapping ones: figures by role, and the span of the match."""
        if "pattern" not in vars(self) and not self._may_be_in(line.data.decode().casefold()):
            return
        at = 0
        while (found := self.pattern.search(line.data, at)) is not None:
            if self._short(found) and not self._broken(found):
                roles = {name: line.parts[found.start(group)] for name, group in self._positions}
                yield roles, found.start(), found.end()
            first = min((found.start(group) for _, group in self._positions))
            at = max(first + 1, at + 1)

    def _may_be_in(self, text: str) -> bool:
        """Whether a sentence in one case holds every word that stands in all matches: asked before compiling."""
        return all(word in text for word in self._needed)

    def _short(self, found: re2._Match) -> bool:
        """Whether no gap of a match is longer than it may be."""
        return all(found.end(gap) - found.start(gap) <= REACH for gap in self._gaps)

    def _broken(self, found: re2._Match) -> bool:
        """Whether the few words somewhere in a match are many, or begin another clause."""
        for few in self._fews:
            words = (found.group(few) or b"").lower().split()
            if len(words) > FEW or not self._breaks.isdisjoint(words):
                return True
        return any(
            not _PLACE.fullmatch(found.group(name)) or _MONTH.fullmatch(found.group(name)) for name in self._named
        )

    def accepts(self, roles: Mapping[str, Part]) -> bool:
        """Whether the figures satisfy the phrase's own condition."""
        return self.where is None or self.where.holds({name: faces(part) for name, part in roles.items()})

    def _compile(self) -> str:
        self._positions: list[tuple[str, int]] = []
        pattern, at = self._sequence(0, "")
        if at != len(self.text):
            raise BadPhrase(f"phrase {self.text!r}: unexpected {self.text[at]!r} at {at}")
        if not self._positions:
            raise BadPhrase(f"phrase {self.text!r} has no role")
        return pattern

    def _sequence(self, at: int, closers: str) -> tuple[str, int]:
        """The pattern of the text from `at` to a closing character; an optional part takes its space with it."""
        out: list[str] = []
        text = self.text
        while at < len(text) and text[at] not in closers:
            character = text[at]
            if text.startswith("...", at):
                if out and out[-1] == " ":
                    out.pop()
                    if text[at - 2] in ">" or text[at - 2].isalnum():
                        out.append(r"\b")
                self._groups += 1
                self._gaps.append(self._groups)
                out.append(self._gap)
                at += 3
                if at < len(text) and text[at] == " ":
                    at += 1
                    if at < len(text) and text[at].isalnum():
                        out.append(r"\b")
            elif character == "{":
                pattern, at = self._role(at)
                out.append(pattern)
            elif character == "[":
                inner, at = self._sequence(at + 1, "]")
                at = self._closed(at, "]")
                lazy = "?" if self._few in inner else ""  # what may be left out first
                apart = not out or out[-1] == " " or out[-1].endswith((" )?", " )??"))
                if apart and text[at : at + 1] == " ":
                    out.append(f"(?:{inner} )?{lazy}")
                    at += 1
                elif out and out[-1] == " " and not inner.endswith(" "):
                    out[-1] = f"(?: {inner})?{lazy}"
                else:
                    out.append(f"(?:{inner})?{lazy}")
            elif character == "<":
                alternatives = []
                while True:
                    inner, at = self._list(at + 2) if text[at + 1 : at + 2] == "@" else self._sequence(at + 1, "|>")
                    alternatives.append(inner)
                    if at >= len(text) or text[at] != "|":
                        break
                at = self._closed(at, ">")
                if out and out[-1] == self._gap and all(s[:1].isalnum() for a in alternatives for s in a.split("|")):
                    out.append(r"\b")  # "in proportion of" holds no "portion of"
                out.append("(?:" + "|".join(alternatives) + ")")
            elif character == "\\" and at + 1 < len(text):
                out.append(re2.escape(text[at + 1]))
                at += 2
            elif character in "}]>|":
                raise BadPhrase(f"phrase {text!r}: unexpected {character!r} at {at}")
            else:
                start, at = at, at + 1
                if character.isalnum():
                    while at < len(text) and text[at].isalnum():
                        at += 1
                if character.isalnum() and not closers:
                    self._needed.append(text[start:at].casefold())
                out.append(text[start:at] if character.isalnum() else _literal(character, text[at : at + 1]))
        return "".join(out), at

    def _list(self, at: int) -> tuple[str, int]:
        """The pattern of a list of words, and where its name ends."""
        end = at
        while self.text[end : end + 1] not in ("|", ">", ""):
            end += 1
        name = self.text[at:end]
        if name not in self._lists:
            raise BadPhrase(f"phrase {self.text!r}: unknown list {name!r}{known(name, sorted(self._lists))}")
        return self._lists[name], end

    def _role(self, at: int) -> tuple[str, int]:
        end = self.text.find("}", at)
        if end < 0:
            raise BadPhrase(f"phrase {self.text!r}: missing '}}'")
        name = self.text[at + 1 : end]
        if name not in self._roles:
            return self._filler(name), end + 1
        if name in self.names:
            raise BadPhrase(f"phrase {self.text!r}: role {name!r} is used twice")
        self.names.append(name)
        self._groups += 1
        self._positions.append((name, self._groups))
        return f"([{characters(self._roles[name])}])", end + 1

    def _filler(self, name: str) -> str:
        """What stands in braces and takes no role."""
        if name == "word":
            return WORD
        if name == "place":
            self._groups += 1
            self._named.append(self._groups)
            return f"({WORD}(?: {WORD})?)"
        if name == "words":
            self._groups += 1
            self._gaps.append(self._groups)
            return self._words
        if name == "end":
            return END
        if name == "begin":
            return BEGIN
        if name == "few":
            self._groups += 1
            self._fews.append(self._groups)
            return self._few
        if name == "skip" or name in PLACEHOLDER:
            return f"[{ANY if name == 'skip' else characters((name,))}]"
        names = [*self._roles, "skip", "word", "words", "few", "place", "begin", "end", *PLACEHOLDER]
        raise BadPhrase(f"phrase {self.text!r}: unknown role {name!r}{known(name, names)}")

    def _closed(self, at: int, closer: str) -> int:
        if at >= len(self.text) or self.text[at] != closer:
            raise BadPhrase(f"phrase {self.text!r}: missing {closer!r}")
        return at + 1


@lru_cache(maxsize=1024)
def any_of(forms: tuple[str, ...]) -> str:
    """The pattern of any of some forms that are plain words."""
    return "|".join(
        form if form.isalnum() else "".join(_literal(c, form[n + 1 : n + 2]) for n, c in enumerate(form))
        for form in forms
    )


def characters(kinds: set[str] | tuple[str, ...]) -> str:
    """The placeholders of some kinds; folded conversions stand wherever money does."""
    return "".join(sorted(PLACEHOLDER[kind] for kind in kinds)) + (AMOUNT if "money" in kinds else "")


def _literal(character: str, following: str) -> str:
    """One character of a phrase; a space before a bracket may be missing in print."""
    if character == " ":
        return " ?" if following == "(" else " "
    return character if character.isalnum() else str(re2.escape(character))
