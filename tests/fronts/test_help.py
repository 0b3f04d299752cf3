"""The help of `factcheck check`, as a new user reads it."""

from __future__ import annotations

import argparse
import os
import select
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.fronts.arguments import parser
from factcheck.fronts.check_arguments import EXAMPLES

#: What a value has no default to say: groups say it for all their options.
GROUPS_SAY = {"only what is new (default: everything)", "fixing (default: nothing is written)"}


def check_parser() -> argparse.ArgumentParser:
    (commands,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    found = commands.choices["check"]
    assert isinstance(found, argparse.ArgumentParser)
    return found


def test_every_option_says_its_default() -> None:
    silent = [
        action.dest
        for group in check_parser()._action_groups
        if group.title not in GROUPS_SAY
        for action in group._group_actions
        if action.dest != "help" and "default: " not in str(action.help)
    ]
    assert silent == []


def test_every_option_stands_in_a_group() -> None:
    (options,) = (group for group in check_parser()._action_groups if group.title == "options")
    assert [action.dest for action in options._group_actions] == ["help"]


@pytest.mark.parametrize("line", [line for line in EXAMPLES.splitlines() if line.startswith("  factcheck ")])
def test_the_examples_can_be_typed(line: str) -> None:
    command = line.strip().partition("  ")[0]
    assert parser().parse_args(shlex.split(command)[1:]).run.__name__ == "check"


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_the_options_and_formats(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "completion", shell], capture_output=True, text=True, check=True
    )
    for word in ("--watch", "--extend-select", "--no-progress", "checkstyle"):
        assert word.lstrip("-") in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of our own")
@pytest.mark.parametrize(("more", "told"), [([], True), (["--no-progress"], False)])
def test_progress_on_a_terminal(tmp_path: Path, more: list[str], told: bool) -> None:
    """With no patience at all: a line there is, and none in a pipe."""
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("Nothing.\n", encoding="utf-8")
    code = (
        "import sys, factcheck.reports.progress_line as line; line.PATIENCE = 0;"
        "from factcheck.fronts.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "check", "--format", "concise", str(tmp_path), *more]
    screen, terminal = os.openpty()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=True)
    shown = os.read(screen, 4096) if select.select([screen], [], [], 0.2)[0] else b""
    os.close(terminal)
    os.close(screen)
    assert (b"0 of 3 files" in shown) == told
    assert b"of 3" not in done.stdout
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
