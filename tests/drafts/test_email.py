"""Drafts sent by mail: subject, day, the body in its encodings, what is left out, and the place of a figure."""

from __future__ import annotations

import base64
import quopri
from datetime import date
from pathlib import Path

import pytest
from packed_files import draft_in, why_not
from texts import printed, shape

import factcheck
from factcheck.drafts.draft import Draft

BODY = "It cost C$19.5 billion ($31.5 billion), or £12 billion.\n"
HEAD = "From: a@example.org\nSubject: {subject}\nDate: Sun, 16 Mar 2025 23:30:00 -0500\nMIME-Version: 1.0\n"


def message(body: bytes, kind: str = "text/plain; charset=utf-8", way: str = "8bit", subject: str = "Port") -> bytes:
    head = HEAD.format(subject=subject) + f"Content-Type: {kind}\nContent-Transfer-Encoding: {way}\n\n"
    return head.encode() + body


def draft_of(data: bytes) -> Draft:
    return draft_in(data, "deal.eml")


def test_subject_day_and_body_in_the_file() -> None:
    data = message(BODY.encode(), subject="Port to cost $31bn")
    draft = draft_of(data)
    assert shape(draft) == [("headline", "Port to cost $31bn"), ("body", BODY.strip())]
    assert draft.date is not None
    assert (draft.date.day, draft.date.origin) == (date(2025, 3, 16), "Date header")
    assert draft.source == data.decode()
    assert printed(draft, "$31bn") == "$31bn"
    assert draft.position(draft.source.index("$31.5"))[0] == 8
    assert printed(draft, "£12 billion") == "£12 billion"


def test_lines_that_end_as_in_the_standard() -> None:
    data = message(BODY.encode()).replace(b"\n", b"\r\n")
    draft = draft_of(data)
    assert draft.source == data.decode()
    assert printed(draft, "£12 billion") == "£12 billion"


@pytest.mark.parametrize(
    ("body", "way", "charset"),
    [
        (quopri.encodestring(BODY.encode()), "quoted-printable", "utf-8"),
        (base64.encodebytes(BODY.encode()), "base64", "utf-8"),
        (BODY.encode("latin-1"), "8bit", "iso-8859-1"),
    ],
)
def test_an_encoded_body_is_decoded(body: bytes, way: str, charset: str) -> None:
    draft = draft_of(message(body, f"text/plain; charset={charset}", way))
    assert shape(draft) == [("headline", "Port"), ("body", BODY.strip())]
    assert draft.source.strip() == f"Port\n\n{BODY}".strip()
    assert printed(draft, "£12 billion") == "£12 billion"


def test_an_encoded_subject_stands_where_its_header_does() -> None:
    draft = draft_of(message(BODY.encode(), subject="Port to cost\n =?utf-8?q?=C2=A312bn?="))
    assert shape(draft)[0] == ("headline", "Port to cost £12bn")
    assert printed(draft, "£12bn") == "Port to cost\n =?utf-8?q?=C2=A312bn?="


def test_quoted_messages_and_the_signature_are_left_out() -> None:
    body = b"It cost $5.\n> It cost $6.\n>\n>> And $7.\nIt cost $8.\n-- \nCall 9 12 13\n"
    assert shape(draft_of(message(body))) == [("headline", "Port"), ("body", "It cost $5."), ("body", "It cost $8.")]


def test_of_two_forms_the_plain_one_is_read_and_attachments_are_not() -> None:
    text = "It cost $5."
    parts = (
        f'{HEAD.format(subject="Port")}Content-Type: multipart/mixed; boundary="=_a"\n\nNo {text}\n--=_a\n'
        f"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{text}\n--b\n"
        f"Content-Type: text/html\n\n<p>{text}</p>\n--b--\n--=_a\nContent-Type: text/plain\n"
        f"Content-Disposition: attachment; filename=a.txt\n\n{text}\n--=_a--\n"
    )
    draft = draft_of(parts.encode())
    assert shape(draft) == [("headline", "Port"), ("body", text)]
    start = draft.to_source(draft.text.index("$5"), draft.text.index("$5") + 2)[0]
    assert start == parts.index("text/plain\n\nIt cost") + len("text/plain\n\nIt cost ")
    html = draft_of(parts.replace("text/plain\n\nIt cost", "text/calendar\n\nIt cost", 1).encode())
    assert shape(html) == [("headline", "Port"), ("body", text)]
    assert printed(html, "$5") == "$5"
    assert html.position(html.to_source(html.text.index("$5"), html.text.index("$5") + 2)[0]).line == 18


def test_html_is_read_as_html() -> None:
    body = "<h1>The port</h1><p>It cost &pound;12&nbsp;billion.</p><table><tr><td>a<td>1<tr><td>b<td>2</table>"
    draft = draft_of(message(body.encode(), "text/html; charset=utf-8", "7bit"))
    assert shape(draft)[:3] == [("headline", "Port"), ("body", "The port"), ("body", "It cost £12\u00a0billion.")]
    assert printed(draft, "£12\u00a0billion") == "&pound;12&nbsp;billion"
    assert [draft.text[c.start : c.end] for c in draft.tables[0].cells] == ["a", "1", "b", "2"]


def test_a_finding_points_into_the_file(tmp_path: Path) -> None:
    file = tmp_path / "deal.eml"
    file.write_bytes(message(BODY.encode()))
    (found,) = factcheck.check_file(file)
    assert (found.code, found.text, found.line, found.column) == ("FX101", "$31.5 billion", 8, 25)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"), (b"No header here.\n\nText.\n", "no message"), (b"\x00\x01\x02", "no message"),
        (b"Subject:\n\n \n", "empty"), (message(b"%PDF", "application/pdf", "7bit"), "a message without text"),
        (message(b"x", "text/plain; charset=no-such-set", "7bit"), "cannot be read"),
        (message(b"x", "multipart/encrypted; boundary=a", "7bit"), "a message without text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    assert reason in why_not(data, "a.eml")


def test_parts_in_parts_without_end() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    assert why_not(f"Subject: x\n{deep}".encode(), "a.eml")
