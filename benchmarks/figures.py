"""How many megabytes of text a second of CPU reads into figures: ours, and other extractors where they are installed.

    python benchmarks/figures.py ARTICLES            # .jsonl or .jsonl.gz with a "text" a line, or any text file
    python benchmarks/figures.py ARTICLES --seconds 60

One core, one process, CPU time. Each extractor reads the documents in order until its seconds are spent; ours makes
whole passes, of which the first is printed by itself: it still meets each form of a number for the first time. See
benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

Extractor = Callable[[str], object]
_LEAST = 3  # passes


def documents(path: Path) -> list[str]:
    """The texts of a file: of each line of a .jsonl, else the whole file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        if ".jsonl" in path.suffixes:
            return [json.loads(line)["text"] for line in lines]
        return [lines.read()]


def ours() -> Extractor:
    from factcheck.figures.reader import find_figures

    return find_figures


def quantulum() -> Extractor:
    from quantulum3 import parser

    return parser.parse


def recognizers() -> Extractor:
    from recognizers_number_with_unit import recognize_currency

    return lambda text: recognize_currency(text, "en-us")


#: Name, package and loader of each extractor.
EXTRACTORS: dict[str, tuple[str, Callable[[], Extractor]]] = {
    "factcheck": ("factcheck-lint", ours),
    "quantulum3": ("quantulum3", quantulum),
    "Microsoft recognizers (currency)": ("recognizers-text-suite", recognizers),
}


def rate(extract: Extractor, texts: list[str], seconds: float) -> tuple[float, float]:
    """Megabytes read, and the CPU seconds that it took: texts in order until the seconds are spent."""
    begun, done = time.process_time(), 0
    for text in texts:
        extract(text)
        done += 1
        if time.process_time() - begun > seconds:
            break
    spent = time.process_time() - begun
    return sum(len(text.encode()) for text in texts[:done]) / 1e6, spent


def passes(extract: Extractor, texts: list[str], seconds: float) -> list[float]:
    """Megabytes a second of each whole pass over the texts, until the seconds are spent."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    speeds: list[float] = []
    begun = time.process_time()
    while len(speeds) < _LEAST or time.process_time() - begun < seconds:
        start = time.process_time()
        for text in texts:
            extract(text)
        speeds.append(size / (time.process_time() - start))
    return speeds


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", type=Path, metavar="ARTICLES")
    options.add_argument("--seconds", type=float, default=20.0, help="CPU seconds for each extractor (default: 20)")
    given = options.parse_args()
    texts = documents(given.texts)
    print(f"{len(texts)} documents, {sum(len(text.encode()) for text in texts) / 1e6:.1f} MB, CPU time on one core")
    warnings.simplefilter("ignore")
    speeds: dict[str, float] = {}
    for name, (package, load) in EXTRACTORS.items():
        try:
            extract = load()
        except ImportError as missing:
            print(f"{name:33} not installed ({missing})")
            continue
        extract("It cost $3.5 million.")  # what it loads at its first text is no part of its speed
        if name == "factcheck":
            first, *others = passes(extract, texts, given.seconds)
            speeds[name] = max(others)
            print(f"{name:33} {first:10.3f} MB/s  first pass, {version(package)}")
            print(f"{name:33} {sum(others) / len(others):10.3f} MB/s  mean of {len(others)} more passes")
            print(f"{name:33} {max(others):10.3f} MB/s  best of them, which other work disturbed least")
            continue
        size, spent = rate(extract, texts, given.seconds)
        speeds[name] = size / spent
        ratio = f"  1/{speeds['factcheck'] / speeds[name]:.0f} of ours"
        print(f"{name:33} {speeds[name]:10.3f} MB/s  {size:.2f} MB in {spent:.1f} s, {version(package)}{ratio}")


if __name__ == "__main__":
    main()
