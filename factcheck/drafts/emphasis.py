"""Which asterisks, underscores and tildes of a paragraph are marks of emphasis: the delimiter rules of CommonMark.

https://spec.commonmark.org/0.31.2/#delimiter-run and the strikethrough of GitHub's dialect. Linear in their number.
"""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category

_SPACES = b" \t\n\r\f\v"
_PUNCTUATION = frozenset(b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Run(NamedTuple):
    """A run of one delimiter in bytes, and what its surroundings let it do."""

    start: int
    length: int
    char: int
    opens: bool
    closes: bool


def run_at(data: bytes, start: int, end: int, low: int, high: int) -> Run:
    """The delimiter run `data[start:end]` in a paragraph `data[low:high]`."""
    space_before, mark_before = _before(data, start, low)
    space_after, mark_after = _after(data, end, high)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    char = data[start]
    if char == 0x5F:  # an underscore inside a word is a letter of it
        left, right = left and (not right or mark_before), right and (not left or mark_after)
    return Run(start, end - start, char, left, right)


def marks(runs: list[Run]) -> list[tuple[int, int]]:
    """Pairs of byte offsets `(opener, closer)`, one for every pair of characters that are marks, not text."""
    found: list[tuple[int, int]] = []
    # Openers still to be closed, by character: [start, characters left, run]. A closer takes from an opener's end.
    stacks: dict[int, list[list[int]]] = {}
    floors: dict[tuple[int, bool, int], int] = {}
    for n, run in enumerate(runs):
        stack = stacks.setdefault(run.char, [])
        start, left = run.start, run.length
        floor_key = (run.char, run.opens, run.length % 3)
        while run.closes and left:
            k = _opener(stack, run, runs, floors.get(floor_key, -1))
            if k < 0:
                floors[floor_key] = run.start  # openers before here do not fit this kind of closer
                break
            opener = stack[k]
            del stack[k + 1 :]
            for other in stacks.values():  # what stands between the two can no longer pair
                while other is not stack and other and other[-1][0] > opener[0]:
                    other.pop()
            used = min(2, left, opener[1])
            for i in range(used):
                found.append((opener[0] + opener[1] - 1 - i, start + i))
            opener[1] -= used
            start, left = start + used, left - used
            if not opener[1]:
                stack.pop()
        if run.opens and left:
            stack.append([start, left, n])
    return found


def _opener(stack: list[list[int]], closer: Run, runs: list[Run], floor: int) -> int:
    """The index of the nearest opener that the closer fits, -1 without one."""
    for k in range(len(stack) - 1, -1, -1):
        start, _, n = stack[k]
        if start < floor:
            return -1
        opener = runs[n]
        if closer.char == 0x7E:
            if opener.length == closer.length:
                return k
        # "The multiple of 3 rule": **a*b** is not emphasis inside strong emphasis.
        elif (
            not (opener.closes or closer.opens)
            or (opener.length + closer.length) % 3
            or not (opener.length % 3 or closer.length % 3)
        ):
            return k
    return -1


def _before(data: bytes, at: int, low: int) -> tuple[bool, bool]:
    """Whether white space, and whether punctuation, stands before an offset."""
    if at <= low:
        return True, False
    byte = data[at - 1]
    if byte < 0x80:
        return byte in _SPACES, byte in _PUNCTUATION
    while data[at - 1] & 0xC0 == 0x80:
        at -= 1
    return _kind(data, at - 1)


def _after(data: bytes, at: int, high: int) -> tuple[bool, bool]:
    if at >= high:
        return True, False
    byte = data[at]
    if byte < 0x80:
        return byte in _SPACES, byte in _PUNCTUATION
    return _kind(data, at)


def _kind(data: bytes, at: int) -> tuple[bool, bool]:
    char = data[at : at + 4].decode(errors="ignore")[0]
    return char.isspace(), category(char)[0] in "PS"
