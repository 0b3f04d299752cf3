"""The tokens of HTML: the standard library's parser as the oracle on ordinary pages, and inputs made to be slow."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import draft_of, shape

from factcheck.drafts.html_tokens import Tokens, attributes

NAMES = st.sampled_from(["p", "b", "td", "div", "h1", "a"])
WORDS = st.text("abc 5$€é&;'\n", max_size=8)
VALUES = st.sampled_from(["x", "5 > 4", "a=b", "", "é", "&amp;", "<b>"])
ATTRIBUTES = st.lists(
    st.tuples(st.sampled_from(["class", "id", "data-x"]), VALUES, st.sampled_from("\"'")), max_size=3
).map(lambda given: "".join(f" {name}={quote}{value}{quote}" for name, value, quote in given))
MARKUP = st.one_of(
    WORDS,
    st.builds("<{}{}>".format, NAMES, ATTRIBUTES),
    st.builds("</{}>".format, NAMES),
    st.sampled_from(["<br/>", "<hr>", "<!-- 5 > 4 -->", "<!DOCTYPE html>", "<?x 5?>"]),
)
Event = tuple[int, str, object]


class Oracle(HTMLParser):
    """Tags as (offset, name, attributes), end tags with a slash."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [0]
        for line in source.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.events: list[Event] = []
        self.feed(source)
        self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        first = {name: value or "" for name, value in reversed(attrs)}
        self.events.append((self._at(), tag, first))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.events.append((self._at(), f"/{tag}", None))


def tags(source: str) -> list[Event]:
    data = source.encode()
    tokens, found = Tokens(data, xml=False), []
    while (token := tokens.next()) is not None:
        at = len(data[: token.start].decode())
        if token.kind == "start":
            given = {key: value.value for key, value in attributes(data, token).items()}
            found.append((at, token.name.decode(), given))
        elif token.kind == "end":
            found.append((at, f"/{token.name.decode()}", None))
    return found


@given(st.lists(MARKUP, max_size=20).map("".join))
def test_tags_stand_where_the_standard_library_finds_them(source: str) -> None:
    assert tags(source) == Oracle(source).events


@given(st.text("<>/!?-=\"' abp&;#[]\n5", max_size=60))
def test_tokens_follow_one_another(source: str) -> None:
    data = source.encode()
    tokens, at = Tokens(data, xml=False), 0
    while (token := tokens.next()) is not None:
        assert at <= token.start <= token.end == tokens.at
        assert token.kind != "text" or token.end > token.start
        at = token.end
    assert tokens.at == len(data)


def test_attributes_keep_their_places() -> None:
    source = b"<time CLASS = x datetime='2024-05-02' Hidden title=\"&pound;5\" class=y>"
    tokens = Tokens(source, xml=False)
    token = tokens.next()
    assert token is not None
    given = attributes(source, token)
    assert {key: value.value for key, value in given.items()} == {
        "class": "x",
        "datetime": "2024-05-02",
        "hidden": "",
        "title": "£5",
    }
    assert all(source[value.start : value.end] in (b"x", b"2024-05-02", b"", b"&pound;5") for value in given.values())


@pytest.mark.parametrize(
    "part",
    ["<!--", '<a b="', "</", "<?", "<a ", "<a b='x' ", "<![CDATA[", "<script>", "<!x", "<a =", "&#x", "&#;", "&",
     "<div>", "<p>", "<b>", "<b><p></b>", "<td>", "<table><tr><td>", "<ul><li>", "<sup>", "x<sup>2</sup>",
     "<sup>1</sup>/", "<q>",
     "</p>", "<svg>", "<title>", "<br>", "<time datetime=2024-05-02>", "<meta name=date content=x>", "<article>",
     "<p>5<h1>6</h1>", "<a href=#fn>", "<script type=application/ld+json>[</script>", "<article><h1>1"],
)  # fmt: skip
def test_hostile_rows_are_read(part: str) -> None:
    draft = draft_of("<p>5 " + part * 100_000 + " 6", "page.html")
    assert not set("56").isdisjoint(draft.text)


def test_elements_nest_without_limit() -> None:
    deep = 100_000
    assert shape(draft_of("<blockquote><div>" * deep + "5" + "</div></blockquote>" * deep + "6", "a.html")) == [
        ("quote", "5"),
        ("body", "6"),
    ]


def test_linked_data_nests_without_limit() -> None:
    script = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert draft_of(f"{script}<p>5", "a.html").date is None
