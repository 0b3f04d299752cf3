"""What holds in every language: its tables are sound, every word of them is read, and no text breaks the reading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.figures.cldr import names
from factcheck.figures.lexicon import LEXICONS, lexicon
from factcheck.figures.printing import like
from factcheck.figures.reader import find_figures

LANGUAGES = sorted(path.stem for path in LEXICONS.glob("??.yaml"))
DATA = {language: yaml.safe_load((LEXICONS / f"{language}.yaml").read_text(encoding="utf-8")) for language in LANGUAGES}
SHIPPED = {
    language: json.loads((LEXICONS / f"names.{language}.json").read_text(encoding="utf-8")) for language in LANGUAGES
}
OTHERS = [language for language in LANGUAGES if language != "en"]
#: Codes in use that ISO 4217 does not have.
NOT_ISO = {"BTC", "ETH"}


def words(tree: Any) -> Iterator[Any]:
    """Every word of a table, keys of dictionaries among them."""
    for leaf in tree:
        if isinstance(tree, dict) and isinstance(tree[leaf], dict | list):
            yield from words(tree[leaf])
        else:
            yield leaf


def test_a_language_without_a_lexicon_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match=r"'xx'.* de, en, es, fr, uk$"):
        lexicon("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_names_are_those_of_cldr(language: str) -> None:
    assert names(language) == SHIPPED[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_a_currency(language: str) -> None:
    data = DATA[language]
    used = [code for entry in data["currencies"].values() for code in entry.get("codes", [])]
    used += [*data["evidence"], *data["qualifiers"].values()]
    used += [code for codes in data["symbols"].values() for code in codes]
    assert set(used) - SHIPPED[language].keys() - NOT_ISO == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_a_word(language: str) -> None:
    """YAML reads a bare null, no, yes or on as something else."""
    data = DATA[language]
    tables = (
        "numbers",
        "multipliers",
        "hedges",
        "percent",
        "points",
        "months",
        "weekdays",
        "evidence",
        "abbreviations",
    )
    assert [word for table in tables for word in words(data[table]) if not isinstance(word, str)] == []
    assert [form for entry in data["currencies"].values() for form in entry["forms"] if not isinstance(form, str)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_tables_of_english_that_reading_needs(language: str) -> None:
    optional = DATA["en"].keys() - set.intersection(*(set(DATA[other]) for other in LANGUAGES))
    assert "currencies" not in optional
    assert DATA[language].keys() <= DATA["en"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_currency_is_read(language: str) -> None:
    unread = []
    lex = lexicon(language)
    for form, word in lex.currencies.items():
        if form in lex.qualifiers:  # "10 pounds sterling"
            continue
        found = find_figures(f"— 3000000 {form}, —", language)
        if not (found and found[0].kind == "money" and set(found[0].possible) <= set(word.codes)):
            unread.append(form)
    assert unread == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_beside_a_number_is_read(language: str) -> None:
    lex, one = lexicon(language), f"1{lexicon(language).decimal}5"
    unread = [form for form in lex.percent if [f.kind for f in find_figures(f"{one} {form}", language)] != ["percent"]]
    unread += [form for form in lex.points if [f.kind for f in find_figures(f"{one} {form}", language)] != ["points"]]
    for form, name in lex.hedges.items():
        if [f.hedge for f in find_figures(f"— {form} {one}", language)] != [name]:
            unread.append(form)
    for form, scale in lex.scales.items():
        if [f.value for f in find_figures(f"{one} {form} EUR", language)] != [scale.factor * 3 / 2]:
            unread.append(form)
    assert unread == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_number_word_month_and_weekday_is_read(language: str) -> None:
    lex = lexicon(language)
    of = f" {lex.dates['of'][0]}" if lex.dates["of"] else ""
    unread = [form for form, value in lex.numbers.items() if [f.value for f in find_figures(form, language)] != [value]]
    for form, number in lex.months.items():
        found = find_figures(f"7{'.' if '.' in lex.ordinals else ''}{of} {form} 2024,", language)
        if [f.printed_value() for f in found] != [f"2024-{number:02}-07"]:
            unread.append(form)
    for form, number in lex.weekdays.items():
        if [f.printed_value() for f in find_figures(f"— {form.capitalize()} —", language)] != [str(number)]:
            unread.append(form)
    assert unread == []


def pieces(language: str) -> list[str]:
    """What the figures of a language are made of, so that random texts are dense with them."""
    lex = lexicon(language)
    tables = [lex.numbers, lex.multipliers, lex.fractions, lex.mixed, lex.hedges, lex.scales, lex.percent, lex.points]
    tables += [
        lex.months,
        lex.weekdays,
        lex.ordinals,
        lex.linkers,
        lex.clock,
        *lex.range.values(),
        list(lex.currencies)[:60],
    ]
    return [
        *"0123456789.,-–−$€£%()/'’½ \n\u00a0\u202f",
        *(word for table in tables for word in table),
        "é",
        "ї",
        "\ud800",
    ]


@pytest.mark.parametrize("language", OTHERS)
@given(data=st.data())
def test_reading_never_raises_and_spans_are_exact(language: str, data: st.DataObject) -> None:
    piece = st.sampled_from(pieces(language))
    text = data.draw(
        st.one_of(st.lists(piece, max_size=20).map(" ".join), st.lists(piece, max_size=20).map("".join), st.text())
    )
    end = 0
    for figure in find_figures(text, language):
        assert text[figure.start : figure.end] == figure.text
        assert figure.text == figure.text.strip() != ""
        assert end <= figure.outer_start <= figure.start < figure.end
        end = figure.end
        assert figure.value.is_finite()
        assert (figure.kind == "money") == (figure.currency is not None)


@pytest.mark.parametrize(
    ("language", "figure", "value", "printed"),
    [
        ("de", "19,5 Milliarden kanadische Dollar", "13.5e6", "13,5 Millionen kanadische Dollar"),
        ("de", "5 Mio. €", "1.2e9", "1,2 Mrd. €"),
        ("de", "1.234,50 Euro", "4321.5", "4.321,50 Euro"),
        ("fr", "2,5 millions d'euros", "3.4e9", "3,4 milliards d'euros"),
        ("es", "3.500 millones de dólares", "2.1e12", "2,1 billones de dólares"),
        ("uk", "3,1 млрд доларів", "2.2e6", "2,2 млн доларів"),
        ("uk", "середу", "5", "П'ятниця"),
    ],
)
def test_a_suggested_figure_is_printed_in_its_language(language: str, figure: str, value: str, printed: str) -> None:
    assert like(find_figures(figure, language)[0], Decimal(value), language) == printed
