"""The pages of `docs/rules/`, made from the rule files: `python -m factcheck.fronts.rule_pages docs/rules`."""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.checking.rule import CompiledRule
from factcheck.checking.ruleset import load
from factcheck.fronts.explain import page

#: What the letters of a code stand for, in the order of the index.
GROUPS = {
    "FX": "Exchange rates",
    "SUM": "Sums, parts and counts",
    "CHG": "Change and per cent",
    "PCT": "Shares",
    "RAT": "Ratios and rates",
    "RNK": "Ranges",
    "DAY": "Days, ages and durations",
    "UNI": "Units",
    "CON": "Restatements and known facts",
    "STY": "Format and style",
    "TYP": "Typography",
}
MADE = "<!-- Made from the rule files by `python -m factcheck.fronts.rule_pages docs/rules`. -->"


def pages() -> dict[str, str]:
    """The text of each page by its file's name: one for every shipped rule, and an index."""
    rules = load().rules
    found = {f"{code}.md": f"{MADE}\n\n{page(rule)}\n" for code, rule in rules.items()}
    lines = [MADE, "", "# Rules", "", "`factcheck explain CODE` prints a page."]
    for group, title in GROUPS.items():
        lines += ["", f"## {title}", ""]
        lines += [
            f"* [{code}]({code}.md) {rule.rule.name} ({_level(rule)}): {rule.rule.title}"
            for code, rule in rules.items()
            if code.rstrip("0123456789") == group
        ]
    return {**found, "README.md": "\n".join(lines) + "\n"}


def _level(rule: CompiledRule) -> str:
    return rule.rule.severity + ("" if rule.rule.by_default else ", off by default")


def main(folder: str) -> None:
    """Write the pages, and remove those of rules that are no more."""
    made = pages()
    Path(folder).mkdir(parents=True, exist_ok=True)
    for old in Path(folder).glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        Path(folder, name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
