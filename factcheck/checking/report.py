"""Turns a broken rule into a finding: message, arithmetic, cause, suggested figures, all in the source's offsets."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal

from factcheck.checking.causes import CAUSES
from factcheck.checking.exchange import STATED
from factcheck.checking.finding import Alternative, Edit, Finding, Note, Related
from factcheck.checking.judge import Judge, Judgement
from factcheck.checking.message import Words, readable, readable_span
from factcheck.checking.overlap import within_others
from factcheck.checking.record import claim_record
from factcheck.checking.rule import CompiledRule
from factcheck.checking.severity import Severity
from factcheck.claims.claim import Claim, faces
from factcheck.drafts.draft import Draft
from factcheck.figures import printing
from factcheck.figures.figure import Figure
from factcheck.figures.interval import Interval
from factcheck.figures.lexicon import lexicon
from factcheck.rates.ratebook import RateAnswer

_ONE = Decimal(1)
YEAR = 366
QUERY = "check: "
_NEARLY = Decimal("0.05")
_NEAR_OVER_YEARS = Decimal("0.5")


class Reporter:
    """Collects the findings of one draft. One root cause gives one finding: what follows from it is a note under it."""

    def __init__(self, draft: Draft, judge: Judge, language: str, undated: date | None = None) -> None:
        """`undated` is the day that a draft without one is taken to be of."""
        self.draft = draft
        self.judge = judge
        self.language = language
        self.undated = undated
        self._found: list[tuple[Finding, Claim, bool]] = []  # and whether it is a root: it blames one amount by a rate

    def add(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, severity: Severity, query: bool = False
    ) -> None:
        """One more finding; a `query` asks where the text may be right after all (somebody's words)."""
        finding = self._finding(rule, claim, judgement, severity)
        if query and not finding.message.startswith(QUERY):
            finding = finding.model_copy(update={"message": QUERY + finding.message, "fix": None})
        self._found.append((finding, claim, "rate" in rule.expect.functions))

    def findings(self) -> list[Finding]:
        """What was added, without what merely follows from a wrong conversion."""
        roots = {
            figure.start: n for n, (_, claim, root) in enumerate(self._found) if root for figure in claim.figures()
        }
        kept: dict[int, Finding] = {}
        smaller = within_others([(claim, finding.code) for finding, claim, root in self._found if not root])
        follows: dict[int, list[Note]] = {}
        for n, (finding, claim, root) in enumerate(self._found):
            if claim.kind == "conversion_pair" and any(f.start in roots for f in claim.figures()):
                continue  # the root says it all
            if not root and id(claim) in smaller:
                continue
            cause = None if root else next((roots[f.start] for f in claim.figures() if f.start in roots), None)
            if cause is None:
                kept[n] = finding
            else:
                follows.setdefault(cause, []).append(Note(word="then", text=f"{finding.code} {finding.message}"))
        return [
            finding.model_copy(update={"notes": finding.notes + tuple(follows[n])}) if n in follows else finding
            for n, finding in kept.items()
        ]

    def _finding(self, rule: CompiledRule, claim: Claim, judgement: Judgement, severity: Severity) -> Finding:
        assignment = judgement.assignment
        figures = dict(assignment.figures) if assignment else {r: faces(p)[0] for r, p in claim.roles.items()}
        mark = figures[rule.rule.mark]
        expected = ""
        known = not rule.rule.query or judgement.rate is not None  # of two statements neither is what was expected
        if rule.expect.comparison == "==" and judgement.expected is not None and known:
            expected = printing.like(mark, self._signed(rule, claim, judgement.expected), self.language)
        if judgement.ends is not None:
            ends = [end for end in judgement.ends if end is not None]
            expected = printing.like_range(mark, ends, self.language)
        words = Words(
            figures,
            expected,
            self._rate_day(judgement.rate),
            judgement.rate.source if judgement.rate else "",
            expressed=lambda role, other: self._expressed(figures[role], figures[other], judgement.rate),
        )
        start, end = self.draft.to_source(mark.start, mark.end)
        first, last = self.draft.position(start), self.draft.position(end)
        fix = rule.fix.say(words) if rule.fix else None
        cause, fixable = self._cause(rule, claim, judgement, words)
        related = [
            self._related(figure, rule.labels[role].say(words) if role in rule.labels else role.replace("_", " "))
            for role, part in claim.roles.items()
            for figure in faces(part)
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
            text=self.draft.source[start:end],
            message=rule.message.say(words),
            expected=expected or None,
            fix=Edit(start=start, end=end, text=fix)
            if fix and fixable and self._certain(rule, mark, claim, judgement, start, end)
            else None,
            alternatives=tuple(self._alternatives(rule, claim, judgement, figures)),
            cause=cause,
            label=rule.labels[rule.rule.mark].say(words) if rule.rule.mark in rule.labels else "",
            notes=tuple(self._notes(rule, claim, judgement, figures, expected)),
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
        if signed and judgement.expected is not None and judgement.expected * _mark_sign(rule, claim) < 0:
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
        return value * _mark_sign(rule, claim)

    def _related(self, figure: Figure, label: str) -> Related:
        start, end = self.draft.to_source(figure.start, figure.end)
        line, column = self.draft.position(start)
        return Related(start=start, end=end, line=line, column=column, text=self.draft.source[start:end], label=label)

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
            value = self.judge.point(expression, rule, claim, judgement)
            start, end = self.draft.to_source(figures[role].start, figures[role].end)
            if not value or not self._replaceable(figures[role], start, end):
                continue
            near = _NEAR_OVER_YEARS if judgement.rate and _over_years(judgement.rate) else _NEARLY
            text = printing.like(figures[role], _same_digits(figures[role].value, value, near), self.language)
            right = next(name for name in expression.used if name != role) if role == rule.rule.mark else rule.rule.mark
            label = f"if {figures[right].text} is right"
            found.append(Alternative(start=start, end=end, text=text, label=" ".join(label.split())))
        return found

    def _cause(self, rule: CompiledRule, claim: Claim, judgement: Judgement, words: Words) -> tuple[str | None, bool]:
        """What the first likely cause that holds says, and whether the figure may be mended by another."""
        for of, when, find, say, fixable in rule.causes:
            if of not in (None, judgement.verdict):
                continue
            if when is not None and not self.judge.holds(when, rule, claim, judgement):
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
        if judgement.accepted is None or judgement.expected is None:
            return notes
        mark = figures[rule.rule.mark]
        if rule.expect.comparison != "==":
            notes.append(Note(word="maths", text=self._bounds(rule, judgement, figures)))
        elif mark.kind not in ("day", "weekday"):
            notes.append(Note(word="maths", text=self._maths(rule, claim, judgement, figures, expected)))
        return notes

    def _maths(
        self, rule: CompiledRule, claim: Claim, judgement: Judgement, figures: dict[str, Figure], expected: str
    ) -> str:
        """The right side with the printed figures: "12bn ÷ 10.61 = $1.13bn; with rounding … to …"."""

        def show(node: str) -> str:
            if node in figures or node in rule.kind.kind.optional:
                return " ".join(figures[node].text.split()) if node in figures else ""
            term = judgement.terms.get(node)
            if term is None:
                return node
            return printing.plain(printing.rounded(term, 5).normalize(), lexicon(self.language))

        mark = figures[rule.rule.mark]
        left = rule.expect.printed(rule.expect.right, show)
        accepted = judgement.accepted or Interval.point(0)
        low, high = (
            printing.like(mark, self._signed(rule, claim, end), self.language) if end.is_finite() else "any"
            for end in sorted(accepted, key=lambda end: end * _mark_sign(rule, claim))
        )
        name = ast.unparse(rule.expect.left)
        head = "" if name == rule.rule.mark else f"{rule.expect.printed(rule.expect.left, show)} against "
        window = " and window" if judgement.rate else ""
        reach = f"; with rounding{window} {low} to {high}" if low != high and judgement.ends is None else ""
        return f"{head}{left} = {expected}{reach}"

    def _bounds(self, rule: CompiledRule, judgement: Judgement, figures: dict[str, Figure]) -> str:
        """What rounding leaves of both sides: "€4.5bn is at least €4.45bn, €3.0bn is at most €3.05bn"."""
        mark = figures[rule.rule.mark]
        sides = [(rule.expect.left, judgement.left), (rule.expect.right, judgement.accepted)]
        if rule.expect.comparison == ">=":
            sides.reverse()
        (above, high), (below, low) = sides
        said = []
        for node, interval, words in ((above, high, "at least"), (below, low, "at most")):
            end = None if interval is None else interval.low if words == "at least" else interval.high
            if end is not None and end.is_finite():
                printed = rule.expect.printed(node, lambda name: figures[name].text if name in figures else name)
                said.append(f"{printed} is {words} {printing.like(mark, end, self.language, extra=1)}")
        return " ".join(", ".join(said).split())

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


def _mark_sign(rule: CompiledRule, claim: Claim) -> int:
    """The sign that the claim's words give to the marked figure."""
    return rule.kind.sign_of(rule.rule.mark, faces(claim.roles[rule.rule.mark])[0], claim.sign)


def _over_years(rate: RateAnswer) -> bool:
    """Whether a rate is that of no day: the range of years, for a draft without a date."""
    return (rate.last - rate.first).days > YEAR


def rate_line(rate: RateAnswer, base: str, quote: str) -> str:
    """The rate in the direction above one, its range in the window, and its source."""
    point, low, high = rate.point, rate.low, rate.high
    if point < 1:
        point, low, high, base, quote = _ONE / point, _ONE / high, _ONE / low, quote, base
    lex = lexicon("en")
    shown, lowest, highest = (printing.plain(printing.rounded(value, 5), lex) for value in (point, low, high))
    if rate.source == STATED:
        return f"{shown} {quote} per {base}, {rate.source}"
    if rate.first == rate.last or low == high:
        return f"{shown} {quote} per {base} on {readable(rate.day)}, {rate.source}"
    days = readable_span(rate.first, rate.last)
    return f"{shown} {quote} per {base} on {readable(rate.day)} ({lowest} to {highest} from {days}), {rate.source}"
