"""Plain text: blocks and their roles; the text is the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import draft_of, printed, shape

from factcheck.drafts.draft import Unreadable

BODY = "The council will spend £4 million on it."


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("One.\n\nTwo.", [("body", "One."), ("body", "Two.")]),
        ("One.\n \u00a0\t\nTwo.", [("body", "One."), ("body", "Two.")]),
        ("One.\r\n\r\nTwo.\r\n", [("body", "One."), ("body", "Two.")]),
        ("\n\n  One. \n\n\n\nTwo.", [("body", "One."), ("body", "Two.")]),
        ("It cost $5\nbillion in all.", [("body", "It cost $5\nbillion in all.")]),
        ("It cost $5\r\nbillion in all.", [("body", "It cost $5\r\nbillion in all.")]),
        # headlines
        (f"Bridge to cost £4m\n\n{BODY}", [("headline", "Bridge to cost £4m"), ("body", BODY)]),
        (f"Will it pay?\n\n{BODY}", [("headline", "Will it pay?"), ("body", BODY)]),
        (f"Mayor flies to the U.S.\n\n{BODY}", [("headline", "Mayor flies to the U.S."), ("body", BODY)]),
        ("Bridge to cost £4m", [("body", "Bridge to cost £4m")]),
        (f"{'word ' * 40}end\n\n{BODY}", [("body", f"{'word ' * 40}end"), ("body", BODY)]),
        (f"He said “no.”\n\n{BODY}", [("body", "He said “no.”"), ("body", BODY)]),
        # lists and quotations begin behind their signs
        (
            f"{BODY}\n\n- 5 boats\n- 7 cars,\n  two of them red\n* 9",
            [("body", BODY), ("list", "5 boats"), ("list", "7 cars,\n  two of them red"), ("list", "9")],
        ),
        (f"{BODY}\n\n• 5 boats", [("body", BODY), ("list", "5 boats")]),
        (
            "What it buys:\n1. 30 boats\n2. 7 cars",
            [("body", "What it buys:"), ("list", "30 boats"), ("list", "7 cars")],
        ),
        (f"{BODY}\n\n> We paid 5.\n> Not 6.", [("body", BODY), ("quote", "We paid 5.\n> Not 6.")]),
        ("It fell by\n- 5 percent, they say.", [("body", "It fell by\n- 5 percent, they say.")]),
        ("-5 degrees at night.", [("body", "-5 degrees at night.")]),
    ],
)
def test_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    draft = draft_of(source)
    assert draft.text == draft.source == source
    assert shape(draft) == blocks


@pytest.mark.parametrize(
    "credit",
    [
        "(Source: Getty Images)",
        "(Photo by Ann Example)",
        "(Photo: Ann Example/Reuters)",
        "(AP Photo/Ann Example)",
        "(Ann Example/Getty Images)",
        "(Ann Example / AFP)",
        "(Ann Example/Pool via AP)",
        "(Reuters photo: Ann Example)",
        "(REUTERS/Ann Example)",
        "(Courtesy of the city)",
        "(Agency photo: Ann Example)",
        "Ann Example/Getty Images",
        "Photograph: Ann Example/PA",
    ],
)
def test_a_credit_makes_a_caption(credit: str) -> None:
    caption = f"The new bridge on May 3, 2024. {credit}"
    assert shape(draft_of(f"{BODY}\n\n{caption}\n\n{BODY}"))[1] == ("caption", caption)


@pytest.mark.parametrize(
    "text",
    [
        "Output rose (from 5 to 6 tonnes).",
        "It rose 5% (Source: the ministry) before the vote was held.",
        "He had a clear picture: it would cost 5 million",
        "The yard built 5 ships and/or boats",
    ],
)
def test_no_caption(text: str) -> None:
    assert shape(draft_of(f"{BODY}\n\n{text}\n\n{BODY}"))[1] == ("body", text)


def test_scraped_lines_are_parted_at_captions_and_bylines() -> None:
    caption = (
        "The mayor of the town, her two deputies and the builders of the bridge stand on its northern end "
        "after the last of 40 beams was laid. (Source: Getty Images)"
    )
    lines = ["Bridge opens", "by Ann Example March 3, 2024 4:10 PM 2 min read", caption, caption, "Sound is on"]
    assert shape(draft_of("\n".join(lines) + f"\n\n{BODY}")) == [
        ("headline", lines[0]),
        ("body", lines[1]),
        ("caption", caption),
        ("caption", caption),
        ("body", lines[4]),
        ("body", BODY),
    ]


def test_a_hard_wrapped_caption_is_one_block() -> None:
    caption = (
        "The mayor of the town and her two deputies stand on the northern\n"
        "end of the bridge, after the last of its 40 beams had been laid on\n"
        "Friday. (Photo by Ann Example)"
    )
    assert shape(draft_of(f"{BODY}\n\n{caption}"))[1] == ("caption", caption)


def test_hard_wrapped_prose_is_one_block() -> None:
    prose = (
        "The council said that it would pay 19.5 million Swiss francs\n"
        "($22 million) for the bridge, of which 4 million had been paid by\n"
        "2023. The rest is due in ten years."
    )
    assert shape(draft_of(prose)) == [("body", prose)]


def test_front_matter_is_not_text() -> None:
    draft = draft_of("---\ntitle: Bridge for £4m\ndate: 2024-05-02\nlang: en\n---\nIt is £4 million.\n\nYes.\n")
    assert shape(draft) == [("headline", "Bridge for £4m"), ("body", "It is £4 million."), ("body", "Yes.")]
    assert printed(draft, "£4 million") == "£4 million"
    assert draft.to_source(0, 14) == (11, 25)
    assert draft.language == "en"
    assert "2024" not in draft.text


def test_a_rule_of_dashes_is_text() -> None:
    assert draft_of("---\n\nIt is £4 million.").text.startswith("---")


@given(st.text(alphabet=st.sampled_from("ab1 $.\n\r\t\u00a0>-*•(/:)é—")) | st.text())
def test_every_block_is_in_the_source(source: str) -> None:
    try:
        draft = draft_of(source)
    except Unreadable:
        return
    end = 0
    for block in draft.blocks:
        assert end <= block.start <= block.end <= len(draft.text)
        assert draft.source[slice(*draft.to_source(block.start, block.end))] == draft.text[block.start : block.end]
        end = block.end
