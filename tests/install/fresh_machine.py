"""Runs programs as on a fresh machine: without the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: Would point a program at this repository or this environment (git sets GIT_DIR for hooks), or change its output.
_OURS = ("GIT_", "PRE_COMMIT", "PYTEST_", "PYTHON", "VIRTUAL_ENV", "SKIP", "NO_COLOR", "FORCE_COLOR")
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A. Writer",
    "GIT_AUTHOR_EMAIL": "writer@example.org",
    "GIT_COMMITTER_NAME": "A. Writer",
    "GIT_COMMITTER_EMAIL": "writer@example.org",
}


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a program printed, its error output among the rest, and its exit status."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=kept | _GIT | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def succeed(*command: str | Path, cwd: Path, **environment: str) -> str:
    """The output of a program that must succeed."""
    done = run(*command, cwd=cwd, **environment)
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}"
    return done.stdout.strip()


def draft(converted: str) -> str:
    """A draft on 19.5 billion Canadian dollars, which were $13.5 billion on its day."""
    return f"---\ndate: 2025-03-16\n---\n\nThe deal is worth 19.5 billion Canadian dollars ({converted}).\n"
