"""Turns a broken rule into a finding: message, arithmetic, cause, suggested figures, all in the source's offsets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.checking.arithmetic import as_printed, bounds, mark_sign, maths, rate_line, reach_of, the_sum
from factcheck.checking.assignment import in_hundredths
from factcheck.checking.causes import CAUSES
from factcheck.checking.exchange import STATED
from factcheck.checking.finding import Alternative, Edit, Finding, Note, Related
from factcheck.checking.judge import Judge
from factcheck.checking.message import Words, readable
from factcheck.checking.misprint import read_otherwise
from factcheck.checking.record import claim_record
from factcheck.checking.roots import Found, rooted
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.checking.severity import Severity
from factcheck.claims.claim import Claim, faces, printed
from factcheck.claims.tables.slip import mended
from factcheck.drafts.draft import Draft
from factcheck.figures import printing
from factcheck.figures.figure import Figure
from factcheck.figures.sum import Sum
from factcheck.rates.ratebook import RateAnswer

_HUNDRED = Decimal(100)
YEAR = 366
QUERY = "check: "
TIGHT = "only with the rounding of both: "
_MOST_RELATED = 4  # places of one role that are listed
_NEARLY = Decimal("0.05")
#: Kinds of figures that no sum is shown of.
_NO_SUMS = ("day", "weekday", "year")
_NEAR_OVER_YEARS = Decimal("0.5")


class Reporter:
    """Collects the findings of one draft."""

    def __init__(self, draft: Draft, judge: Judge, language: str, undated: date | None = None) -> None:
        """`undated` is the day that a draft without one is taken to be of."""
        self.draft = draft
        self.judge = judge
        self.language = language
        self.undated = undated
        self._found: list[Found] = []

    def add(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, severity: Severity, query: bool = False,
        turned: str = "",
    ) -> None:  # fmt: skip
        """One more finding; a `query` asks where the text may be right after all (somebody's words).

        `turned` is what the sentence does not say any more with the figure as it should be.
        """
        finding = self._finding(rule, claim, judgement, severity)
        if turned:
            finding = finding._replace(notes=(*finding.notes, Note(word="turns", text=turned)))
        if judgement.verdict == "tight":
            finding = finding._replace(message=TIGHT + finding.message, fix=None, alternatives=(), cause=None)
        elif query and not finding.message.startswith(QUERY):
            finding = finding._replace(message=QUERY + finding.message, fix=None)
        self._found.append(Found(finding, rule, claim, judgement))

    def findings(self) -> list[Finding]:
        """What was added, without what merely follows from another wrong figure."""
        return rooted(self._found, self.judge)

    def figures(self, claim: Claim, judgement: Judgement) -> dict[str, Figure]:
        """The figure that stands for each role of a claim."""
        assignment = judgement.assignment
        return dict(assignment.figures) if assignment else {r: faces(p)[0] for r, p in claim.roles.items()}

    def work(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, figures: dict[str, Figure]
    ) -> tuple[str, tuple[Note, ...]]:
        """What the marked figure should be, as it would be printed, and the lines of evidence."""
        mark = figures[rule.rule.mark]
        expected = ""
        known = not rule.rule.query or judgement.rate is not None  # of two statements neither is what was expected
        known = known and not rule.expect.asks(rule.rule.mark)  # "48% is not a majority" says nothing of what it is
        known = known and rule.has_arithmetic
        if rule.expect.comparison == "==" and judgement.expected is not None and known:
            expected = as_printed(mark, self._signed(rule, claim, judgement.expected), self.language)
        if judgement.ends is not None:
            ends = [end for end in judgement.ends if end is not None]
            expected = printing.like_range(mark, ends, self.language)
        return expected, tuple(self._notes(rule, claim, judgement, figures, expected))

    def _finding(self, rule: CompiledRule, claim: Claim, judgement: Judgement, severity: Severity) -> Finding:
        figures = self.figures(claim, judgement)
        mark = figures[rule.rule.mark]
        expected, notes = self.work(rule, claim, judgement, figures)
        low, high = "", ""
        if judgement.accepted is not None and rule.has_arithmetic and mark.kind not in _NO_SUMS:
            low, high = reach_of(judgement.accepted, mark, mark_sign(rule, claim), self.language)
        words = Words(
            figures,
            expected,
            self._rate_day(judgement.rate),
            judgement.rate.source if judgement.rate else "",
            low=low,
            high=high,
            sign=claim.sign,
            source=claim.source,
            sum=the_sum(rule, judgement, figures, self.language) if rule.has_arithmetic else "",
            published=readable(self.draft.date.day) if self.draft.date else "",
            expressed=lambda role, other: self._expressed(figures[role], figures[other], judgement.rate),
        )
        start, end = self.draft.to_source(mark.start, mark.end)
        first, last = self.draft.position(start), self.draft.position(end)
        fix = rule.fix.say(words) if rule.fix else None
        others = self._alternatives(rule, claim, judgement, figures)
        if rule.rule.readings:
            fix, others = read_otherwise(rule, figures, words, self.draft, (start, end))
            expected = fix or ""
        cause, fixable = self._cause(rule, claim, judgement, words)
        related = [
            self._related(figure, rule.labels[role].say(words) if role in rule.labels else role.replace("_", " "))
            for role, part in claim.roles.items()
            for figure in printed(part)[:_MOST_RELATED]
            if figure.start != mark.start
        ]
        if judgement.rate is not None and self.draft.date is not None and self.draft.date.start is not None:
            related += [self._day()]
        return Finding(
            path=self.draft.path,
            id=self.draft.id,
            code=rule.rule.code,
            name=rule.rule.name,
            severity=severity,
            start=start,
            end=end,
            line=first.line,
            column=first.column,
            end_line=last.line,
            end_column=last.column,
            where=self.draft.where(mark.start),
            quote=self.draft.quote(mark.start, mark.end),
            text=self.draft.source[start:end],
            message=rule.message.say(words),
            expected=expected or None,
            fix=Edit(start=start, end=end, text=fix)
            if fix and fixable and self._certain(rule, mark, claim, judgement, start, end)
            else None,
            alternatives=tuple(others),
            cause=cause,
            label=rule.labels[rule.rule.mark].say(words) if rule.rule.mark in rule.labels else "",
            notes=notes,
            related=tuple(related),
            claim=claim_record(claim, self.draft),
        )

    def _certain(
        self, rule: CompiledRule, mark: Figure, claim: Claim, judgement: Judgement, start: int, end: int
    ) -> bool:
        """Whether the computed figure may be written: not from the rates of years, nor where the sentence says a rise
        and the figures a fall.
        """
        if judgement.rate is not None and _over_years(judgement.rate):
            return False
        signed = rule.kind.sign_of(rule.rule.mark, mark, -1) < 0
        if signed and judgement.expected is not None and judgement.expected * mark_sign(rule, claim) < 0:
            return False
        return self._replaceable(mark, start, end)

    def _replaceable(self, figure: Figure, start: int, end: int) -> bool:
        """Whether a figure can be replaced as it stands: not a range, and without mark-up inside that would be cut."""
        return figure.ends is None and self.draft.source[start:end] == figure.text

    def _rate_day(self, rate: RateAnswer | None) -> str:
        """The day to name in a message; a rate over years, for a draft without a day, has none."""
        if rate is None:
            return ""
        if rate.source == STATED:
            return "the draft"
        return "the last years" if _over_years(rate) else readable(rate.day)

    def _signed(self, rule: CompiledRule, claim: Claim, value: Decimal) -> Decimal:
        """A fall is printed without its sign, as the words around it say it."""
        return value * mark_sign(rule, claim)

    def _related(self, figure: Figure, label: str) -> Related:
        start, end = self.draft.to_source(figure.start, figure.end)
        line, column = self.draft.position(start)
        return Related(
            start=start, end=end, line=line, column=column, text=self.draft.source[start:end], label=label,
            where=self.draft.where(figure.start),
        )  # fmt: skip

    def _day(self) -> Related:
        day = self.draft.date
        assert day is not None
        assert day.start is not None
        assert day.end is not None
        line, column = self.draft.position(day.start)
        text = self.draft.source[day.start : day.end]
        return Related(start=day.start, end=day.end, line=line, column=column, text=text, label="the day of the rate")

    def _alternatives(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, figures: dict[str, Figure]
    ) -> list[Alternative]:
        """Edits of other figures that would make the claim true as well."""
        found = []
        for role, expression in rule.alternatives.items():
            figure = figures[role]
            if isinstance(figure, Sum):
                found += self._mended(figures[rule.rule.mark], figure)
                continue
            value = self.judge.scales.point(expression, rule, claim, judgement)
            start, end = self.draft.to_source(figures[role].start, figures[role].end)
            if not value or figure.fair is not None or not self._replaceable(figure, start, end):
                continue
            value *= rule.kind.sign_of(role, figure, claim.sign)
            if in_hundredths(rule, role, figure, claim):
                value *= _HUNDRED
            if value * figure.value <= 0 or (figure.kind == "count" and abs(value) < figure.grain):
                continue
            near = _NEAR_OVER_YEARS if judgement.rate and _over_years(judgement.rate) else _NEARLY
            text = printing.like(figures[role], _same_digits(figures[role].value, value, near), self.language)
            if text == figures[role].text:
                continue
            right = next(name for name in expression.used if name != role) if role == rule.rule.mark else rule.rule.mark
            label = f"if {figures[right].text} is right"
            found.append(Alternative(start=start, end=end, text=text, label=" ".join(label.split())))
        return found

    def _mended(self, total: Figure, cells: Sum) -> list[Alternative]:
        """The edit of the one cell whose slip would explain its total."""
        found = mended(total, cells.addends)
        if found is None:
            return []
        cell, value = cells.addends[found[0]], found[1]
        start, end = self.draft.to_source(cell.start, cell.end)
        text = printing.like(cell, value, self.language)
        return [Alternative(start=start, end=end, text=text, label=f"if {total.text} is right")]

    def _cause(self, rule: CompiledRule, claim: Claim, judgement: Judgement, words: Words) -> tuple[str | None, bool]:
        """What the first likely cause that holds says, and whether the figure may be mended by another."""
        for of, when, find, say, fixable in rule.causes:
            if of not in (None, judgement.verdict):
                continue
            if when is not None and not self.judge.scales.holds(when, rule, claim, judgement):
                continue
            found = CAUSES[find](claim, judgement, self.judge) if find else ""
            if found is not None:
                return say.say(words._replace(found=found)), fixable
        return None, True

    def _notes(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, figures: dict[str, Figure], expected: str
    ) -> list[Note]:
        notes = []
        if judgement.rate is not None and judgement.assignment is not None:
            base, quote = list(judgement.assignment.currencies.values())[:2]
            notes.append(Note(word="rate", text=rate_line(judgement.rate, base, quote)))
            if self.undated is not None:
                text = (
                    f"the draft says no day: taken as {readable(self.undated)}; --date or a date in it says otherwise"
                )
                notes.append(Note(word="date", text=text))
        if judgement.accepted is None or judgement.expected is None or not rule.has_arithmetic:
            return notes
        mark = figures[rule.rule.mark]
        if mark.kind in _NO_SUMS:
            return notes
        if rule.expect.comparison != "==":
            if said := bounds(rule, judgement, figures, self.language):
                notes.append(Note(word="maths", text=said))
        else:
            notes.append(Note(word="maths", text=maths(rule, claim, judgement, figures, expected, self.language)))
        return notes

    def _expressed(self, figure: Figure, other: Figure, rate: RateAnswer | None) -> str:
        """An amount in the currency of another: "CAD 6.77 billion"; nothing where that needs no rate."""
        if rate is None or figure.currency == other.currency or other.currency is None:
            return ""
        return printing.amount(figure.value * rate.point, other.currency, self.language)


def _same_digits(printed: Decimal, value: Decimal, near: Decimal) -> Decimal:
    """The printed number under another scale word, where that is all that keeps it from `value`."""
    for power in (-6, -3, 3, 6):
        if abs(printed.scaleb(power) / value - 1) < near:
            return printed.scaleb(power)
    return value


def _over_years(rate: RateAnswer) -> bool:
    """Whether a rate is that of no day: the range of years, for a draft without a date."""
    return (rate.last - rate.first).days > YEAR
