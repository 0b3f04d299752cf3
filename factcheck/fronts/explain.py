"""A rule's file as its documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checking.rule import CompiledRule

if TYPE_CHECKING:
    from factcheck.checking.rule_file import Example


def page(rule: CompiledRule) -> str:
    """Markdown: what the rule does, its levels, why, its equation, likely causes, remedies, examples."""
    it = rule.rule
    lines = [
        f"# {it.code}: {it.name}",
        "",
        f"{it.title}.",
        "",
        *([] if it.by_default else [f"Off by default: `--extend-select {it.code}` turns it on.", ""]),
        f"Level: {levels(rule)}",
        f"Claim: {it.claim}. Must be possible: `{it.expect}`" + (f" or `{it.otherwise}`" if it.otherwise else ""),
        "",
        "## Why",
        "",
        " ".join(it.why.split()),
    ]
    if it.alternatives or it.fix:
        lines += ["", "## What to write instead", ""]
        lines += [f"* {it.mark}: {it.fix}".replace("{expected}", f"as `{it.expect}` has it")] if it.fix else []
        lines += [f"* or, if {it.mark} is right, {role}: `{text}`" for role, text in it.alternatives.items()]
    if it.causes:
        lines += ["", "## Likely causes", "", *dict.fromkeys(f"* {cause.say}" for cause in it.causes)]
    for title, examples in (("Found", it.bad), ("Silent", it.good)):
        lines += ["", f"## {title}", "", *(_example(example) for example in examples)]
    return "\n".join(lines)


def levels(rule: CompiledRule) -> str:
    """The level of each verdict that is a finding: "error; close: warning; tight: info"."""
    it = rule.rule
    by_rate = "rate" in rule.expect.functions
    equal = rule.expect.comparison == "=="
    severity = "warning" if it.query and it.severity == "error" else it.severity
    said = [
        ("close (a rounding slip)", it.close),
        ("stale (a rate of the month before)", it.stale if by_rate else None),
        ("possible before rounding", it.fits_wide),
        ("tight (only with the rounding of both)", it.tight if equal else None),
    ]
    first = f"{severity}, as a question" if it.query else severity
    raised = "; a warning is raised to an error where it changes what the sentence says"
    warns = "warning" in (severity, it.close) and not it.query
    return "; ".join([first, *(f"{name}: {level}" for name, level in said if level)]) + (raised if warns else "")


def _example(example: Example) -> str:
    text = " ".join(example.text.split()).replace("[[", "**").replace("]]", "**")
    given = [f"on {example.date}"] if example.date else []
    given += [f"{pair} {rate}" for pair, rate in example.rates.items()]
    given += [f"known: {fact.subject[0]} {fact.figure}" for fact in example.facts]
    said = f" → {example.fix}" if example.fix else ""
    return f"* {text}{said}" + (f" ({', '.join(given)})" if given else "")
