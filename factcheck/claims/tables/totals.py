"""Totals along one direction of a table against the cells that they are totals of.

Which cells these are is not printed. Each fair choice is tried (all rows, those since the last subtotal, the subtotals,
the first or last few); where any of them fits there is nothing to say, and which of them is taken for a total that
nothing fits is told by the other columns of the table, whose totals do fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.claims.tables.grid import Axis, Line
from factcheck.claims.tables.slip import mended, one_digit, slip
from factcheck.claims.tables.words import APART, NESTED, PARTIAL, RATES, SUBTOTAL, TAKEN_AWAY, TOTAL
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval

_LEAST = 2
_MOST_FOLDED = 40  # cells among which subtotals without a name are looked for
_MOST_TOTALS = 12  # of one axis
_NEAR = (Decimal("0.8"), Decimal("1.25"))  # of a total that nothing else in the table speaks for
_FAR = (Decimal("0.5"), Decimal(2))
_TOTAL_LABEL = 60  # characters of the longest label of a total
_HUNDRED = Decimal(100)


class Total(NamedTuple):
    """A total, and the cells that should make it."""

    total: Figure
    addends: tuple[Figure, ...]


class _Judged(NamedTuple):
    line: Line
    total: Figure
    addends: tuple[Figure, ...]
    fits: bool
    missing: bool


def totals(axis: Axis, *, across: bool = False) -> Iterator[Total]:
    """The totals of an axis, right ones and wrong ones. `across`: only where other rows show that columns add up."""
    found = [
        at for at, label in enumerate(axis.labels) if _is_total(label) or (axis.foot[at] and not label.strip())
    ]  # fmt: skip
    for at in found[:_MOST_TOTALS]:
        yield from _of(axis, at, across)


def _is_total(label: str) -> bool:
    return len(label) <= _TOTAL_LABEL and TOTAL.search(label) is not None and PARTIAL.search(label) is None


def _of(axis: Axis, at: int, across: bool) -> Iterator[Total]:
    choices = list(_choices(axis.labels, at, across))
    lines = [line for line in axis.lines if not _rate(line.label, across) or _whole(line, at, choices[:1])]
    judged = [[found for line in lines if (found := _judge(line, at, choice))] for choice in choices]
    fitting = {id(found.line) for some in judged for found in some if found.fits}
    best = max(judged, key=lambda some: sum(found.fits for found in some), default=[])
    support = sum(found.fits for found in best)
    missed = [found for found in best if id(found.line) not in fitting]
    yield from (Total(found.total, found.addends) for found in best if found.fits and _fits(found.total, found.addends))
    if across:
        trusted = support >= _LEAST and len(missed) * 2 <= support
    else:
        alone = not support and len(missed) == 1 and len(best) == 1 and any(axis.labels[:at])
        trusted = (len(missed) <= support) or alone
    if not trusted or any(TAKEN_AWAY.search(label) for n, label in enumerate(axis.labels) if n != at):
        return
    for found in missed:
        if _believable(found, support):
            yield Total(found.total, found.addends)


def _rate(label: str, across: bool) -> bool:
    """Whether the heading of a line says that its cells do not add up."""
    return APART.search(label) is not None or (not across and RATES.search(label) is not None)


def _whole(line: Line, at: int, choices: Sequence[tuple[int, ...]]) -> bool:
    """Whether the cells of a column of per cent are shares: they make about a hundred, or their total is that."""
    total = line.entries[at].figure
    shares = [figure for choice in choices for n in choice if (figure := line.entries[n].figure)]
    if total is None or any(figure.kind != "percent" for figure in (total, *shares)):
        return False
    return total.value == _HUNDRED or abs(sum((figure.value for figure in shares), -_HUNDRED)) <= 1


def _choices(labels: Sequence[str], at: int, across: bool) -> Iterator[tuple[int, ...]]:
    """The positions that a total may be the total of, the likeliest first."""
    apart = {n for n, label in enumerate(labels) if _rate(label, not across) and not TOTAL.search(label)}
    sums = [n for n, label in enumerate(labels) if TOTAL.search(label) or SUBTOTAL.search(label)]
    nested = {n for n, label in enumerate(labels) if NESTED.search(label)}
    leaves = [n for n in range(len(labels)) if n not in sums and n not in apart]
    since = max((n for n in sums if n < at), default=-1)
    until = min((n for n in sums if n > at), default=len(labels))
    above = [n for n in leaves if n < at]
    tops = [n for n in sums if n < at]
    last = [n for n in above if n > since]
    seen: set[tuple[int, ...]] = set()
    options = [last, above, tops, tops + last, [*tops[-1:], *last], [n for n in leaves if at < n < until]]
    options += [[n for n in leaves if n != at], [n for n in range(since + 1, at) if n not in sums]]
    if at == 0 or not last:
        below = [n for n in leaves if n > at]
        options += [below[:size] for size in range(_LEAST, min(len(below), 12))]
    else:
        options += [last[-size:] for size in range(_LEAST, min(len(last), 12))]
        options += [last[:size] for size in range(_LEAST, min(len(last), 12))]
    options += [[n for n in option if n not in nested] for option in options] if nested else []
    for option in options:
        if len(option) >= _LEAST and (key := tuple(option)) not in seen:
            seen.add(key)
            yield key


def _judge(line: Line, at: int, choice: tuple[int, ...]) -> _Judged | None:
    """One line by one choice; None where it cannot be said: text among the cells, mixed units, too few numbers."""
    total = line.entries[at].figure
    entries = [line.entries[n] for n in choice]
    if total is None or any(entry.figure is None and not entry.missing for entry in entries):
        return None
    addends = tuple(entry.figure for entry in entries if entry.figure)
    if sum(bool(figure.value) for figure in addends) < _LEAST or any(not _alike(total, figure) for figure in addends):
        return None
    fits = _fits(total, addends)
    if not fits and any(entry.bracketed for entry in entries):
        fits = _fits(total, [_positive(f) for f in addends]) or _fits(
            total, [entry.figure for entry in entries if entry.figure and not entry.bracketed]
        )
    if not fits and any(figure.value < 0 for figure in addends):
        return None
    return _Judged(line, total, addends, fits or _folds(total, addends), any(entry.missing for entry in entries))


def _alike(total: Figure, figure: Figure) -> bool:
    return (figure.kind, figure.unit, figure.currencies) == (total.kind, total.unit, total.currencies)


def _reach(addends: Sequence[Figure]) -> Interval:
    reach = [figure.interval("wide") for figure in addends]
    return Interval(sum((i.low for i in reach), Decimal(0)), sum((i.high for i in reach), Decimal(0)))


def _fits(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether rounding allows the sum: n + 1 half units."""
    return bool(addends) and total.interval("wide").meets(_reach(addends))


def _positive(figure: Figure) -> Figure:
    return Figure(figure.kind, figure.text, figure.start, figure.end, abs(figure.value), figure.grain)


def _folds(total: Figure, addends: Sequence[Figure]) -> bool:
    """Whether the sum fits once rows that are sums of the rows next to them are taken for subtotals."""
    if len(addends) > _MOST_FOLDED:
        return False
    kept: list[Figure] = []
    for figure in addends:  # a subtotal behind its parts
        for size in range(len(kept), 1, -1):
            if _fits(figure, kept[-size:]):
                del kept[-size:]
                break
        kept.append(figure)
    if len(kept) < len(addends) and _fits(total, kept):
        return True
    kept = []
    for figure in reversed(addends):  # a subtotal before its parts
        for size in range(1, len(kept) + 1):
            if _fits(figure, kept[-size:]) and figure.value:
                del kept[-size:]
                break
        kept.append(figure)
    return len(kept) < len(addends) and _fits(total, kept)


def _believable(found: _Judged, support: int) -> bool:
    """Whether a total that does not fit is meant as the sum of these cells at all."""
    values = [figure.value for figure in found.addends]
    reach = _reach(found.addends)
    points = sum(values, Decimal(0))
    if not points or found.total.value <= 0:
        return False
    if found.missing and points < found.total.value:
        return False  # what is not printed may be the rest
    if slip(found.total, reach) or mended(found.total, found.addends) or one_digit(found.total, points):
        return True
    if found.total.value <= max(values):
        return False  # an average, a best, or of something that does not add up
    low, high = _FAR if support else _NEAR
    return low <= found.total.value / points <= high
