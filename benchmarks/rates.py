"""What rates cost: the first answer of a cold process, a warm lookup, memory.

    python benchmarks/rates.py

CPU time, each case in processes of its own, the median of seven. Imports that a check has paid for anyway (decimal,
datetime, the rate book's own modules) are not counted; what a source loads when it is asked is.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

RUNS = 7
CASES = {
    "USD/CAD of one day (ECB)": ("USD", "CAD", "2025-03-14"),
    "CAD/BRL of one day (ECB)": ("CAD", "BRL", "2025-03-14"),
    "USD/UAH of one day (NBP daily, against HMRC)": ("USD", "UAH", "2025-03-14"),
    "USD/NGN of one day (NBP weekly, against HMRC)": ("USD", "NGN", "2024-06-05"),
    "USD/KPW: none (all sources asked)": ("USD", "KPW", "2025-03-14"),
    "USD/CAD of the last five years": ("USD", "CAD", ""),
    "USD/UAH of the last five years": ("USD", "UAH", ""),
}
PROGRAM = """
import sys, time
from datetime import date
from resource import RUSAGE_SELF, getrusage
from factcheck.rates import cover, ecb, hmrc, nbp, ratebook, reasons

def ask(base, quote, day):
    if not day:
        return book.whole_range(base, quote)
    spoken = date.fromisoformat(day)
    return book.rate(base, quote, ratebook.Window.around(spoken), spoken)

book = ratebook.default_book()
before, begun = getrusage(RUSAGE_SELF).ru_maxrss, time.process_time()
answer = ask(*sys.argv[1:4])
cold = time.process_time() - begun
memory = getrusage(RUSAGE_SELF).ru_maxrss - before
begun = time.process_time()
for _ in range(10_000):
    ask(*sys.argv[1:4])
warm = (time.process_time() - begun) / 10_000
fresh = 0.0
if sys.argv[3]:
    days = [date.fromordinal(date.fromisoformat(sys.argv[3]).toordinal() - back) for back in range(1, 201)]
    begun = time.process_time()
    for day in days:
        book.rate(sys.argv[1], sys.argv[2], ratebook.Window.around(day), day)
    fresh = (time.process_time() - begun) / len(days)
print(cold * 1e3, memory / 1024, warm * 1e6, fresh * 1e6)
"""


def main() -> None:
    print(f"{'':48}{'first, ms':>10}{'memory, MB':>12}{'again, µs':>11}{'other days, µs':>16}")
    for title, arguments in CASES.items():
        runs = [
            [float(word) for word in subprocess.run(
                [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True
            ).stdout.split()]
            for _ in range(RUNS)
        ]  # fmt: skip
        cold, memory, warm, fresh = (median(column) for column in zip(*runs, strict=True))
        print(f"{title:48}{cold:>10.1f}{memory:>12.1f}{warm:>11.2f}{f'{fresh:.0f}' if fresh else '–':>16}")


if __name__ == "__main__":
    main()
