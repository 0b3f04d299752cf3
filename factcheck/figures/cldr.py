"""Writes `lexicons/names.<language>.json`: the currency names of a language as CLDR (through Babel) has them.

Run `python -m factcheck.figures.cldr` after a new Babel; a test keeps the files current. They are shipped, so that
a cold start neither imports Babel nor needs it.
"""

from __future__ import annotations

import json
from pathlib import Path

LEXICONS = Path(__file__).with_name("lexicons")

#: Codes of ISO 4217 that name no currency: metals, funds, bond units, testing codes.
NOT_CURRENCIES = frozenset(
    {"XAU", "XAG", "XPT", "XPD", "XTS", "XXX", "XBA", "XBB", "XBC", "XBD", "XDR", "XEU", "XFO", "XFU", "XRE", "XSU"}
    | {"XUA", "USN", "USS", "BOV", "CHE", "CHW", "CLF", "COU", "MXV", "UYI", "UYW", "ZZZ"}
)


def names(language: str) -> dict[str, list[str]]:
    """ISO 4217 code -> every form of its name in lower case, singular and plural, in code order."""
    from babel import Locale
    from babel.numbers import get_currency_name

    locale = Locale.parse(language)
    plain: dict[str, list[str]] = {}
    dated: dict[str, set[str]] = {}  # CLDR tells an old currency from its successor by years in brackets
    for code in sorted(set(locale.currencies) - NOT_CURRENCIES):
        forms = {get_currency_name(code, count, locale=locale) for count in (None, 1, 2, 5, 1.5)} - {code}
        plain[code] = sorted({form.lower() for form in forms if "(" not in form})
        dated[code] = {form.partition(" (")[0].lower() for form in forms if "(" in form}
    current = {form for forms in plain.values() for form in forms}
    return {code: forms + sorted(dated[code] - current - set(forms)) for code, forms in plain.items()}


def main() -> None:
    """Write the file of every language that has a lexicon, beside the old one and then over it."""
    for lexicon in sorted(LEXICONS.glob("??.yaml")):
        target = LEXICONS / f"names.{lexicon.stem}.json"
        beside = target.with_suffix(".new")
        lines = ",\n".join(
            f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in names(lexicon.stem).items()
        )
        beside.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
        beside.replace(target)


if __name__ == "__main__":
    main()
