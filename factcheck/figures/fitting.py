"""Whether the unit after a number is meant: "15m deep" but not "15m people", "12st" but not "21st", "two feet"."""

from __future__ import annotations

from factcheck.figures.measures import DEGREES, Unit
from factcheck.figures.raw import Parser, Raw

_NAME_LENGTH = 24  # of the longest unit that may stand before "(15m)", with what else the bracket holds
_YEARS = (1500, 2100)
#: One or two of these in words are parts of the body or an idiom ("on two feet", "one day").
_IDIOMS = {"foot": 2, "day": 1, "yard": 1}
_CLOSERS = frozenset({")", "]", ",", ";", "."})
_DASHES = ("-", "–")
_KNOTS = frozenset({"kt", "kts"})
_FEW = 5  # fewer stones than this in words are stones


def fitting_unit(text: str, raw: Raw, reader: Parser) -> Raw | None:
    """The number with the unit that its surroundings allow, or without; None where then nothing is left to read."""
    unit = raw.after.unit
    if unit is None:
        return _metres(text, raw, reader)
    if raw.after.currency is not None:  # pounds: whether others are money is asked where money is decided
        if not raw.before.symbol and _bracketed(text, raw, reader, reader.measures.weight_units):
            return raw._replace(after=raw.after._replace(currency=None, kind=unit.kind))
        return raw
    if raw.before.symbol:
        return without_unit(raw) if unit.kind != "multiple" else None
    number = raw.number
    if unit.name == "stone":
        if text[raw.end - 2 : raw.end] == "st" and number.value % 10 == 1 and number.value % 100 != 11:
            return None  # 21st
        if raw.words and number.value < _FEW:
            return without_unit(raw)  # "two stone lions"
    if text[raw.end - raw.after.tail : raw.end] in _KNOTS:
        return raw if _bracketed(text, raw, reader, reader.measures.speed_units) else None  # not kilotons or carats
    loose = raw.after.tail == 2 and text[raw.end - 2].isspace()
    if loose and unit.name in DEGREES and not _closed(text, raw.end):
        return without_unit(raw)  # "5 C notes", but "38 C (100.4 F)"
    if raw.words and 0 < number.value <= _IDIOMS.get(unit.name, 0):
        return without_unit(raw)
    if unit.kind == "duration" and _YEARS[0] <= number.value <= _YEARS[1] and text.startswith(number.plain, raw.start):
        return without_unit(raw)  # "in 2016 days after", but not "1,957 days"
    return raw


def _closed(text: str, end: int) -> bool:
    """Whether a number's clause ends, or a bracket opens after it."""
    return text[end : end + 1] in _CLOSERS or text[end : end + 2] in (" (", " [")


def without_unit(raw: Raw) -> Raw:
    """The number alone."""
    after = raw.after._replace(kind=None, unit=None, tail=0)
    return raw._replace(end=raw.end - raw.after.tail, after=after)


def _metres(text: str, raw: Raw, reader: Parser) -> Raw | None:
    """The number as metres or millimetres, if no currency makes its letter a scale word and its surroundings say so."""
    after, table = raw.after, reader.measures
    name = table.letters[after.scale_word]
    if raw.before.symbol or after.currency is not None or after.kind is not None or after.qualifier is not None:
        return raw
    if text[raw.end - 1] != "m" or (name == "meter" and not _of_length(text, raw, reader)):
        return raw
    factor = after.scale / reader.lex.scales[after.scale_word].factor
    return raw._replace(after=after._replace(scale=factor, scale_word="", kind="quantity", unit=Unit("quantity", name)))


def _of_length(text: str, raw: Raw, reader: Parser) -> bool:
    """Whether a word of length follows a number ("15m deep"), or brackets join it to a length ("3m (10ft)")."""
    tail = text[raw.end : raw.end + 24].replace("-", " ").split()
    if tail and tail[0].strip(".,;:)").lower() in reader.measures.length_words:
        return True
    return _bracketed(text, raw, reader, reader.measures.length_units)


def _bracketed(text: str, raw: Raw, reader: Parser, units: frozenset[str]) -> bool:
    """Whether brackets join a number to one with a unit of a list: "3m (10ft)", "10ft (3m)", "10-foot-tall (3m)"."""
    tail = text[raw.end : raw.end + 24].replace("-", " ").split()
    if tail and tail[0][0] in "([":
        return any(_unit_of(word) in units for word in tail[:2])
    head = text[max(0, raw.outer - _NAME_LENGTH) : raw.outer]
    opened, bracket, inside = head.rpartition("(")
    if not bracket or not _begins_range(inside.lstrip("~"), reader):
        return False
    before = opened.replace("-", " ").split()
    if len(before) > 1 and before[-1] in reader.measures.length_words:
        before.pop()
    return bool(before) and _unit_of(before[-1]) in units


def _begins_range(inside: str, reader: Parser) -> bool:
    """Whether what stands in a bracket before a number is nothing, or the lower end of its range ("(1 to 1.5 m)")."""
    words = inside.replace("-", " - ").replace("–", " – ").split()
    if not words:
        return True
    return (
        len(words) == 2 and words[0].replace(".", "", 1).isdigit() and words[1] in (*_DASHES, *reader.lex.range["to"])
    )


def _unit_of(word: str) -> str:
    """The letters of "(10ft)", "30-foot" and "feet)"."""
    return word.strip("()[],.;:").lstrip("0123456789.,½¼¾").lower()
