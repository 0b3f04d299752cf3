"""A house's own rates from a file or a folder: CSV, wide or long, and YAML (`docs/rates.md` has the layouts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import re2

from factcheck.rates.dated_pairs import DatedPairs
from factcheck.rates.fixed import FixedSource
from factcheck.rates.hmrc import MONTHLY_MARGIN
from factcheck.rates.house import House
from factcheck.rates.nbp import WEEKLY_MARGIN
from factcheck.rates.pairs import Pair, contradicted, pair
from factcheck.rates.source import DAILY_MARGIN, RateSource
from factcheck.rates.table import TableSource

if TYPE_CHECKING:
    import yaml

_HOME = "EUR"
_DEEPEST = 3  # ppp, a year, its pairs
_LONG = ["date", "base", "quote", "rate"]
_CELL = r"\s*(?:0*[1-9]\d*(?:\.\d+)?|0*\.0*[1-9]\d*|N/A|-)?\s*"
_ROW = re2.compile(rf"\d{{4}}-\d\d-\d\d(?:,{_CELL})*")
_ONE_CELL = re2.compile(_CELL)
_CODE = re2.compile("[A-Z]{3}")


class BadRates(ValueError):
    """A file of rates that cannot be used; the text names file, line and reason."""


def load(path: Path) -> House:
    """The rates of a file, or of all `.csv`, `.yaml` and `.yml` files of a folder; BadRates where one cannot be used.

    Rates with a day come before those that hold on every day; otherwise the files' names decide.
    """
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in (".csv", ".yaml", ".yml"))
        if not files:
            raise BadRates(f"{path}: no .csv or .yaml file in this folder of rates")
    else:
        files = [path]
    dated: list[RateSource] = []
    fixed: list[RateSource] = []
    averages: dict[int, FixedSource] = {}
    purchasing_power: dict[int, FixedSource] = {}
    for file in files:
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except OSError as problem:
            raise BadRates(f"{file}: {problem.strerror or problem}") from None
        except UnicodeDecodeError as problem:
            line = problem.object.count(b"\n", 0, problem.start) + 1
            raise BadRates(f"{file}:{line}: not UTF-8: byte 0x{problem.object[problem.start]:02X}") from None
        if file.suffix.lower() == ".csv":
            dated.append(_csv(file, text))
        else:
            _yaml(file, text, fixed, averages, purchasing_power)
    return House([*dated, *fixed], averages, purchasing_power)


def _csv(file: Path, text: str) -> RateSource:
    header, *rows = [line.split(",") for line in text.splitlines()] or [[""]]
    names = [name.strip() for name in header]
    if [name.lower() for name in names] == _LONG:
        return _long(file, rows)
    if names[0].lower() != "date":
        raise BadRates(f"{file}:1: the header is Date,USD,… or date,base,quote,rate, not {','.join(header)!r}")
    for name in names[1:]:
        if name and not _CODE.fullmatch(name):
            raise BadRates(f"{file}:1: {name!r} is no currency code such as USD")
        if name and names.count(name) > 1:
            raise BadRates(f"{file}:1: {name} has two columns")
    return _wide(file, text, names)


def _wide(file: Path, text: str, names: list[str]) -> TableSource:
    days: dict[date, int] = {}
    currencies = len(",".join(names).rstrip(",").split(","))
    euro = names.index(_HOME) if _HOME in names else None
    for line, row in enumerate(text.splitlines()[1:], 2):
        if not row.strip():
            continue
        day = _day(file, line, row.partition(",")[0])
        if day in days:
            raise BadRates(f"{file}:{line}: {day} is in line {days[day]} already")
        days[day] = line
        if not _ROW.fullmatch(row.rstrip()):
            for name, cell in zip(names[1:], row.split(",")[1:], strict=False):
                if not _ONE_CELL.fullmatch(cell):
                    raise BadRates(f"{file}:{line}: the rate of {name} is not a number above zero: {cell.strip()!r}")
            raise BadRates(f"{file}:{line}: not a day and its rates: {row[:60]!r}")
        if (cells := len(row.rstrip(", \t").split(","))) > currencies:
            raise BadRates(f"{file}:{line}: {cells} cells where the header has {currencies}; decimals have a point")
        if euro and euro < cells and _is_rate_but_one(cell := row.split(",")[euro].strip()):
            raise BadRates(f"{file}:{line}: rates are units per euro, and one euro is not {cell} EUR")
    step, margin = _pace(days)
    return TableSource(lambda: text, file.name, step=step, margin=margin)


def _is_rate_but_one(cell: str) -> bool:
    return cell not in ("", "-", "N/A") and Decimal(cell) != 1


def _long(file: Path, rows: list[list[str]]) -> DatedPairs:
    days: dict[date, dict[Pair, int]] = {}
    for line, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(_LONG):
            raise BadRates(f"{file}:{line}: {len(row)} cells where date,base,quote,rate are four")
        day = _day(file, line, row[0])
        days.setdefault(day, {})[_pair(file, line, f"{row[1].strip()}/{row[2].strip()}", row[3].strip())] = line
    for pairs in days.values():
        if against := contradicted(list(pairs), DAILY_MARGIN):
            raise BadRates(f"{file}:{list(pairs.values())[against[0]]}: {against[1]}")
    step, margin = _pace(days)
    return DatedPairs({day: list(pairs) for day, pairs in days.items()}, file.name, step, margin)


def _yaml(
    file: Path,
    text: str,
    fixed: list[RateSource],
    averages: dict[int, FixedSource],
    purchasing_power: dict[int, FixedSource],
) -> None:
    """Adds what a YAML file says: pairs that hold on every day, pairs by year, and `ppp:` by year."""
    import yaml

    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        depth = 0
        for event in yaml.parse(text, Loader=loader):  # composing is recursive, in C without end
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise BadRates(f"{file}:{line}: expected pairs such as USD/CAD: 1.44")
        top = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise BadRates(f"{file}:{line}: {problem.problem or problem}") from None
    except yaml.reader.ReaderError as problem:
        line = text.encode().count(b"\n", 0, problem.position) + 1
        raise BadRates(f"{file}:{line}: {problem.reason}") from None
    standing: dict[Pair, int] = {}
    for key, node, line in _entries(file, top):
        if key == "ppp":
            for year, of_year, at in _entries(file, node):
                _add_year(file, at, year, of_year, purchasing_power, "purchasing power")
        elif _is_number(key):
            _add_year(file, line, key, node, averages, "average")
        else:
            standing[_pair(file, line, key, _scalar(file, node))] = line
    if standing:
        fixed.append(_fixed(file, standing, file.name))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _add_year(file: Path, line: int, year: str, node: yaml.Node, years: dict[int, FixedSource], what: str) -> None:
    if not (_is_number(year) and len(year) == 4):
        raise BadRates(f"{file}:{line}: not a year: {year!r}")
    if int(year) in years:
        raise BadRates(f"{file}:{line}: {year} is there already")
    pairs = {_pair(file, at, text, _scalar(file, value)): at for text, value, at in _entries(file, node)}
    years[int(year)] = _fixed(file, pairs, f"{file.name}, {what} of {year}")


def _fixed(file: Path, pairs: dict[Pair, int], name: str) -> FixedSource:
    if against := contradicted(list(pairs), DAILY_MARGIN):
        raise BadRates(f"{file}:{list(pairs.values())[against[0]]}: {against[1]}")
    return FixedSource({f"{one.base}/{one.quote}": one.rate for one in pairs}, name)


def _entries(file: Path, node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, int]]:
    """Key, value and line of a mapping."""
    import yaml

    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + 1 if node else 1
        raise BadRates(f"{file}:{line}: expected pairs such as USD/CAD: 1.44")
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise BadRates(f"{file}:{key.start_mark.line + 1}: expected a pair such as USD/CAD before the colon")
        yield str(key.value), value, key.start_mark.line + 1


def _scalar(file: Path, node: yaml.Node) -> str:
    """A rate as it is printed: YAML's own reading of 1.10 would be a binary float."""
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        raise BadRates(f"{file}:{node.start_mark.line + 1}: expected one number")
    return str(node.value)


def _pair(file: Path, line: int, text: str, rate: str) -> Pair:
    try:
        found = pair(text, rate)
    except ValueError as problem:
        raise BadRates(f"{file}:{line}: {problem}") from None
    for code in (found.base, found.quote):
        if not _CODE.fullmatch(code):
            raise BadRates(f"{file}:{line}: {code!r} is no currency code such as USD")
    return found


def _day(file: Path, line: int, text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadRates(f"{file}:{line}: not a day such as 2025-03-14: {text.strip()[:40]!r}") from None


def _pace(days: Iterable[date]) -> tuple[int, Decimal]:
    """Step and margin of a table: of days, weeks or months, whichever most of its rows are apart."""
    ordered = sorted(days)
    usual = median((b - a).days for a, b in pairwise(ordered)) if len(ordered) > 1 else 1
    if usual <= 5:
        return 1, DAILY_MARGIN
    return (7, WEEKLY_MARGIN) if usual <= 16 else (31, MONTHLY_MARGIN)
