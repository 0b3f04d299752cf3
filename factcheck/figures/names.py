"""What a currency's name or letter beside a number needs to be money.

"2016 Rand" is a year and a person, "in 2016 dollars" a year, "P15 billion" pesos in a story from Manila, and "rupees 20
crore" an amount whose name comes first.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.currency import supported
from factcheck.figures.lexicon import CurrencyWord, Lexicon, flat
from factcheck.figures.raw import NOTHING, Before, Parser, Raw

_YEARS = range(1900, 2101)
_LARGE = Decimal(1000)
_MILLION = Decimal(1_000_000)
_REACH = 24
_JOINERS = frozenset("&-'’/.")
_ENDS = frozenset(".,;:!?)]\"”’'\n")


def without_name(text: str, raw: Raw, reader: Parser) -> Raw:
    """The number without a name after it that is no currency here: a year's prices, a person, a team, the euro zone."""
    name = text[raw.start : raw.end].split()[-1]
    word = reader.lex.currencies.get(name.lower())
    if word is None or word != raw.after.currency:  # a name in several words, or a code
        if raw.after.scale != 1 or not _of_a_year(text, raw, False, reader.lex):
            return raw
        return raw._replace(end=raw.start + len(raw.number.plain), after=NOTHING)
    alone, capital = raw.after.scale == word.scale, name[0].isupper() and not name.isupper()
    named = capital and (word.lower or (alone and name.lower() in reader.lex.also_names))
    if not (
        named or (alone and _of_a_year(text, raw, capital, reader.lex)) or _of_a_phrase(text, raw, name, reader.lex)
    ):
        return raw
    end = raw.end - len(name)
    after = raw.after._replace(scale=raw.after.scale / word.scale, currency=None, unit=None, tail=0)
    return raw._replace(end=raw.start + len(text[raw.start : end].rstrip(" -\n\xa0")), after=after)


def _of_a_year(text: str, raw: Raw, capital: bool, lex: Lexicon) -> bool:
    """Whether the number before a name is a year: "the 2016 Euro", "in 2016 dollars"."""
    plain = raw.number.plain
    if len(plain) != 4 or not plain.isdigit() or int(plain) not in _YEARS or not text.startswith(plain, raw.start):
        return False
    lead = text[max(0, raw.start - _REACH) : raw.start].lower().split()
    return capital or (bool(lead) and lead[-1] in lex.prices_of)


def _of_a_phrase(text: str, raw: Raw, name: str, lex: Lexicon) -> bool:
    """Whether a name and the word after it are a phrase of their own: "19 euro zone countries"."""
    following = text[raw.end : raw.end + _REACH].replace("-", " ").split(None, 1)
    return bool(following) and f"{name.lower()} {following[0].rstrip('.,;:')}" in lex.name_phrases


def without_letters(text: str, raw: Raw, reader: Parser) -> Raw:
    """The amount without a currency for which nothing in the draft vouches ("P15 billion" far from Manila).

    Where white space stands between the two, the number is left ("Malcolm X 5 million").
    """
    currency = raw.before.currency
    if currency is None:
        return raw
    joined = text[raw.start - 1 : raw.start] in _JOINERS  # "S&P 5,000"
    tight = len(raw.before.symbol) > 1 or raw.before.length == 1
    if raw.after.scale >= _MILLION and tight and not joined and raw.before.symbol in reader.lex.vouched_by_millions:
        return raw
    large = raw.after.scale != 1 or raw.number.value >= _LARGE
    if large and not joined and supported(text, reader.lex.language, currency.codes):
        return raw
    if not text[raw.start + raw.before.length - 1].isspace():
        return raw._replace(before=raw.before._replace(currency=None))
    start = raw.start + raw.before.length
    return raw._replace(start=start, outer=start, before=Before(None, None, 0, ""))


def named_before(text: str, raw: Raw, word: str, lex: Lexicon) -> Raw:
    """The number with the name before it: "dollar 22.5 million", "rupees 20 crore in all"; alone where it is none.

    Only a scale word makes such an amount, and nothing that it might count may follow.
    """
    after = raw.after
    if (
        after.scale < _LARGE
        or after.currency is not None
        or after.kind is not None
        or raw.before != Before(None, None, 0, "")
    ):
        return raw
    if not counts_nothing(text, raw.end, lex.after_name):
        return raw
    start = text.rindex(word, 0, raw.start)
    lead = text[max(0, start - _REACH) : start].split()
    currency = lex.currencies[word.lower()]
    if lead and lead[-1] != lead[-1].lower():  # "Canadian dollars 5 million"
        qualified = lex.currencies.get(flat(f"{lead[-1]} {word}"))
        if qualified is None:
            return raw
        currency, start = qualified, text.rindex(lead[-1], 0, start)
    elif lead and (lead[-1].lower() in lex.not_before_name or lead[-1][-1].isdigit() or _number(lead[-1], lex)):
        return raw
    printed = text[start : raw.start]
    before = Before(None, CurrencyWord(currency.codes, open=currency.open), len(printed), printed.strip())
    return raw._replace(start=start, outer=start, before=before)


def _number(word: str, lex: Lexicon) -> bool:
    word = word.lower().rpartition("-")[2]
    return word in lex.numbers or word in lex.multipliers or word in lex.scales


def counts_nothing(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether a clause ends at a place, or one of some words follows, so that nothing is counted there."""
    following = text[at : at + _REACH]
    if not following or following[0] in _ENDS:
        return following[1:2].isspace() or not following[1:2].isalnum()
    head = following.split(None, 1)[0] if following[0].isspace() else ""
    return not head or head.rstrip(".,;:!?)") in words


def clause_ends(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether a sentence or a bracket ends at a place, or one of some words follows."""
    following = text[at : at + _REACH]
    if not following.strip() or following.startswith("\n\n"):
        return True
    if following[0] in ".;!?)":
        return not following[1:2].isalnum()
    if following[0] == ",":
        return bool(words) and not following[1:].lstrip()[:1].isdigit()
    return following[0] == " " and following.split(None, 1)[0].rstrip(".,;:!?)") in words
