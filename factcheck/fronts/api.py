"""The programming interface, and the one way in which every front checks drafts."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checking.check import Settings, check_draft
from factcheck.checking.result import Result
from factcheck.checking.severity import SEVERITIES
from factcheck.drafts.draft import Draft, DraftDate, Unreadable
from factcheck.drafts.reading import read_file, read_text
from factcheck.figures.lexicon import lexicon
from factcheck.figures.reader import find_figures
from factcheck.fronts.config import BadConfig, Config

if TYPE_CHECKING:  # pydantic, rules and rates are for drafts that need them
    from factcheck.checking.finding import Finding
    from factcheck.checking.ruleset import RuleSet
    from factcheck.claims.claim import Claim
    from factcheck.claims.finders.known_facts import KnownFact
    from factcheck.rates.house import House
    from factcheck.rates.ratebook import RateBook


def settings(config: Config, book: RateBook | None = None, *, trace: bool = False) -> Settings:
    """What a run needs, from a configuration; BadConfig or BadRule where it cannot be used.

    With `trace` its results carry every figure, and every claim that was checked.

    The shipped rules are loaded when a draft needs them; what a house adds or chooses is looked at at once.
    """

    def rules() -> RuleSet:
        from factcheck.checking.ruleset import load

        return load(config.rules, config.language)

    def rates() -> RateBook:
        from factcheck.rates.ratebook import default_book

        return book or default_book(house)

    house = house_rates(config)
    try:
        codes = lexicon(config.language).codes
    except ValueError as problem:
        raise BadConfig(str(problem)) from None
    home = config.home_currency.upper() if config.home_currency else None
    if home is not None and home not in codes:
        raise BadConfig(f"home_currency: {home!r} is no currency code of ISO 4217 such as CAD")
    chosen = Settings(
        rules, rates, select=config.select, ignore=config.ignore, extend_select=config.extend_select,
        language=config.language, home_currency=home,
        undated=datetime.date.today() if config.undated == "today" else None,
        report_unused=config.report_unused_suppressions, severities=config.severities,
        facts=house_facts(config),
        lowest=min(config.severity, config.fail_on, key=SEVERITIES.index),
        trace=trace,
    )  # fmt: skip
    named = [*config.select, *config.ignore, *config.extend_select, *config.severities]
    named += [code for codes in config.per_file_ignores.values() for code in codes]
    if config.rules or named:
        unknown = chosen.rules.unknown(named)
        if unknown:
            raise BadConfig(f"no rule is called {unknown[0]!r}; `factcheck rules` lists them")
    return chosen


def house_facts(config: Config) -> tuple[KnownFact, ...]:
    """What the house knows, looked at at once too."""
    if not config.facts:
        return ()
    from pydantic import ValidationError

    from factcheck.claims.facts import FactList, compiled, load_facts

    given = (config.facts,) if isinstance(config.facts, str | os.PathLike | dict) else tuple(config.facts)
    paths = [Path(one) for one in given if isinstance(one, str | os.PathLike)]
    try:
        listed = FactList.model_validate([one for one in given if not isinstance(one, str | os.PathLike)]).root
        return (*load_facts(paths, config.language), *compiled(listed, config.language))
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise BadConfig(f"facts.{where}: {first['msg']}; a fact has subject, figure, source and perhaps day") from None
    except ValueError as problem:
        raise BadConfig(f"facts: {problem}") from None


def house_rates(config: Config) -> House | None:
    """The house's own rates, which are looked at at once too; None where it has none."""
    if config.rates is None:
        return None
    from factcheck.rates.user_files import BadRates, load

    try:
        return load(config.rates)
    except BadRates as problem:
        raise BadConfig(str(problem)) from None


def dated(draft: Draft, day: datetime.date | None) -> Draft:
    """The draft with the day that the user gave, which comes before all others."""
    return draft.dated(DraftDate(day, "--date")) if day else draft


def check(
    text: str,
    date: datetime.date | str | None = None,
    *,
    config: Config | None = None,
    book: RateBook | None = None,
    path: str = "<text>",
) -> list[Finding]:
    """The findings in a text (plain, or in the format that `path` ends in), ordered by position.

    `date` is the draft's day, or how ISO 8601 prints it; `book` the rates, by default the bundled ones. Raises
    Unreadable for a text that its format cannot read, BadConfig or BadRule for a configuration that cannot be used.
    """
    if isinstance(date, str):
        date = datetime.date.fromisoformat(date)
    chosen = settings(config or Config(), book)
    day = date or (config.date if config else None)
    return [finding for draft in _drafts(text, path) for finding in check_draft(dated(draft, day), chosen).findings]


def check_file(path: str | os.PathLike[str], config: Config | None = None) -> list[Finding]:
    """The findings in a file; raises Unreadable where it cannot be read."""
    findings: list[Finding] = []
    for result in results(path, settings(config or Config()), config.date if config else None):
        if isinstance(result, Unreadable):
            raise result
        findings += result.findings
    return findings


def results(
    path: str | os.PathLike[str], chosen: Settings, day: datetime.date | None = None
) -> Iterator[Result | Unreadable]:
    """What came of each draft in a file; what cannot be read is given back in its place."""
    for draft in read_file(path):
        yield draft if isinstance(draft, Unreadable) else check_draft(dated(draft, day), chosen)


def find_claims(text: str, language: str = "en") -> list[Claim]:
    """Every claim of a text that a rule which is on by default judges, ordered by position."""
    chosen = settings(Config(language=language))
    return [claim for draft in _drafts(text, "<text>") for claim in claims_of(draft, chosen)]


def claims_of(draft: Draft, chosen: Settings) -> list[Claim]:
    """The claims of a draft that the chosen rules judge, ordered by position."""
    from factcheck.claims.find import find_claims as find

    kinds = {kind.name for kind in chosen.kinds}
    figures = find_figures(draft.text, chosen.language, chosen.home_currency)
    return [claim for claim in find(draft, figures, chosen.kinds, chosen.language) if claim.kind in kinds]


def _drafts(text: str, path: str) -> Iterator[Draft]:
    if not text.strip():
        return
    for draft in read_text(text, path):
        if isinstance(draft, Unreadable):
            raise draft
        yield draft
