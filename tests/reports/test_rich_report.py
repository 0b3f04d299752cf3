"""Golden renderings: what a copy editor sees."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from report_samples import draft, edit, finding, report, result
from rich.cells import cell_len

from factcheck.checking.finding import Finding
from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft
from factcheck.reports.renderer import Options

HARBOUR = draft("date: 2024-03-18\n\nThe state will spend 12 billion kroner ($2.4bn) on the port, ministers said.\n")
BUDGET = finding(
    HARBOUR,
    "$2.4bn",
    message="$2.4bn is not what 12 billion kroner was worth",
    label="implies 5.00 kroner to the dollar",
    related={"12 billion kroner": "read as 11.5bn to 12.5bn", "2024-03-18": "the day of the rate"},
    notes={
        "rate": "10.61 NOK per USD (10.46 to 10.72 from 11 to 19 March), ECB",
        "maths": "12bn ÷ 10.61 = $1.13bn; with rounding and window $1.06bn to $1.21bn",
    },
    cause="an old rate?",
    fix="$1.1bn",
    expected="$1.1bn",
    alternatives=(edit(HARBOUR, "12 billion kroner", "25.5 billion kroner", "if the dollars hold"),),
)


def drawn(found: Finding, source: Draft, *, width: int = 100, ascii: bool = False, color: bool | None = None) -> str:
    """The frame and notes of one finding, without the line of counts."""
    whole = report("rich", result(source, found), options=Options(ascii=ascii, color=color, width=width))
    return whole.rpartition("\n\n")[0] + "\n"


def test_one_label() -> None:
    source = draft("Sales rose 25% from $5.0 billion to $6.0 billion.")
    found = finding(source, "25%", message="$5.0 billion to $6.0 billion is 20%, not 25%", label="20%", code="CHG101")
    assert drawn(found, source) == (
        """\
error[CHG101]: $5.0 billion to $6.0 billion is 20%, not 25%
  ╭▸ drafts/harbour.md:1:12
  │
1 │ Sales rose 25% from $5.0 billion to $6.0 billion.
  │            ━━━ 20%
  │
  ╰ factcheck explain CHG101
"""
    )


def test_labels_on_one_line_evidence_on_another_and_notes() -> None:
    assert drawn(BUDGET, HARBOUR) == (
        """\
error[FX101]: $2.4bn is not what 12 billion kroner was worth
  ╭▸ drafts/harbour.md:3:41
  │
3 │ The state will spend 12 billion kroner ($2.4bn) on the port, ministers said.
  │                      ─────────────────  ━━━━━━ implies 5.00 kroner to the dollar
  │                      │
  │                      read as 11.5bn to 12.5bn
  ┆
1 │ date: 2024-03-18
  │       ────────── the day of the rate
  │
  ├ rate   10.61 NOK per USD (10.46 to 10.72 from 11 to 19 March), ECB
  ├ maths  12bn ÷ 10.61 = $1.13bn; with rounding and window $1.06bn to $1.21bn
  ├ cause  an old rate?
  ├ fix    write "$1.1bn", or if the dollars hold: "25.5 billion kroner" for "12 billion kroner"
  ╰ factcheck explain FX101
"""
    )


def test_forty_columns() -> None:
    text = drawn(BUDGET, HARBOUR, width=40)
    assert max(map(cell_len, text.splitlines())) <= 40
    assert text == (
        """\
error[FX101]: $2.4bn is not what 12
billion kroner was worth
  ╭▸ drafts/harbour.md:3:41
  │
3 │ …12 billion kroner ($2.4bn) on the…
  │  ─────────────────  ━━━━━━
  │  │                  │
  │  │                  implies 5.00
  │  │                  kroner to the
  │  │                  dollar
  │  read as 11.5bn to 12.5bn
  ┆
1 │ date: 2024-03-18
  │       ────────── the day of the rate
  │
  ├ rate   10.61 NOK per USD (10.46 to
  │        10.72 from 11 to 19 March),
  │        ECB
  ├ maths  12bn ÷ 10.61 = $1.13bn; with
  │        rounding and window $1.06bn
  │        to $1.21bn
  ├ cause  an old rate?
  ├ fix    write "$1.1bn", or if the
  │        dollars hold: "25.5 billion
  │        kroner" for "12 billion
  │        kroner"
  ╰ factcheck explain FX101
"""
    )


def test_ascii_on_request() -> None:
    assert drawn(BUDGET, HARBOUR, ascii=True).startswith(
        """\
error[FX101]: $2.4bn is not what 12 billion kroner was worth
  --> drafts/harbour.md:3:41
  |
3 | The state will spend 12 billion kroner ($2.4bn) on the port, ministers said.
  |                      -----------------  ^^^^^^ implies 5.00 kroner to the dollar
  |                      |
  |                      read as 11.5bn to 12.5bn
  :
1 | date: 2024-03-18
  |       ---------- the day of the rate
  |
  = rate   10.61 NOK per USD"""
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_ascii_where_the_encoding_has_no_boxes(encoding: str) -> None:
    source = draft("The 12 億 yen (“$9”) are £5 · 6 ÷ 2.")
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    text = report("rich", result(source, finding(source, "$9", label="here")), out=out)
    line, marks = text.splitlines()[3:5]
    assert line.index("$9") == marks.index("^^")
    assert "  --> drafts/harbour.md" in text


def test_a_line_is_windowed_around_its_spans() -> None:
    source = draft(
        "One two three four five. " * 40 + "It costs €5 million ($9m) a year. " + "Six seven eight nine. " * 40
    )
    found = finding(source, "$9m", label="too much", related={"€5 million": "this"})
    frame = drawn(found, source, width=70).splitlines()[2:8]
    assert frame == [
        "  │",
        "1 │ …One two three four five. It costs €5 million ($9m) a year. Six…",
        "  │                                    ──────────  ━━━ too much",
        "  │                                    │",
        "  │                                    this",
        "  │",
    ]


def test_spans_too_far_apart_get_a_snippet_each_in_reading_order() -> None:
    source = draft("The plan costs 12 billion crowns. " + "Nobody knows. " * 30 + "It costs 10 billion crowns.")
    found = finding(source, "10 billion", label="10 here", related={"12 billion": "12 there"})
    assert drawn(found, source, width=60).splitlines()[3:8] == [
        "1 │ The plan costs 12 billion crowns. Nobody knows. Nobody…",
        "  │                ────────── 12 there",
        "  ┆",
        "1 │ …Nobody knows. Nobody knows. It costs 10 billion crowns.",
        "  │                                       ━━━━━━━━━━ 10 here",
    ]


def test_neighbouring_lines_stand_together_and_many_are_counted() -> None:
    rows = "".join(f"| {letter * 3} | {n} |\n" for n, letter in enumerate("abcdefghijkl", 10))
    source = draft(rows + "| sum | 99 |\n")
    found = finding(source, "99", label="186", related={str(n): "" for n in range(10, 22)})
    text = drawn(found, source)
    assert text.count("┆") == 2
    assert "   ┆ and 5 more\n" in text


def test_a_span_over_several_lines_marks_the_first() -> None:
    source = draft("They paid 12 billion\r\nkroner for it.\r\n")
    found = finding(source, "12 billion\r\nkroner", label="all this")
    assert drawn(found, source).splitlines()[3:6] == [
        "1 │ They paid 12 billion",
        "  │           ━━━━━━━━━━ all this",
        "  │",
    ]


@pytest.mark.parametrize(
    "before",
    [
        "予算は",
        "a café, cafe\u0301, ",
        "👩‍🔬 and 🇳🇴 ",
        "non\N{NO-BREAK SPACE}breaking ",
        "\ttab ",
        "soft\u00adhy\u200bphen ",
    ],
)
def test_wide_and_invisible_characters_keep_underlines_aligned(before: str) -> None:
    source = draft(f"{before}$12億 (¥9兆).")
    line, marks = drawn(finding(source, "¥9兆", label="here"), source).splitlines()[3:5]
    assert cell_len(line.partition("¥")[0]) == marks.index("━")
    assert marks.count("━") == 4
    assert "\t" not in line
    assert "\N{NO-BREAK SPACE}" not in line


def test_a_draft_cannot_reach_the_terminal_or_rich() -> None:
    bad = "[bold red]x[/] \x1b[31mred\x1b]0;title\x07 \u202e$5\u2066 \x9b2J :smile: "
    source = draft(f"\ud800 {bad} costs $9m now", path="a\x1b[2J[b].md", id="\x1b[1mid")
    found = finding(
        source,
        "$9m",
        message=f"no {bad}",
        label="\x1b[32m[red]x",
        notes={"rate": "\x1b[31m\u2028next"},
        cause="\r\x1b",
        fix="\x1b[1m",
    )
    text = drawn(found, source, width=400)
    assert "[bold red]x[/]" in text
    assert ":smile:" in text
    assert "␛[32m[red]x" in text
    assert not [c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x2028 <= ord(c) < 0x2070)]
    text.encode()


def test_colour_is_only_asked_for_or_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = drawn(BUDGET, HARBOUR)
    assert "\x1b" not in plain
    forced = drawn(BUDGET, HARBOUR, color=True)
    assert "\x1b[1;31merror[FX101]\x1b[0m" in forced
    assert "\x1b[1;31m━━━━━━\x1b[0m" in forced
    assert "\x1b[36m─────────────────\x1b[0m" in forced
    assert "".join(_without_escapes(forced)) == plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert drawn(BUDGET, HARBOUR) == forced
    assert drawn(BUDGET, HARBOUR, color=False) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert drawn(BUDGET, HARBOUR) == plain
    assert drawn(BUDGET, HARBOUR, color=True) == forced


def _without_escapes(text: str) -> Iterator[str]:
    first, *rest = text.split("\x1b[")
    yield first
    yield from (piece.partition("m")[2] for piece in rest)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("term", "coloured"), [("xterm", True), ("dumb", False)])
def test_a_terminal_is_coloured_unless_it_is_dumb(monkeypatch: pytest.MonkeyPatch, term: str, coloured: bool) -> None:
    monkeypatch.setenv("TERM", term)
    assert ("\x1b[" in report("rich", result(HARBOUR, BUDGET), out=Terminal())) is coloured


def test_width_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(cell_len, report("rich", result(HARBOUR, BUDGET)).splitlines())) <= 50


def test_findings_are_set_apart_and_counted() -> None:
    several = Result(HARBOUR, (BUDGET, BUDGET), result(HARBOUR).tally)
    text = report("rich", several)
    assert text.count("\n\nerror[FX101]") == 1
    assert text.endswith(
        "explain FX101\n\n2 findings in 1 file · 2 figures, 1 claim, 1 checked · 2 fixes with --unsafe-fixes\n"
    )
    assert text == report("rich", several)


@pytest.mark.parametrize("unit", ["word ", "億", "e\u0301 ", "x", "\u0301", "\t"])
@pytest.mark.parametrize("width", [30, 40, 100])
def test_a_very_long_line_is_cut_to_the_width(unit: str, width: int) -> None:
    half = unit * (50_000 // len(unit))
    source = draft(f"{half} $5 (€9) {half}")
    text = drawn(finding(source, "€9", label="a label of some length", related={"$5": "there"}), source, width=width)
    assert all(cell_len(line) <= width for line in text.splitlines() if "▸" not in line)
