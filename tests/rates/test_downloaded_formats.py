"""Each publisher's addresses, and how its answers read."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from rate_server import history, history_zip, nbp, nbu, portal, valet

from factcheck.rates.download.boc import BankOfCanada, read_observations
from factcheck.rates.download.ecb import Ecb, read_history, read_portal
from factcheck.rates.download.nbp import Nbp, read_tables
from factcheck.rates.download.nbu import NationalBankOfUkraine, read_rates
from factcheck.rates.download.publisher import Publisher
from factcheck.rates.download.rows import NotRates

D = Decimal
THURSDAY, FRIDAY = date(2025, 3, 13), date(2025, 3, 14)
RATES = {THURSDAY: {"USD": "1.0861", "JPY": "160.24"}, FRIDAY: {"USD": "1.0889"}}
READ = {THURSDAY: {"USD": D("1.0861"), "JPY": D("160.24")}, FRIDAY: {"USD": D("1.0889")}}


def urls(publisher: Publisher, first: date | None, last: date, base: str | None = None) -> list[str]:
    return [part.url for chunk in publisher.chunks(base or publisher.base, first, last) for part in chunk.parts]


def test_ecb_addresses() -> None:
    assert urls(Ecb(), None, FRIDAY) == ["https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"]
    assert urls(Ecb(), date(2023, 1, 1), FRIDAY) == urls(Ecb(), None, FRIDAY)
    since = "/service/data/EXR/D..EUR.SP00.A?format=csvdata&detail=dataonly&startPeriod=2025-03-01&endPeriod=2025-03-14"
    assert urls(Ecb(), date(2025, 3, 1), FRIDAY) == ["https://data-api.ecb.europa.eu" + since]
    assert urls(Ecb(), date(2025, 3, 1), FRIDAY, "http://mirror/ecb") == ["http://mirror/ecb" + since]
    assert urls(Ecb(), date(2025, 3, 1), FRIDAY, "http://mirror/hist.csv") == ["http://mirror/hist.csv"]


def test_nbp_addresses() -> None:
    found = urls(Nbp(), date(2024, 12, 1), FRIDAY)
    assert found == [
        "https://api.nbp.pl/api/exchangerates/tables/A/2024-12-01/2025-03-03/?format=json",
        "https://api.nbp.pl/api/exchangerates/tables/B/2024-12-01/2025-03-03/?format=json",
        "https://api.nbp.pl/api/exchangerates/tables/A/2025-03-04/2025-03-14/?format=json",
        "https://api.nbp.pl/api/exchangerates/tables/B/2025-03-04/2025-03-14/?format=json",
    ]
    assert (date(2025, 3, 3) - date(2024, 12, 1)).days + 1 == 93
    assert urls(Nbp(), None, FRIDAY)[0].endswith("/A/2024-01-01/2024-04-02/?format=json")
    assert urls(Nbp(), date(1990, 1, 1), date(2002, 1, 31))[0].endswith("/A/2002-01-02/2002-01-31/?format=json")


def test_boc_addresses() -> None:
    start = "https://www.bankofcanada.ca/valet/observations/group/FX_RATES_DAILY/json?start_date="
    assert urls(BankOfCanada(), FRIDAY, FRIDAY) == [f"{start}2025-03-14&end_date=2025-03-14"]
    assert urls(BankOfCanada(), None, date(2018, 6, 1)) == [
        f"{start}2017-01-03&end_date=2018-01-03",
        f"{start}2018-01-04&end_date=2018-06-01",
    ]


def test_nbu_addresses() -> None:
    start = "https://bank.gov.ua/NBU_Exchange/exchange_site?start="
    rest = "&sort=exchangedate&order=asc&json"
    assert urls(NationalBankOfUkraine(), THURSDAY, FRIDAY) == [f"{start}20250313&end=20250314{rest}"]
    assert urls(NationalBankOfUkraine(), None, FRIDAY)[0] == f"{start}20230101&end=20230402{rest}"


def test_the_ecbs_history_in_a_zip_and_out_of_it() -> None:
    assert read_history(history_zip(RATES)) == READ
    assert read_history(history(RATES).encode()) == READ


def test_the_ecbs_portal_with_a_holiday() -> None:
    text = portal(RATES)
    assert "JPY,EUR,SP00,A,2025-03-14,NaN" in text
    assert read_portal(text.encode()) == READ
    assert read_portal(b"") == {}


def test_nbp_tables() -> None:
    assert read_tables(nbp("A", RATES).encode()) == READ


def test_the_decimals_of_json_are_those_printed() -> None:
    rates = b'[{"code": "IDR", "mid": 0.00023501}, {"code": "KRW", "mid": 3E-3}]'
    body = b'[{"effectiveDate": "2025-03-14", "rates": ' + rates + b"}]"
    assert read_tables(body) == {FRIDAY: {"IDR": D("0.00023501"), "KRW": D("0.003")}}


def test_boc_observations_with_a_holiday() -> None:
    answer = json.loads(valet(RATES))
    answer["observations"][1] |= {"FXJPYCAD": {"v": ""}, "FXMYRCAD": {}}
    answer["observations"][1]["CEER"] = {"v": "115"}
    assert read_observations(json.dumps(answer).encode()) == READ


def test_nbu_rates_are_per_unit() -> None:
    text = nbu({FRIDAY: {"USD": "41.4675", "JPY": "0.2796", "IDR": "0.0025326", "": "1"}})
    assert '"rate": 2.796, "units": 10' in text
    assert read_rates(text.encode()) == {FRIDAY: {"USD": D("41.4675"), "JPY": D("0.2796"), "IDR": D("0.0025326")}}


@pytest.mark.parametrize(
    ("read", "body", "reason"),
    [
        (read_history, b"<html>Not found</html>", "no table that begins with Date,USD"),
        (read_history, b"PK\x03\x04 torn", r"a zip that cannot be opened \(.+\)"),
        (read_history, history_zip(RATES)[:150], r"a zip that cannot be opened \(.+\)"),
        (read_history, b"Date,USD,JPY\n2025-03-14,1.08\n", "a row of 1 rates for 2 currencies, on 2025-03-14"),
        (read_history, b"Date,USD\n2025-03-14,-1.08\n", "USD on 2025-03-14 is '-1.08'"),
        (read_history, b"Date,USD\n2025-03-14,Infinity\n", "USD on 2025-03-14 is 'Infinity'"),
        (read_history, b"Date,USD\n14/03/2025,1.08\n", "'14/03/2025' is not a day"),
        (read_history, b"Date,USD\n2025-03-14,1\n2025-03-14,2\n", "two rates of USD on 2025-03-14: 1 and 2"),
        (read_history, b"Date,dollars\n2025-03-14,1.08\n", "a header that does not name currencies"),
        (read_history, b"\xff\xfe", "no text"),
        (read_portal, b"<html>Not found</html>", "no column CURRENCY, OBS_VALUE, TIME_PERIOD"),
        (read_portal, b"CURRENCY,TIME_PERIOD,OBS_VALUE\nUSD,2025-03-14\n", "line 2 has not the columns of its header"),
        (read_portal, b"CURRENCY,TIME_PERIOD,OBS_VALUE\nUSD,2025-03,1.08\n", "'2025-03' is not a day"),
        (read_tables, b"<html>Not found</html>", "no JSON: .+"),
        (read_tables, nbp("A", RATES).encode()[:-9], "no JSON: .+"),
        (read_tables, b'{"rates": []}', "no list of tables"),
        (read_tables, b'[{"effectiveDate": "2025-03-14"}]', "no list of rates on 2025-03-14"),
        (read_tables, b'[{"effectiveDate": "2025-03-14", "rates": [{"code": "USD"}]}]', "USD on 2025-03-14 is 'None'"),
        (read_tables, b"[" * 100_000, "no JSON: .+"),
        (read_observations, b"[]", "no observations"),
        (read_observations, b'{"observations": [{"d": "2025-03-14", "FXUSDCAD": 1.44}]}', "FXUSDCAD on .+ is '1.44'"),
        (read_rates, b'[{"message": "wrong"}]', "'None' is not a day"),
        (read_rates, b'[{"exchangedate": "14.03.2025", "cc": "USD", "rate": 41, "units": 0}]', "the units .+ is '0'"),
    ],
)  # fmt: skip
def test_other_content_is_refused(read: object, body: bytes, reason: str) -> None:
    assert callable(read)
    with pytest.raises(NotRates, match=f"^{reason}$"):
        read(body)
