"""Front matter: the YAML between two `---` lines at the start of a draft.

Split here rather than by a package, because every span must be kept. YAML is read as a stream of events and only
scalars of the top level are looked at, so that no nesting and no alias costs anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import re2

from factcheck.drafts.draft import DraftDate, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

    class Mark(Protocol):
        """A place in YAML, from 0."""

        line: int
        index: int


_DATES = ("date", "published", "updated", "lastmod")  # the first of them that is present dates the draft
_LANGUAGES = ("lang", "language")
# The opening line, then a key, perhaps after comments: otherwise the line is a thematic break.
_OPENING = re2.compile(
    r"""^---[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*"""
    r"""(?:["']?\p{L}[\p{L}\p{N}_-]*["']?[ \t]*:(?:\s|$)|---[ \t]*(?:\r?\n|$))"""
)
_BRACKETS = 1000  # more open ones than any draft needs: libyaml's time grows with the square of their depth
_CLOSING = re2.compile(r"(?m)^(?:---|\.\.\.)[ \t]*\r?$")


class FrontMatter(NamedTuple):
    """What the front matter says. `end` is where the draft begins, `title` the span of a title that stands verbatim."""

    end: int
    date: DraftDate | None = None
    language: str | None = None
    title: tuple[int, int] | None = None


class _Scalar(NamedTuple):
    """The value of a key: None if it is a list or a mapping; `start:end` in the source without quotation marks."""

    value: str | None
    start: int
    end: int
    line: int


def front_matter(source: str, path: str) -> FrontMatter | None:
    """The front matter of a source, None where there is none. Raises Unreadable where it is broken."""
    if not source.startswith("---") or not _OPENING.match(source):
        return None
    begin = source.index("\n") + 1
    closing = _CLOSING.search(source, begin)
    if closing is None:
        raise Unreadable(path, "the front matter opened by --- is never closed; add a line --- after it", 1)
    end = source.find("\n", closing.start()) + 1 or len(source)
    yaml_text = source[begin : closing.start()]
    if yaml_text.count("[") + yaml_text.count("{") > _BRACKETS:
        raise Unreadable(path, f"the front matter has more than {_BRACKETS} opening brackets", 1)
    values = dict(_scalars(yaml_text, begin, path))
    language = next((values[key].value for key in _LANGUAGES if key in values), None)
    return FrontMatter(end, _date(values, path), language or None, _title(values.get("title"), source))


def _scalars(yaml_text: str, begin: int, path: str) -> Iterator[tuple[str, _Scalar]]:
    """Every key of the top level with its value."""
    import yaml

    depth, key = 0, None
    try:
        for event in yaml.parse(yaml_text, Loader=yaml.CSafeLoader):
            opens = isinstance(event, yaml.CollectionStartEvent)
            if depth == 1 and (opens or isinstance(event, yaml.NodeEvent)):
                if key is None:
                    key = event.value if isinstance(event, yaml.ScalarEvent) else ""
                else:
                    yield key.lower(), _scalar(event, begin)
                    key = None
            depth += opens - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0 and isinstance(event, yaml.ScalarEvent):
                raise Unreadable(path, "the front matter is not made of keys and values", _line(event.start_mark))
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        reason = f"the front matter is not YAML: {broken.problem or broken.context}; quote a value that holds ': '"
        raise Unreadable(path, reason, _line(mark)) from None
    except yaml.YAMLError as broken:
        at = getattr(broken, "position", 0)
        reason = f"the front matter is not YAML: {getattr(broken, 'reason', broken)}"
        raise Unreadable(path, reason, yaml_text.count("\n", 0, at) + 2) from None


def _scalar(event: yaml.Event, begin: int) -> _Scalar:
    first, last = event.start_mark, event.end_mark
    start, end = (begin + mark.index if mark else begin for mark in (first, last))
    value = getattr(event, "value", None)
    if getattr(event, "style", None) in ("'", '"'):
        start, end = start + 1, end - 1
    elif value is not None and value.lower() in ("null", "~"):
        value = ""
    return _Scalar(value, start, end, _line(first))


def _line(mark: Mark | None) -> int:
    """The line in the file, of which `---` is the first."""
    return mark.line + 2 if mark else 1


def _date(values: dict[str, _Scalar], path: str) -> DraftDate | None:
    from factcheck.drafts.days import day_of

    for key in _DATES:
        scalar = values.get(key)
        if scalar is None or scalar.value == "":
            continue
        day = day_of(scalar.value) if scalar.value else None
        if day is None:
            said = f"`{key}: {scalar.value}`" if scalar.value else f"`{key}`"
            raise Unreadable(path, f"{said} is not a date; write it as 2025-03-16", scalar.line)
        return DraftDate(day, "front matter", scalar.start, scalar.end)
    return None


def _title(scalar: _Scalar | None, source: str) -> tuple[int, int] | None:
    """The span of a title that is printed as it is read: no escapes, not folded over lines."""
    if scalar is None or not scalar.value or source[scalar.start : scalar.end] != scalar.value:
        return None
    return scalar.start, scalar.end
