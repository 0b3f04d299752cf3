"""What rules cost: loading them in a cold process, and applying them all to a draft of 5 kB in a warm one.

    python benchmarks/rules.py [ARTICLES]

CPU time. A draft is made of articles (or of sentences of our own) until it is 5 kB long; reading its figures is counted
too. A cold start is the median of seven processes, with the parsed files kept from the run before, and without.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS, SIZE, DRAFTS = 7, 5000, 40
SENTENCES = [
    "The city will spend €40 million on the line, including €31 million for bridges and €9 million for stations.",
    "Sales rose 20% from $5.0 billion to $6.0 billion in the year to March, and profit by a tenth.",
    "Of the 36 districts, 25 (69 percent) are held by women, four more than in 2019.",
    "The road is 30 miles (48 km) long, and it was opened on Tuesday, June 24, 2025, by the mayor.",
    "A spokesman said that nobody had asked them about the price, and that the talks would go on.",
]
#: Prints the CPU milliseconds of importing what a check imports, of loading all rules, and of choosing among them.
COLD = """
import time
from factcheck.checking import examine, ruleset
start = time.process_time()
rules = ruleset.load()
print((time.process_time() - start) * 1000, len(rules.rules), len(rules.kinds))
"""


def drafts(path: str | None) -> list[str]:
    """Texts of 5 kB."""
    if path is None:
        paragraph = " ".join(SENTENCES) + "\n\n"
        return [(paragraph * (SIZE // len(paragraph) + 1))[:SIZE]] * DRAFTS
    opener = gzip.open if path.endswith(".gz") else open
    found, text = [], ""
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text += json.loads(line)["text"] + "\n\n"
            if len(text) >= SIZE:
                found.append(text[:SIZE])
                text = ""
            if len(found) == DRAFTS:
                break
    return found


def cold(cache: str) -> tuple[float, str]:
    """The median of loading all rules in a process of its own, in ms, and how many there are."""
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": cache}
    outs = [
        subprocess.run([sys.executable, "-c", COLD], env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(RUNS)
    ]
    return median(float(out.split()[0]) for out in outs), " rules, ".join(outs[0].split()[1:])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cold(folder)
        kept, count = cold(folder)
    parsed, _ = cold("")
    print(f"{count} kinds of claims")
    print(f"loading, cold process, parsed files kept      {kept:8.1f} ms")
    print(f"loading, cold process, nothing kept           {parsed:8.1f} ms")

    from factcheck.checking.check import check_draft
    from factcheck.drafts.plain import read
    from factcheck.fronts.api import settings
    from factcheck.fronts.config import Config

    texts = drafts(sys.argv[1] if len(sys.argv) > 1 else None)
    for name, config in (
        ("on by default", Config()),
        ("all rules", Config(extend_select=("ALL",))),
        ("all rules, info wanted", Config(extend_select=("ALL",), severity="info")),
    ):
        chosen = settings(config)
        times = []
        for turn in range(4):
            for n, text in enumerate(texts):
                draft = read(text, f"{n}.txt")
                start = time.process_time()
                check_draft(draft, chosen)
                if turn:
                    times.append((time.process_time() - start) * 1000)
        print(f"{name + ', a draft of 5 kB, warm':45} {median(times):8.2f} ms (slowest {max(times):.2f})")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
