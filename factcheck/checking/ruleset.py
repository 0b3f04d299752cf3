"""All rules and claim kinds of a run: the shipped ones, and those of a house."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.checking.known_files import known_files
from factcheck.checking.rule import CompiledRule, load_rule
from factcheck.claims.kind import CompiledKind, Lists, load_kind, load_words
from factcheck.claims.known import known
from factcheck.claims.source import BadRule, Source


def shipped() -> Path:
    """The folder of the shipped rules: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


class RuleSet:
    """Compiled kinds by name and rules by code, in the order of their codes."""

    def __init__(self, kinds: dict[str, CompiledKind], rules: dict[str, CompiledRule]) -> None:
        self.kinds = kinds
        self.rules = rules

    def chosen(self, select: Sequence[str], ignore: Sequence[str], extend: Sequence[str] = ()) -> list[CompiledRule]:
        """The rules whose code, its beginning, or name is in `select` or `extend`, and not in `ignore`.

        Where `select` is empty, those that are on by default; `ALL` names every rule.
        """
        return [
            rule
            for rule in self.rules.values()
            if (_named(rule, select) if select else rule.rule.by_default) or _named(rule, extend)
            if not _named(rule, ignore)
        ]

    def means(self, code: str, names: Sequence[str]) -> bool:
        """Whether one of these codes, groups or names means the rule of this code."""
        return code in self.rules and _named(self.rules[code], names)

    def unknown(self, names: Sequence[str]) -> list[str]:
        """Those names that choose no rule."""
        return [name for name in names if not any(_named(rule, [name]) for rule in self.rules.values())]


def _named(rule: CompiledRule, names: Sequence[str]) -> bool:
    return any(
        name.upper() == "ALL" or rule.rule.code.startswith(name.upper()) or rule.rule.name == name
        for name in names
        if name
    )


def _files(folder: Path, plain: dict[str, dict[str, Any]], *, kinds: bool) -> list[Path]:
    """The files of rules, or of claim kinds, in a folder."""
    if plain:
        return [folder / name for name in plain if name.count("/") == kinds]
    if kinds:
        return sorted((folder / "claims").glob("*.yaml"))
    return [path for path in sorted(folder.rglob("*.yaml")) if "claims" not in path.relative_to(folder).parts[:-1]]


@lru_cache(maxsize=8)
def load(folders: tuple[Path, ...] = (), language: str = "en") -> RuleSet:
    """The shipped rules and those in `folders`; BadRule names file, line and reason of the first that is wrong."""
    kinds: dict[str, CompiledKind] = {}
    paths: dict[str, Path] = {}
    words: Lists | None = None
    everything = (shipped(), *folders)
    plains: list[dict[str, dict[str, Any]]] = []
    for folder in everything:
        if not folder.is_dir():
            raise BadRule(folder, None, "no such folder of rules")
        plain = known_files(folder) if folder == everything[0] else {}
        plains.append(plain)
        words = load_words(folder / "claims", language, words, plain.get(f"claims/words/{language}.yaml"))
        for path in _files(folder, plain, kinds=True):
            kind = load_kind(path, language, words, plain.get(f"claims/{path.name}"))
            if kind.name in kinds:
                raise BadRule(path, 1, f"claim kind {kind.name!r} is already defined in {paths[kind.name]}")
            kinds[kind.name], paths[kind.name] = kind, path
    for kind in kinds.values():
        for name in kind.kind.yields_to:
            if name not in kinds:
                reason = f"unknown claim kind {name!r}{known(name, sorted(kinds))}"
                raise Source(paths[kind.name]).bad(["yields_to"], reason)
    rules: dict[str, CompiledRule] = {}
    for folder, plain in zip(everything, plains, strict=True):
        for path in _files(folder, plain, kinds=False):
            rule = load_rule(path, kinds, plain.get(path.name))
            code = rule.rule.code
            if code in rules:
                raise BadRule(path, 1, f"code {code} is already used by {rules[code].path}")
            rules[code] = rule
    return RuleSet(kinds, dict(sorted(rules.items())))
