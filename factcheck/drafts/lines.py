"""What single lines of plain text are: captions with a credit, list items, quoted lines, bylines, a headline."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from factcheck.drafts.draft import Block, Role

Line = tuple[int, str]  # its offset in the text, and the line without its line feed

_WRAP = 110  # columns: longer lines are paragraphs of their own, not hard-wrapped prose
_CREDIT = 160  # characters at the end of a line in which a credit is looked for
_TITLE = 150  # characters of the longest headline

_AGENCY = (
    r"(?:getty(?: images)?|ap|afp|reuters|epa(?:-efe)?|shutterstock|pa(?: wire| images)?|alamy|istock|bloomberg"
    r"|tass|xinhua|anadolu(?: agency)?|ukrinform|unsplash|flickr|wikimedia(?: commons)?|pool|nurphoto|upi"
    r"|zuma(?: press)?|tns)"
)
_CREDITED = re2.compile(
    r"(?i)(?:"
    r"\((?:sources?|photos?|photographs?|images?|pictures?|pic|credits?|courtesy|file photo)"
    r"(?:\s*:|\s+(?:by|via|courtesy|credit|from|of)\b)[^()]*\)"
    r"|\([^():]*\b(?:photo|photograph)s?: [^()]+\)"
    r"|\((?:ap|afp|epa|reuters|getty|pa|file|courtesy) (?:photo|image|picture)s?\b[^()]*\)"
    rf"|\((?:[^()]*[/|]\s*)?(?:\w+ (?:via )?)?{_AGENCY} ?(?:images|photo)\)"
    rf"|\([^()]*\S\s?[/|]\s?(?:\w+ (?:via )?)?{_AGENCY}(?:/[^()/]+)?\)"
    rf"|\({_AGENCY}/[^()]+\)"
    rf"|[^\s\d/]\s?/\s?(?:\w+ via )?{_AGENCY}"
    r"|(?-i:\b(?:Photo|Photograph|Image|Picture|Credit)s?(?: credit)?: [A-Z])[^.:]+"
    r")\.?\s*$"
)
_BULLET = re2.compile(r"^\s*(?:[-*•‣▪]|\d{1,2}[.)])\s+\S")
_MARKER = re2.compile(r"^\s*(?:(?:[-*•‣▪]|\d{1,2}[.)])\s+|>\s?)")
_DATED = re2.compile(
    r"(?i)^\s*(?:by|published|posted|updated|last updated)\b.*"
    r"\b(?:19|20)\d{2}\b.*(?:\d{4}|read|[ap]\.?m\.?|[a-z]{2,4})\s*$"
)
_STOP = re2.compile(r"""[.!…;:,]["'”’»)\]]*$""")
_SHORTENED = re2.compile(r"""(?:\b\p{Lu}\.|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|St)\.)["'”’»)\]]*$""")


def is_caption(line: str) -> bool:
    """Whether a line ends in the credit of an image: "(Photo by …)", "(Source: Getty Images)", "… /Getty Images)"."""
    tail = line[-_CREDIT:]
    # The cheap question first: no credit is without one of these.
    return ("(" in tail or "/" in tail or ": " in tail) and _CREDITED.search(tail) is not None


def is_headline(block: str) -> bool:
    """Whether a first block can be a headline: one short line that does not end as a sentence does."""
    if len(block) > _TITLE or "\n" in block:
        return False
    return not _STOP.search(block) or _SHORTENED.search(block) is not None


def split_lines(group: list[Line]) -> Iterator[Block]:
    """The blocks of consecutive lines without a blank one between them.

    Hard-wrapped prose stays one block, because a phrase may cross a line break; a line that ends in a credit, a
    byline, an item of a list and a run of quoted lines are blocks of their own.
    """
    width = max(len(line) for _, line in group)
    listed = _BULLET.match(group[0][1]) is not None
    open_lines: list[Line] = []
    role: Role = "body"
    for n, (at, line) in enumerate(group):
        now: Role = "quote" if line.lstrip().startswith(">") else role if role == "list" else "body"
        bullet = line.lstrip()[0] in "-*•‣▪0123456789" and _BULLET.match(line) is not None
        listed = listed or (n > 0 and group[n - 1][1].rstrip().endswith(":"))
        if bullet and listed:
            now = "list"
        if open_lines and (now != role or (bullet and listed)):
            yield _block(open_lines, role)
            open_lines = []
        role = now
        open_lines.append((at, line))
        if role != "body":
            continue
        if is_caption(line.rstrip()):
            whole = _caption_start(open_lines, width)
            if whole:
                yield _block(open_lines[:whole], "body")
            yield _block(open_lines[whole:], "caption")
            open_lines = []
        elif width > _WRAP and len(line) < 200 and _DATED.match(line):
            if open_lines[:-1]:
                yield _block(open_lines[:-1], "body")
            yield _block(open_lines[-1:], "body")
            open_lines = []
    if open_lines:
        yield _block(open_lines, role)


def _caption_start(lines: list[Line], width: int) -> int:
    """The index of the first line of the caption that the last line ends: earlier where it was hard-wrapped."""
    n = len(lines) - 1
    if width > _WRAP:
        return n
    while n > 0:
        before, after = lines[n - 1][1].rstrip(), lines[n][1].split(None, 1)[0]
        # A wrapped line is one that had no room for the next word; where a sentence ends, the caption may begin.
        if len(before) + 1 + len(after) <= width:
            break
        n -= 1
    return n


def _block(lines: list[Line], role: Role) -> Block:
    """The block from the first line, without its bullet or quotation sign, to the last."""
    at, line = lines[0]
    last_at, last = lines[-1]
    marker = _MARKER.match(line) if role in ("list", "quote") else None
    start = at + (marker.end() if marker else len(line) - len(line.lstrip()))
    return Block(start, max(start, last_at + len(last.rstrip())), role)
