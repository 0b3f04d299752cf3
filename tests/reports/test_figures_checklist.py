"""The sheet to tick off: its lists, the words around a figure, and that a draft's text cannot become mark-up."""

from __future__ import annotations

import pytest
from figures_samples import draft, figure, shown

from factcheck.drafts.draft import Block, Draft
from factcheck.reports.figures_context import REACH, context_of


def item(source: str, text: str) -> str:
    it = draft(source)
    return shown("checklist", (it, [figure(it, text)])).removeprefix("# drafts/harbour.md\n\n")


def test_grouped_by_file_and_article() -> None:
    one, a, b, two = draft("$5", "one.md"), draft("$6", "w.jsonl", "a"), draft("no", "w.jsonl", "b"), draft("x", "2.md")
    out = shown("checklist", (one, [figure(one, "$5")]), (a, [figure(a, "$6")]), (b, []), (two, []))
    assert out == (
        "# one.md\n\n- [ ] line 1: $5\n"
        "\n# w.jsonl\n\n## a\n\n- [ ] line 1: $6\n"
        "\n## b\n\nNo figures.\n"
        "\n# 2.md\n\nNo figures.\n"
    )
    assert shown("checklist") == ""


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Up 20% now.", "20%", "- [ ] line 1: 20% — Up **20%** now.\n"),
        ("\n\nUp\r\n20 \t %\nnow.", "20 \t %", "- [ ] line 4: 20 % — Up **20 %** now.\n"),
        ("First 3. Then 20% now. Last 4.", "20%", "- [ ] line 1: 20% — Then **20%** now.\n"),
        ("(C$5 million)", "C$5 million", "- [ ] line 1: C$5 million — (**C$5 million**)\n"),
        ("20%ers", "20%", "- [ ] line 1: 20% — 20%ers\n"),  # `**20%**ers` is not bold: the asterisks would show
        ("20%", "20%", "- [ ] line 1: 20%\n"),
    ],
)
def test_items(source: str, text: str, expected: str) -> None:
    assert item(source, text) == expected


@pytest.mark.parametrize(
    ("hostile", "expected"),
    [
        ("*5* _x_", "\\*5\\* \\_x\\_"),
        ("`5` ~~x~~", "\\`5\\` \\~\\~x\\~\\~"),
        ("[x](javascript:5)", "\\[x\\](javascript:5)"),
        ("![x](y)5", "!\\[x\\](y)5"),
        ("<script>5</script>", "\\<script\\>5\\</script\\>"),
        ("a\\*5 | b", "a\\\\\\*5 \\| b"),
        ("&lt;5&#42; R&D & more", "\\&lt;5\\&#42; R&D & more".replace("&#", "&\\#")),
        ("5\n# Head\n\n- [x] done", "5 \\# Head - \\[x\\] done"),
        ("5\u2028\u2029\x85\x0b# Head", "5 \\# Head"),
        ("\x1b[2J5\u202e", "␛\\[2J5\ufffd"),
    ],
)
def test_markdown_is_escaped(hostile: str, expected: str) -> None:
    it = draft(hostile, path=hostile, id=hostile)
    assert shown("checklist", (it, [figure(it, hostile)])) == (
        f"# {expected}\n\n## {expected}\n\n- [ ] line 1: {expected}\n"
    )
    around = draft(f"so {hostile} it")
    assert shown("checklist", (around, [figure(around, "so")])).splitlines()[2:] == [
        f"- [ ] line 1: so — **so** {expected} it"
    ]


def test_keeps_to_the_encoding() -> None:
    it = draft(f"It cost €5 {'x' * 10} {'word ' * 40}")
    out = shown("checklist", (it, [figure(it, "€5")]), encoding="ascii")
    assert "- [ ] line 1: EUR5 - It cost **EUR5** xxxxxxxxxx word" in out
    assert out.endswith(" word...\n")


def test_a_long_sentence_is_cut_between_words() -> None:
    it = draft(f"{'before ' * 30}$5 {'after ' * 30}")
    before, after = context_of(it, 210, 212)
    assert before == "…" + "before " * 11
    assert after == " after" * 13 + "…"


def test_a_long_word_is_cut_anyway() -> None:
    it = draft("a" * 500 + "5" + "b" * 500)
    assert context_of(it, 500, 501) == ("…" + "a" * REACH, "b" * REACH + "…")


def test_a_sentence_is_not_torn_at_an_abbreviation() -> None:
    it = draft("He left. The U.S. Navy paid Mr. Smith of St. Paul no. 5 Corp. and Co. $9m vs. $8m. She stayed.")
    start = it.text.index("$9m")
    assert context_of(it, start, start + 3) == (
        "The U.S. Navy paid Mr. Smith of St. Paul no. 5 Corp. and Co. ",
        " vs. $8m. She stayed.",  # rather too long than too short
    )


def test_context_stays_in_the_block() -> None:
    text = "Head of 3\n\nBody of 5 here\n\n7"
    it = Draft("a.txt", text, text, (Block(0, 9, "headline"), Block(11, 25, "body"), Block(27, 28, "cell")))
    assert context_of(it, 19, 20) == ("Body of ", " here")
    assert context_of(it, 27, 28) == ("", "")
