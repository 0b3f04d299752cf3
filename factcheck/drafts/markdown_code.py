"""Where Markdown shows code: a comment there is shown to the reader, and tells the checker nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import tree_sitter_markdown
from tree_sitter import Language, Node, Parser, Tree

_CODE = ("fenced_code_block", "indented_code_block")


def shown(source: str) -> Callable[[int], bool]:
    """Says of an offset of the source whether it is in a block of code, or behind the first sign of code in a line."""
    data = source.encode()
    tree = Parser(Language(tree_sitter_markdown.language())).parse(data)
    spans = [(node.start_byte, node.end_byte) for node in _code(tree)]

    def is_shown(offset: int) -> bool:
        at = len(source[:offset].encode())
        line = data.rfind(b"\n", 0, at) + 1
        return data.count(b"`", line, at) % 2 == 1 or any(first <= at < last for first, last in spans)

    return is_shown


def _code(tree: Tree) -> Iterator[Node]:
    """The blocks of code of a document. Walks with a cursor, never by recursion."""
    cursor = tree.walk()
    while True:
        node = cursor.node
        assert node is not None
        if node.type in _CODE:
            yield node
        elif cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
