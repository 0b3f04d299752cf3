"""The phrase language over abstract sentences."""

from __future__ import annotations

import pytest

from factcheck.claims.abstract import abstract
from factcheck.claims.claim import faces
from factcheck.claims.phrase import REACH, BadPhrase, Phrase
from factcheck.figures.reader import find_figures

ROLES = {"whole": ("money",), "part": ("money",)}


def matches(phrase: str, text: str) -> list[tuple[str, ...]]:
    figures = find_figures(text)
    lines = abstract(text, [(0, len(text))], figures, "en")
    found = [roles for line in lines for roles, _, _ in Phrase(phrase, ROLES).matches(line)]
    return [tuple(faces(part)[0].text for part in roles.values()) for roles in found]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("{whole} ({part})", "It cost €5 ($6) in all.", [("€5", "$6")]),
        ("{whole} ({part})", "It cost €5($6) in all.", [("€5", "$6")]),
        ("{whole} ({part})", "It cost €5 (about $6) in all.", [("€5", "$6")]),
        ("{whole} ({part})", "It cost €5\n(nearly\u00a0$6) in all.", [("€5", "$6")]),
        ("{whole} ({part})", "It cost €5 ($6 a day) in all.", []),
        ("{whole} ({part})", "It cost €5. ($6) in all.", []),
        ("{whole} ({part})", "€5 ($6), £7 ($8)", [("€5", "$6"), ("£7", "$8")]),
        ("{whole} \\[{part}\\]", "It cost €5 [$6] in all.", [("€5", "$6")]),
        ("{whole} ({skip}; {part})", "It cost €5 ($6; £4) in all.", [("€5", "£4")]),
        ("{whole}, <of which|including> {part}", "€5, of which $6", [("€5", "$6")]),
        ("{whole}, <of which|including> {part}", "€5, INCLUDING $6", [("€5", "$6")]),
        ("{whole}, <of which|including> {part}", "€5, notincluding $6", []),
        ("{whole} [in all] including {part}", "€5 including $6", [("€5", "$6")]),
        ("{whole} [in all] including {part}", "€5 in all including $6", [("€5", "$6")]),
        ("{whole} [{word}] [{word}] including {part}", "€5 for roads including $6", [("€5", "$6")]),
        ("{whole} [{word}] including {part}", "€5 for big roads including $6", []),
        ("{whole}[,] including {part}", "€5, including $6", [("€5", "$6")]),
        ("{whole} ... including {part}", "€5 for 12 new roads, including $6", [("€5", "$6")]),
        ("{whole} ... including {part}", "€5 or £9 for roads, including $6", [("£9", "$6")]),
        ("{whole} ... including {part}", "€5 for roads. This is all, including $6", []),
        ("{whole} ... including {part}", "€5 " + "and so on " * (REACH // 8) + "including $6", []),
        ("{whole} — {part}", "€5 – $6", [("€5", "$6")]),
        ("{whole} of the day's {part}", "€5 of the day’s $6", [("€5", "$6")]),
    ],
)
def test_matches(phrase: str, text: str, found: list[tuple[str, ...]]) -> None:
    assert matches(phrase, text) == found


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("{whole} of {hole}", "unknown role 'hole'; there are: whole, part, skip, word"),
        ("{whole} of {whole}", "role 'whole' is used twice"),
        ("{whole} <of|in {part}", "missing '>'"),
        ("{whole} [of {part}", "missing ']'"),
        ("{whole} of} {part}", "unexpected '}' at 10"),
        ("{whole of", "missing '}'"),
        ("of the", "has no role"),
    ],
)
def test_refused(phrase: str, reason: str) -> None:
    with pytest.raises(BadPhrase) as problem:
        Phrase(phrase, ROLES)
    assert reason in str(problem.value)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It cost €5. It was $6.", 2),
        ("Mr. Low paid €5 to the U.S. government and Sen. Ray $6.", 1),
        ("He paid €5 (approx. $6) in Jan. 2020.", 1),
        ('"It cost €5." She paid $6.', 2),
        ("It cost €5.50 and $6.", 1),
        ("Was it €5? No: $6!", 2),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(list(abstract(text, [(0, len(text))], find_figures(text), "en"))) == sentences


@pytest.mark.parametrize(
    ("text", "compiled"),
    [
        ("It ROSE from 5 to 6 km.", True),
        ("It roſe from 5 to 6 km.", True),  # the long s is an s to RE2 without case
        ("It was from 5 to 6 km.", False),
        ("It rose 5 to 6 km.", False),
    ],
)
def test_is_compiled_where_the_words_stand_that_every_match_holds(text: str, compiled: bool) -> None:
    phrase = Phrase("rose [steadily] from {a} <to|towards> {b}", {"a": ("count", "quantity"), "b": ("quantity",)})
    found = [
        match for line in abstract(text, [(0, len(text))], find_figures(text), "en") for match in phrase.matches(line)
    ]
    assert ("pattern" in vars(phrase)) is compiled
    assert bool(found) is compiled
