"""Currencies whose rate is fixed by law or by a standing peg: their legs come from the anchor's leg of the same day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Peg(NamedTuple):
    """`rate` units of the pegged currency are one unit of `anchor`; the book uses it for every day from `since`."""

    anchor: str
    rate: Decimal
    since: date
    source: str
    band: Decimal = Decimal(0)
    """How far the rate may move to either side, as a share of it: the margin is wider by so much."""


def _peg(anchor: str, rate: str, since: str, source: str, band: str = "0") -> Peg:
    return Peg(anchor, Decimal(rate), date.fromisoformat(since), source, Decimal(band))


_EURO_11 = "Council Regulation (EC) No 2866/98"
_FRENCH_TREASURY = "Council Decision 98/683/EC"

PEGS: dict[str, Peg] = {
    # Dollar pegs: units per US dollar. All are older than the oldest rates of the book, which begin in 1999.
    "AED": _peg("USD", "3.6725", "1999-01-01", "Central Bank of the UAE"),
    "SAR": _peg("USD", "3.75", "1999-01-01", "Saudi Central Bank"),
    "QAR": _peg("USD", "3.64", "1999-01-01", "Qatar Central Bank"),
    "OMR": _peg("USD", "0.384497077", "1999-01-01", "Central Bank of Oman: 2.6008 US dollars per rial"),
    "BHD": _peg("USD", "0.376", "1999-01-01", "Central Bank of Bahrain"),
    "JOD": _peg("USD", "0.709", "1999-01-01", "Central Bank of Jordan: middle of 0.708 and 0.710"),
    "AWG": _peg("USD", "1.79", "1999-01-01", "Central Bank of Aruba"),
    "ANG": _peg("USD", "1.79", "1999-01-01", "Central Bank of Curaçao and Sint Maarten; at par with XCG since 2025"),
    "XCG": _peg("USD", "1.79", "2025-03-31", "Central Bank of Curaçao and Sint Maarten"),
    "BBD": _peg("USD", "2", "1999-01-01", "Central Bank of Barbados"),
    "BMD": _peg("USD", "1", "1999-01-01", "Bermuda Monetary Authority"),
    "BSD": _peg("USD", "1", "1999-01-01", "Central Bank of The Bahamas"),
    "BZD": _peg("USD", "2", "1999-01-01", "Central Bank of Belize"),
    "DJF": _peg("USD", "177.721", "1999-01-01", "Banque Centrale de Djibouti"),
    "KYD": _peg("USD", "0.83", "1999-01-01", "1.20 US dollars per Cayman dollar by law, 1.22 at the banks", "0.015"),
    "PAB": _peg("USD", "1", "1999-01-01", "Panama: at par with the dollar by law"),
    "SVC": _peg("USD", "8.75", "2001-01-01", "El Salvador, Ley de Integración Monetaria"),
    "XCD": _peg("USD", "2.70", "1999-01-01", "Eastern Caribbean Central Bank"),
    "HKD": _peg("USD", "7.80", "2005-05-18", "Hong Kong Monetary Authority: from 7.75 to 7.85", "0.00642"),
    # Pegs to a neighbour: units per unit of its currency.
    "BND": _peg("SGD", "1", "1999-01-01", "Brunei and Singapore: Currency Interchangeability Agreement"),
    "BTN": _peg("INR", "1", "1999-01-01", "Royal Monetary Authority of Bhutan"),
    "NPR": _peg("INR", "1.6", "1999-01-01", "Nepal Rastra Bank"),
    "LSL": _peg("ZAR", "1", "1999-01-01", "Common Monetary Area"),
    "NAD": _peg("ZAR", "1", "1999-01-01", "Common Monetary Area"),
    "SZL": _peg("ZAR", "1", "1999-01-01", "Common Monetary Area"),
    "FKP": _peg("GBP", "1", "1999-01-01", "Falkland Islands: at par by law"),
    "GIP": _peg("GBP", "1", "1999-01-01", "Gibraltar: at par by law"),
    "SHP": _peg("GBP", "1", "1999-01-01", "Saint Helena: at par by law"),
    "MOP": _peg("HKD", "1.03", "1999-01-01", "Monetary Authority of Macao"),
    # Euro pegs: units per euro.
    "CVE": _peg("EUR", "110.265", "1999-01-04", "Banco de Cabo Verde"),
    "STN": _peg("EUR", "24.5", "2018-01-01", "Banco Central de São Tomé e Príncipe"),
    "XAF": _peg("EUR", "655.957", "1999-01-01", _FRENCH_TREASURY),
    "XOF": _peg("EUR", "655.957", "1999-01-01", _FRENCH_TREASURY),
    "KMF": _peg("EUR", "491.96775", "1999-01-01", _FRENCH_TREASURY),
    "XPF": _peg("EUR", "119.33174", "1999-01-01", "IEOM: 1,000 francs are 8.38 euros"),
    "BAM": _peg(
        "EUR", "1.95583", "1999-01-01", "Law on the Central Bank of Bosnia and Herzegovina: at par with the mark"
    ),
    # Currencies that the euro replaced: units per euro, irrevocable, from the day of entry.
    "ATS": _peg("EUR", "13.7603", "1999-01-01", _EURO_11),
    "BEF": _peg("EUR", "40.3399", "1999-01-01", _EURO_11),
    "DEM": _peg("EUR", "1.95583", "1999-01-01", _EURO_11),
    "ESP": _peg("EUR", "166.386", "1999-01-01", _EURO_11),
    "FIM": _peg("EUR", "5.94573", "1999-01-01", _EURO_11),
    "FRF": _peg("EUR", "6.55957", "1999-01-01", _EURO_11),
    "IEP": _peg("EUR", "0.787564", "1999-01-01", _EURO_11),
    "ITL": _peg("EUR", "1936.27", "1999-01-01", _EURO_11),
    "LUF": _peg("EUR", "40.3399", "1999-01-01", _EURO_11),
    "NLG": _peg("EUR", "2.20371", "1999-01-01", _EURO_11),
    "PTE": _peg("EUR", "200.482", "1999-01-01", _EURO_11),
    "GRD": _peg("EUR", "340.75", "2001-01-01", "Council Regulation (EC) No 1478/2000"),
    "SIT": _peg("EUR", "239.640", "2007-01-01", "Council Regulation (EC) No 1086/2006"),
    "CYP": _peg("EUR", "0.585274", "2008-01-01", "Council Regulation (EC) No 1135/2007"),
    "MTL": _peg("EUR", "0.429300", "2008-01-01", "Council Regulation (EC) No 1134/2007"),
    "SKK": _peg("EUR", "30.1260", "2009-01-01", "Council Regulation (EC) No 694/2008"),
    "EEK": _peg("EUR", "15.6466", "2011-01-01", "Council Regulation (EU) No 671/2010"),
    "LVL": _peg("EUR", "0.702804", "2014-01-01", "Council Regulation (EU) No 870/2013"),
    "LTL": _peg("EUR", "3.45280", "2015-01-01", "Council Regulation (EU) No 851/2014"),
    "HRK": _peg("EUR", "7.53450", "2023-01-01", "Council Regulation (EU) 2022/1208"),
    "BGN": _peg("EUR", "1.95583", "2026-01-01", "Council Regulation (EU) 2025/1409"),
    # Redenominations: old units per new unit.
    "TRL": _peg("TRY", "1000000", "2005-01-01", "Turkish Law No. 5083"),
    "ROL": _peg("RON", "10000", "2005-07-01", "Romanian Law No. 348/2004"),
}
