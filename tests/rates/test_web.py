"""The client, against a real server that is slow, cut off, overloaded, moved or not there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from rate_server import RateServer, cut_off, dripping, gives, late, packed, rate_server, status

from factcheck.rates.download.web import NoAnswer, Web


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[RateServer]:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with rate_server() as running:
        yield running


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def web(pauses: list[float]) -> Iterator[Web]:
    with Web(connect=2, read=0.3, whole=2, largest=10_000, sleep=pauses.append) as client:
        yield client


def host(server: RateServer) -> str:
    return server.url.removeprefix("http://")


def test_a_file_comes_with_what_identifies_it(server: RateServer, web: Web) -> None:
    server.otherwise = gives("rates", ETag='"a"', Last_Modified="Fri, 14 Mar 2025 15:00:00 GMT")
    sizes: list[int] = []
    answer = web.get(f"{server.url}/x?y=1", received=sizes.append)
    assert answer == (b"rates", '"a"', "Fri, 14 Mar 2025 15:00:00 GMT", True)
    assert (server.paths, sum(sizes)) == (["/x?y=1"], 5)
    assert server.headers[0]["User-Agent"].startswith("factcheck/")
    assert "gzip" in server.headers[0]["Accept-Encoding"]


def test_a_packed_file_is_unpacked(server: RateServer, web: Web) -> None:
    server.otherwise = packed("rates " * 500)
    assert web.get(server.url).body == b"rates " * 500


def test_nothing_new(server: RateServer, web: Web) -> None:
    server.otherwise = status(304)
    answer = web.get(server.url, {"If-None-Match": '"a"'})
    assert (answer.body, answer.new) == (None, False)
    assert server.headers[0]["If-None-Match"] == '"a"'


def test_a_redirect_is_followed(server: RateServer, web: Web) -> None:
    server.scripted = [status(301, Location="/moved"), status(302, Location="/again")]
    server.otherwise = gives("rates")
    assert web.get(f"{server.url}/old").body == b"rates"
    assert server.paths == ["/old", "/moved", "/again"]


def test_redirects_in_a_circle_end(server: RateServer, web: Web) -> None:
    server.otherwise = status(302, Location="/")
    with pytest.raises(NoAnswer, match=f"^{host(server)} leads in a circle$"):
        web.get(server.url)
    assert len(server.paths) == 6


def test_an_overloaded_server_is_asked_again(server: RateServer, web: Web, pauses: list[float]) -> None:
    server.scripted = [status(500), status(503)]
    server.otherwise = gives("rates")
    assert web.get(server.url).body == b"rates"
    assert pauses == [0.5, 2.0]


def test_the_server_says_how_long_to_wait(server: RateServer, web: Web, pauses: list[float]) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server.scripted = [status(429, Retry_After="7"), status(503, Retry_After=soon), status(429, Retry_After="soon")]
    server.otherwise = gives("rates")
    assert web.get(server.url).body == b"rates"
    assert (pauses[0], pauses[2]) == (7.0, 5.0)
    assert 25 < pauses[1] <= 30


def test_a_wait_that_is_too_long_is_left_to_the_user(server: RateServer, web: Web, pauses: list[float]) -> None:
    server.otherwise = status(429, Retry_After="3600")
    with pytest.raises(NoAnswer) as problem:
        web.get(server.url)
    assert str(problem.value) == (
        f"{host(server)} answers 429 Too Many Requests, and asks to wait 3600 seconds: run it again then"
    )
    assert pauses == []


def test_a_server_that_always_fails_is_given_up(server: RateServer, web: Web, pauses: list[float]) -> None:
    server.otherwise = status(500)
    with pytest.raises(NoAnswer) as problem:
        web.get(server.url)
    assert str(problem.value) == f"{host(server)} answers 500 Internal Server Error, 4 times; run it again later"
    assert (len(server.paths), pauses) == (4, [0.5, 2.0, 5.0])


@pytest.mark.parametrize("code", [400, 403, 404, 410])
def test_a_refusal_is_not_repeated(server: RateServer, web: Web, code: int) -> None:
    server.otherwise = status(code)
    with pytest.raises(NoAnswer, match=f"answers {code} [A-Z].* for http://.*/x$"):
        web.get(f"{server.url}/x")
    assert len(server.paths) == 1


def test_a_missing_file_may_be_allowed(server: RateServer, web: Web) -> None:
    assert web.get(server.url, missing_ok=True) == (None, None, None, True)


def test_a_cut_file_is_fetched_again(server: RateServer, web: Web, pauses: list[float]) -> None:
    server.scripted = [cut_off("rates of many days")]
    server.otherwise = gives("rates of many days")
    assert web.get(server.url).body == b"rates of many days"
    assert pauses == [0.5]


def test_a_file_that_is_always_cut_is_given_up(server: RateServer, web: Web) -> None:
    server.otherwise = cut_off("rates of many days")
    with pytest.raises(NoAnswer, match=r"breaks off \(.+\), 4 times; run it again later$"):
        web.get(server.url)


def test_what_is_packed_wrongly_is_given_up(server: RateServer, web: Web) -> None:
    server.otherwise = gives("no gzip", Content_Encoding="gzip")
    with pytest.raises(NoAnswer, match=r"breaks off .* 4 times"):
        web.get(server.url)


def test_a_slow_server_is_asked_again(server: RateServer, web: Web, pauses: list[float]) -> None:
    server.scripted = [late(1, gives("late"))]
    server.otherwise = gives("rates")
    assert web.get(server.url).body == b"rates"
    assert pauses == [0.5]


def test_a_server_that_drips_is_left(server: RateServer, web: Web) -> None:
    server.otherwise = dripping(0.1, 40)
    with pytest.raises(NoAnswer, match=r"takes more than 2 seconds$"):
        web.get(server.url)


def test_too_much_is_not_taken(server: RateServer, web: Web) -> None:
    server.otherwise = packed(b" " * 5_000_000)
    with pytest.raises(NoAnswer, match=r"sends more than 10,000 bytes$"):
        web.get(server.url)


def test_a_web_page_is_no_table(server: RateServer, web: Web) -> None:
    server.otherwise = gives("<html>Sign in</html>", Content_Type="text/html; charset=utf-8")
    with pytest.raises(NoAnswer, match=r"answers with a web page, not with rates"):
        web.get(server.url)


def test_nobody_listens(web: Web, pauses: list[float]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NoAnswer, match=rf"^cannot reach 127\.0\.0\.1:{port} \(.+\)$"):
        web.get(f"http://127.0.0.1:{port}/")
    assert pauses == []


def test_no_such_host(web: Web) -> None:
    with pytest.raises(NoAnswer, match=r"^cannot reach rates\.invalid \(.+\)$"):
        web.get("http://rates.invalid/")


def test_a_proxy_of_no_known_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "gopher://proxy")
    with pytest.raises(NoAnswer, match=r"^the proxy or certificates that the environment names cannot be used: "):
        Web()


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with Web(sleep=pauses.append) as web, pytest.raises(NoAnswer, match=r"^cannot reach rates\.invalid "):
        web.get("https://rates.invalid/")
    assert pauses == []
