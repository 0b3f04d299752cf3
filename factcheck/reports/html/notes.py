"""What the page says of a draft's claims: one note for each, numbered where its figure is marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.checking.result import Result
from factcheck.checking.trace import Checked, Place, Rate
from factcheck.drafts.draft import Draft
from factcheck.reports.wording import remedy

if TYPE_CHECKING:
    from factcheck.checking.finding import Finding

#: The states of a figure from the gravest: class name in the page, and what a reader is told.
STATES = {
    "error": "wrong",
    "warning": "query",
    "info": "remark",
    "aside": "left out",
    "fine": "fine",
    "unchecked": "not checked",
    "alone": "in no claim",
}
_ORDER = list(STATES)
_ASIDE = "left out: suppressed, in the baseline, in a quotation, below the level shown, or it follows from another"
_NO_REASON = "nothing to judge it by"


class Note(NamedTuple):
    """One claim: what it comes to, and why. Spans are those of figures in the draft's text.

    `mark` is None where the place is not in what a reader reads (a comment). `lines` are evidence: a word, a text.
    """

    state: str
    mark: tuple[int, int] | None
    text: str
    others: tuple[tuple[int, int], ...]
    message: str
    lines: tuple[tuple[str, str], ...]
    rate: Rate | None
    codes: tuple[str, ...]
    finding: Finding | None = None


def notes(result: Result) -> list[Note]:
    """The notes of a draft, ordered by the place of their marks; those without one come last."""
    checked = result.trace.checked if result.trace else ()
    by_place = {(check.code, check.mark.source_start): check for check in checked}
    told: set[int] = set()
    found: list[Note] = []
    for finding in result.findings:
        check = by_place.get((finding.code, finding.start))
        if check is not None:
            told.add(check.number)
        found.append(_of_finding(finding, check, result))
    silent: dict[int, list[Checked]] = {}
    for check in checked:
        if check.number not in told:
            silent.setdefault(check.number, []).append(check)
    blamed = {note.mark for note in found}
    quiet = [note for checks in silent.values() if (note := _of_silent(checks)) is not None]
    found += [note for note in quiet if note.state != "aside" or note.mark not in blamed]  # it follows from the finding
    return sorted(found, key=lambda note: (note.mark is None, note.mark or (0, 0), _ORDER.index(note.state)))


def _of_finding(finding: Finding, check: Checked | None, result: Result) -> Note:
    lines = [(note.word, note.text) for note in finding.notes if note.text]
    if finding.cause:
        lines.append(("cause", finding.cause))
    if proposed := remedy(finding, result.draft.source):
        lines.append(("fix", proposed))
    mark = (check.mark.start, check.mark.end) if check else in_text(result.draft, finding.start, finding.end)
    return Note(
        finding.severity, mark, finding.text, _others(check.places() if check else (), mark), finding.message,
        tuple(lines), check.rate if check else None, (finding.code,), finding,
    )  # fmt: skip


def _of_silent(checks: Sequence[Checked]) -> Note | None:
    """One note for a claim that several rules have judged: the gravest verdict, the fullest work.

    None for one that fits because others do: their notes say it all.
    """
    state = min((_state(check) for check in checks), key=_ORDER.index)
    alike = [check for check in checks if _state(check) == state]
    first = max(alike, key=lambda check: len(check.work) + (check.rate is not None))
    mark = (first.mark.start, first.mark.end)
    if state == "unchecked":
        message = first.reason or _NO_REASON
    elif state == "aside":
        message = f"{first.title}; {_ASIDE}"
    elif first.work:
        message = ""
    elif first.reason:
        return None
    else:
        beside = [place.text for place in first.places() if (place.start, place.end) != mark]
        message = f"agrees with {', '.join(beside[:4])}" if beside else ""
    codes = tuple(dict.fromkeys(check.code for check in alike))
    return Note(state, mark, first.mark.text, _others(first.places(), mark), message, first.work, first.rate, codes)


def _state(check: Checked) -> str:
    if check.severity is not None:
        return "aside"
    return "unchecked" if check.verdict == "unknown" else "fine"


def _others(places: Iterable[Place], mark: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    return tuple(span for place in places if (span := (place.start, place.end)) != mark)


def in_text(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """The span in a draft's text of one in its source; None where a reader does not read it."""
    whole = range(len(draft.text))
    first = bisect_left(whole, start, key=lambda offset: draft.to_source(offset, offset)[0])
    last = bisect_left(whole, end, key=lambda offset: draft.to_source(offset, offset)[0])
    return (first, last) if first < last and draft.to_source(first, last) == (start, end) else None
