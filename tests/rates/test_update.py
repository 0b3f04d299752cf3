"""One publisher's file brought up to date, against a real server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from rate_server import RateServer, cut_off, gives, nbp, portal, publishes, rate_server, status, working_days

from factcheck.rates.download.update import PUBLISHERS, NotUpdated, Progress, Updated, update
from factcheck.rates.download.web import Web
from factcheck.rates.source import RateSource
from factcheck.rates.store import DamagedStore
from factcheck.rates.table import TableSource

D = Decimal
TODAY = date(2025, 3, 14)
ECB = {"USD": "1.0889", "CAD": "1.5691", "JPY": "161.89"}
NBP = {"USD": "3.8462", "CAD": "2.6761", "NGN": "0.0025"}


def rates(row: dict[str, str], first: date, last: date = TODAY) -> dict[date, dict[str, str]]:
    return dict.fromkeys(working_days(first, last), row)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[RateServer]:
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with rate_server() as running:
        yield running


class Updater:
    def __init__(self, server: RateServer, folder: Path) -> None:
        self.server = server
        self.folder = folder

    def __call__(self, key: str, *, since: date | None = None, installed: RateSource | None = None,
                 progress: Progress = Progress(), today: date = TODAY) -> Updated:  # fmt: skip # noqa: B008
        self.server.paths.clear()
        self.server.headers.clear()
        with Web(read=5, sleep=lambda _: None) as web:
            return update(
                PUBLISHERS[key], self.folder, web, today, base=self.server.url, since=since, installed=installed,
                progress=progress,
            )  # fmt: skip

    def lines(self, key: str) -> list[str]:
        return (self.folder / f"{key}.csv").read_text().splitlines()


@pytest.fixture
def run(server: RateServer, tmp_path: Path) -> Updater:
    return Updater(server, tmp_path / "rates")


def installed(last: date, rate: str = "1.0889") -> TableSource:
    days = working_days(last - timedelta(90), last)
    return TableSource(lambda: "Date,USD\n" + "".join(f"{day},{rate}\n" for day in days), "ECB")


def test_a_first_download_takes_everything(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(ECB, date(2025, 1, 1)))
    done = run("ecb")
    assert server.paths == ["/stats/eurofxref/eurofxref-hist.zip"]
    assert done == (53, 0, TODAY, run.folder / "ecb.csv")
    assert run.lines("ecb")[:2] == ["Date,CAD,JPY,USD", "2025-01-01,1.5691,161.89,1.0889"]
    assert len(run.lines("ecb")) == 54


def test_a_first_download_goes_on_from_the_installed_rates(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(ECB, date(2025, 1, 1)))
    done = run("ecb", installed=installed(date(2025, 2, 20)))
    assert "startPeriod=2025-02-01&endPeriod=2025-03-14" in server.paths[0]
    assert (done.added, done.newest) == (30, TODAY)
    assert run.lines("ecb")[1].startswith("2025-02-03,")


def test_the_next_download_goes_on_from_the_newest_day(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(ECB, date(2025, 1, 1), date(2025, 2, 21)))
    run("ecb", today=date(2025, 2, 21))
    server.otherwise = publishes(rates(ECB, date(2025, 1, 1)))
    done = run("ecb")
    assert "startPeriod=2025-02-01&" in server.paths[0]
    assert (done.added, done.changed, done.newest) == (15, 0, TODAY)
    assert len(run.lines("ecb")) == 54


def test_rates_that_disagree_with_those_installed_are_refused(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(ECB, date(2025, 1, 1)))
    with pytest.raises(NotUpdated) as problem:
        run("ecb", installed=installed(date(2025, 2, 20), "1.2000"))
    assert str(problem.value).endswith(
        " gives rates that are not to be believed: USD at 1.0889 on 2025-02-03 "
        "does not agree with the rate that is known: 1.2000"
    )
    assert str(problem.value).startswith(f"{server.url}/service/data/EXR/D..EUR.SP00.A?")
    assert not (run.folder / "ecb.csv").exists()


def test_a_publishers_correction_is_taken_and_told(server: RateServer, run: Updater) -> None:
    right = rates(ECB, date(2025, 2, 3))
    wrong = right | {date(2025, 3, 12): ECB | {"CAD": "15.691"}}
    server.otherwise = publishes(wrong)
    run("ecb")
    server.otherwise = publishes(right)
    assert run("ecb")[:2] == (0, 1)
    assert "2025-03-12,1.5691,161.89,1.0889" in run.lines("ecb")


def test_nothing_new_is_asked_on_condition(server: RateServer, run: Updater) -> None:
    all_days = rates(ECB, date(2025, 2, 3))
    run_of = portal({day: row for day, row in all_days.items() if day >= date(2025, 3, 1)})
    server.otherwise = publishes(all_days)
    run("ecb")
    server.otherwise = gives(run_of, ETag='"7"', Last_Modified="Fri, 14 Mar 2025 15:00:00 GMT")
    assert run("ecb").added == 0
    assert "If-None-Match" not in server.headers[0]
    server.otherwise = status(304)
    assert run("ecb") == (0, 0, TODAY, run.folder / "ecb.csv")
    assert server.headers[0]["If-None-Match"] == '"7"'
    assert server.headers[0]["If-Modified-Since"] == "Fri, 14 Mar 2025 15:00:00 GMT"
    (run.folder / "ecb.csv").unlink()
    server.otherwise = publishes(all_days)
    assert run("ecb").added == 30  # without the file the server is not asked what is newer than it
    assert "If-None-Match" not in server.headers[0]


def test_nbp_comes_in_chunks_of_both_tables(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(NBP, date(2024, 11, 1)))
    told: list[tuple[int, int]] = []
    done = run("nbp", progress=Progress(lambda *step: told.append(step)))
    assert [path.split("/")[4] for path in server.paths] == ["A", "B"] * 5
    assert told == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert (done.added, done.newest) == (96, TODAY)
    assert run.lines("nbp")[-3:] == [
        "2025-03-12,2.6761,0.0025,3.8462",
        "2025-03-13,2.6761,,3.8462",
        "2025-03-14,2.6761,,3.8462",
    ]


def test_a_download_that_is_cut_goes_on_where_it_was(server: RateServer, run: Updater) -> None:
    good = publishes(rates(NBP, date(2024, 1, 1)))
    server.scripted = [good] * 4
    server.otherwise = cut_off("[" + " " * 100 + "]")
    with pytest.raises(NotUpdated, match=r"breaks off .* 4 times; run it again later$"):
        run("nbp")
    kept = run.lines("nbp")
    assert (kept[1][:10], kept[-1][:10]) == ("2024-01-01", "2024-07-04")  # two chunks of 93 days
    server.otherwise = good
    done = run("nbp")
    assert server.paths[0] == "/api/exchangerates/tables/A/2024-06-01/2024-09-01/?format=json"
    assert (done.added, done.newest) == (181, TODAY)
    assert len(run.lines("nbp")) == 1 + len(working_days(date(2024, 1, 1), TODAY))


def test_a_chunk_of_wrong_content_is_not_stored_and_those_before_it_are(server: RateServer, run: Updater) -> None:
    good = publishes(rates(NBP, date(2024, 1, 1)))
    server.scripted = [good, good]
    server.otherwise = gives("<html>Sign in</html>", Content_Type="application/json")
    with pytest.raises(
        NotUpdated, match=r"^http://.*/tables/A/2024-04-03/2024-07-04/\?format=json does not give rates: no JSON"
    ):
        run("nbp")
    assert run.lines("nbp")[-1].startswith("2024-04-02,")


def test_both_tables_of_a_chunk_are_stored_or_neither(server: RateServer, run: Updater) -> None:
    server.scripted = [publishes(rates(NBP, date(2024, 1, 1)))]
    server.otherwise = status(500)
    with pytest.raises(NotUpdated, match=r"500 Internal Server Error, 4 times"):
        run("nbp")
    assert not (run.folder / "nbp.csv").exists()


def test_no_table_is_no_error_but_no_known_day_is(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(NBP, date(2025, 2, 3)))
    assert run("nbp").added == 30  # 404 for the quarters of 2024
    server.otherwise = status(404)
    with pytest.raises(NotUpdated, match=r"gives rates that are not to be believed: nothing, not even of 2025-03-14; "):
        run("nbp")
    with pytest.raises(NotUpdated, match=f"^{server.url} has no rates at all$"):
        Updater(server, run.folder / "other")("nbp")


def test_an_older_day_may_be_asked_for(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates({"USD": "1.44", "EUR": "1.56"}, date(2017, 1, 2)))
    done = run("boc", since=date(2024, 6, 1))
    assert server.paths[0].endswith("start_date=2024-06-01&end_date=2025-03-14")
    assert done.added == len(working_days(date(2024, 6, 1), TODAY))
    done = run("boc", since=date(2024, 1, 1))
    assert done.added == len(working_days(date(2024, 1, 1), date(2024, 5, 31)))
    assert run.lines("boc")[1] == "2024-01-01,1.56,1.44"


def test_nbu_is_stored_per_unit(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates({"USD": "41.4675", "JPY": "0.2796"}, date(2025, 1, 1)))
    assert run("nbu").newest == TODAY
    assert run.lines("nbu")[-1] == "2025-03-14,0.2796,41.4675"


def test_installed_rates_of_a_table_of_home_units_are_compared(server: RateServer, run: Updater) -> None:
    days = working_days(date(2025, 1, 1), date(2025, 3, 7))
    same = TableSource(lambda: "Date,USD\n" + "".join(f"{day},3.8462\n" for day in days), "NBP", "PLN", per_unit=True)
    server.otherwise = publishes(rates(NBP, date(2025, 1, 1)))
    assert run("nbp", installed=same).added == 30
    other = TableSource(lambda: "Date,USD\n" + "".join(f"{day},4.8462\n" for day in days), "NBP", "PLN", per_unit=True)
    with pytest.raises(NotUpdated, match=r"USD at 3\.8462 on 2025-02-03 does not agree"):
        Updater(server, run.folder / "other")("nbp", installed=other)


def test_a_damaged_file_is_not_updated(server: RateServer, run: Updater) -> None:
    run.folder.mkdir()
    (run.folder / "nbp.csv").write_text("Date,USD\n2025-03-1")
    with pytest.raises(DamagedStore, match=r"nbp\.csv:2: the line is cut off; delete the file and run"):
        run("nbp")
    assert server.paths == []


def test_the_history_may_be_a_file_of_a_mirror(server: RateServer, run: Updater) -> None:
    server.otherwise = gives("Date,USD\n2025-03-14,1.0889\n2025-03-13,1.0861\n")
    with Web() as web:
        done = update(PUBLISHERS["ecb"], run.folder, web, TODAY, base=f"{server.url}/mirror/hist.csv")
    assert server.paths == ["/mirror/hist.csv"]
    assert (done.added, run.lines("ecb")) == (2, ["Date,USD", "2025-03-13,1.0861", "2025-03-14,1.0889"])


def test_a_foreign_table_is_refused(server: RateServer, run: Updater) -> None:
    server.otherwise = publishes(rates(NBP, date(2025, 2, 3)))
    run("nbp")
    before = run.lines("nbp")
    others = {day: {"USD": "0.26", "CAD": "0.37"} for day in working_days(date(2025, 3, 3), TODAY)}
    server.otherwise = gives(nbp("A", others))
    with pytest.raises(
        NotUpdated,
        match=r"CAD at 0\.37 on 2025-03-03 does not agree with the rate that is known: 2\.6761; "
        r"if the publisher is right, delete .*nbp\.csv and run it again$",
    ):
        run("nbp")
    assert run.lines("nbp") == before
