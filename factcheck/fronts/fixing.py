"""Writing what findings propose into the drafts, or showing it as a difference."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factcheck.checking.result import Result
from factcheck.drafts.draft import Draft, Unreadable
from factcheck.drafts.html_encoding import declared
from factcheck.drafts.reading import can_replace, declares_encoding, edits_source

if TYPE_CHECKING:
    from factcheck.checking.finding import Edit

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: A fix may bring a figure into a claim that can now be judged; more rounds than this would go in a circle.
ROUNDS = 5


class Fixed(NamedTuple):
    """A draft's source with some of its findings mended."""

    source: str
    edits: int


def fixed(result: Result, *, unsafe: bool = False) -> Fixed:
    """The source with the fixes of a result, of two that overlap the first; `unsafe` ones where it is told."""
    edits: list[Edit] = []
    for finding in result.findings:
        if finding.fix is not None and (unsafe or finding.has_one_fix):
            edits.append(finding.fix)
    source, pieces, end, count = result.draft.source, [], 0, 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        old = source[edit.start : edit.end]
        if edit.start < end or old == edit.text or not can_replace(result.draft.path, old, edit.text):
            continue
        pieces += [source[end : edit.start], edit.text]
        end, count = edit.end, count + 1
    return Fixed("".join([*pieces, source[end:]]), count)


def can_be_fixed(draft: Draft, *, there: bool = True) -> bool:
    """Whether a draft is a text in a file of its own; that this is `there` does not matter for showing."""
    return draft.id is None and edits_source(draft.path) and (not there or os.path.isfile(draft.path))


def write(draft: Draft, source: str) -> None:
    """Put a source in the place of the draft's file: whole or not at all, in its encoding, with its mode.

    Raises Unreadable where that cannot be done, or the file is not what was read.
    """
    target = os.path.realpath(draft.path)
    try:
        with open(target, "rb") as stream:
            data = stream.read()
        mark, encoding = _encoding(data, draft)
        beside = f"{target}.{os.getpid()}.new"
        try:
            with open(beside, "wb") as out:
                out.write(mark + source.encode(encoding))
                out.flush()
                os.fsync(out.fileno())
            shutil.copymode(target, beside)
            os.replace(beside, target)
        except BaseException:
            if os.path.exists(beside):
                os.unlink(beside)
            raise
    except UnicodeEncodeError as problem:
        reason = f"not fixed: {problem.object[problem.start : problem.end]!r} cannot be written in {problem.encoding}"
        raise Unreadable(draft.path, reason) from None
    except OSError as problem:
        raise Unreadable(draft.path, f"not fixed: {problem.strerror or problem}") from None


def _encoding(data: bytes, draft: Draft) -> tuple[bytes, str]:
    """The byte order mark and encoding that give the bytes for what was read."""
    for mark, encoding in _BOMS:
        if data.startswith(mark) and data == mark + draft.source.encode(encoding):
            return mark, encoding
    said = (declared(data), "utf-8", "cp1252") if declares_encoding(draft.path) else ("utf-8",)
    for encoding in filter(None, said):
        try:
            if draft.source.encode(encoding) == data:
                return b"", encoding
        except UnicodeEncodeError:
            continue
    raise Unreadable(draft.path, "not fixed: it has changed since it was read")


def difference(draft: Draft, source: str) -> Iterator[str]:
    """The lines of a unified difference, each with its end."""
    old, new = (text.splitlines(keepends=True) for text in (draft.source, source))
    for line in difflib.unified_diff(old, new, draft.path, draft.path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
