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
           `iter_articles(lines: Iterable[str | Unreadable], path: str, first: int)` likewise
    bytes: `read(data: bytes, path: str) -> Draft`, a packed format

    edits: what may be written in the place of a figure: anything, nothing that parts or quotes cells, or nothing at all
    """

    module: str
    reads: Literal["one", "many", "bytes"]
    edits: Literal["any", "cell", "none"] = "any"
    comments: str = "factcheck.drafts.directives"  # the module that says how comments look
    decoder: str = __name__  # the module with `decode(data: bytes, path: str) -> str`, where texts declare encodings
    alone: bool = True  # whether a file's bytes and name say all; False where it takes in other files (LaTeX's input)


PLAIN = Format("factcheck.drafts.plain", "one")
HTML = Format("factcheck.drafts.html", "one", decoder="factcheck.drafts.html_encoding")
MARKDOWN = Format("factcheck.drafts.markdown", "one", comments="factcheck.drafts.markdown_code")
TABLE = Format("factcheck.drafts.delimited", "one", "cell")
ASCIIDOC = Format("factcheck.drafts.asciidoc", "one", comments="factcheck.drafts.asciidoc")
FORMATS: dict[str, Format] = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mdx": MARKDOWN._replace(comments="factcheck.drafts.mdx"),
    ".txt": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".csv": TABLE,
    ".tsv": TABLE,
    ".ipynb": Format("factcheck.drafts.notebook", "one", "none"),
    ".jsonl": Format("factcheck.drafts.articles", "many", "none"),
    ".eml": Format("factcheck.drafts.email", "bytes", "none"),
    ".docx": Format("factcheck.drafts.docx", "bytes", "none"),
    ".odt": Format("factcheck.drafts.odt", "bytes", "none"),
    ".adoc": ASCIIDOC,
    ".asciidoc": ASCIIDOC,
    ".rst": Format("factcheck.drafts.rst", "one", comments="factcheck.drafts.rst"),
    ".tex": Format("factcheck.drafts.latex", "one", "none", comments="factcheck.drafts.latex"),
}
SUFFIXES = tuple(FORMATS)  # looked for in folders; a file that is named itself is plain text if it has another suffix

DIRECTIVE = "factcheck:"  # begins what a comment tells the checker
_BOM = "\ufeff".encode()
UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
BINARY = "a binary file, not a draft"
_EMPTY = "empty: nothing to check"
_PARTING = frozenset(',;|\t\r\n"')  # what parts or quotes the cells of a table in one dialect or another
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
        yield Unreadable(name, why_closed(error))


def read_stream(stream: IO[bytes], path: str) -> Iterator[Draft | Unreadable]:
    """The drafts of an open binary file, such as standard input; `path` names it and its suffix says how it is read."""
    form = format_of(path)
    if form.reads == "many":
        head = stream.readline()
        if not head.startswith(UTF16):
            yield from _streamed(form, head, stream, path)
            return
        yield from read_bytes(head + stream.read(), path)
    else:
        yield from read_bytes(stream.read(), path)


def read_bytes(data: bytes, path: str) -> Iterator[Draft | Unreadable]:
    """The drafts of a whole file's bytes, as `read_file` gives them."""
    try:
        form = format_of(path)
        if form.reads == "bytes":
            if not data:
                raise Unreadable(path, _EMPTY)
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
    return format_of(path).edits != "none"


def is_packed(path: str) -> bool:
    """Whether a draft of this file has other lines than the file."""
    return format_of(path).reads == "bytes"


def can_replace(path: str, old: str, new: str) -> bool:
    """Whether `new` can stand in the place of `old` in such a file: in a cell only with signs that it has already."""
    return format_of(path).edits == "any" or not (set(new) - set(old)) & _PARTING


def declares_encoding(path: str) -> bool:
    """Whether files of this kind say themselves what encoding they are in."""
    return format_of(path).decoder != __name__


def decode(data: bytes, path: str) -> str:
    """The text of a file, without a byte order mark, line ends as they are: UTF-8, or UTF-16 with the mark."""
    if data.startswith(UTF16) and not data.startswith(_UTF32):
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
    form = format_of(path)
    if form.reads == "bytes":
        raise Unreadable(path, "a packed format: its bytes are needed, not its text")
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


def read_lines(stream: IO[bytes], path: str, first: int = 1) -> Iterator[Draft | Unreadable]:
    """The drafts of some lines of a file of many articles; `first` is the number of the first line."""
    return _streamed(format_of(path), stream.readline(), stream, path, first)


def _streamed(form: Format, head: bytes, stream: IO[bytes], path: str, first: int = 1) -> Iterator[Draft | Unreadable]:
    def lines() -> Iterator[str | Unreadable]:
        line, number = head.removeprefix(_BOM) if first == 1 else head, first
        while line:
            try:
                yield decode(line, path)
            except Unreadable as unreadable:
                yield Unreadable(path, unreadable.reason, number)
            line, number = stream.readline(), number + 1

    empty = True
    for draft in import_module(form.module).iter_articles(lines(), path, first):
        empty = False
        yield _completed(draft, form)
    if empty:
        yield Unreadable(path, _EMPTY)


def format_of(path: str) -> Format:
    """How a file is read, by its suffix."""
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


def why_closed(error: OSError | ValueError) -> str:
    """In a reader's words why a file cannot be opened."""
    match error:
        case FileNotFoundError() | ValueError():
            return "no such file"
        case IsADirectoryError():
            return "a folder, not a file"
        case PermissionError():
            return "no permission to read it"
        case _:
            return error.strerror or str(error)
