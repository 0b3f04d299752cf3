"""Figures as CSV: RFC 4180, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest
from figures_samples import draft, figure, shown

HEADER = (
    "path,id,kind,text,start,end,line,column,value,low,high,ends,currency,currencies,unit,hedge\r\n"  # the contract
)


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out, newline="")))


def test_nothing_but_a_header_for_nothing() -> None:
    assert shown("csv") == HEADER
    assert shown("csv", (draft("None."), [])) == HEADER


def test_a_row() -> None:
    source = draft("about\n$1.2-1.5bn", "wire.jsonl", "a17")
    money = figure(
        source, "$1.2-1.5bn", kind="money", value="1350000000", low="1150000000", high=None,
        ends=["1200000000", "1500000000"], currency="USD", currencies=["USD", "CAD"], unit="barrel", hedge="about",
    )  # fmt: skip
    assert shown("csv", (source, [money])) == HEADER + (
        "wire.jsonl,a17,money,$1.2-1.5bn,6,16,2,1,1350000000,1150000000,,1200000000 1500000000,USD,USD CAD,"
        "barrel,about\r\n"
    )


def test_commas_quotes_and_line_ends_are_quoted() -> None:
    source = draft('cost "1,000,\n000" each')
    out = shown("csv", (source, [figure(source, '"1,000,\n000"')]))
    assert out == HEADER + 'drafts/harbour.md,,count,"""1,000,\n000""",5,17,1,6,1,0.5,1.5,,,,,\r\n'
    assert rows(out)[0]["text"] == '"1,000,\n000"'


@pytest.mark.parametrize(
    "text",
    [
        "=1+2",
        "+5",
        "-$3m",
        "@SUM(A1)",
        "=HYPERLINK(1)",
        " =1",
        "\t=1",
        "\r\n=1",
        "＝1",
        "－5",
        "--03-16",
        "-5%",
        "-1e3",
    ],
)
def test_formulas_are_neutralised(text: str) -> None:
    source = draft(f"x {text}", path=text, id=text)
    row = rows(shown("csv", (source, [figure(source, text, unit=text, hedge=text)])))[0]
    assert [row[column] for column in ("path", "id", "text", "unit", "hedge")] == [f"'{text}"] * 5


def test_negative_numbers_stay_numbers() -> None:
    source = draft("lost -5 twice")
    row = rows(shown("csv", (source, [figure(source, "-5", value="-5", low="-5.5", high="-4.5")])))[0]
    assert (row["text"], row["value"], row["low"], row["high"]) == ("-5", "-5", "-5.5", "-4.5")


def test_two_negative_ends_are_no_formula() -> None:
    source = draft("-5 to -3")
    row = rows(shown("csv", (source, [figure(source, "-5 to -3", ends=["-5", "-3"])])))[0]
    assert row["ends"] == "'-5 -3"


def test_control_characters_are_shown() -> None:
    source = draft("$5", path="a\x1b[2J\u202e\udce9\0.md")
    assert rows(shown("csv", (source, [figure(source, "$5")])))[0]["path"] == "a␛[2J\ufffd\ufffd␀.md"


def test_keeps_to_the_encoding_and_what_it_has() -> None:
    source = draft("£5 €6\N{NO-BREAK SPACE}m")
    figures = [figure(source, "£5"), figure(source, "€6\N{NO-BREAK SPACE}m")]
    out = shown("csv", (source, figures), encoding="latin-1")
    assert [row["text"] for row in rows(out)] == ["£5", "EUR6 m"]
    assert rows(shown("csv", (source, figures)))[1]["text"] == "€6\N{NO-BREAK SPACE}m"
