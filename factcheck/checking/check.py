"""Draft in, findings out. Rules, rates and models are loaded when a draft first needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.checking.result import Result, Tally
from factcheck.drafts.draft import Draft
from factcheck.figures.reader import find_figures

if TYPE_CHECKING:
    from datetime import date

    from factcheck.checking.rule import CompiledRule
    from factcheck.checking.ruleset import RuleSet
    from factcheck.checking.severity import Severity
    from factcheck.claims.finders.known_facts import KnownFact
    from factcheck.claims.kind import CompiledKind
    from factcheck.rates.ratebook import RateBook


class Settings:
    """What a run is told: rules, of which `select` and `ignore` choose, rates, and what the house takes for granted."""

    def __init__(
        self,
        load_rules: Callable[[], RuleSet],
        load_book: Callable[[], RateBook],
        *,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        extend_select: tuple[str, ...] = (),
        language: str = "en",
        home_currency: str | None = None,
        undated: date | None = None,
        report_unused: bool = False,
        severities: Mapping[str, Severity] | None = None,
        lowest: Severity = "warning",
        facts: tuple[KnownFact, ...] = (),
        trace: bool = False,
    ) -> None:
        self._load_rules = load_rules
        self._load_book = load_book
        self._select = select
        self._ignore = ignore
        self._extend = extend_select
        self.language = language
        self.home_currency = home_currency
        self.facts = facts  # what the house knows
        self.lowest = lowest  # the lowest level that anybody looks at: what is told below it is not worked out
        self.undated = undated  # the day whose rates judge a draft that says no day; None for the last years

        self.report_unused = report_unused  # suppressions that suppress nothing

        self.severities = severities or {}  # the house's own, by code, group or name

        self.trace = trace  # results carry every figure, and every claim that was checked

    @cached_property
    def rules(self) -> RuleSet:
        return self._load_rules()

    @cached_property
    def chosen(self) -> tuple[CompiledRule, ...]:
        return tuple(self.rules.chosen(self._select, self._ignore, self._extend))

    def only(self, codes: Collection[str]) -> Settings:
        """The same with these of the chosen rules alone; what suppresses the others is not unused for that."""
        fewer = copy(self)
        fewer.__dict__.pop("kinds", None)
        fewer.__dict__["chosen"] = tuple(rule for rule in self.chosen if rule.rule.code in codes)
        fewer.report_unused = False
        return fewer

    @cached_property
    def kinds(self) -> tuple[CompiledKind, ...]:
        """The kinds of claims that the chosen rules judge, and those that finding or judging these takes."""
        kinds = self.rules.kinds
        needed = {rule.rule.claim for rule in self.chosen} | {"stated_rate"}
        needed |= {other for name in needed & kinds.keys() for other in kinds[name].kind.yields_to}
        return tuple(kind for name, kind in kinds.items() if kind.fold or name in needed)

    @cached_property
    def book(self) -> RateBook:
        return self._load_book()


def check_draft(draft: Draft, settings: Settings) -> Result:
    """The findings of one draft, ordered by position, and how much was read and checked."""
    if draft.language and draft.language.partition("-")[0].lower() != settings.language:
        return Result(draft, (), Tally(unchecked=Counter({f"a draft in language {draft.language}": 1})))
    figures = find_figures(draft.text, settings.language, settings.home_currency)
    if not figures and not any(digit in draft.text for digit in "0123456789"):  # "on June 31" is no figure
        result = Result(draft, (), Tally(figures=len(figures)))
    else:
        from factcheck.checking.examine import examine

        result = examine(draft, figures, settings)
    if settings.severities and result.findings:
        from factcheck.checking.severity import leveled

        result = leveled(result, settings.rules, settings.severities)
    if draft.directives:
        from factcheck.checking.suppress import suppress

        result = suppress(result, settings.rules.means, report_unused=settings.report_unused)
    return result
