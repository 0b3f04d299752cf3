"""Shortcodes of Hugo, Liquid and MDX in Markdown are left out whole, and nothing behind them moves."""

from __future__ import annotations

import pytest
from texts import draft_of, printed, shape


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("It cost {{< price 5 >}}$6 now.", [("body", "It cost $6 now.")]),
        ("It cost {{% price é5 %}}$6 now.", [("body", "It cost $6 now.")]),
        ("{{< fig caption=\"a } 5\" >}}\n\nText of 6.", [("body", "Text of 6.")]),
        ("{{< table >}}\n| a | b |\n|---|---|\n| 1 | 6 |\n{{< /table >}}",
         [("cell", "a"), ("cell", "b"), ("cell", "1"), ("cell", "6")]),
        ("{{< highlight go >}}\n5\n\n7\n{{< /highlight >}}\n\nText of 6.", [("body", "Text of 6.")]),
        ("{% include ad.html n=5 %}Text of {{ site.n | plus: 5 }} 6.", [("body", "Text of  6.")]),
        ("{% comment %}\n5\n\n5\n{% endcomment %}\nText of 6.", [("body", "Text of 6.")]),
        ("{% if x %}\nText of 6.\n{% endif %}", [("body", "Text of 6.")]),
        ("Write `{{` for 5 and `}}` for 6.", [("body", "Write  for 5 and  for 6.")]),
        ("Sets {{ of 5.\n\nText of 6 }}.", [("body", "Sets {{ of 5."), ("body", "Text of 6 }}.")]),
        ("<div>\n{{< x 5 >}} of 6\n</div>", [("body", "of 6")]),
        ("{1, 5} of 6", [("body", "{1, 5} of 6")]),
    ],
)  # fmt: skip
def test_markdown(source: str, blocks: list[tuple[str, str]]) -> None:
    draft = draft_of(source, "a.md")
    assert shape(draft) == blocks
    assert printed(draft, "6") == "6"
    assert shape(draft_of(source.replace("\n", "\r\n"), "a.md")) == blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("import {a5} from 'b'\nexport const c = {\n  d: 5,\n}\n\n# Up 6\n\nText.", [("headline", "Up 6"), ("body",
         "Text.")]),
        ("---\ntitle: A\n---\nimport a5 from 'b'\n\nText of 6.", [("headline", "A"), ("body", "Text of 6.")]),
        ("It cost {price({n: 5})} of <Big size={5} a='5>'>6 million</Big>.", [("body", "It cost  of 6 million.")]),
        ("<Chart\n  data={[1, 5]}\n  title=\"5\"\n/>\n\nText of 6.", [("body", "Text of 6.")]),
        ("<Tabs.Item>\n\nText of 6.\n\n</Tabs.Item>", [("body", "Text of 6.")]),
        ("<>Text of 6</>", [("body", "Text of 6")]),
        ("{/* of 5 */}\n\nText of 6.", [("body", "Text of 6.")]),
        ("{\n  a.map((b) => {\n\n 5 })\n}\nText of 6.", [("body", "Text of 6.")]),
        (r"A brace \{5} of 6.", [("body", "A brace {5} of 6.")]),
        ("Imports rose 5 of 6.\nimport duty", [("body", "Imports rose 5 of 6.\nimport duty")]),
        ("Write `{` for 5 and `}` of 6.", [("body", "Write  for 5 and  of 6.")]),
        ("An {open brace of 6.", [("body", "An {open brace of 6.")]),
    ],
)  # fmt: skip
def test_mdx(source: str, blocks: list[tuple[str, str]]) -> None:
    draft = draft_of(source, "a.mdx")
    assert shape(draft) == blocks
    assert printed(draft, "6") == "6"


def test_comments_of_mdx() -> None:
    source = (
        "A. {/* factcheck: ignore FX101 */}\n\n{/* factcheck: ignore SUM: old */}\n\nB.\n\n`{/* factcheck: ignore */}`"
    )
    found = draft_of(source, "a.mdx").directives
    assert [(one.covers, one.codes) for one in found] == [("line", ("FX101",)), ("block", ("SUM",))]
    assert source[found[0].start : found[0].end] == "{/* factcheck: ignore FX101 */}"


@pytest.mark.parametrize(
    "part", ["{", "}", "{{", "{{<", "{%", "`", "``a`", "<A ", '<A "', "{{< raw >}}", "export \n\n", "{%raw%}"]
)
def test_hostile_rows_are_read(part: str) -> None:
    for path in ("a.md", "a.mdx"):
        draft = draft_of("a " + part * 20_000 + " 5", path)
        assert all(draft.text[block.start : block.end] for block in draft.blocks)
