"""What a draft's comments tell the checker: `factcheck: ignore FX101, CON101: reason`, `factcheck: ignore-file`.

The module that a format names for its comments may say how they look (`COMMENT`, a pattern with the words of one as
its only group; else as in HTML), and which of them are shown, not read, as in code (`shown(source)`, which gives a
function of an offset).
"""

from __future__ import annotations

from types import ModuleType
from typing import Literal, NamedTuple

import re2

#: The comment of HTML, and of what may hold HTML.
HTML_COMMENT = r"<!--(.*?)-->"
_WORD = "factcheck:"
_SAID = re2.compile(r"(?s)^\s*factcheck:\s*(ignore-file|ignore)(?:\s+([^:]*?))?\s*(?::.*)?$")
_RULE = re2.compile(r"^(?:[A-Za-z]{2,4}[0-9]{0,3}|[a-z0-9]+(?:-[a-z0-9]+)+)$")


class Directive(NamedTuple):
    """`source[start:end]` is the comment. Without `codes` (or groups, or names of rules) it is about all rules.

    It covers the file, the line that it ends on, or the block that follows it.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    covers: Literal["file", "line", "block"]


def directives(source: str, module: ModuleType) -> tuple[Directive, ...]:
    """The directives in a source that this module reads, in order. What is no directive after all is none."""
    shown = module.shown(source) if hasattr(module, "shown") else None
    pattern = re2.compile(f"(?s){getattr(module, 'COMMENT', HTML_COMMENT)}")
    return tuple(
        found
        for comment in pattern.finditer(source)
        if _WORD in comment.group(1)
        if (found := _directive(source, comment)) is not None
        if shown is None or not shown(comment.start())
    )


def _directive(source: str, comment: re2._Match) -> Directive | None:
    said = _SAID.match(comment.group(1))
    if said is None:
        return None
    codes = tuple(code for code in (said.group(2) or "").replace(",", " ").split())
    if not all(map(_RULE.match, codes)):
        return None
    start, end = comment.span()
    if said.group(1) == "ignore-file":
        return Directive(start, end, codes, "file")
    before = source[source.rfind("\n", 0, start) + 1 : start]
    stop = source.find("\n", end)
    after = source[end : stop if stop >= 0 else len(source)]
    alone = not before.strip() and not after.strip()
    return Directive(start, end, codes, "block" if alone else "line")
