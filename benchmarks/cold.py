"""CPU time of a cold start of each command, beside that of `python -c pass`, and how many modules it imports.

Each command runs once before it is measured, so that its bytecode and parsed tables are there.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PLAIN = "# A headline\n\nThe council met to hear what people think of the park.\n"
DRAFTS = {
    "none.md": PLAIN,
    "figure.md": PLAIN + "\nSome 40 residents came.\n",
    "claim.md": PLAIN + "\nSales rose from 200 to 300, an increase of 20%.\n",
    "rate.md": PLAIN + "\nOn 12 December 2023 the line cost 349.5 million yen ($2.38 billion).\n",
}
RUN = "import sys; from factcheck.fronts.cli import main; sys.exit(main())"
COUNT = """
import os, sys
from contextlib import suppress
from factcheck.fronts.cli import main
sys.stdout = open(os.devnull, "w")
with suppress(SystemExit):
    main()
print(len(sys.modules), sum(name.partition(".")[0] == "factcheck" for name in sys.modules), file=sys.__stdout__)
"""


def cpu(command: list[str], runs: int, folder: str) -> float:
    """The median CPU time of a process in milliseconds, user and system."""
    found = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(found) * 1000


def main() -> None:
    """Print a table of commands."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--runs", type=int, default=20)
    runs = wanted.parse_args().runs
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in DRAFTS.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        base = cpu([sys.executable, "-c", "pass"], runs, folder)
        print(f"{'':34}CPU, ms  times pass  modules  ours")
        print(f"{'python -c pass':34}{base:7.1f}")
        for arguments in (["--version"], *(["check", "--format", "concise", name] for name in DRAFTS)):
            cpu([sys.executable, "-c", RUN, *arguments], 1, folder)
            took = cpu([sys.executable, "-c", RUN, *arguments], runs, folder)
            counted = subprocess.run(
                [sys.executable, "-c", COUNT, *arguments], capture_output=True, text=True, cwd=folder, check=True
            )
            modules, ours = counted.stdout.split()
            print(f"{' '.join(arguments):34}{took:7.1f}{took / base:12.1f}{modules:>9}{ours:>6}")


if __name__ == "__main__":
    main()
