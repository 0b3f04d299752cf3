"""The scan that is made for one text finds in it what the scan for all texts finds."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.figures.alternation import NEVER, only_for, whole, words
from factcheck.figures.lexicon import lexicon
from factcheck.figures.scan import pattern, pattern_for

LANGUAGES = ("de", "en", "es", "fr", "uk")
TEXTS = [
    "Nobody wrote a number here, on any day.",
    "About US$5 million, 3 1/2 per cent and twenty-five thousand pounds; half a mile, twice as long as on May 2, 2024.",
    "ſixty Kilometres, TWENTY-FIVE KELVIN and 5 Kelvin",  # letters that fold to s and k
    "Cinq millions d’euros, 3 millions d'euros et d\u02bceuros",
    "п'ять мільйонів і п’ять тисяч гривень, пʼять років",
    "dreihundertfünfundzwanzig Millionen Franken, 10 STRASSEN, 5 straßen",
    "6 ft 5 in, 18 U.S.C. 1001, one-third of 7-Eleven; the second-largest of three dozen, at 7 p.m. on Tuesday",
    "5\u00a0million\u202feuros or 1 000 000 Kč, 20\nmillion\ndollars",
]


def spans(language: str, text: str, *, own: bool) -> list[tuple[int, int]]:
    scan = pattern_for(text, language) if own else pattern(language)
    return [match.span() for match in scan.finditer(text.encode())]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS)
def test_finds_the_same(language: str, text: str) -> None:
    assert spans(language, text, own=True) == spans(language, text, own=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_finds_every_word_of_the_language(language: str) -> None:
    lex = lexicon(language)
    forms = [*lex.numbers, *lex.multipliers, *lex.bare, *lex.currencies, *lex.percent, *lex.hedges, *lex.symbols]
    for n in range(0, len(forms), 40):
        some = forms[n : n + 40]
        text = ". ".join(f"5 {form}, {form} 7, {form.upper()}" for form in some)
        assert spans(language, text, own=True) == spans(language, text, own=False)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*lexicon("en").numbers, *lexicon("en").months, "US$", "£", "per cent", "half", "5",
                                 "1,200.5", "-", "the", "ago", "km", "of", "a", "/", "years", "old", "'", "!"]),
                max_size=30))  # fmt: skip
def test_finds_the_same_in_any_words(parts: list[str]) -> None:
    text = " ".join(parts)
    assert spans("en", text, own=True) == spans("en", text, own=False)


def test_words_that_the_text_lacks_are_left_out() -> None:
    with only_for("It rose by A  third."):
        assert words(["third", "quarter"]) == "(?:third)"
        assert words(["a third"]) == words(["a third", "a fifth"])
        assert whole(["quarter"]) == NEVER
    assert "quarter" in words(["third", "quarter"])


def test_only_the_first_text_of_a_run_has_a_scan_of_its_own() -> None:
    code = (
        "from factcheck import find_figures\n"
        "from factcheck.figures.scan import pattern\n"
        "for n in range(3):\n"
        "    print(find_figures('It cost $5 million.')[0].text, pattern.cache_info().currsize)\n"
        "print(find_figures('word ' * 9000 + '7 km')[0].text)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "$5 million 0\n$5 million 1\n$5 million 1\n7 km\n"
