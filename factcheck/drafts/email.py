"""Drafts sent by mail: `.eml` (RFC 5322 and MIME). The subject is the headline, the header `Date` the draft's day.

Where the body stands in the file as it is read, offsets count in the file; where it is encoded (quoted-printable,
base64, another character set than the file's), in the decoded subject and body, a blank line between them.
What is read and what is left out is told in docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from typing import NamedTuple

from factcheck.drafts import html, plain
from factcheck.drafts.draft import Block, Draft, DraftDate, OffsetMap, Unreadable
from factcheck.drafts.email_place import body_place, header_place
from factcheck.drafts.joined import Joined

_PLAIN_ENCODINGS = ("", "7bit", "8bit", "binary")
_SIGNATURE = ("-- ", "--")
_MOST_PARTS = 1000


class _Body(NamedTuple):
    """What the draft's offsets count in, and where the subject and the body stand in it."""

    source: str
    subject: tuple[int, int]
    body: tuple[int, int]


def read(data: bytes, path: str) -> Draft:
    """The draft of a message. Raises Unreadable for what is none, or has no text."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("plain", "html"))
        subject = " ".join(str(message.get("Subject") or "").split())
        day = _day(message)
        if not message.keys():
            raise Unreadable(path, "no message: it does not begin with headers")
        if part is None:
            raise Unreadable(path, "a message without text: only attachments, or encrypted")
        content = part.get_content()
    except Unreadable:
        raise
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError, AssertionError) as broken:
        raise Unreadable(path, f"a message that cannot be read: {str(broken)[:200] or type(broken).__name__}") from None
    if not isinstance(content, str) or not (subject.strip() or content.strip()):
        raise Unreadable(path, "empty: nothing to check")
    content = content.encode("utf-8", "replace").decode()
    subject = subject.encode("utf-8", "replace").decode()
    found = _in_file(data, message, part, subject) or _decoded(subject, content)
    source = found.source
    joined = Joined()
    if subject:
        first, last = found.subject
        verbatim = source[first:last] == subject
        runs = [(0, first, len(subject))] if verbatim else [(n, first, 1) for n in range(len(subject))]
        wide = {} if verbatim else dict.fromkeys(range(len(subject)), last)
        headline = Draft(path, subject, subject, (Block(0, len(subject), "headline"),))
        joined.add(headline, OffsetMap(runs, wide))
    begin, end = found.body
    body = source[begin:end]
    is_html = part.get_content_subtype() == "html"
    draft = html.read(body, path) if is_html else _text(body, path, bool(subject))
    joined.add(draft, OffsetMap([(0, begin, len(body))]))
    if not joined.blocks:
        raise Unreadable(path, "empty: nothing to check")
    return Draft(
        path, source, joined.text(), tuple(joined.blocks), date=DraftDate(day, "Date header") if day else None,
        offsets=joined, tables=tuple(joined.tables),
    )  # fmt: skip


def _day(message: EmailMessage) -> date | None:
    """The day that the header prints, whatever its time zone."""
    header = message.get("Date")
    when = getattr(header, "datetime", None)
    return when.date() if when is not None else None


def _decoded(subject: str, content: str) -> _Body:
    content = content.replace("\r\n", "\n")
    head = f"{subject}\n\n" if subject else ""
    return _Body(head + content, (0, len(subject)), (len(head), len(head) + len(content)))


def _in_file(data: bytes, message: EmailMessage, part: Message, subject: str) -> _Body | None:
    """The file's own text, if the body stands in it as it is read; else None."""
    encoding = str(part.get("Content-Transfer-Encoding") or "").strip().lower()
    charset = (part.get_content_charset() or "us-ascii").replace("_", "-")
    if encoding not in _PLAIN_ENCODINGS or (
        charset not in ("us-ascii", "ascii", "utf-8", "utf8") and not data.isascii()
    ):
        return None
    place, head = body_place(data, message, part), header_place(data, b"subject")
    if place is None or (subject and head is None):
        return None
    try:
        source = data.decode()
        first, last = head or (0, 0)
        spans = [len(data[:at].decode()) for at in (first, last, *place)]
    except UnicodeDecodeError:
        return None
    return _Body(source, (spans[0], spans[1]), (spans[2], spans[3]))


def _text(body: str, path: str, headed: bool) -> Draft:
    """A plain body without what it quotes of other messages and without the signature."""
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    for start, end in _kept(body):
        piece = body[start:end]
        runs.append((length, start, len(piece)))
        parts.append(piece)
        length += len(piece)
    text = "".join(parts)
    blocks = plain.blocks(text)
    if headed:
        blocks = tuple(block._replace(role="body") if block.role == "headline" else block for block in blocks)
    return Draft(path, body, text, blocks, offsets=OffsetMap(runs))


def _kept(body: str) -> Iterator[tuple[int, int]]:
    """The spans of lines that the sender wrote; a quoted line leaves its line feed, so that it parts blocks."""
    at = 0
    for line in body.split("\n"):
        end = min(len(body), at + len(line) + 1)
        bare = line.rstrip("\r")
        if bare in _SIGNATURE[:1]:
            return
        if bare.startswith(">"):
            yield end - 1, end
        else:
            yield at, end
        at = end
