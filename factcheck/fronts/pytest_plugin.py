"""The pytest plugin: `pytest --factcheck` collects drafts as tests; the fixture `factcheck` checks texts inside tests.

Which drafts, which rules and what fails is set in pytest's own configuration too (docs/pytest.md); what is said there
comes before the configuration of factcheck, and the command line before both.

pytest loads this module in every run of every environment that has factcheck, so it imports nothing of ours until a
draft is to be checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factcheck.checking.finding import Finding
    from factcheck.checking.result import Result
    from factcheck.drafts.draft import Draft, Unreadable
    from factcheck.fronts.config import Config
    from factcheck.fronts.configurations import Configurations
    from factcheck.rates.ratebook import RateBook

MARK = "factcheck"


_run = pytest.StashKey["Configurations"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("factcheck", "figures in drafts")
    group.addoption("--factcheck", action="store_true", help="collect article drafts as tests of their figures")
    group.addoption(
        "--factcheck-fail-on",
        choices=["info", "warning", "error"],
        help="the lowest level that fails a draft, whatever any configuration says",
    )
    parser.addini("factcheck", "collect article drafts in every run, as --factcheck does", "bool", False)
    parser.addini(
        "factcheck_paths", "which drafts are collected: patterns as in a .gitignore (default: all)", "linelist", []
    )
    parser.addini("factcheck_fail_on", "the lowest level that fails a draft: info, warning or error", "string", "")
    parser.addini("factcheck_select", "only these rules: codes, groups (FX) or names", "args", [])
    parser.addini("factcheck_ignore", "not these rules", "args", [])


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{MARK}: a draft that --factcheck collected (-m {MARK} runs these alone)")
    if config.getoption("factcheck") or config.getini("factcheck"):
        try:
            config.stash[_run] = _load(config)
        except _failures() as problem:
            raise pytest.UsageError(f"factcheck: {problem}") from None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> DraftFile | None:
    if _run not in parent.config.stash:
        return None
    from factcheck.drafts.reading import SUFFIXES

    if not file_path.name.lower().endswith(SUFFIXES) or not _wanted(file_path, parent.config):
        return None
    return DraftFile.from_parent(parent, path=file_path)


@pytest.hookimpl(tryfirst=True)  # before pytest itself asks -k of the items
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    drafts = [item for item in items if isinstance(item, DraftItem)]
    if drafts and config.getoption("keyword"):
        from factcheck.fronts.pytest_keywords import choose

        known = config.stash[_run]
        for draft in drafts:
            draft.codes = choose(draft, [rule.rule.code for rule in known.settings(draft.path).chosen])


@pytest.fixture(name="factcheck", scope="session")
def factcheck_fixture(pytestconfig: pytest.Config) -> Factcheck:
    """Checks texts inside a test: `factcheck.assert_consistent(text, date=…)`, `factcheck.check(text)`."""
    try:
        return Factcheck(_load(pytestconfig).here)
    except _failures() as problem:
        pytest.fail(f"factcheck: {problem}", pytrace=False)


class DraftFile(pytest.File):
    """A file of one draft, which is one test, or of many articles, each of which is one."""

    def collect(self) -> Iterator[DraftItem]:
        from factcheck.drafts.draft import Draft
        from factcheck.drafts.reading import FORMATS, read_file
        from factcheck.reports.visible import Visible

        if FORMATS[self.path.suffix.lower()].reads != "many":
            yield DraftItem.from_parent(self, name=MARK)  # read when it runs: a failure of its own, and no memory
            return
        visible = Visible()
        seen: dict[str, int] = {}
        for draft in read_file(self.path):
            name = draft.id if isinstance(draft, Draft) else f"line {draft.line}" if draft.line else None
            name = visible(name or MARK)
            seen[name] = seen.get(name, 0) + 1
            unique = name if seen[name] == 1 else f"{name} ({seen[name]})"  # two tests of one name cannot be chosen
            yield DraftItem.from_parent(self, name=unique, draft=draft)


class DraftItem(pytest.Item):
    """One draft; it fails with its findings, or with the reason why it cannot be read.

    `codes` are the rules that -k chose, or None for all.
    """

    codes: frozenset[str] | None = None

    def __init__(self, *, draft: Draft | Unreadable | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._draft = draft
        self.add_marker(MARK)

    def runtest(self) -> None:
        from factcheck.checking.check import check_draft
        from factcheck.drafts.draft import Unreadable
        from factcheck.drafts.reading import read_file
        from factcheck.fronts.api import dated

        known = self.config.stash[_run]
        config = known.of(self.path)
        draft = self._draft or next(read_file(self.path))
        if isinstance(draft, Unreadable):
            pytest.fail(str(Unreadable(self._shown, draft.reason, draft.line)), pytrace=False)
        chosen = known.settings(self.path)
        if self.codes is not None:
            chosen = chosen.only(self.codes)
        told = _told(check_draft(dated(draft, config.date), chosen), config, self._shown)
        if told:
            pytest.fail(told, pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        # Not the bare id: pytest -v takes an ending of that for Python names, and prints its dots as colons.
        return self.path, None, f"draft {self.nodeid}"

    @property
    def _shown(self) -> str:
        """The path as pytest prints it: terminals and editors can follow it from the folder of the run."""
        from os.path import relpath

        return relpath(self.path, self.config.invocation_params.dir)


class Factcheck:
    """The fixture. `options` are keys of the configuration, which they override: `home_currency="CAD"`."""

    def __init__(self, config: Config) -> None:
        self._config = config

    def check(
        self,
        text: str,
        date: datetime.date | str | None = None,
        *,
        path: str = "<text>",
        book: RateBook | None = None,
        **options: Any,
    ) -> list[Finding]:
        """The findings of every level in a text (plain, or in the format that `path` ends in), in order.

        `date` is the day of the text, `book` the rates. Raises Unreadable where the format cannot be read.
        """
        return [
            finding
            for result in self._results(text, path, self._with(date, options), book)
            for finding in result.findings
        ]

    def assert_consistent(
        self,
        text: str,
        date: datetime.date | str | None = None,
        *,
        path: str = "<text>",
        book: RateBook | None = None,
        **options: Any,
    ) -> None:
        """Fail with the findings in a text if any is at or above the level `fail_on`; arguments as for `check`."""
        __tracebackhide__ = True
        config = self._with(date, options)
        told = [_told(result, config, path) for result in self._results(text, path, config, book)]
        if any(told):
            raise AssertionError("\n".join(filter(None, told)))

    def _with(self, date: datetime.date | str | None, options: dict[str, Any]) -> Config:
        """The configuration with what a test says over it, held to the same rules."""
        from factcheck.fronts.config_file import validated

        said = options | ({"date": date} if date is not None else {})
        try:
            keys = {key: value for key, value in self._config._asdict().items() if key != "folder"}
            return validated(keys | said)._replace(folder=self._config.folder)
        except ValueError as problem:
            raise TypeError(f"factcheck: {problem}") from None

    def _results(self, text: str, path: str, config: Config, book: RateBook | None) -> Iterable[Result]:
        from factcheck.checking.check import check_draft
        from factcheck.drafts.reading import read_text
        from factcheck.fronts.api import dated, settings

        chosen = settings(config, book)
        drafts = read_text(text, path) if text.strip() else []
        return [check_draft(dated(draft, config.date), chosen) for draft in drafts]


def _wanted(path: Path, config: pytest.Config) -> bool:
    """Whether `factcheck_paths` names this file; the patterns are relative to pytest's root folder."""
    patterns = config.getini("factcheck_paths")
    if not patterns:
        return True
    from os.path import relpath

    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file(relpath(path, config.rootpath))


def _load(config: pytest.Config) -> Configurations:
    from factcheck.checking.severity import SEVERITIES
    from factcheck.fronts.config import BadConfig
    from factcheck.fronts.configurations import Configurations

    fail_on = config.getini("factcheck_fail_on")
    if fail_on and fail_on not in SEVERITIES:
        raise BadConfig(f"factcheck_fail_on: {fail_on!r} is no level; there are {', '.join(SEVERITIES)}")
    said = {
        "fail_on": config.getoption("factcheck_fail_on") or fail_on,
        "select": tuple(config.getini("factcheck_select")),
        "ignore": tuple(config.getini("factcheck_ignore")),
    }
    known = Configurations({key: value for key, value in said.items() if value})
    known.settings("draft.md")  # of the working folder: what is wrong with it is said before anything is collected
    return known


def _failures() -> tuple[type[Exception], ...]:
    """What is wrong with a configuration or a rule, and says so itself; anything else is our mistake."""
    from factcheck.claims.source import BadRule
    from factcheck.fronts.config import BadConfig

    return BadConfig, BadRule, OSError


def _told(result: Result, config: Config, path: str) -> str:
    """What a failure says: the findings to show, if any of them is at or above the failing level; else nothing."""
    from factcheck.checking.severity import SEVERITIES

    fails, shows = SEVERITIES.index(config.fail_on), SEVERITIES.index(config.severity)
    if all(SEVERITIES.index(finding.severity) < fails for finding in result.findings):
        return ""
    shown = [finding for finding in result.findings if SEVERITIES.index(finding.severity) >= min(fails, shows)]
    return "\n".join(line for finding in shown for line in _lines(finding, result.draft.source, path))


def _lines(finding: Finding, source: str, path: str) -> Iterator[str]:
    """A finding as the concise report has it, and below it the arithmetic, the cause and what to write instead."""
    from factcheck.reports.visible import Visible
    from factcheck.reports.wording import place, remedy, told

    visible = Visible()
    where = place(finding._replace(path=path))
    yield visible(f"{where}: {finding.severity} {finding.code} {told(finding)}")
    notes = [(note.word, note.text) for note in finding.notes]
    notes += [("cause", finding.cause or ""), ("fix", remedy(finding, source))]
    yield from (visible(f"    {word}: {text}") for word, text in notes if text)
