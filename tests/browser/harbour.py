"""A draft with a figure in each state, the desk's rates that it is judged by, and what a browser shows of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

#: The desk's rates: kroner per dollar on each weekday of the month before the draft's day.
DAY = date(2024, 3, 18)
DAYS = [day for n in range(-28, 2) if (day := DAY + timedelta(n)).weekday() < 5]
RATES = {day: Decimal("10.00") + n * Decimal("0.02") for n, day in enumerate(DAYS)}

DRAFT = """\
---
title: The harbour bill
date: 2024-03-18
---

# The harbour bill

The port will cost 12 billion kroner ($1.2bn), the ministry said on Tuesday, March 18, 2024.

Its yard paid 9 million kroner ($1.9 million) for a crane, and 30 million North Korean won ($1.3 million) for a hull.

Crews rose 50% from 200 to 300, and the bridge stands 40 meters above the water.

A tug was sold for 6 million kroner ($600). The old one went for 8 million kroner ($2.9 million).
<!-- factcheck: ignore FX101: as the contract says -->

"We had 60 million pounds ($40 million) a year," she said.

"Fares rose 20% from 100 kroner to 150 kroner," he said.
"""


class Shown(NamedTuple):
    """A page that is open, what it asked for (addresses) and what the browser complained of."""

    page: Any
    asked: list[str]
    complaints: list[str]
