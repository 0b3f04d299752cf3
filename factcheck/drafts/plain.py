"""Plain text: blocks parted by blank lines. The text is the source itself, so that no offset needs a map."""

from __future__ import annotations

from factcheck.drafts.draft import Block, Draft, OffsetMap, Role
from factcheck.drafts.lines import Line, is_caption, is_headline, split_lines


def read(source: str, path: str) -> Draft:
    """The draft of a plain text, which may have front matter. Raises Unreadable where that is broken."""
    if source.startswith("---"):
        from factcheck.drafts.front_matter import front_matter

        front = front_matter(source, path)
        if front is not None:
            title = source[slice(*front.title)] if front.title else ""
            head = f"{title}\n\n" if title else ""
            text = head + source[front.end :]
            runs = [(len(head), front.end, len(source) - front.end)]
            if front.title:
                runs.insert(0, (0, front.title[0], len(title)))
            return Draft(
                path,
                source,
                text,
                blocks(text, title or None),
                date=front.date,
                language=front.language,
                offsets=OffsetMap(runs),
            )
    return Draft(path, source, source, blocks(source))


def blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text in order. A `title` that begins the text is its headline, else its first line may be."""
    found: list[Block] = []
    at = 0
    if title is not None:
        start = len(text) - len(text.lstrip())
        end = start + len(title)
        if text.startswith(title, start) and (end == len(text) or text[end].isspace()):
            found.append(Block(start, end, "headline"))
            at = end
    group: list[Line] = []
    for line in text[at:].split("\n") if at else text.split("\n"):
        if line and not line.isspace():
            group.append((at, line))
        elif group:
            _close(group, found)
            group = []
        at += len(line) + 1
    if group:
        _close(group, found)
    first = found[0] if len(found) > 1 else None
    if first is not None and first.role == "body" and is_headline(text[first.start : first.end]):
        found[0] = Block(first.start, first.end, "headline")
    return tuple(found)


def _close(group: list[Line], found: list[Block]) -> None:
    """Add the blocks of one group of lines without a blank one between them."""
    at, line = group[0]
    if len(group) > 1 or line.lstrip()[0] in "-*•>0123456789":
        found.extend(split_lines(group))
        return
    # Nearly every group of a news text is one line: a paragraph.
    bare = line.strip()
    start = at + line.find(bare)
    role: Role = "caption" if is_caption(bare) else "body"
    found.append(Block(start, start + len(bare), role))
