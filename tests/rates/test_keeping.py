"""Writing the store: merged, whole at every moment, one writer at a time."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from filelock import FileLock

from factcheck.rates.download import keeping
from factcheck.rates.download.keeping import Keeper, StoreBusy
from factcheck.rates.download.rows import Rows
from factcheck.rates.store import TABLES, DamagedStore

D = Decimal
OLD = "Date,USD,CAD\n2025-03-13,1.0861,1.5625\n"
NEW = "Date,USD,CAD,AUD\n2025-03-12,,,1.7251\n2025-03-13,1.0861,1.5626,\n2025-03-14,1.0889,,\n"
ROWS = Rows(
    {
        date(2025, 3, 14): {"USD": D("1.0889")},
        date(2025, 3, 13): {"CAD": D("1.5626")},
        date(2025, 3, 12): {"AUD": D("1.7251")},
        date(2025, 3, 11): {},
    }
)


def test_rates_are_laid_over_those_that_are_there(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "data/rates", TABLES[0])
    assert keeper.rows() == {}
    keeper.keep(Rows({date(2025, 3, 13): {"USD": D("1.0861"), "CAD": D("1.5625")}}))
    assert keeper.path.read_text() == "Date,CAD,USD\n2025-03-13,1.5625,1.0861\n"
    keeper.path.write_text(OLD)
    assert keeper.keep(ROWS) == (2, 1)
    assert keeper.path.read_text() == NEW
    assert keeper.keep(ROWS) == (0, 0)
    assert keeper.path.read_text() == NEW


def test_small_rates_are_never_written_in_powers_of_ten(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, TABLES[3])
    keeper.keep(Rows({date(2025, 3, 14): {"IDR": D("2.5E-8")}}))
    assert keeper.path.read_text() == "Date,IDR\n2025-03-14,0.000000025\n"


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, TABLES[0])
    keeper.path.write_text(OLD[:-9])
    with pytest.raises(DamagedStore, match=r"ecb\.csv:2: the line is cut off|ecb\.csv:2: 1 rates"):
        keeper.keep(ROWS)
    assert keeper.path.read_text() == OLD[:-9]


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from factcheck.rates.download import keeping
from test_keeping import ROWS, TABLES

step = sys.argv[1]
def killed(*_, **__):
    os._exit(9)
class Half:
    def __init__(self, stream): self.stream = stream
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def write(self, text):
        self.stream.write(text[: len(text) // 2])
        self.stream.flush()
        os._exit(9)
if step == "open":
    keeping.open = killed
elif step == "write":
    keeping.open = lambda *a, **k: Half(open(*a, **k))
elif step == "done":
    replace = os.replace
    keeping.os.replace = lambda *a: (replace(*a), os._exit(9))
else:
    setattr(keeping.os, step, killed)
keeping.Keeper(Path(sys.argv[2]), TABLES[0]).keep(ROWS)
"""


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace", "done"])
def test_a_kill_at_any_step_leaves_the_old_file_or_the_new_one(tmp_path: Path, step: str) -> None:
    keeper = Keeper(tmp_path, TABLES[0])
    keeper.path.write_text(OLD)
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", KILLED, step, str(tmp_path), here], capture_output=True, check=False)
    assert done.returncode == 9, done.stderr.decode()
    assert keeper.path.read_text() == (NEW if step == "done" else OLD)
    keeper.keep(ROWS)  # neither the lock nor what was left half written is in the way
    assert keeper.path.read_text() == NEW
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock") == ["ecb.csv"]


def test_a_writer_waits_for_another_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_PATIENCE", 0.1)
    keeper = Keeper(tmp_path, TABLES[0])
    with FileLock(tmp_path / "ecb.lock"), pytest.raises(StoreBusy) as problem:
        keeper.keep(ROWS)
    assert str(problem.value) == (f"{keeper.path}: another `factcheck rates update` is writing it; run it again later")
    assert not keeper.path.exists()


WRITER = """
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from factcheck.rates.download.keeping import Keeper
from factcheck.rates.download.rows import Rows
from factcheck.rates.store import TABLES
code, keeper = sys.argv[1], Keeper(Path(sys.argv[2]), TABLES[0])
for n in range(40):
    keeper.keep(Rows({date(2025, 1, 1) + timedelta(n): {code: Decimal(n + 1)}}))
"""


def test_two_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    codes = ["USD", "CAD", "AUD"]
    runs = [subprocess.Popen([sys.executable, "-c", WRITER, code, str(tmp_path)]) for code in codes]
    assert [run.wait() for run in runs] == [0, 0, 0]
    rows = Keeper(tmp_path, TABLES[0]).rows()
    assert len(rows) == 40
    assert all(rates == dict.fromkeys(codes, D(n + 1)) for n, (_, rates) in enumerate(sorted(rows.items())))


def test_what_the_server_said_counts_only_for_the_file_that_it_gave(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, TABLES[0])
    day = date(2025, 3, 14)
    assert keeper.said("http://a", day) == {}
    keeper.note("http://a", day, '"x"', None)
    assert keeper.said("http://a", day) == {"If-None-Match": '"x"'}
    assert keeper.said("http://b", day) == {}
    assert keeper.said("http://a", date(2025, 3, 13)) == {}
    keeper.note("http://a", day, None, "Fri, 14 Mar 2025 15:00:00 GMT")
    assert keeper.said("http://a", day) == {"If-Modified-Since": "Fri, 14 Mar 2025 15:00:00 GMT"}
    said = tmp_path / "ecb.http.json"
    for text in ("", "[]", json.dumps({"url": "http://a"}), "\0"):
        said.write_text(text)
        assert keeper.said("http://a", day) == {}
