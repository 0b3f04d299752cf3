"""One number with all that adjoins it becomes a figure."""

from __future__ import annotations

from decimal import Decimal

from factcheck.figures.figure import Figure
from factcheck.figures.fitting import fitting_unit
from factcheck.figures.lexicon import CurrencyWord, Lexicon, flat
from factcheck.figures.measures import DEGREES
from factcheck.figures.names import without_name
from factcheck.figures.number import Number
from factcheck.figures.ratios import times
from factcheck.figures.raw import NOTHING, NOTHING_BEFORE, Parser, Raw
from factcheck.figures.reading import grain_of
from factcheck.figures.scan import MINUS

_ONE = Decimal(1)
_YEARS = range(1500, 2101)
_LARGE = Decimal(10_000)
_MOST_HEDGES = 3  # words before the amount in a bracket
_HOT = 150  # degrees that are no weather
_MINUS = frozenset(MINUS)
_OPENERS = frozenset(" \n\t\xa0([|")


def currency_of(raw: Raw, reader: Parser) -> CurrencyWord | None:
    """What the currency words around a number say, or None where it is not money."""
    before, after = raw.before.currency, raw.after.currency
    lex = reader.lex
    symbol = raw.before.symbol
    scaled = raw.after.scale != 1
    if before is not None and symbol in lex.risky_codes and not scaled:
        before = None
    if before is not None and symbol in lex.timid and not scaled and raw.number.value < 100:
        before = None
    if after is not None and raw.number.plain in after.excluded:
        after = None
    word = before or after
    if word is None:
        return None
    code = raw.after.qualifier
    if before is not None and after is not None:
        shared = tuple(c for c in before.codes if c in after.codes)
        word = before._replace(codes=shared or before.codes)
    return word._replace(codes=(code,)) if code and (code in word.codes or len(word.codes) > 1) else word


def build(text: str, raw: Raw, reader: Parser) -> Figure | None:
    """The figure of one number, or None where what adjoins it is nothing that is read yet (5 km, 3D)."""
    if raw.after == NOTHING and not raw.before.symbol:
        return _bare(text, raw)
    lex = reader.lex
    if raw.after.unit is not None or raw.after.scale_word in reader.measures.letters:
        fitted = fitting_unit(text, raw, reader)
        if fitted is None:
            return None
        raw = fitted
    if raw.after.currency is not None:
        raw = without_name(text, raw, reader)
        if raw.after == NOTHING and not raw.before.symbol:
            return _bare(text, raw)
    after = raw.after
    if raw.before.symbol:
        raw = without_symbol(raw) if after.kind is not None else signed(text, raw)
        if currency_of(raw, reader) is None and text[raw.start + len(raw.before.symbol)].isspace():
            raw = without_symbol(raw)
    elif after.currency is not None and raw.number.plain in after.currency.excluded:
        return None  # "1080p"
    scale = after.scale
    kind = after.kind
    currencies: tuple[str, ...] = ()
    minor = 1
    unit = None
    word = currency_of(raw, reader)
    if kind is None and word is not None and not (word.weak and not weak_word_is_money(text, raw, scale, reader)):
        kind, currencies, minor = "money", word.codes, word.minor
        if currencies[0] in lex.dotted and scale == 1 and raw.number.plain[-4:-3] == ".":
            raw = raw._replace(number=Number(raw.number.value * 1000, raw.number.plain.replace(".", "")))
    elif raw.before.symbol or (kind is None and after.scale_word in lex.money_scales):
        return None  # a letter that may be a unit
    if kind is None:
        kind = "count"
        if _is_year(raw):
            kind = "year"
        elif after.unit is not None:  # pounds that are no money
            kind, word, unit = after.unit.kind, None, after.unit.name
    elif after.unit is not None and kind == after.unit.kind:
        unit = after.unit.name
    elif kind == "basis points":
        kind, scale, unit = "points", scale / 100, "bp"
    if word is not None and kind == "count":
        unit = text[raw.start : raw.end].split()[-1]
    if word is None and after.qualifier is not None:
        raw = without_qualifier(text, raw, lex)
        if _is_year(raw):
            kind = "year"
    scale /= minor
    if kind == "multiple":
        return times(text, raw, reader.lex.language)
    value = raw.number.value * scale
    grain = Decimal(1) if kind == "year" else _grain(raw, scale, kind, unit)
    hedge = "more than" if after.more and not raw.before.hedge else raw.before.hedge
    return Figure(
        kind, text[raw.start : raw.end], raw.start, raw.end, value, grain, hedge=hedge, currencies=currencies,
        unit=unit, outer_start=raw.outer, scale=after.scale,
    )  # fmt: skip


def _bare(text: str, raw: Raw) -> Figure:
    """The figure of a number without unit, scale word or currency, as most are."""
    year = _is_year(raw)
    if raw.words and raw.number.value == 1 and raw.before.hedge == "about":
        raw = raw._replace(outer=raw.start, before=NOTHING_BEFORE)  # "about one of them", "around one person"
    return Figure(
        "year" if year else "count", text[raw.start : raw.end], raw.start, raw.end, raw.number.value,
        _ONE if year else grain_of(raw.number.plain, _ONE), hedge=raw.before.hedge, outer_start=raw.outer,
    )  # fmt: skip


def without_symbol(raw: Raw) -> Raw:
    """The number alone: a percentage has no currency ("the CAD 2%"), "Euro 2020" and "TOP 10" are no money."""
    start = raw.start + raw.before.length
    return raw._replace(start=start, outer=start, before=NOTHING_BEFORE)


def without_qualifier(text: str, raw: Raw, lex: Lexicon) -> Raw:
    """The number alone where no currency is for a word to settle: "30,000 U.S. troops"."""
    printed = text[raw.start : raw.end]
    size = max((len(word) for word in lex.qualifiers if printed.endswith(word)), default=0)
    end = raw.start + len(printed[: len(printed) - size].rstrip())
    return raw._replace(end=end, after=raw.after._replace(qualifier=None))


def signed(text: str, raw: Raw) -> Raw:
    """The amount with a minus that touches its symbol, if the minus joins nothing to the left ("-$5 million")."""
    at = raw.start - 1
    if raw.before.hedge or text[at : at + 1] not in _MINUS or (at > 0 and text[at - 1] not in _OPENERS):
        return raw
    return raw._replace(start=at, outer=at, number=raw.number._replace(value=-raw.number.value))


def _grain(raw: Raw, scale: Decimal, kind: str, unit: str | None) -> Decimal:
    weather = unit in DEGREES and abs(raw.number.value) < _HOT
    if (kind in ("percent", "points") or weather) and "." not in raw.number.plain:
        return scale  # percentages have the grain of the last digit printed, and so has the weather
    if raw.after.scale != 1 or "." in raw.number.plain:
        return grain_of(raw.number.plain if "." in raw.number.plain else "1", Decimal(1)) * scale
    return grain_of(raw.number.plain, Decimal(1)) * scale


def _is_year(raw: Raw) -> bool:
    plain = raw.number.plain
    return (
        len(plain) == 4
        and plain.isdigit()
        and raw.end - raw.start == 4
        and raw.after.scale == 1
        and int(plain) in _YEARS
        and not raw.words
    )


def weak_word_is_money(text: str, raw: Raw, scale: Decimal, reader: Parser) -> bool:
    """Whether a word such as "pounds", "won" or "crowns" is money here: a large sum, or one about to be converted."""
    if text[raw.start - 2 : raw.start] in ("= ", "=\xa0"):  # "($1 = 0.71 pounds)"
        return True
    following = text[raw.end : raw.end + 14].lstrip()
    if following.startswith("of "):
        return False
    if following.startswith(("(", "[")):
        behind = text[raw.end : raw.end + 60].partition(")")[2]
        if behind.startswith(" of "):  # "200 pounds ($3,000) of flour"
            return False
        if any(sign in following for sign in "$€£¥"):
            return True
        weight = raw.after.unit is not None and scale * raw.number.value < _LARGE
        return not weight and _holds_money(text[raw.end : raw.end + 60], reader)
    return scale * raw.number.value >= _LARGE


def _holds_money(following: str, reader: Parser) -> bool:
    """Whether a bracket begins with an amount in the words of a currency: "(105 million euros, $116 million)"."""
    words = following.lstrip(" ([").split()
    at = next((n for n, word in enumerate(words[:_MOST_HEDGES]) if word[0].isdigit()), None)
    if at is None:
        return False
    at += 1
    if at < len(words) and words[at].lower() in reader.lex.scales:
        at += 1
    for size in (2, 1):
        name = " ".join(words[at : at + size]).partition(")")[0].rstrip(".,;:]")
        currency = reader.lex.currencies.get(flat(name))
        if name in reader.lex.codes or (currency is not None and not currency.weak and currency.minor == 1):
            return True
    return False
