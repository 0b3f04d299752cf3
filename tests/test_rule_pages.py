"""`docs/rules/` is what the rule files say."""

from __future__ import annotations

from pathlib import Path

from factcheck.checking.ruleset import load
from factcheck.fronts.rule_pages import GROUPS, main, pages

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def test_the_pages_are_current() -> None:
    """Make them anew with `python -m factcheck.fronts.rule_pages docs/rules`."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} == pages()


def test_every_rule_is_in_the_index() -> None:
    index = pages()["README.md"]
    assert {code.rstrip("0123456789") for code in load().rules} == set(GROUPS)
    assert all(f"* [{code}]({code}.md) " in index for code in load().rules)


def test_the_page_of_a_rule_that_is_gone_is_removed(tmp_path: Path) -> None:
    (tmp_path / "OLD101.md").write_text("gone")
    main(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == set(pages())
