"""The yardstick: the 74 rules of ``chuprong-2023`` as an engineer would write them in numpy.

Written from the decision, not from the rules of the library; no part of
``chamdiem.core`` is used. Quanta are hundredths of a point, -1 is missing, -2
does not apply.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Columns = Mapping[str, Floats]
Rule = Callable[[Columns], Floats]
MISSING, NOT_APPLICABLE = -1.0, -2.0

# Criterion → (above, below, maximum, full marks at this percentage): plain lines.
LINES: dict[str, tuple[str, str, float, float]] = {
    "1.3": ("1.3.a", "1.3.b", 10, 100),
    "3.1": ("3.1.a", "I.4", 10, 100),
    "3.2": ("3.2.a", "I.6", 10, 100),
    "3.3": ("3.3.a", "I.6", 10, 100),
    "3.4": ("3.4.a", "I.7", 10, 100),
    "3.5": ("3.5.a", "3.5.b", 30, 100),
    "4.2": ("4.2.a", "I.8", 10, 100),
    "4.7": ("4.7.a", "I.5", 20, 100),
    "5.1": ("5.1.a", "5.1.b", 10, 100),
    "5.2": ("5.2.a", "5.1.a", 10, 100),
    "5.3": ("5.3.a", "I.12", 10, 100),
    "5.4": ("5.4.a", "I.13", 10, 100),
    "5.6": ("5.6.a", "I.14", 10, 100),
    "5.7": ("5.7.a", "I.14", 5, 100),
    "5.8": ("5.8.a", "5.8.b", 5, 100),
    "6.4": ("6.4.a", "6.4.b", 10, 100),
    "6.8": ("6.8.a", "6.8.b", 20, 100),
    "6.9": ("6.9.b", "6.9.a", 20, 100),
    "6.10": ("6.10.b", "6.10.a", 20, 100),
    "6.17": ("6.17.a", "6.17.b", 10, 1),
    "6.18": ("6.18.a", "6.18.b", 10, 100),
    "7.4": ("7.4.a", "I.15", 15, 100),
    "7.5": ("7.5.a", "7.5.b", 40, 5),
    "8.1": ("8.1.a", "I.4", 20, 100),
    "8.2": ("8.2.a", "8.2.b", 20, 80),
    "8.3": ("8.3.a", "I.6", 20, 100),
}


def known(quanta: Floats) -> Floats:
    """NaN becomes missing."""
    lacking = np.isnan(quanta)
    if lacking.any():
        quanta[lacking] = MISSING
    return quanta


def line(
    above: Floats, below: Floats, most: float, full_at: float = 100, if_zero: float = NOT_APPLICABLE
) -> Floats:
    """In proportion up to ``full_at`` percent; half up to hundredths."""
    quanta = np.minimum(np.floor(above * (most * 10_000) / (below * full_at) + 0.5), most * 100)
    zero = below == 0
    if zero.any():
        quanta[zero] = if_zero
    return known(quanta)


def step(above: Floats, below: Floats, most: float, full_at: float) -> Floats:
    """Full marks from ``full_at`` percent, the bare ratio below."""
    partial = np.floor(above * (most * 100) / below + 0.5)
    quanta = np.where(above * 100 >= below * full_at, most * 100, partial)
    zero = below == 0
    if zero.any():
        quanta[zero] = NOT_APPLICABLE
    return known(np.where(np.isnan(above + below) & ~zero, np.nan, quanta))


def all_or_nothing(above: Floats, below: Floats, most: float) -> Floats:
    """Full marks at 100 % only."""
    quanta = np.where(above >= below, most * 100, 0.0)
    quanta[below == 0] = NOT_APPLICABLE
    return known(np.where(np.isnan(below) | (np.isnan(above) & (below != 0)), np.nan, quanta))


def yes(x: Floats, most: float) -> Floats:
    """Full marks for yes."""
    return known(np.where(np.isnan(x), np.nan, np.where(x > 0, most * 100, 0.0)))


def levels(x: Floats, *points: float) -> Floats:
    """Points by the level chosen."""
    table = np.array([*(each * 100 for each in points), MISSING])
    chosen: Floats = table[np.where(np.isnan(x), len(points), x).astype(int)]
    return chosen


def both(x: Floats, first: float, y: Floats, second: float) -> Floats:
    """Two halves that add up."""
    return known(x * (first * 100) + y * (second * 100))


def _articles(d: Columns) -> Floats:
    x, n = d["1.4.x"], d["1.4.n"]
    banded = np.where(n >= 10, 1500.0, np.where(n >= 5, 750.0, 375.0))
    banded[np.isnan(n)] = np.nan
    return known(np.where(np.isnan(x), np.nan, np.where(x > 0, banded, 0.0)))


def _broadcasts(d: Columns) -> Floats:
    n = d["1.6.n"]
    quanta = np.where(n >= 52, 1500.0, np.where(n >= 12, 750.0, 0.0))
    return known(np.where(np.isnan(n), np.nan, quanta))


def _incidents_found(d: Columns) -> Floats:
    n, x = d["5.9.n"], d["5.9.x"]
    found = n[n > 0]
    least, most = (np.min(found), np.max(found)) if len(found) else (0.0, 0.0)
    if most == least:
        shared = np.full(len(n), 500.0)
    else:
        shared = np.clip(np.floor((n - least) * 500 / (most - least) + 0.5), 0, 500)
    shared[np.isnan(n)] = np.nan
    none = np.where(np.isnan(x), np.nan, np.where(x > 0, 500.0, 0.0))
    return known(np.where(n == 0, none, shared))


def _incidents_handled(d: Columns) -> Floats:
    a, b, x = d["5.10.a"], d["5.9.n"], d["5.9.x"]
    handled = np.minimum(np.floor(a * 1000 / b + 0.5), 1000)
    none = np.where(np.isnan(x), np.nan, np.where(x > 0, 1000.0, 0.0))
    quanta = np.where(b > 0, handled, none)
    return known(np.where(np.isnan(b), np.nan, quanta))


def _security_money(d: Columns) -> Floats:
    a, b = d["5.11.a"], d["5.11.b"]
    quanta = np.where(
        a * 100 >= b * 10, 1500.0, np.where(a * 100 >= b * 7, 1050.0, np.where(a * 100 >= b * 3, 450.0, 0.0))
    )
    quanta[np.isnan(a) | np.isnan(b)] = np.nan
    quanta[b == 0] = 0
    return known(quanta)


def _society_money(d: Columns) -> Floats:
    a = d["8.4.a"]
    most = np.nanmax(a)
    if not most > 0:
        return known(np.where(np.isnan(a), np.nan, 0.0))
    return known(np.floor(a * 2000 / most + 0.5))


def _activities(d: Columns) -> Floats:
    return known(np.minimum(d["8.5.n"] * 100, 3000.0))


RULES: dict[str, Rule] = {
    "1.1": lambda d: levels(d["1.1.x"], 15, 7.5, 0),
    "1.2": lambda d: both(d["1.2.x"], 7.5, d["1.2.y"], 7.5),
    "1.4": _articles,
    "1.6": _broadcasts,
    "3.6": lambda d: line(d["3.6.a"], d["3.5.a"], 20, if_zero=0),
    "3.7": lambda d: line(d["3.7.a"], d["3.7.b"], 10),
    "4.1": lambda d: all_or_nothing(d["4.1.a"], d["I.7"], 10),
    "4.4": lambda d: line(d["4.4.b"], d["4.4.a"], 10),
    "4.5": lambda d: levels(d["4.5.x"], 10, 5, 0),
    "4.6": lambda d: line(d["4.6.a"], d["I.10"] + d["I.11"], 10),
    "4.8": lambda d: step(d["4.8.a"], d["4.8.b"], 10, 70),
    "5.5": lambda d: line(d["5.5.a"], d["5.5.b"], 10, if_zero=1000),
    "5.9": _incidents_found,
    "5.10": _incidents_handled,
    "5.11": _security_money,
    "6.1": lambda d: both(d["6.1.x"], 8, d["6.1.y"], 2),
    "6.2": lambda d: both(d["6.2.x"], 2.5, d["6.2.y"], 2.5),
    "6.3": lambda d: all_or_nothing(d["6.3.a"], d["6.3.b"], 10),
    "6.5": lambda d: line(d["6.5.c"] + d["6.5.d"], d["6.5.a"] + d["6.5.b"], 20),
    "6.6": lambda d: line(d["6.6.b"] + d["6.6.c"], d["6.6.a"], 20, 80),
    "6.7": lambda d: line(d["6.7.a"] + d["6.7.b"], d["6.7.c"] + d["6.7.d"], 20),
    "6.11": lambda d: both(d["6.11.x"], 5, d["6.11.y"], 5),
    "6.13": lambda d: levels(d["6.13.x"], 10, 5, 0),
    "6.14": lambda d: levels(d["6.14.x"], 10, 5, 0),
    "6.19": lambda d: line(d["6.19.a"], d["I.10"] + d["I.11"], 5),
    "6.20": lambda d: all_or_nothing(d["6.20.a"], d["6.20.b"], 10),
    "7.1": lambda d: step(d["7.1.a"], d["I.16"], 20, 10),
    "7.2": lambda d: step(d["7.2.a"], d["I.16"], 10, 50),
    "7.3": lambda d: step(d["7.3.a"], d["I.15"], 15, 80),
    "7.6": lambda d: step(d["7.6.a"], d["7.6.b"], 30, 5),
    "7.7": lambda d: step(d["7.7.a"], d["7.7.b"], 10, 0.25),
    "8.4": _society_money,
    "8.5": _activities,
}
_YES_NO = {
    "1.5": 10,
    "4.3": 10,
    "6.12": 10,
    "6.15": 15,
    "6.16": 15,
    "2.9": 20,
    "2.10": 20,
    **{f"2.{_n}": 10 for _n in range(1, 9)},
}


def _yes_no(key: str, most: float) -> Callable[[Columns], Floats]:
    return lambda columns: yes(columns[f"{key}.x"], most)


def _line(above: str, below: str, most: float, full_at: float) -> Callable[[Columns], Floats]:
    return lambda columns: line(columns[above], columns[below], most, full_at)


RULES |= {key: _yes_no(key, most) for key, most in _YES_NO.items()}
RULES |= {key: _line(*about) for key, about in LINES.items()}


@dataclass(slots=True)
class Scores:
    """Cells, sums of the main groups, totals, places."""

    cells: NDArray[np.int64]
    groups: list[NDArray[np.int64]]
    places: NDArray[np.int64]


def score(columns: Columns, groups: list[tuple[int, int]]) -> Scores:
    """The whole campaign."""
    order = sorted(RULES, key=lambda key: [int(part) for part in key.split(".")])
    count = len(next(iter(columns.values())))
    cells = np.empty((len(order), count), dtype=np.int64)
    with np.errstate(divide="ignore", invalid="ignore"):
        for place, key in enumerate(order):
            cells[place] = RULES[key](columns)
    points = np.maximum(cells, 0)
    sums = [points[start:end].sum(axis=0) for start, end in groups]
    total = np.sum(sums, axis=0)
    maxima = np.array([_MAXIMUM[key] for key in order])
    maximum = maxima.sum() - maxima @ (cells == NOT_APPLICABLE)
    index = np.divide(total, maximum, out=np.zeros(count), where=maximum != 0)
    places = np.searchsorted(np.sort(-index), -index) + 1
    return Scores(cells, sums, places)


# Printed maxima in hundredths: eight groups of the annex.
_MAXIMUM: dict[str, int] = {
    f"{group}.{place}": points * 100
    for group, printed in {
        1: (15, 15, 10, 15, 10, 15),
        2: (10, 10, 10, 10, 10, 10, 10, 10, 20, 20),
        3: (10, 10, 10, 10, 30, 20, 10),
        4: (10, 10, 10, 10, 10, 10, 20, 10),
        5: (10, 10, 10, 10, 10, 10, 5, 5, 5, 10, 15),
        6: (10, 5, 10, 10, 20, 20, 20, 20, 20, 20, 10, 10, 10, 10, 15, 15, 10, 10, 5, 10),
        7: (20, 10, 15, 15, 40, 30, 10),
        8: (20, 20, 20, 20, 30),
    }.items()
    for place, points in enumerate(printed, start=1)
}


def spreads(columns: Columns) -> dict[str, tuple[int, Fraction, Fraction]]:
    """Count, least and greatest figure of the two peer rules, for freezing."""
    found = columns["5.9.n"][columns["5.9.n"] > 0]
    money = columns["8.4.a"][~np.isnan(columns["8.4.a"])]
    return {
        "5.9": (len(found), Fraction(int(found.min())), Fraction(int(found.max()))),
        "8.4": (len(money), Fraction(int(money.min()), MONEY), Fraction(int(money.max()), MONEY)),
    }


# Money of 8.4 is kept in thousandths of its unit.
MONEY = 1000
