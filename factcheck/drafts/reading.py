"""From a file to its drafts: decoding, and the reader for each kind of file.

A format is one module of this package and one line of `FORMATS`. A module is imported when its first file is read.
"""

from __future__ import annotations

import os.path
from collections.abc import Iterator
from importlib import import_module
from typing import IO, Literal, NamedTuple

from factcheck.drafts.draft import Draft, Unreadable


class Format(NamedTuple):
    """The module that reads a format, and what that reads.

    one:   `read(source: str, path: str) -> Draft`, a text that is one draft
    many:  `read(source: str, path: str) -> Iterator[Draft | Unreadable]` and, for a file of any size,
           `iter_articles(lines: Iterable[str | Unreadable], path: str)` likewise
    bytes: `read(data: bytes, path: str) -> Draft`, a packed format
    """

    module: str
    reads: Literal["one", "many", "bytes"]
    comments: str = "factcheck.drafts.directives"  # the module that says how comments look
    decoder: str = __name__  # the module with `decode(data: bytes, path: str) -> str`, where texts declare encodings
    edits: bool = True  # whether a fix can be written as it is printed, without the spelling of mark-up


PLAIN = Format("factcheck.drafts.plain", "one")
HTML = Format("factcheck.drafts.html", "one", decoder="factcheck.drafts.html_encoding")
MARKDOWN = Format("factcheck.drafts.markdown", "one", comments="factcheck.drafts.markdown_code")
ASCIIDOC = Format("factcheck.drafts.asciidoc", "one", comments="factcheck.drafts.asciidoc")
FORMATS: dict[str, Format] = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mdx": MARKDOWN._replace(comments="factcheck.drafts.mdx"),
    ".txt": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".adoc": ASCIIDOC,
    ".asciidoc": ASCIIDOC,
    ".rst": Format("factcheck.drafts.rst", "one", comments="factcheck.drafts.rst"),
    ".tex": Format("factcheck.drafts.latex", "one", comments="factcheck.drafts.latex", edits=False),
    ".jsonl": Format("factcheck.drafts.articles", "many"),
}
SUFFIXES = tuple(FORMATS)  # looked for in folders; a file that is named itself is plain text if it has another suffix

DIRECTIVE = "factcheck:"  # begins what a comment tells the checker
_BOM = "\ufeff".encode()
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
BINARY = "a binary file, not a draft"
_EMPTY = "empty: nothing to check"
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def read_file(path: str | os.PathLike[str]) -> Iterator[Draft | Unreadable]:
    """The drafts of a file in order, with an Unreadable in the place of each that cannot be read. Never raises.

    A file of many articles is read line by line, so that its size does not matter.
    """
    name = os.fspath(path)
    try:
        with open(name, "rb") as stream:
            yield from read_stream(stream, name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield Unreadable(name, _why_closed(error))


def read_stream(stream: IO[bytes], path: str) -> Iterator[Draft | Unreadable]:
    """The drafts of an open binary file, such as standard input; `path` names it and its suffix says how it is read."""
    form = _format(path)
    if form.reads == "many":
        head = stream.readline()
        if not head.startswith(_UTF16):
            yield from _streamed(form, head, stream, path)
            return
        yield from read_bytes(head + stream.read(), path)
    else:
        yield from read_bytes(stream.read(), path)


def read_bytes(data: bytes, path: str) -> Iterator[Draft | Unreadable]:
    """The drafts of a whole file's bytes, as `read_file` gives them."""
    try:
        form = _format(path)
        if form.reads == "bytes":
            yield _completed(import_module(form.module).read(data, path), form)
        else:
            yield from _drafts(import_module(form.decoder).decode(data, path), path)
    except Unreadable as unreadable:
        yield unreadable


def read_text(source: str, path: str = "-") -> list[Draft]:
    """The drafts of a decoded source. Raises the first Unreadable."""
    drafts = []
    for draft in _drafts(source, path):
        if isinstance(draft, Unreadable):
            raise draft
        drafts.append(draft)
    return drafts


def edits_source(path: str) -> bool:
    """Whether offsets in a draft of this file are offsets in the file's text, so that it can be edited by them."""
    form = _format(path)
    return form.reads == "one" and form.edits


def declares_encoding(path: str) -> bool:
    """Whether files of this kind say themselves what encoding they are in."""
    return _format(path).decoder != __name__


def decode(data: bytes, path: str) -> str:
    """The text of a file, without a byte order mark, line ends as they are: UTF-8, or UTF-16 with the mark."""
    if data.startswith(_UTF16) and not data.startswith(_UTF32):
        try:
            source = data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable(path, f"not UTF-16: {error.reason} at byte {error.start}; save it as UTF-8") from None
        if "\0" in source:
            raise Unreadable(path, BINARY)
        return source
    if b"\0" in data:
        raise Unreadable(path, BINARY)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `error.object` lacks the mark, if there was one.
        bad = error.object
        if len(bad[:4096].translate(None, CONTROL)) != len(bad[:4096]):
            raise Unreadable(path, BINARY) from None
        line = bad.count(b"\n", 0, error.start) + 1
        reason = f"not UTF-8: byte 0x{bad[error.start]:02X} ({error.reason}); save the file as UTF-8"
        raise Unreadable(path, reason, line) from None


def _drafts(source: str, path: str) -> Iterator[Draft | Unreadable]:
    """The dated drafts of a source; raises Unreadable where nothing of it can be read."""
    if not source or source.isspace():
        raise Unreadable(path, _EMPTY)
    form = _format(path)
    if not source.isascii():
        try:
            source.encode()
        except UnicodeEncodeError as error:
            raise Unreadable(path, f"the text holds half a character (a lone surrogate) at {error.start}") from None
    reader = import_module(form.module)
    if form.reads == "many":
        for draft in reader.read(source, path):
            yield _completed(draft, form)
        return
    yield _completed(reader.read(source, path), form)


def _streamed(form: Format, head: bytes, stream: IO[bytes], path: str) -> Iterator[Draft | Unreadable]:
    def lines() -> Iterator[str | Unreadable]:
        line, number = head.removeprefix(_BOM), 1
        while line:
            try:
                yield decode(line, path)
            except Unreadable as unreadable:
                yield Unreadable(path, unreadable.reason, number)
            line, number = stream.readline(), number + 1

    empty = True
    for draft in import_module(form.module).iter_articles(lines(), path):
        empty = False
        yield _completed(draft, form)
    if empty:
        yield Unreadable(path, _EMPTY)


def _format(path: str) -> Format:
    return FORMATS.get(os.path.splitext(path)[1].lower(), PLAIN)


def _completed(draft: Draft | Unreadable, form: Format) -> Draft | Unreadable:
    """The draft with what its comments say, and with the day that its text prints, or its file's name (not for one of
    several), unless it has one.
    """
    if isinstance(draft, Unreadable):
        return draft
    if DIRECTIVE in draft.source:
        from factcheck.drafts.directives import directives

        draft.directives = directives(draft.source, import_module(form.comments))
    if draft.date is not None:
        return draft
    from factcheck.drafts.dating import date_in_name, date_in_text

    day = date_in_text(draft) or (date_in_name(draft.path) if draft.id is None else None)
    return draft.dated(day) if day else draft


def _why_closed(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | ValueError():
            return "no such file"
        case IsADirectoryError():
            return "a folder, not a file"
        case PermissionError():
            return "no permission to read it"
        case _:
            return error.strerror or str(error)
