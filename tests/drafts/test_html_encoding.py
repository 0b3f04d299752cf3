"""The encoding of an HTML file: its mark, what it declares, UTF-8, windows-1252; a clear reason otherwise."""

from __future__ import annotations

import pytest

from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.reading import read_bytes


def read(data: bytes) -> Draft:
    (draft,) = read_bytes(data, "page.html")
    assert isinstance(draft, Draft), draft
    return draft


@pytest.mark.parametrize(
    "data",
    [
        "<p>Только €5".encode(),
        b"\xef\xbb\xbf" + "<meta charset=koi8-r><p>Только €5".encode(),
        "\ufeff<meta charset=koi8-r><p>Только €5".encode("utf-16-le"),
        "<meta charset='windows-1251'><p>Только €5".encode("cp1251"),
        '<META http-equiv="Content-Type" content="text/html; charset=Windows-1251"><p>Только €5'.encode("cp1251"),
        "<?xml version='1.0' encoding='windows-1251'?><p>Только €5".encode("cp1251"),
        "<!-- <meta charset=koi8-r> --><meta charset=utf-8><p>Только €5".encode(),
        "<meta charset=utf-16><p>Только €5".encode(),
        "<meta charset=no-such><p>Только €5".encode(),
        "<meta charset=rot13><p>Только €5".encode(),
    ],
)
def test_what_is_declared(data: bytes) -> None:
    assert read(data).text == "Только €5"


@pytest.mark.parametrize("label", ["", "<meta charset=iso-8859-1>", "<meta charset='latin1'>", "<meta charset=ascii>"])
def test_western_pages_are_windows_1252(label: str) -> None:
    draft = read(f"{label}<p>“Café” – £5 or €6".encode("cp1252"))
    assert draft.text == "“Café” – £5 or €6"
    start, end = draft.to_source(*(draft.text.index("€6") + n for n in (0, 2)))
    assert draft.source[start:end] == "€6"


@pytest.mark.parametrize(
    ("data", "reason", "line"),
    [
        (b"<meta charset=utf-8>\n<p>caf\xe9",
         "not UTF-8: byte 0xE9 (unexpected end of data); save the file as UTF-8", 2),
        (b"\xef\xbb\xbf<p>caf\xe9 x", "not UTF-8: byte 0xE9 (invalid continuation byte); save the file as UTF-8", 1),
        (b"<meta charset=shift_jis>\n\n<p>\x81",
         "not cp932, which it declares: byte 0x81 (incomplete multibyte sequence); save it as UTF-8", 3),
        (b"<p>a\n<p>\x81 b", "neither UTF-8 nor windows-1252 (byte 0x81); save the file as UTF-8", 2),
        (b"\x89PNG\r\n\x1a\n\x01\x02", "a binary file, not a draft", None),
        (b"<p>\0", "a binary file, not a draft", None),
        (b" \n", "empty: nothing to check", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, reason: str, line: int | None) -> None:
    (found,) = read_bytes(data, "page.html")
    assert isinstance(found, Unreadable)
    assert (found.reason, found.line) == (reason, line)


def test_other_formats_guess_nothing() -> None:
    (found,) = read_bytes("<meta charset=latin1>£5".encode("latin-1"), "page.md")
    assert isinstance(found, Unreadable)
