"""A real HTTP server with the four publishers' paths, and with all the ways in which a server can fail."""

from __future__ import annotations

import gzip
import io
import json
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Rates = Mapping[date, Mapping[str, Decimal | str]]
Answer = Callable[[BaseHTTPRequestHandler], None]


class RateServer:
    """Answers with what `scripted` holds for a request, in order, and then with `otherwise`."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.scripted: list[Answer] = []
        self.otherwise: Answer = status(404)
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []


@contextmanager
def rate_server() -> Iterator[RateServer]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.paths.append(self.path)
            server.headers.append(dict(self.headers))
            answer = server.scripted.pop(0) if server.scripted else server.otherwise
            try:
                answer(self)
            except ConnectionError:  # the client has given up
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = RateServer(http.server_address[1])
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def gives(body: bytes | str, code: int = 200, **headers: str) -> Answer:
    """This body whole; `Content_Type` becomes Content-Type."""
    data = body.encode() if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)

    return answer


def status(code: int, **headers: str) -> Answer:
    return gives("", code, **headers)


def cut_off(body: bytes | str) -> Answer:
    """Half of the body that the header promises, then the connection is closed."""
    data = body.encode() if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data[: len(data) // 2])
        request.wfile.flush()
        request.close_connection = True

    return answer


def packed(body: bytes | str) -> Answer:
    data = body.encode() if isinstance(body, str) else body
    return gives(gzip.compress(data), Content_Encoding="gzip")


def late(seconds: float, answer: Answer) -> Answer:
    def slow(request: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        answer(request)

    return slow


def dripping(pause: float, pieces: int) -> Answer:
    """A byte at a time, each soon enough, and never done."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000000")
        request.end_headers()
        for _ in range(pieces):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(pause)
        request.close_connection = True

    return answer


def working_days(first: date, last: date) -> list[date]:
    every = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5]


def publishes(rates: Rates) -> Answer:
    """All four publishers at once, each in its format, of the days that a request asks for.

    The rates are in the unit of the publisher that is asked.
    """

    def answer(request: BaseHTTPRequestHandler) -> None:
        gives(*_published(request.path, rates))(request)

    return answer


def _published(path: str, rates: Rates) -> tuple[str | bytes, int]:
    parts = urlsplit(path)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path.endswith("/eurofxref-hist.zip"):
        return history_zip(rates), 200
    if parts.path.endswith("/D..EUR.SP00.A"):
        return portal(_between(rates, asked["startPeriod"], asked["endPeriod"])), 200
    if parts.path.startswith("/valet/"):
        return valet(_between(rates, asked["start_date"], asked["end_date"])), 200
    if parts.path.startswith("/NBU_Exchange/"):
        first, last = (f"{text[:4]}-{text[4:6]}-{text[6:]}" for text in (asked["start"], asked["end"]))
        return nbu(_between(rates, first, last)), 200
    if parts.path.startswith("/api/exchangerates/tables/"):
        table, first, last = parts.path.strip("/").split("/")[-3:]
        if (date.fromisoformat(last) - date.fromisoformat(first)).days >= 93:
            return "400 BadRequest - Przekroczony limit 93 dni / Limit of 93 days has been exceeded", 400
        found = _between(rates, first, last)
        found = {
            day: mine
            for day, row in found.items()
            if (mine := {code: rate for code, rate in row.items() if (code in TABLE_B) == (table == "B")})
            and (table == "A" or day.weekday() == 2)
        }
        return (nbp(table, found), 200) if found else ("404 NotFound - Not Found - Brak danych", 404)
    return "", 404


TABLE_B = {"NGN", "KES"}


def _between(rates: Rates, first: str, last: str) -> Rates:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return {day: row for day, row in rates.items() if start <= day <= end}


def history(rates: Rates) -> str:
    """The ECB's CSV, newest first, each line with a comma at its end."""
    codes = sorted({code for row in rates.values() for code in row})
    lines = [f"Date,{','.join(codes)},"]
    lines += [
        f"{day},{','.join(str(rates[day].get(code, 'N/A')) for code in codes)}," for day in sorted(rates, reverse=True)
    ]
    return "\n".join(lines) + "\n"


def history_zip(rates: Rates) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eurofxref-hist.csv", history(rates))
    return packed.getvalue()


def portal(rates: Rates) -> str:
    """The ECB portal's CSV: currency by currency."""
    lines = ["KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE"]
    for code in sorted({code for row in rates.values() for code in row}):
        lines += [
            f"EXR.D.{code}.EUR.SP00.A,D,{code},EUR,SP00,A,{day},{rates[day].get(code, 'NaN')}" for day in sorted(rates)
        ]
    return "\r\n".join(lines) + "\r\n"


def nbp(table: str, rates: Rates) -> str:
    return json.dumps(
        [
            {
                "table": table,
                "no": f"{day:%j}/{table}/NBP/{day.year}",
                "effectiveDate": str(day),
                "rates": [{"currency": code.lower(), "code": code, "mid": float(rate)} for code, rate in row.items()],
            }
            for day, row in sorted(rates.items())
        ]
    )


def valet(rates: Rates) -> str:
    return json.dumps(
        {
            "terms": {"url": "https://www.bankofcanada.ca/terms/"},
            "seriesDetail": {"FXUSDCAD": {"label": "USD/CAD", "dimension": {"key": "d", "name": "Date"}}},
            "observations": [
                {"d": str(day)} | {f"FX{code}CAD": {"v": str(rate)} for code, rate in row.items()}
                for day, row in sorted(rates.items())
            ],
        }
    )


def nbu(rates: Rates, units: Mapping[str, int] = {"JPY": 10, "IDR": 1000}) -> str:
    return json.dumps(
        [
            {
                "exchangedate": f"{day:%d.%m.%Y}",
                "r030": 0,
                "cc": code,
                "txt": "валюта",
                "rate": float(Decimal(rate) * units.get(code, 1)),
                "units": units.get(code, 1),
                "rate_per_unit": float(rate),
                "group": "1",
            }
            for day, row in sorted(rates.items())
            for code, rate in row.items()
        ]
    )
