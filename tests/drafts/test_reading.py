"""From bytes to drafts: encodings, registry, and a clear reason for every file that cannot be read."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.reading import SUFFIXES, decode, read_bytes, read_file, read_stream, read_text


@pytest.mark.parametrize(
    "data",
    [
        "Rates fell to 3 %, “a low”.\r\nThen €5.".encode(),
        b"\xef\xbb\xbf" + "Rates fell to 3 %, “a low”.\r\nThen €5.".encode(),
        "\ufeffRates fell to 3 %, “a low”.\r\nThen €5.".encode("utf-16-le"),
        "\ufeffRates fell to 3 %, “a low”.\r\nThen €5.".encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be"],
)
def test_the_mark_is_dropped_and_line_ends_stay(data: bytes) -> None:
    assert decode(data, "x.txt") == "Rates fell to 3 %, “a low”.\r\nThen €5."


@pytest.mark.parametrize(
    ("data", "reason", "line"),
    [
        (b"one\ntwo caf\xe9s", "not UTF-8: byte 0xE9 (invalid continuation byte); save the file as UTF-8", 2),
        (b"\xef\xbb\xbfone\n\ntwo \xff", "not UTF-8: byte 0xFF (invalid start byte); save the file as UTF-8", 3),
        (b"one \xe2\x82", "not UTF-8: byte 0xE2 (unexpected end of data); save the file as UTF-8", 1),
        (b"half\0way", "a binary file, not a draft", None),
        (b"\x89PNG\r\n\x1a\n\x01\x02", "a binary file, not a draft", None),
        (b"\xff\xfe\0\0a\0\0\0", "a binary file, not a draft", None),
        (b"\xff\xfea\0\0\0", "a binary file, not a draft", None),
        (b"\xff\xfea\0b", "not UTF-16: truncated data at byte 4; save it as UTF-8", None),
    ],
)
def test_bytes_that_are_no_text(data: bytes, reason: str, line: int | None) -> None:
    with pytest.raises(Unreadable) as raised:
        decode(data, "x.txt")
    assert (raised.value.reason, raised.value.line) == (reason, line)


@pytest.mark.parametrize("source", ["", " \n\t\n", "\u00a0"])
@pytest.mark.parametrize("path", ["-", "x.md", "x.jsonl"])
def test_nothing_to_check(source: str, path: str) -> None:
    with pytest.raises(Unreadable, match="empty: nothing to check"):
        read_text(source, path)
    (found,) = read_bytes(source.encode(), path)
    assert isinstance(found, Unreadable)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    def reason(path: str | os.PathLike[str]) -> str:
        (found,) = read_file(path)
        assert isinstance(found, Unreadable)
        assert found.path == os.fspath(path)
        return found.reason

    assert reason(tmp_path / "absent.md") == "no such file"
    assert reason("nul\0.md") == "no such file"
    assert reason(tmp_path) == "a folder, not a file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_closed_file(tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text("shut")
    closed.chmod(0)
    (found,) = read_file(closed)
    assert isinstance(found, Unreadable)
    assert found.reason == "no permission to read it"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "5 million"),
        ("a.MARKDOWN", "5 million"),
        ("a.txt", "*5* million"),
        ("a.article", "*5* million"),
        ("-", "*5* million"),
        ("README", "*5* million"),
    ],
)
def test_the_suffix_picks_the_reader(path: str, text: str) -> None:
    (draft,) = read_text("*5* million", path)
    assert draft.text == text
    assert draft.source == "*5* million"


def test_the_suffixes_that_are_looked_for() -> None:
    assert set(SUFFIXES) >= {".md", ".markdown", ".txt", ".jsonl"}


def test_a_stream_of_articles_is_read_as_it_comes() -> None:
    class Endless(io.RawIOBase):
        lines = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.lines += 1
            return b'{"text": "One of many."}\n'

    stream = Endless()
    drafts = read_stream(stream, "feed.jsonl")  # type: ignore[arg-type]
    assert isinstance(next(drafts), Draft)
    assert stream.lines < 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_articles_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1, "text": "£5"}\n{"id": 2, "text": "€6"}\n', encoding=encoding)
    found = [draft.text for draft in read_file(path) if isinstance(draft, Draft)]
    assert found == ["£5", "€6"]


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Unreadable, match="lone surrogate"):
        read_text("one \ud800 two")


def test_plain_text_imports_no_markdown() -> None:
    code = (
        "import sys; from factcheck.drafts.reading import read_text; read_text('Up 5%.', 'a.txt');"
        "print([m for m in ('tree_sitter', 'yaml', 'factcheck.drafts.markdown') if m in sys.modules"
        " and m not in already])"
    )
    code = f"import sys, factcheck; already = set(sys.modules); {code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.binary(max_size=200), st.sampled_from(["-", "a.md", "a.jsonl"]))
def test_no_bytes_raise(data: bytes, path: str) -> None:
    for found in [*read_bytes(data, path), *read_stream(io.BytesIO(data), path)]:
        assert isinstance(found, (Draft, Unreadable))
