"""Markdown: what is read, in which role, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import draft_of, printed, shape

from factcheck.drafts.draft import Draft, Unreadable


def md(source: str) -> Draft:
    return draft_of(source, "draft.md")


@pytest.mark.parametrize(
    ("source", "text", "figure", "in_source"),
    [
        ("It cost **$5** billion.", "It cost $5 billion.", "$5 billion", "$5** billion"),
        ("It cost **$5 billion**.", "It cost $5 billion.", "$5 billion", "$5 billion"),
        ("It cost _$5_ or *$6*.", "It cost $5 or $6.", "$6", "$6"),
        ("Both **cost *$5* more**.", "Both cost $5 more.", "$5 more", "$5* more"),
        ("From $5 **million** to $6.", "From $5 million to $6.", "$5 million", "$5 **million"),
        ("It is ~~$5~~ now.", "It is $5 now.", "$5", "$5"),
        ("a**$5**b", "a**$5**b", "$5", "$5"),
        ("5 * 6 * 7", "5 * 6 * 7", "6", "6"),
        ("call snake_5_case now", "call snake_5_case now", "5", "5"),
        ("**für „5“** und mehr", "für „5“ und mehr", "5", "5"),
        (r"It cost \$5 or \*6.", "It cost $5 or *6.", "$5", "$5"),
        ("It cost &pound;5.", "It cost £5.", "£5", "&pound;5"),
        ("It cost &#36;5.", "It cost $5.", "$5", "&#36;5"),
        ("It cost 5&nbsp;&euro; then.", "It cost 5\u00a0€ then.", "5\u00a0€", "5&nbsp;&euro;"),
        ("It cost &#xA3;5.", "It cost £5.", "£5", "&#xA3;5"),
        ("AT&amp;T paid 5", "AT&T paid 5", "T&T", "T&amp;T"),
        ("R&D; paid 5", "R&D; paid 5", "5", "5"),
        ('See [$5 billion](http://a.example/2020_1 "of 7") here.', "See $5 billion here.", "$5 billion", "$5 billion"),
        ("See [the $5](<a b>) here.", "See the $5 here.", "$5 here", "$5](<a b>) here"),
        ("See [5 of a (b)](/x(1)) here.", "See 5 of a (b) here.", "5", "5"),
        ("See [**$5** bn][r] and [r].\n\n[r]: http://a.example/9", "See $5 bn and r.", "$5 bn", "$5** bn"),
        ("It rose [5 to 6] then [sic].", "It rose [5 to 6] then [sic].", "5 to 6", "5 to 6"),
        ("It cost $5[^1] billion.", "It cost $5 billion.", "$5 billion", "$5[^1] billion"),
        ("Type `rm -5` for $5.", "Type  for $5.", "$5", "$5"),
        ("Type ``a`5`` for $5.", "Type  for $5.", "$5", "$5"),
        ("A lone ` costs $5.", "A lone ` costs $5.", "$5", "$5"),
        ("See https://a.example/2020/5, $5.", "See , $5.", "$5", "$5"),
        ("(see www.a.example/b_(5)) for $5", "(see ) for $5", "$5", "$5"),
        ("Mail <ann@a.example> or <https://a.example/5> $5", "Mail  or  $5", "$5", "$5"),
        ("It <b class='x5'>cost</b> $5<!-- or 6 -->.", "It cost $5.", "$5", "$5"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6", "7", "7"),
        ("It cost $5<br/>billion", "It cost $5\nbillion", "$5\nbillion", "$5<br/>billion"),
        ("It cost $5\nbillion", "It cost $5\nbillion", "$5\nbillion", "$5\nbillion"),
        ("It cost $5\r\nbillion", "It cost $5\nbillion", "$5\nbillion", "$5\r\nbillion"),
        ("It cost $5  \n  billion", "It cost $5\nbillion", "$5\nbillion", "$5  \n  billion"),
        ("It cost $5\\\nbillion", "It cost $5\nbillion", "$5\nbillion", "$5\\\nbillion"),
        ("> It cost $5\n> billion", "It cost $5\nbillion", "$5\nbillion", "$5\n> billion"),
        ("- It cost $5\n  billion", "It cost $5\nbillion", "$5\nbillion", "$5\n  billion"),
        ("“Müller” — 𝟝 **€5** é", "“Müller” — 𝟝 €5 é", "€5 é", "€5** é"),
    ],
)
def test_marks_are_left_out_and_offsets_stay(source: str, text: str, figure: str, in_source: str) -> None:
    draft = md(source)
    assert draft.text == text
    assert printed(draft, figure) == in_source


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# Up 5%\n\nText.\n\n## Down 6%", [("headline", "Up 5%"), ("body", "Text."), ("body", "Down 6%")]),
        ("Up 5%\n=====\nText.", [("headline", "Up 5%"), ("body", "Text.")]),
        ("---\n\nText.\n\n---\n\nMore.", [("body", "Text."), ("body", "More.")]),
        ("- 5\n- 6\n\n1. 7\n\n   8", [("list", "5"), ("list", "6"), ("list", "7"), ("list", "8")]),
        ("> a 5\n> > b 6", [("quote", "a 5"), ("quote", "b 6")]),
        ("> # a 5", [("quote", "a 5")]),
        (
            "| a | *b* |\n|---|--:|\n| 1 | 2 \\| 3 |",
            [("cell", "a"), ("cell", "b"), ("cell", "1"), ("cell", "2 | 3")],
        ),
        ("```\n5\n```\n\nText.\n\n    6", [("body", "Text.")]),
        ("![a 5 *b*](x.png)", [("caption", "a 5 b")]),
        ("![a 5](x.png)\n\n*Seen in 2020*", [("caption", "a 5"), ("caption", "Seen in 2020")]),
        ("![a 5](x.png)\n*Seen in 2020*", [("caption", "a 5"), ("caption", "Seen in 2020")]),
        ("Text.\n\n*Loud 5*", [("body", "Text."), ("body", "Loud 5")]),
        ("Some ![a 5](x.png) 6", [("caption", "a 5"), ("body", "Some  6")]),
        ("[![a 5](x.png)](http://a.example)", [("caption", "a 5")]),
        ("It is 5[^a].\n\n[^a]: Note of 6", [("body", "It is 5."), ("note", "Note of 6")]),
        ("[^a]: One 5\n[^b]: Two 6\n    more", [("note", "One 5"), ("note", "Two 6\nmore")]),
        ("[^a]: Ministry\n\n    Page 6", [("note", "Ministry"), ("note", "Page 6")]),
        ("<!-- 5 -->\n\nText.", [("body", "Text.")]),
        ("<div>\n5 <b>m</b> &pound;6\n</div>", [("body", "5 m £6")]),
        ("<table><tr><td>5</td><td>6</td></tr></table>", [("cell", "5"), ("cell", "6")]),
        ("<script>\nlet a = 5\n</script>\n\nText.", [("body", "Text.")]),
        ("<table><caption>In 5</caption><tr><td>6</td></tr></table>", [("note", "In 5"), ("cell", "6")]),
        ("<div>It cost <s>$6 <span>m</span></s>$5 &#150; now</div>", [("body", "It cost $5 – now")]),
        ("<nav>Top 10</nav>", []),
        ("<figure>\n<figcaption>Seen 5</figcaption>\n</figure>", [("caption", "Seen 5")]),
    ],
)
def test_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    assert shape(md(source)) == blocks
    assert shape(md(source.replace("\n", "\r\n"))) == blocks


def test_a_title_in_front_matter_is_the_headline() -> None:
    draft = md(
        '---\ntitle: "Bridge for £4m"\ndate: 2024-05-02\nlanguage: de\n---\n# Section 7\n\nIt is **£4** million.\n'
    )
    assert shape(draft) == [("headline", "Bridge for £4m"), ("body", "Section 7"), ("body", "It is £4 million.")]
    assert printed(draft, "£4m") == "£4m"
    assert printed(draft, "£4 million") == "£4** million"
    assert draft.language == "de"
    assert draft.date is not None
    assert draft.source[draft.date.start : draft.date.end] == "2024-05-02"


def test_a_folded_title_is_left_out() -> None:
    assert shape(md("---\ntitle: >\n  Bridge\n  for 4\n---\nText.")) == [("body", "Text.")]


@pytest.mark.parametrize(
    "part",
    ["> ", "- ", "[", "![", "[a](", "*a ", "*", "**a**", "a* ", "`a", "<", "<a ", "<!-- *", "<?*", "[^", "a|", "&#36;"],
)
def test_hostile_rows_are_read(part: str) -> None:
    draft = md("[x]: y\n\n" + part * 20_000 + "5")
    assert all(draft.text[block.start : block.end] for block in draft.blocks)


def test_deep_quotations_and_brackets() -> None:
    ((role, text),) = shape(md(">" * 50_000 + " 5"))
    assert (role, text.lstrip("> ")) == ("quote", "5")
    n = 50_000
    assert printed(md("[" * n + "5" + "](b)" * n), "5") == "5"


FRAGMENTS = (
    *("a", "é", "5", "$", "€", "𝟝", " ", "    ", "\u00a0", "\n", "\n\n", "\r\n", ":", '"', "(", ")", "|", "\\"),
    *("*", "**", "_", "~~", "`", "``", "[", "]", "](b)", "![", "[^1]", "[^1]: ", "[a]: b\n", "<", ">"),
    *("<b>", "</td>", "<br>", "<div>", "<!--", "-->", "&pound;", "&amp;", "&NotEqualTilde;", "http://a.b/5"),
    *("> ", "- ", "1. ", "# ", "---", "```", "|a|\n|-|\n|"),
)
MARKDOWN = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


@given(MARKDOWN | st.text())
def test_every_character_is_the_one_in_the_source(source: str) -> None:
    try:
        draft = md(source)
    except Unreadable:
        return
    assert "\n\n".join(draft.text[block.start : block.end] for block in draft.blocks) == draft.text
    for block in draft.blocks:
        assert draft.text[block.start : block.end].strip()
        for n in range(block.start, block.end):
            start, end = draft.to_source(n, n + 1)
            written = source[start:end]
            assert written == draft.text[n] or written.startswith(("&", "<br"))
