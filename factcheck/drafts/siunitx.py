r"""siunitx: what `\qty{5}{\km}`, `\num{12000}` and their like print."""

from __future__ import annotations

from typing import NamedTuple

import re2

COMMANDS = frozenset(
    (
        b"num",
        b"qty",
        b"SI",
        b"unit",
        b"si",
        b"ang",
        b"numrange",
        b"qtyrange",
        b"SIrange",
        b"numlist",
        b"qtylist",
        b"EUR",
    )
)
_OPTIONS = re2.compile(rb"\s*\[[^\[\]\\]*\]")
_GROUP = re2.compile(rb"\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_UNIT = re2.compile(r"\\([A-Za-z]+)|([^\\\s{}~.]+)|([~.])")
_NUMBER = re2.compile(r"^[+-]?[0-9][0-9 .,]*$|^[+-]?[.,][0-9]+$")
_POWER = re2.compile(r"^([+-]?[0-9.,]+)[eE]([+-]?[0-9]+)$")
_SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_EXPONENT = re2.compile(r"\^\{?(-?[0-9]+)\}?")
_PREFIXES = {
    "femto": "f", "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da",
    "deka": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "kibi": "Ki",
    "mebi": "Mi", "gibi": "Gi",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "gram": "g", "tonne": "t", "second": "s", "minute": "min", "hour": "h",
    "day": "days", "litre": "l", "liter": "l", "hectare": "ha", "ampere": "A", "kelvin": "K", "mole": "mol",
    "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W", "volt": "V",
    "ohm": "Ω", "farad": "F", "lux": "lx", "becquerel": "Bq", "sievert": "Sv", "gray": "Gy", "bar": "bar",
    "byte": "B", "bit": "bit", "decibel": "dB", "electronvolt": "eV", "celsius": "°C", "degreeCelsius": "°C",
    "degree": "°", "percent": "%", "arcminute": "′", "arcsecond": "″", "kilogram": "kg", "m": "m", "km": "km",
    "cm": "cm", "mm": "mm", "um": "µm", "nm": "nm", "g": "g", "kg": "kg", "mg": "mg", "ug": "µg", "s": "s",
    "ms": "ms", "h": "h", "l": "l", "L": "l", "ml": "ml", "mL": "ml", "hl": "hl", "A": "A", "mA": "mA",
    "K": "K", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "N": "N", "kN": "kN", "Pa": "Pa",
    "kPa": "kPa", "MPa": "MPa", "J": "J", "kJ": "kJ", "MJ": "MJ", "W": "W", "kW": "kW", "MW": "MW", "GW": "GW",
    "kWh": "kWh", "eV": "eV", "V": "V", "kV": "kV", "dB": "dB", "euro": "€", "EUR": "€", "USD": "USD",
    "mile": "miles", "foot": "feet",
}  # fmt: skip
_AFTER = {"squared": "²", "cubed": "³"}
_BEFORE = {"square": "²", "cubic": "³"}


class Read(NamedTuple):
    """The command up to `end` reads as `text`, None where it is not read; `start:stop` if that stands verbatim."""

    end: int
    text: str | None
    start: int = 0
    stop: int = 0


def read(data: bytes, name: bytes, at: int) -> Read | None:
    """What a command of COMMANDS prints whose name ends at `at`; None where its arguments are missing."""
    options = _OPTIONS.match(data, at)
    at = options.end() if options else at
    groups: list[re2._Match] = []
    for _ in range(
        3 if name in (b"qtyrange", b"SIrange") else 1 if name in (b"num", b"unit", b"si", b"ang", b"EUR") else 2
    ):
        options = _OPTIONS.match(data, at)  # \SI{5}[\$]{...}: a unit before the number
        group = _GROUP.match(data, options.end() if options else at)
        if group is None or (name == b"numlist" and groups):
            break
        groups.append(group)
        at = group.end()
    if not groups:
        return None
    said = [group.group(1).decode(errors="replace").strip() for group in groups]
    if name == b"num" and _NUMBER.match(said[0]):
        whole = groups[0].group(1)
        start = groups[0].start(1) + len(whole) - len(whole.lstrip())
        return Read(at, said[0], start, start + len(whole.strip()))
    return Read(at, _text(name, said))


def _text(name: bytes, said: list[str]) -> str | None:
    if name in (b"unit", b"si"):
        return _unit(said[0])
    if name in (b"numlist", b"qtylist"):
        return None
    count = 2 if name.endswith(b"range") else 1
    numbers = [_number(one) for one in said[:count]]
    if len(said) < count or None in numbers:
        return None
    text = " to ".join(one for one in numbers if one is not None)
    if name in (b"num", b"numrange"):
        return text
    if name == b"ang":
        return f"{text}°"
    unit = "€" if name == b"EUR" else _unit(said[count]) if len(said) > count else ""
    if unit is None:
        return None
    if not unit:
        return text
    return text + unit if unit[0] in "°′″%" and unit != "°C" else f"{text}\u00a0{unit}"


def _number(said: str) -> str | None:
    if _NUMBER.match(said):
        return said
    power = _POWER.match(said)
    return f"{power.group(1)} × 10{power.group(2).translate(_SUPERSCRIPT)}" if power else None


def _unit(said: str) -> str | None:
    """A unit as it is printed, None where it holds what is not known here."""
    text, prefix, raised, per = "", "", "", False
    for macro, letters, joint in _UNIT.findall(said):
        if joint:
            text += "·"
        elif letters:
            text += _EXPONENT.sub(lambda found: found.group(1).translate(_SUPERSCRIPT), letters)
        elif macro in _PREFIXES:
            prefix = _PREFIXES[macro]
        elif macro in _BEFORE:
            raised = _BEFORE[macro]
        elif macro in _AFTER:
            text += _AFTER[macro]
        elif macro == "per":
            per = True
        elif macro in _UNITS:
            text += "/" if per else "·" if text and text[-1] not in "·/" else ""
            text += prefix + _UNITS[macro] + raised
            prefix, raised, per = "", "", False
        else:
            return None
    return text
