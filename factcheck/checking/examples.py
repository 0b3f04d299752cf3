"""Whether the examples of rules and claim kinds hold: a bad one is found where it is marked, a good one is silent."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.checking.check import Settings, check_draft
from factcheck.checking.rule import CompiledRule
from factcheck.checking.rule_file import Example
from factcheck.checking.ruleset import RuleSet
from factcheck.claims.claim import faces
from factcheck.claims.facts import compiled
from factcheck.claims.find import find_claims
from factcheck.claims.kind import CompiledKind
from factcheck.claims.kind_file import ClaimExample
from factcheck.claims.source import BadRule, Source
from factcheck.drafts.draft import Draft, DraftDate
from factcheck.drafts.reading import read_text
from factcheck.figures.reader import find_figures
from factcheck.rates.fixed import FixedSource
from factcheck.rates.ratebook import RateBook, default_book

#: Desk rates hold on every day, so that an example with rates needs no day of its own.
_SOME_DAY = datetime.date(2024, 3, 18)
_OPEN, _CLOSE = "[[", "]]"


def complaints(rules: RuleSet, folders: Sequence[Path], language: str = "en") -> Iterator[BadRule]:
    """One for each example of the rules and kinds below `folders` that does not hold, with its line and the reason."""
    for rule in rules.rules.values():
        if any(folder in rule.path.parents for folder in folders):
            for key, examples in (("bad", rule.rule.bad), ("good", rule.rule.good)):
                for n, example in enumerate(examples):
                    reason = (
                        _bad(rule, example, rules, language) if key == "bad" else _good(rule, example, rules, language)
                    )
                    if reason:
                        yield Source(rule.path).bad([key, n, "text"], f"{_quoted(example.text)}: {reason}")
    for kind in rules.kinds.values():
        if any(folder in kind.path.parents for folder in folders):
            for n, shown in enumerate(kind.kind.examples):
                if reason := _claimed(kind, shown, rules, language):
                    yield Source(kind.path).bad(["examples", n, "text"], f"{_quoted(shown.text)}: {reason}")


def _bad(rule: CompiledRule, example: Example, rules: RuleSet, language: str) -> str:
    """Why a bad example does not hold; empty where it does."""
    if (example.text.count(_OPEN), example.text.count(_CLOSE)) != (1, 1):
        return "mark the wrong figure of a bad example, once: [[…]]"
    settings = _settings(example, rules, language, select=(rule.rule.code,))
    found = check_draft(_draft(example), settings).findings
    if not found:
        claims = find_claims(_draft(example), find_figures(_plain(example), language), settings.kinds, language)
        if not any(claim.kind == rule.rule.claim for claim in claims):
            return f"{rule.rule.code} finds nothing here: no phrase of the claim kind {rule.rule.claim!r} matches"
        return f"{rule.rule.code} finds nothing here: `{rule.rule.expect}` can be true of these figures"
    start = example.text.index(_OPEN)
    marked = example.text[start + len(_OPEN) : example.text.index(_CLOSE)]
    one = found[0]
    if len(found) > 1 or (one.start, one.text) != (start, marked):
        return f"{rule.rule.code} marks {', '.join(repr(other.text) for other in found)}, not {marked!r}"
    severity = example.severity or ("warning" if rule.rule.query else rule.rule.severity)
    fix = one.fix.text if one.fix else None
    for name, wanted, given in (
        ("severity", severity, one.severity), ("fix", example.fix, fix), ("cause", example.cause, one.cause)
    ):  # fmt: skip
        if wanted is not None and wanted != given:
            return f"the {name} is {given!r}, not {wanted!r}"
    return ""


def _good(rule: CompiledRule, example: Example, rules: RuleSet, language: str) -> str:
    """Why a good example does not hold: what it finds, of this rule or of those that are on by default."""
    settings = _settings(example, rules, language, extend_select=(rule.rule.code,))
    found = check_draft(_draft(example), settings).findings
    told = [one for one in found if one.severity != "info" or one.code == rule.rule.code]
    return f"a good example is to be silent, but {told[0].code} says: {told[0].message}" if told else ""


def _claimed(kind: CompiledKind, example: ClaimExample, rules: RuleSet, language: str) -> str:
    (draft,) = read_text(example.text, "<example>")
    claims = find_claims(draft, find_figures(draft.text, language), list(rules.kinds.values()), language)
    found = [
        {role: faces(part)[0].text for role, part in claim.roles.items()} for claim in claims if claim.kind == kind.name
    ]
    if example.none:
        return f"no claim is to be found here, but there is {found[0]}" if found else ""
    if example.roles in found:
        return ""
    return f"found {found[0]}, not {example.roles}" if found else "no phrase finds a claim here"


def _settings(
    example: Example, rules: RuleSet, language: str, *, select: tuple[str, ...] = (),
    extend_select: tuple[str, ...] = (),
) -> Settings:  # fmt: skip
    book = RateBook([FixedSource(example.rates)]) if example.rates else default_book()
    return Settings(
        lambda: rules,
        lambda: book,
        select=select,
        extend_select=extend_select,
        language=language,
        facts=compiled(example.facts, language),
    )


def _plain(example: Example) -> str:
    return example.text.replace(_OPEN, "").replace(_CLOSE, "")


def _draft(example: Example) -> Draft:
    (draft,) = read_text(_plain(example), f"<example>{example.format}")
    day = example.date or (_SOME_DAY if example.rates else None)
    return draft.dated(DraftDate(day, "example")) if day else draft


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return f'"{flat if len(flat) <= 60 else flat[:59] + "…"}"'
