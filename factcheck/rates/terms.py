"""Under which terms the publishers let their rates be used, and the words by which they ask to be named."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Terms(NamedTuple):
    """`attribution` may hold {day}, the newest day of the rates, and {obtained}, the day on which they were fetched."""

    publisher: str
    licence: str
    attribution: str
    url: str

    def named(self, day: date | None, obtained: date | None) -> str:
        """The attribution with its days filled in; what is unknown is left out."""
        on = f", rates up to {day}" if day and day != date.max else ""
        fetched = f", obtained {obtained}" if obtained else ""
        return f"{self.attribution}{on}{fetched}"


TERMS = {
    "ECB": Terms(
        "European Central Bank",
        "free use if the ECB is named as the source and the figures are not changed; for information only, "
        "the ECB discourages transactions at these rates",
        "Source: European Central Bank (euro foreign exchange reference rates)",
        "https://www.ecb.europa.eu/services/using-our-site/disclaimer/html/index.en.html",
    ),
    "NBP": Terms(
        "Narodowy Bank Polski",
        "free reuse if the source, the day of the table and the day on which it was obtained are named",
        "Source: Narodowy Bank Polski (tables A and B)",
        "https://nbp.pl/en/copyright/",
    ),
    "HMRC": Terms(
        "HM Revenue & Customs",
        "Open Government Licence v3.0",
        "Contains public sector information licensed under the Open Government Licence v3.0 (HMRC exchange rates)",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "Bank of Canada": Terms(
        "Bank of Canada",
        "copying and distribution with attribution, for purposes that are not commercial; commercial use asks the bank",
        "Source: Bank of Canada (daily exchange rates)",
        "https://www.bankofcanada.ca/terms/",
    ),
    "NBU": Terms(
        "National Bank of Ukraine",
        "free use with a reference to the National Bank of Ukraine",
        "Source: National Bank of Ukraine (official exchange rates of the hryvnia)",
        "https://bank.gov.ua/en/open-data/api-dev",
    ),
}


def terms_of(source: str) -> Terms | None:
    """The terms of a source by its name in the book; None for a desk's own."""
    return TERMS.get(source)
