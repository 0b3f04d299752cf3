"""Whether time grows with size as a straight line: single documents of several formats, tables, and numbers of rules.

    python benchmarks/scaling.py [--largest BYTES] [--formats md,txt,html,jsonl,captions,table]

CPU seconds of one process, from bytes to findings, rules and patterns warm; the last column is the time per megabyte
against that of the size before, which is 1 where the line is straight.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from factcheck.checking.check import Settings, check_draft
from factcheck.drafts.draft import Unreadable
from factcheck.drafts.reading import read_bytes
from factcheck.fronts.api import settings
from factcheck.fronts.config import Config

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
RULES = (1, 10, 100, 500)
PROSE = (
    "Sales of the mill rose 20% from $5.0 billion to $6.0 billion in 2019, its owner said on Tuesday. "
    "The deal is worth 19.5 billion Canadian dollars (about $14 billion). Of the 40 looms, 12 stand still.\n\n"
)
CAPTION = "Weavers at the mill on March {day}, 2025. {count} people work there, (Photo/Agency)\n\n"
ROW = "| Weaving {n} | 1,200 | 1,300 | 2,500 |\n"


def prose(size: int) -> str:
    return PROSE * max(1, size // len(PROSE))


def captions(size: int) -> str:
    count = max(1, size // len(CAPTION))
    return "".join(CAPTION.format(day=n % 28 + 1, count=100 + n) for n in range(count))


def table(size: int) -> str:
    rows = "".join(ROW.format(n=n) for n in range(max(2, size // len(ROW))))
    return "| Mill | 2023 | 2024 | Total |\n|---|---|---|---|\n" + rows


FORMATS: dict[str, tuple[str, Callable[[int], str]]] = {
    "md": ("a.md", prose),
    "txt": ("a.txt", prose),
    "html": ("a.html", lambda size: "".join(f"<p>{one}</p>" for one in prose(size).split("\n\n"))),
    "jsonl": ("a.jsonl", lambda size: json.dumps({"text": prose(size)}) + "\n"),
    "captions": ("a.txt", captions),
    "table": ("a.md", table),
}


def seconds(chosen: Settings, path: str, data: bytes) -> tuple[float, int]:
    """CPU seconds and the number of findings."""
    begun, findings = time.process_time(), 0
    for draft in read_bytes(data, path):
        if not isinstance(draft, Unreadable):
            findings += len(check_draft(draft, chosen).findings)
    return time.process_time() - begun, findings


def documents(formats: list[str], largest: int) -> None:
    chosen = settings(Config())
    for name in formats:
        path, make = FORMATS[name]
        seconds(chosen, path, make(20_000).encode())
        before = None
        for size in (size for size in SIZES if size <= largest):
            data = make(size).encode()
            took, findings = seconds(chosen, path, data)
            pace = took / len(data) * 1e6
            bend = f"{pace / before:6.2f}" if before else "      "
            print(f"{name:9} {len(data):>11,} bytes {took:8.3f} s {pace:8.3f} s/MB {bend}  {findings:,} findings")
            before = pace


def rules(folder: Path) -> None:
    """House rules, each with a code of its own, over 100 kB."""
    shipped = Path(__file__).parents[1] / "rules" / "CHG101-wrong-percent-change.yaml"
    text = shipped.read_text(encoding="utf-8")
    data, before = prose(100_000).encode(), None
    for number in RULES:
        house = folder / str(number)
        house.mkdir()
        for n in range(number):
            one = text.replace("CHG101", f"HSE{n:03}").replace("wrong-percent-change", f"our-change-{n}")
            (house / f"HSE{n:03}.yaml").write_text(one, encoding="utf-8")
        begun = time.process_time()
        chosen = settings(Config(rules=(house,), select=("HSE",)))
        loaded = time.process_time() - begun
        seconds(chosen, "a.md", data)
        took, _ = seconds(chosen, "a.md", data)
        more = f"{(took - before[1]) / (number - before[0]) * 1e3:8.3f} ms a rule more" if before else ""
        print(f"{number:>4} rules: loaded in {loaded:6.3f} s, 100 kB in {took:6.3f} s {more}")
        before = (number, took)


def main() -> None:
    import tempfile

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--formats", default=",".join(FORMATS))
    arguments = parser.parse_args()
    documents(arguments.formats.split(","), arguments.largest)
    with tempfile.TemporaryDirectory() as folder:
        rules(Path(folder))


if __name__ == "__main__":
    main()
