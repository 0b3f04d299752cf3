"""The shipped names are those of the installed Babel, and no word of the lexicons was read as something else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml

from factcheck.figures.cldr import NOT_CURRENCIES, names
from factcheck.figures.lexicon import CURRENCIES, LEXICONS, lexicon

#: Codes in use that ISO 4217 does not have.
NOT_ISO = {"BTC", "ETH"}
SHIPPED = json.loads((LEXICONS / "names.en.json").read_text(encoding="utf-8"))
SHARED = yaml.safe_load(CURRENCIES.read_text(encoding="utf-8"))
ENGLISH = yaml.safe_load((LEXICONS / "en.yaml").read_text(encoding="utf-8"))


def leaves(tree: Any) -> Iterator[Any]:
    """Every key and value of a YAML tree."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value)
    else:
        yield tree


def codes() -> Iterator[str]:
    """Every currency code that the tables use."""
    for table in ("symbols", "tokenised"):
        for candidates in SHARED[table].values():
            yield from candidates
    yield from SHARED["common_codes"]
    for entry in [*SHARED["suffixes"].values(), *ENGLISH["currencies"].values()]:
        yield from entry.get("codes", [])
    yield from ENGLISH["qualifiers"].values()
    yield from ENGLISH["evidence"]


def test_the_shipped_names_are_those_of_cldr() -> None:
    assert names("en") == SHIPPED
    assert list(SHIPPED) == sorted(SHIPPED)
    assert not NOT_CURRENCIES & SHIPPED.keys()


def test_names_of_current_and_old_currencies() -> None:
    assert SHIPPED["CAD"] == ["canadian dollar", "canadian dollars"]
    assert "swiss francs" in SHIPPED["CHF"]
    assert {"DEM", "FRF", "ITL", "FIM", "NLG", "ESP"} <= SHIPPED.keys()


def test_every_code_is_a_currency() -> None:
    assert set(codes()) - SHIPPED.keys() - NOT_ISO == set()
    assert not NOT_ISO & SHIPPED.keys()


def test_no_word_is_a_boolean_or_a_null() -> None:
    """YAML reads a bare NO, yes, on, ~ as something else; NOK without its K would be lost silently."""
    lost = [leaf for tree in (SHARED, ENGLISH) for leaf in leaves(tree) if leaf is None or leaf is False]
    assert lost == []
    flags = {key: value for entry in ENGLISH["currencies"].values() for key, value in entry.items() if value is True}
    assert flags.keys() <= {"weak", "open", "lower"}
    assert all(isinstance(word, str) for table in ("symbols", "suffixes") for word in SHARED[table])
    assert all(isinstance(word, str) for words in ENGLISH["hedges"].values() for word in words)


def test_tables_that_refer_to_each_other_agree() -> None:
    lex = lexicon("en")
    assert lex.trailing | lex.touching | set(SHARED["timid"]) | set(SHARED["open"]) <= lex.symbols.keys()
    assert set(SHARED["risky_codes"]) <= lex.symbols.keys() | SHIPPED.keys() | NOT_CURRENCIES
    assert lex.money_scales <= lex.scales.keys()
    assert lex.month_words <= lex.months.keys()
    assert set(SHARED["common_codes"]) <= SHIPPED.keys()
