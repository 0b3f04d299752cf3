"""One careful GET: timeouts, retries with growing pauses, conditional requests, a limit to size and time."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

import httpx

from factcheck import __version__

_CONNECT, _READ = 10.0, 30.0  # seconds
_WHOLE = 300.0  # seconds for one answer, however slowly it comes
_LARGEST = 64 * 1024 * 1024  # bytes, unpacked: the ECB's whole history is 5 MB
_TRIES = 4
_PAUSES = (0.5, 2.0, 5.0)  # seconds, unless the server asks for another
_LONGEST_PAUSE = 60.0
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


class NoAnswer(Exception):
    """A server that cannot be reached or does not give the file; the text says why, and what may help."""


class Answer(NamedTuple):
    """`body` is None where nothing is new (304), or where there is nothing and that was allowed (404)."""

    body: bytes | None
    etag: str | None = None
    modified: str | None = None
    new: bool = True
    """False for 304."""


class _Again(Exception):
    """A failure that may pass; `pause` is how long the server asks to wait, in seconds."""

    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


class Web:
    """A client that is used as a context manager; proxies are those of the environment (HTTPS_PROXY, NO_PROXY).

    NoAnswer where such a proxy is of no kind that is known.
    """

    def __init__(
        self,
        *,
        connect: float = _CONNECT,
        read: float = _READ,
        whole: float = _WHOLE,
        largest: int = _LARGEST,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._whole = whole
        self._largest = largest
        self._sleep = sleep
        try:
            self._client = httpx.Client(
                timeout=httpx.Timeout(read, connect=connect),
                follow_redirects=True,
                max_redirects=5,
                headers={"User-Agent": f"factcheck/{__version__} (rates update)"},
            )
        except (ValueError, ImportError, httpx.InvalidURL) as problem:
            raise NoAnswer(f"the proxy or certificates that the environment names cannot be used: {problem}") from None

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        missing_ok: bool = False,
        received: Callable[[int], None] = lambda _: None,
    ) -> Answer:
        """The file at `url`; `received` is told of bytes as they come. NoAnswer when it cannot be had."""
        for attempt in range(_TRIES):
            try:
                return self._once(url, headers or {}, missing_ok, received)
            except _Again as problem:
                last = attempt == _TRIES - 1
                pause = _PAUSES[min(attempt, len(_PAUSES) - 1)] if problem.pause is None else problem.pause
                if pause > _LONGEST_PAUSE:
                    raise NoAnswer(f"{problem}, and asks to wait {pause:.0f} seconds: run it again then") from None
                if last:
                    raise NoAnswer(f"{problem}, {_TRIES} times; run it again later") from None
                self._sleep(pause)
        raise AssertionError

    def _once(self, url: str, headers: Mapping[str, str], missing_ok: bool, received: Callable[[int], None]) -> Answer:
        try:
            where = httpx.URL(url).netloc.decode("ascii")
        except httpx.InvalidURL as problem:
            raise NoAnswer(f"{url} is not an address: {problem}") from None
        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                if url.startswith("https:") and response.url.scheme != "https":
                    raise NoAnswer(f"{where} leads to {response.url}, which is not encrypted")
                if response.status_code == 304:
                    return Answer(None, new=False)
                if response.status_code == 404 and missing_ok:
                    return Answer(None)
                if response.status_code in _TRY_AGAIN:
                    raise _Again(f"{where} answers {_status(response)}", _pause(response.headers.get("Retry-After")))
                if response.status_code != 200:
                    raise NoAnswer(f"{where} answers {_status(response)} for {url}")
                body = self._body(response, where, received)
                return Answer(body, response.headers.get("ETag"), response.headers.get("Last-Modified"))
        except (httpx.ConnectError, httpx.ConnectTimeout) as problem:
            if "CERTIFICATE" in str(problem).upper():
                raise NoAnswer(f"{where} does not prove who it is: {problem}") from None
            raise NoAnswer(f"cannot reach {where} ({_reason(problem)})") from None
        except httpx.ProxyError as problem:
            raise NoAnswer(f"cannot reach {where} through the proxy ({_reason(problem)})") from None
        except httpx.TimeoutException as problem:
            raise _Again(f"{where} does not answer in time ({type(problem).__name__})") from None
        except httpx.TooManyRedirects:
            raise NoAnswer(f"{where} leads in a circle") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as problem:
            raise NoAnswer(f"{url} is not an address: {problem}") from None
        except httpx.HTTPError as problem:  # cut off, or packed wrongly
            raise _Again(f"{where} breaks off ({_reason(problem)})") from None

    def _body(self, response: httpx.Response, where: str, received: Callable[[int], None]) -> bytes:
        if "html" in response.headers.get("Content-Type", ""):
            raise NoAnswer(f"{where} answers with a web page, not with rates: {response.url}")
        ends = time.monotonic() + self._whole
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            received(len(part))
            if len(body) > self._largest:
                raise NoAnswer(f"{where} sends more than {self._largest:,} bytes")
            if time.monotonic() > ends:
                raise NoAnswer(f"{where} takes more than {self._whole:.0f} seconds")
        return bytes(body)


def _status(response: httpx.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}".strip()


def _reason(problem: Exception) -> str:
    return str(problem) or type(problem).__name__


def _pause(text: str | None) -> float | None:
    """Seconds that `Retry-After` asks for, as a number or as a day and time; None where it does not."""
    if not text:
        return None
    if text.strip().isdigit():
        return float(text)
    try:
        until = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
