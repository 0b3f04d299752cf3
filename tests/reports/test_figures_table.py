"""Figures and claims for a person: what the cells say, and that a draft cannot reach the terminal through them."""

from __future__ import annotations

import pytest
from figures_samples import draft, figure, shown

from factcheck.reports.figures_formats import figures_renderer
from factcheck.reports.figures_wording import amount, reading_of, value_of

EMPTY: dict[str, object] = {"kind": "count", "value": "0", "low": None, "high": None, "ends": None}
EMPTY |= {"currencies": [], "unit": None}


def lines(out: str) -> list[str]:
    return [line.rstrip() for line in out.splitlines()]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"), ("1000", "1,000"), ("-5.5", "-5.5"), ("999999", "999,999"), ("1000000", "1m"),
        ("19450000000", "19.45bn"), ("-1500000", "-1.5m"), ("1234567", "1,234,567"), ("2500000000000000", "2,500tn"),
        ("1" + "0" * 60 + "1", "10" + ",000" * 19 + ",001"),
    ],
)  # fmt: skip
def test_amounts_are_short_and_never_rounded(number: str, expected: str) -> None:
    assert amount(number) == expected


@pytest.mark.parametrize(
    ("keys", "value", "reading"),
    [
        ({"value": "37", "low": "37", "high": "37"}, "37", "37"),
        ({"value": "1000", "low": "1000"}, "1,000", "1,000 or more"),
        ({"value": "1000", "high": "0"}, "1,000", "0 or less"),
        ({"value": "1000"}, "1,000", "any"),
        ({"kind": "percent", "value": "20", "low": "19.5", "high": "20.5"}, "20%", "19.5 to 20.5"),
        ({"kind": "points", "value": "0.25", "low": "0.25", "high": "0.25"}, "0.25 points", "0.25"),
        ({"kind": "multiple", "value": "3", "low": "2.6", "high": "3.4"}, "3×", "2.6 to 3.4"),
        ({"kind": "quantity", "value": "50", "unit": "mile", "low": "45", "high": "55"}, "50 mile", "45 to 55"),
        ({"kind": "money", "value": "5", "low": "5", "high": "5", "currencies": ["USD"]}, "5 USD", "5"),
        (
            {"kind": "money", "value": "5500000", "ends": ["5000000", "6000000"], "currencies": ["NOK", "DKK"]},
            "5m to 6m NOK or DKK",
            "any",
        ),
        ({"kind": "day", "value": "--03-16"}, "--03-16", ""),
        ({"kind": "year", "value": "2025", "low": "2024.5", "high": "2025.5"}, "2025", ""),
        ({"kind": "weekday", "value": "7", "low": "6.5", "high": "7.5"}, "7", ""),
    ],
)  # fmt: skip
def test_values_and_readings(keys: dict[str, object], value: str, reading: str) -> None:
    assert (value_of(EMPTY | keys), reading_of(EMPTY | keys)) == (value, reading)


def test_a_table_for_each_draft_with_figures() -> None:
    one, two, none = draft("about 5", "w.jsonl", "a"), draft("6", "w.jsonl", "b"), draft("x", "w.jsonl", "c")
    out = shown("rich", (one, [figure(one, "5", hedge="about")]), (none, []), (two, [figure(two, "6")]))
    assert lines(out) == [
        "w.jsonl#a",
        "line   column   kind    figure   value   read as      hedge",
        "───────────────────────────────────────────────────────────",
        "   1        7   count   5        1       0.5 to 1.5   about",
        "",
        "w.jsonl#b",
        "line   column   kind    figure   value   read as      hedge",
        "───────────────────────────────────────────────────────────",
        "   1        1   count   6        1       0.5 to 1.5",
        "",
        "2 figures in 3 articles",
    ]


@pytest.mark.parametrize("claims", [False, True])
def test_nothing_to_show(claims: bool) -> None:
    what = "claims" if claims else "figures"
    assert shown("rich", claims=claims) == "no files read\n"
    assert shown("rich", (draft("x"), []), claims=claims) == f"no {what} in 1 file\n"
    assert shown("rich", (draft("x"), []), (draft("x", id="a"), []), claims=claims) == f"no {what} in 2 drafts\n"


def test_hostile_text_is_shown_not_obeyed() -> None:
    text = "[bold]$5\n\x1b[2J\u202e\tm :smile:"
    it = draft(text, "a\x1b]0;x\x07[red].md")
    out = shown("rich", (it, [figure(it, text, unit="[/]\x1b", hedge="\x9b")]))
    assert lines(out)[0] == "a␛]0;x␇[red].md"
    assert lines(out)[3].split("   ")[-4:] == ["[bold]$5 ␛[2J\ufffd m :smile:", "1 [/]␛", "0.5 to 1.5", "\ufffd"]
    assert not any(c in out for c in "\x1b\x07\x9b\u202e")


def test_a_long_figure_is_folded_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    digits = "1234567890" * 6
    it = draft(digits)
    table = lines(shown("rich", (it, [figure(it, digits)])))[3:-2]
    assert len(table) > 1
    assert all(len(line) <= 70 for line in table)
    begin = lines(shown("rich", (it, [figure(it, digits)])))[1].index("figure")
    assert "".join(line[begin:].split()[0] for line in table) == digits


def test_ascii_where_nothing_else_can_be_shown() -> None:
    it = draft("€5")
    multiple = figure(it, "€5", kind="multiple", value="3")
    out = lines(shown("rich", (it, [multiple]), encoding="ascii"))
    assert out[2].isascii()
    assert set(out[2]) == {"-", "+"}
    assert ("EUR5" in out[3], "3x" in out[3]) == (True, True)


def test_a_claim_has_a_row_for_each_figure() -> None:
    it = draft("C$5 ($4) of 9")
    first, second, third = (figure(it, text).record for text in ("C$5", "$4", "9"))
    claim = figure(it, "C$5 ($4) of 9", kind="part_whole", roles={"part": [first, second], "whole": third})
    assert lines(shown("rich", (it, [claim]), claims=True)) == [
        "drafts/harbour.md",
        "line   column   kind         role    figure   value   read as",
        "────────────────────────────────────────────────────────────────",
        "   1        1   part_whole   part    C$5      1       0.5 to 1.5",
        "                                     $4       1       0.5 to 1.5",
        "                             whole   9        1       0.5 to 1.5",
        "",
        "1 claim in 1 file",
    ]


def test_unknown_formats_are_named() -> None:
    with pytest.raises(LookupError, match="figures cannot be shown as html, only as rich, jsonl, csv, checklist"):
        figures_renderer("html")
    with pytest.raises(LookupError, match="claims cannot be shown as csv, only as rich, jsonl"):
        figures_renderer("csv", claims=True)
