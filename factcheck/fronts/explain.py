"""A rule's file as its documentation."""

from __future__ import annotations

from factcheck.checking.rule import CompiledRule, Example


def page(rule: CompiledRule) -> str:
    """Markdown: what the rule does, why, its equation, likely causes, and its examples."""
    it = rule.rule
    lines = [
        f"# {it.code}: {it.name}",
        "",
        f"{it.title}.",
        "",
        *([] if it.by_default else [f"Off by default: `--extend-select {it.code}` turns it on.", ""]),
        f"Level: {it.severity}" + (f"; a rounding slip: {it.close}" if it.close and it.close != it.severity else ""),
        f"Claim: {it.claim}. Must be possible: `{it.expect}`" + (f" or `{it.otherwise}`" if it.otherwise else ""),
        "",
        "## Why",
        "",
        " ".join(it.why.split()),
    ]
    if it.causes:
        lines += ["", "## Likely causes", "", *dict.fromkeys(f"* {cause.say}" for cause in it.causes)]
    for title, examples in (("Found", it.bad), ("Silent", it.good)):
        lines += ["", f"## {title}", "", *(_example(example) for example in examples)]
    return "\n".join(lines)


def _example(example: Example) -> str:
    text = " ".join(example.text.split()).replace("[[", "**").replace("]]", "**")
    given = [f"on {example.date}"] if example.date else []
    given += [f"{pair} {rate}" for pair, rate in example.rates.items()]
    said = f" → {example.fix}" if example.fix else ""
    return f"* {text}{said}" + (f" ({', '.join(given)})" if given else "")
