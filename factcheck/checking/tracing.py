"""Keeps the work of a checker while it examines a draft (see `factcheck.checking.trace`)."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.checking.assignment import in_hundredths, signed_value
from factcheck.checking.check import Settings
from factcheck.checking.exchange import STATED
from factcheck.checking.report import Reporter
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.checking.severity import Severity
from factcheck.checking.trace import Checked, Place, Rate, Span, Trace
from factcheck.claims.claim import Claim, printed
from factcheck.drafts.draft import Draft
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval, Undefined
from factcheck.rates.ratebook import RateAnswer, Window

_HUNDRED = Decimal(100)
#: Kinds whose values are days of a calendar or numbers of a weekday: no interval is worth showing.
_OF_CALENDAR = ("day", "weekday", "year")


class Tracer:
    """Takes down the claims of one draft as they are judged."""

    def __init__(self, draft: Draft, figures: Sequence[Figure], settings: Settings) -> None:
        self._draft = draft
        self._places = {(figure.start, figure.end): self._place(figure) for figure in figures}
        self._checked: list[Checked] = []
        self._numbers: dict[int, int] = {}
        self._series = lru_cache(maxsize=256)(lambda *asked: tuple(settings.book.series(*asked)))

    def trace(self) -> Trace:
        """What was taken down."""
        figures = sorted(self._places.values(), key=lambda place: place.start)
        return Trace(tuple(figures), tuple(sorted(self._checked, key=lambda c: (c.mark.start, c.number, c.code))))

    def add(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, severity: Severity | None, reporter: Reporter
    ) -> None:
        """One claim, judged by one rule; `severity` is what the rule gives to this verdict."""
        figures = reporter.figures(claim, judgement)
        expected, notes = reporter.work(rule, claim, judgement, figures)
        mark = self._known(figures[rule.rule.mark])
        self._checked.append(
            Checked(
                number=self._numbers.setdefault(id(claim), len(self._numbers)),
                kind=claim.kind,
                roles={role: tuple(map(self._known, printed(part))) for role, part in claim.roles.items()},
                read={
                    role: span
                    for role, figure in figures.items()
                    if (span := _read(rule, claim, role, figure)) is not None
                },
                mark=mark,
                code=rule.rule.code,
                name=rule.rule.name,
                title=rule.rule.title,
                verdict=judgement.verdict,
                severity=severity,
                reason=judgement.reason,
                expected=expected,
                work=tuple((note.word, note.text) for note in notes if note.text),
                rate=self._rate(rule, claim, judgement),
            )
        )

    def _place(self, figure: Figure) -> Place:
        start, end = self._draft.to_source(figure.start, figure.end)
        line, column = self._draft.position(start)
        return Place(figure.kind, figure.text, figure.start, figure.end, start, end, line, column)

    def _known(self, figure: Figure) -> Place:
        """The place of a figure; a finder may make figures of its own ("June 31")."""
        return self._places.get((figure.start, figure.end)) or self._place(figure)

    def _rate(self, rule: CompiledRule, claim: Claim, judgement: Judgement) -> Rate | None:
        rate, assignment = judgement.rate, judgement.assignment
        if rate is None or assignment is None or len(assignment.currencies) < 2:
            return None
        base, quote = list(assignment.currencies.values())[:2]
        series = self._series(base, quote, *_drawn(rate)) if rate.source != STATED else ()
        fair, implied = Span(*rate.interval), _implied(rule, claim, judgement)
        if rate.point >= 1:
            return Rate(base, quote, rate.point, rate.day, rate.low, rate.high, rate.first, rate.last, rate.source,
                        _finite(fair), implied and _finite(implied), series)  # fmt: skip
        return Rate(
            quote, base, 1 / rate.point, rate.day, 1 / rate.high, 1 / rate.low, rate.first, rate.last, rate.source,
            _inverse(fair), implied and _inverse(implied), tuple((day, 1 / point) for day, point in series if point),
        )  # fmt: skip


def _drawn(rate: RateAnswer) -> tuple[date, date]:
    """The days whose rates are worth seeing beside those of the window."""
    month = Window.month_before(rate.last)
    return min(rate.first, month.first), rate.last


def _implied(rule: CompiledRule, claim: Claim, judgement: Judgement) -> Span | None:
    """The rates that the two figures of a conversion can stand for, each read as the rule reads it."""
    asked = next((call for call in rule.expect.calls if ast.unparse(call).startswith("rate(")), None)
    assert judgement.assignment is not None
    if asked is None:
        return None
    base, quote = (ast.unparse(argument) for argument in asked.args)
    figures = judgement.assignment.figures
    ends = (0, 1) if figures[base].ends and figures[quote].ends else (None,)
    found: Interval | None = None
    try:
        for end in ends:
            of, by = (
                signed_value(
                    rule, claim, role, figures[role] if end is None else figures[role].at_end(end), *rule.reading(role)
                )
                for role in (quote, base)
            )
            found = found.hull(of.over(by)) if found else of.over(by)
    except Undefined:
        return None
    return Span(*found) if found and found.low > 0 else None


def _finite(span: Span) -> Span:
    return Span(*(end if end is not None and end.is_finite() else None for end in span))


def _inverse(span: Span) -> Span:
    low, high = _finite(span)
    return Span(1 / high if high else None, 1 / low if low else None)


def _read(rule: CompiledRule, claim: Claim, role: str, figure: Figure) -> Span | None:
    """What the rule takes a figure to be: percentages as they are printed, a fall as a negative number."""
    if figure.kind in _OF_CALENDAR:
        return None
    interval = signed_value(rule, claim, role, figure, *rule.reading(role))
    if in_hundredths(rule, role, figure, claim):
        interval = interval.times(Interval.point(_HUNDRED))
    return _finite(Span(*interval))
