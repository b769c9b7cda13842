"""The time line of a plan: its items over the quarters of this year, and over the years around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from chamdiem.plans.calendar import Quarter
from chamdiem.plans.models import Plan, PlanItem, Task
from chamdiem.plans.selectors.content import ItemRow

_QUARTERS = (1, 2, 3, 4)
_NUMERALS = ("I", "II", "III", "IV")
# Of a longer plan only this year is shown by its quarters, so that the line fits a page.
_MOST_BY_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Period:
    """A column: a quarter of a year, or the whole year."""

    year: int
    quarter: int | None
    is_now: bool

    @property
    def numeral(self) -> str:
        """``IV``; nothing for a whole year."""
        return _NUMERALS[self.quarter - 1] if self.quarter else ""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The items of one group: for each item, what stands in each column."""

    group: str
    rows: Sequence[tuple[ItemRow, Sequence[Cell]]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of an item: how it is coloured, and how many of its tasks are due in it."""

    heat: int
    due: int
    is_now: bool


def list_years(plan: Plan, rows: Iterable[ItemRow], tasks: Iterable[Task], this_year: int) -> list[int]:
    """The years of a time line: from the first to the last of the plan and its items; one at least.

    Tasks add a year on either side at most: one far away would push all others together.
    """
    years = [year for year in (plan.period_from, plan.period_to) if year]
    years += [year for row in rows for year in (row.item.from_year, row.item.to_year) if year]
    near = range(min(years) - 1, max(years) + 2) if years else ()
    years += [
        year for task in tasks for year in (task.starts_on.year, task.due_on.year) if not near or year in near
    ]
    return list(range(min(years), max(years) + 1)) if years else [this_year]


def count_outside(tasks: Iterable[Task], years: Sequence[int]) -> int:
    """How many tasks are due in no year of the line, and so stand in no column of it."""
    return sum(task.due_on.year not in years for task in tasks)


def list_periods(years: Sequence[int], now: Quarter) -> list[Period]:
    """The columns of these years; of many, every year but this one is a single column."""
    return [
        Period(year, quarter, year == now.year and quarter in (now.number, None))
        for year in years
        for quarter in (_QUARTERS if len(years) <= _MOST_BY_QUARTER or year == now.year else (None,))
    ]


def by_year(periods: Sequence[Period]) -> list[tuple[int, list[Period]]]:
    """The columns of each year."""
    return [(year, list(columns)) for year, columns in groupby(periods, key=lambda each: each.year)]


def time_lines(
    plan: Plan, rows: Sequence[ItemRow], periods: Sequence[Period], tasks: Iterable[Task]
) -> list[TimeLine]:
    """The items by group, each with a cell for every column; none is left out."""
    due: dict[tuple[int, int, int | None], int] = {}
    for task in tasks:
        for quarter in (Quarter.of(task.due_on).number, None):
            place = (task.item_id, task.due_on.year, quarter)
            due[place] = due.get(place, 0) + 1
    groups: dict[str, list[tuple[ItemRow, Sequence[Cell]]]] = {}
    for row in rows:
        groups.setdefault(_group(row.item), []).append((row, _cells(row, periods, due, plan)))
    return [TimeLine(group, lines) for group, lines in groups.items()]


def _cells(
    row: ItemRow, periods: Sequence[Period], due: Mapping[tuple[int, int, int | None], int], plan: Plan
) -> list[Cell]:
    return [
        Cell(_heat(row, each.year, plan), due.get((row.item.pk, each.year, each.quarter), 0), each.is_now)
        for each in periods
    ]


def _heat(row: ItemRow, year: int, plan: Plan) -> int:
    """Dark where it is done, light where it is planned, nothing outside its years.

    What has no years of its own may be done in those of the plan, and is lighter still.
    """
    item = row.item
    first, last = item.from_year or plan.period_from, item.to_year or plan.period_to
    if not first or not last or not first <= year <= last:
        return 0
    if row.standing.state == "done":
        return 5
    return 2 if item.from_year else 1


def _group(item: PlanItem) -> str:
    return item.group or str(item.get_kind_display())
