"""A language's words for figures, from `lexicons/<language>.yaml` and the CLDR names beside it."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.parsed import kept

LEXICONS = Path(__file__).with_name("lexicons")
CURRENCIES = Path(__file__).with_name("currencies.yaml")


_FLAT = {ord("-"): " ", ord("’"): "'", ord("ʼ"): "'"}


class Scale(NamedTuple):
    """A scale word: its factor and the row of its table, within which a suggested figure stays."""

    factor: Decimal
    row: int


class CurrencyWord(NamedTuple):
    """What a currency's name or symbol can mean: candidates (the default first), and minor units in a major one.

    A `weak` word is a currency only with help from its surroundings ("208 pounds" is a weight). An `open` one has no
    common default: without evidence every candidate is possible. `scale` is a factor in the word itself ("250 MSEK").
    A `lower` one is a currency in lower case only ("50 sen", but "Nov. 5 Sen. Smith").
    """

    codes: tuple[str, ...]
    minor: int = 1
    weak: bool = False
    excluded: frozenset[str] = frozenset()
    open: bool = False
    scale: int = 1
    lower: bool = False


class Lexicon:
    """All tables of one language, looked up by lower-cased words (symbols keep their case)."""

    def __init__(self, language: str) -> None:
        data = read_yaml(LEXICONS / f"{language}.yaml")
        shared = read_yaml(CURRENCIES)
        self.language = language
        self.tables: dict[str, Any] = data  # the whole file: units, ratios, labels … have readers of their own
        self.group: str = data["group"]
        #: The marks between thousands; white space stands there in every language.
        self.groups: str = "".join(mark for mark in data["group"] + data["other_groups"] if not mark.isspace())
        self.plain_spaces: bool = data["spaces"] == "any"
        self.decimal: str = data["decimal"]
        self.leading: str = data["leading"]
        self.numbers: dict[str, int] = {flat(word): value for word, value in data["numbers"].items()}
        self.multipliers: dict[str, int] = {flat(word): value for word, value in data["multipliers"].items()}
        self.compounds: bool = data["number_words"] == "together"
        self.articles: list[str] = data["articles"]
        self.of: list[str] = data["of"]
        self.before_scales: list[str] = data["before_scales"]
        self.bare: list[str] = data["bare"]
        self.joiners: list[str] = data["and"]
        self.fractions: dict[str, Fraction] = {word: Fraction(value) for word, value in data["fractions"].items()}
        self.mixed: dict[str, Fraction] = {word: Fraction(value) for word, value in data["mixed"].items()}
        self.ascii_numbers: bool = all(word[0].isascii() for word in (*self.numbers, *self.multipliers, *self.bare))
        self.scale_rows: list[dict[str, int]] = data["scales"]
        self.scales: dict[str, Scale] = {}
        for number, row in enumerate(self.scale_rows):
            for word, factor in row.items():
                self.scales.setdefault(word.lower(), Scale(Decimal(factor), number))
        self.money_scales: frozenset[str] = frozenset(data["money_scales"])
        self.short_scales: list[str] = data.get("short_scales", [])
        self.hedges: dict[str, str] = {word: name for name, words in data["hedges"].items() for word in words}
        self.percent: frozenset[str] = frozenset(map(flat, data["percent"]))
        self.points: frozenset[str] = frozenset(map(flat, data["points"]))
        self.basis_points: frozenset[str] = frozenset(map(flat, data["basis_points"]))
        self.months: dict[str, int] = data["months"]
        self.month_words: frozenset[str] = frozenset(data["month_words"])
        self.weekdays: dict[str, int] = {**data["weekdays"], **data["short_weekdays"]}
        self.short_weekdays: dict[str, int] = data["short_weekdays"]
        self.ordinals: list[str] = data["ordinals"]
        self.dates: dict[str, Any] = data["dates"]
        self.clock: list[str] = data["clock"]
        self.linkers: list[str] = data["linkers"]
        self.range: dict[str, list[str]] = data["range"]
        self.abbreviations: list[str] = data["abbreviations"]
        self.rate_days: dict[str, Any] = data["rate_days"]
        self.qualifiers: dict[str, str] = data["qualifiers"]
        self.also_names: frozenset[str] = frozenset(data.get("also_names", ()))
        self.name_phrases: frozenset[str] = frozenset(data.get("name_phrases", ()))
        self.prices_of: frozenset[str] = frozenset(data.get("prices_of", ()))
        self.cents_next: frozenset[str] = frozenset(data.get("cents_next", ()))
        self.not_before_name: frozenset[str] = frozenset(data.get("not_before_name", ()))
        self.after_name: frozenset[str] = frozenset(data.get("after_name", ()))
        self.stacks: frozenset[str] = frozenset(data.get("stacks", ()))
        self.not_fraction: frozenset[str] = frozenset(data.get("not_fraction", ()))
        self.evidence: dict[str, list[str]] = data["evidence"]

        self.symbols: dict[str, CurrencyWord] = _symbols(shared) | {
            symbol: CurrencyWord(tuple(codes)) for symbol, codes in data["symbols"].items()
        }
        self.tokenised: list[str] = list(shared["tokenised"])
        self.common_codes: frozenset[str] = frozenset(_common_codes(shared["common_codes"]))
        self.trailing: frozenset[str] = frozenset([*shared["trailing"], *data["trailing"]])
        self.touching: frozenset[str] = frozenset(shared["touching"])
        self.behind: frozenset[str] = self.trailing | self.touching | self.common_codes  # what stands after a number
        self.timid: frozenset[str] = frozenset(shared["timid"])
        self.vouched: frozenset[str] = frozenset(shared["vouched"])
        self.vouched_by_millions: frozenset[str] = frozenset(shared["vouched_by_millions"])
        self.dotted: frozenset[str] = frozenset(shared["dotted"])
        self.cents: frozenset[str] = frozenset(data.get("cents", ()))
        self.dollars: frozenset[str] = frozenset(data.get("dollars", ()))
        self.of_cents: frozenset[str] = frozenset(shared["of_cents"])
        self.names_before: frozenset[str] = frozenset(data.get("names_before", ()))
        self.no_minor: frozenset[str] = frozenset(shared["no_minor"])
        self.risky_codes: frozenset[str] = frozenset(shared["risky_codes"])
        names = json.loads((LEXICONS / f"names.{language}.json").read_text(encoding="utf-8"))
        self.codes: frozenset[str] = frozenset(names)
        self.suffixes = {
            word: CurrencyWord(
                self._codes(entry), entry["minor"], excluded=frozenset(str(n) for n in entry.get("not", ()))
            )
            for word, entry in shared["suffixes"].items()
        }
        self.currencies = _cldr_words(names, data["inflected"])
        for entry in data["currencies"].values():
            word = CurrencyWord(
                self._codes(entry), entry.get("minor", 1), entry.get("weak", False), open=entry.get("open", False),
                scale=entry.get("scale", 1), lower=entry.get("lower", False),
            )  # fmt: skip
            self.currencies.update({flat(form): word for form in entry["forms"]})
        everything = [*self.symbols.values(), *self.currencies.values()]
        self.open: frozenset[tuple[str, ...]] = frozenset(word.codes for word in everything if word.open)

    def _codes(self, entry: dict[str, Any]) -> tuple[str, ...]:
        return self.symbols[entry["like"]].codes if "like" in entry else tuple(entry["codes"])


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; ValueError names the languages that there are."""
    if not (LEXICONS / f"{language}.yaml").is_file():
        known = ", ".join(sorted(path.stem for path in LEXICONS.glob("??.yaml")))
        raise ValueError(f"no lexicon for language {language!r}; there are: {known}")
    return Lexicon(language)


def _symbols(shared: dict[str, Any]) -> dict[str, CurrencyWord]:
    """The table of symbols, with what newsrooms make of its rows: "CAD$", "usd$", "hk$", "usd", "MSEK"."""
    table = {symbol: CurrencyWord(tuple(codes), open=symbol in shared["open"])
             for symbol, codes in [*shared["symbols"].items(), *shared["tokenised"].items()]}  # fmt: skip
    for code in shared["symbols"]["$"]:
        table.setdefault(f"{code}$", CurrencyWord((code,)))
        table.setdefault(f"{code} $", CurrencyWord((code,)))
    for symbol, word in list(table.items()):
        if symbol.endswith("$") and len(symbol) > 2 and " " not in symbol:
            table.setdefault(symbol.lower(), word)  # "us $" is a pronoun, "a$" an article
    return _common_codes(shared["common_codes"]) | table


def _common_codes(codes: list[str]) -> dict[str, CurrencyWord]:
    """Codes as they are typed in lower case, and with the M for millions or k for thousands of company reports."""
    lower = {code.lower(): CurrencyWord((code,)) for code in codes}
    thousands = {f"{k}{code}": CurrencyWord((code,), scale=1_000) for code in codes for k in "kK"}
    thousands |= {f"T{code}": CurrencyWord((code,), scale=1_000) for code in ("EUR", "SEK", "CHF")}
    return lower | thousands | {f"M{code}": CurrencyWord((code,), scale=1_000_000) for code in codes}


def flat(text: str) -> str:
    """How words are looked up: lower case, one space for any white space or hyphen, one kind of apostrophe."""
    return " ".join(text.lower().translate(_FLAT).split())


def _cldr_words(names: dict[str, list[str]], inflected: dict[str, list[str]]) -> dict[str, CurrencyWord]:
    """The names of CLDR, and their forms in the cases that it lacks: each ending stands for others."""
    codes: dict[str, list[str]] = {}
    for code, forms in names.items():
        others = (form.replace(a, b) for form in forms for a, ends in inflected.items() if a in form for b in ends)
        for form in dict.fromkeys(map(flat, [*forms, *others])):
            codes.setdefault(form, []).append(code)
    return {form: CurrencyWord(tuple(candidates)) for form, candidates in codes.items()}


def read_yaml(path: Path) -> Any:
    """The data of one of the package's tables; what was parsed once is kept."""
    return kept(path, _parse)


def _parse(text: str) -> Any:
    import yaml

    return yaml.load(text, Loader=yaml.CSafeLoader)
