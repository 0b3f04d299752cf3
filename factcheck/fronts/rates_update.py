"""`factcheck rates update`: newer rates into the user's data folder. The only command that goes to the network."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from factcheck.fronts.config import BadConfig, Config
from factcheck.fronts.rates_arguments import PUBLISHERS
from factcheck.rates.download.keeping import StoreBusy
from factcheck.rates.download.publisher import Publisher
from factcheck.rates.download.update import PUBLISHERS as DOWNLOADS
from factcheck.rates.download.update import NotUpdated, Progress, Updated
from factcheck.rates.download.update import update as download
from factcheck.rates.download.web import NoAnswer, Web
from factcheck.rates.ratebook import installed_sources
from factcheck.rates.store import ENVIRONMENT, DamagedStore, store_folder
from factcheck.reports.visible import Visible, encoding_of

_ENVIRONMENT = "FACTCHECK_RATES_URL_"


def update(arguments: argparse.Namespace, config: Config) -> int:
    """Download from each publisher; 0 if all are up to date, else 2. One that fails does not keep the others."""
    chosen: list[str] = list(dict.fromkeys(arguments.source or PUBLISHERS))
    if arguments.url and len(chosen) != 1:
        raise BadConfig("--url is the address of one publisher: say which with --source")
    urls = base_urls(config, {chosen[0]: arguments.url} if arguments.url else {})
    installed = {source.name: source for source in installed_sources()}  # of two tables the slower one has all rates
    today = datetime.now(UTC).date()
    if arguments.since and arguments.since > today:
        raise BadConfig(f"--since {arguments.since}: that day is yet to come")
    failed = unanswered = False
    tell = Visible(encoding_of(sys.stderr))  # a server's words are not ours
    try:
        client = Web()
    except NoAnswer as problem:
        raise BadConfig(str(problem)) from None
    with client as web:
        for publisher in map(DOWNLOADS.__getitem__, chosen):
            table = publisher.table
            try:
                with _progress(publisher) as progress:
                    done = download(
                        publisher, store_folder(), web, today, base=urls.get(table.publisher), since=arguments.since,
                        installed=installed.get(table.name), progress=progress,
                    )  # fmt: skip
            except (NotUpdated, DamagedStore, StoreBusy, OSError) as problem:
                print(tell(f"factcheck: {table.name}: {_reason(problem)}"), file=sys.stderr)
                failed = True
                unanswered = unanswered or isinstance(problem, NotUpdated)
            else:
                print(f"{table.name}: {_outcome(done)}")
    if failed:
        print(f"factcheck: {_remedy(unanswered)}", file=sys.stderr)
    return 2 if failed else 0


def base_urls(config: Config, said: dict[str, str]) -> dict[str, str]:
    """Where each publisher's rates are fetched from, if not from itself: said on the command line, in the environment
    (FACTCHECK_RATES_URL_ECB), or under `rate_urls` in the configuration."""
    for key in config.rate_urls:
        if key not in PUBLISHERS:
            raise BadConfig(f"rate_urls: no publisher is called {key!r}, only {', '.join(PUBLISHERS)}")
    environment = {key: url for key in PUBLISHERS if (url := os.environ.get(_ENVIRONMENT + key.upper()))}
    urls = {**config.rate_urls, **environment, **said}
    for url in urls.values():
        if not url.startswith(("https://", "http://")):
            raise BadConfig(f"{url!r} is not the address of a publisher of rates, which begins with https://")
    return urls


def _outcome(done: Updated) -> str:
    days = f"{done.added:,} new day{'' if done.added == 1 else 's'}" if done.added else "nothing new"
    mended = f", {done.changed:,} rate{'' if done.changed == 1 else 's'} corrected" if done.changed else ""
    return f"{days}{mended}, newest {done.newest} ({done.path})"


def _reason(problem: Exception) -> str:
    if not isinstance(problem, OSError):
        return str(problem)
    where = f"{problem.filename}: " if problem.filename else ""
    return f"cannot store rates: {where}{problem.strerror or problem}; {ENVIRONMENT} names another folder"


def _remedy(unanswered: bool) -> str:
    newest = _newest()
    serve = f"the rates at hand still serve (newest {newest})" if newest else "the rates at hand still serve"
    return f"{serve}; a proxy is set with HTTPS_PROXY, a mirror with --source ecb --url URL" if unanswered else serve


def _newest() -> date | None:
    from factcheck.rates.store import RatesWarning, sources

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RatesWarning)  # of a file that was told of above
        return max((day for source in (*installed_sources(), *sources()) if (day := source.newest)), default=None)


@contextmanager
def _progress(publisher: Publisher) -> Iterator[Progress]:
    """A bar on standard error while a person is watching, else nothing."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    from factcheck.reports.download_bar import download_bar

    with download_bar(publisher.table.name, sys.stderr) as (chunks, received):
        yield Progress(chunks, received)
