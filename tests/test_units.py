"""Units and currencies in one pint registry."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

pytest.importorskip("pint")

from pint import DimensionalityError, UndefinedUnitError

from factcheck.rates.fixed import FixedSource
from factcheck.rates.ratebook import RateBook
from factcheck.units import Q_, Registry, UnknownRate, ureg

DAY = date(2025, 3, 14)  # USD per CAD 0.69397, the euro at $1.0889 and £0.84183 (ECB)


def test_an_amount_in_the_currency_of_another_day() -> None:
    found = Q_("19.5 GCAD").to("USD", "FX", date=DAY)
    assert isinstance(found.magnitude, Decimal)
    assert round(found.magnitude / 10**9, 4) == Decimal("13.5323")
    assert str(found.units) == "USD"
    assert round(Q_("1 CAD").to("USD", "FX", date=date(2025, 4, 29)).magnitude, 5) == Decimal("0.72228")


def test_a_price_per_unit_changes_both() -> None:
    per_gallon = Q_("1.50 CAD/liter").to("USD/gallon", "FX", date=DAY).magnitude
    assert round(per_gallon, 4) == round(Decimal("1.5") * Decimal("0.693965") * Decimal("3.785411784"), 4)


def test_the_context_can_be_entered() -> None:
    with ureg.context("FX", date=DAY):
        assert Q_("1 EUR").to("GBP").magnitude == Decimal("0.84183")
        assert Q_("2000 USD").to("kUSD").magnitude == 2
        assert Q_("5 mile").to("km").magnitude == Decimal("8.04672")


def test_a_float_is_taken_as_it_is_printed() -> None:
    assert Q_(5.5, "EUR").to("USD", "FX", date=DAY).magnitude == Decimal("5.98895")


def test_temperatures() -> None:
    assert Q_(Decimal(20), "degC").to("degF").magnitude == pytest.approx(Decimal(68))


def test_without_the_context_currencies_do_not_convert() -> None:
    with pytest.raises(DimensionalityError):
        Q_("1 EUR").to("USD")
    with pytest.raises(DimensionalityError):
        Q_("1 EUR").to("mile", "FX", date=DAY)
    with pytest.raises(DimensionalityError):
        Q_("1 EUR") + Q_("1 USD")


def test_an_unknown_rate_says_why() -> None:
    with pytest.raises(UnknownRate, match="EUR to USD on 1950-01-01: no rate for EUR before 1999-01-04"):
        Q_("1 EUR").to("USD", "FX", date=date(1950, 1, 1))
    with pytest.raises(UnknownRate, match=r"no day for the rate of EUR in USD: say .to\('USD', 'FX', date=…\)"):
        Q_("1 EUR").to("USD", "FX")
    with pytest.raises(UndefinedUnitError):
        Q_("1 XYZ")


def test_rates_of_a_house() -> None:
    registry = Registry(RateBook([FixedSource({"USD/CAD": Decimal("1.25")})]))
    assert registry.Quantity("5 CAD").to("USD", "FX", date=DAY).magnitude == 4


def test_without_pint_the_remedy_is_named() -> None:
    code = "import sys; sys.modules['pint'] = None; import factcheck.units"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "factcheck.units needs pint: pip install 'factcheck-lint[units]'" in done.stderr


def test_nobody_else_imports_it() -> None:
    code = (
        "import sys, factcheck; factcheck.check('C$5m ($9m), 5 km (9 miles)'); print('factcheck.units' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
