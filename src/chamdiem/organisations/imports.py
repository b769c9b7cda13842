"""What an import is going to do, before it does it: each row with its change, all problems at once.

Organisations are imported here, people one floor above; each registers how its files are
planned and applied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from django.contrib.auth.base_user import AbstractBaseUser

from chamdiem.errors import Place, Problem
from chamdiem.organisations.listed import Column
from chamdiem.organisations.models import ImportFile
from chamdiem.web.language import Words

# A report is kept in the row of its file and shown on one page.
MOST_ROWS_REPORTED = 500
MOST_PROBLEMS_REPORTED = 1_000


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one row: its subject, and each changed value as label, before, after."""

    line: int
    code: str
    name: str
    action: Literal["create", "change", "same"]
    changes: Sequence[tuple[str, str, str]] = ()


@dataclass(slots=True)
class Plan:
    """Everything a file would do; it is applied only where there is no problem."""

    rows: list[Planned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: Sequence[Problem] = ()

    def count(self, action: str) -> int:
        """How many rows do this."""
        return sum(row.action == action for row in self.rows)

    def to_report(self) -> dict[str, Any]:
        """The plan as plain JSON, for the page; changed rows first, long lists cut and counted."""
        shown = sorted(self.rows, key=lambda row: row.action == "same")[:MOST_ROWS_REPORTED]
        return {
            "counts": {action: self.count(action) for action in ("create", "change", "same")},
            "rows": [asdict(row) for row in shown],
            "rows_left_off": max(0, len(self.rows) - MOST_ROWS_REPORTED),
            "problems": [
                asdict(problem) for problem in sorted(self.problems, key=_place)[:MOST_PROBLEMS_REPORTED]
            ],
            "problem_count": len(self.problems),
            "notes": [asdict(problem) for problem in self.notes],
        }


def _place(problem: Problem) -> tuple[str, int, int, str]:
    """Where a problem stands in reading order: C9 before B10, Z9 before AA9."""
    cell = problem.place.cell
    column = cell.rstrip("0123456789")
    line = int(cell[len(column) :] or problem.place.line)
    return problem.place.sheet, line, len(column), column


@dataclass(frozen=True, slots=True)
class Import:
    """How files of one kind are planned and applied, and what their template says."""

    title: Words
    columns: Sequence[Column]
    choices_title: Words
    list_choices: Callable[[], Sequence[str]]
    plan: Callable[[ImportFile, AbstractBaseUser, datetime], Plan]
    apply: Callable[[ImportFile, AbstractBaseUser, datetime], Plan]
    # What the file of the template is called, and the column whose values are the choices.
    file_name: str
    chosen: str
    # Columns that hang on what somebody sees.
    more_columns: Callable[[AbstractBaseUser], Sequence[Column]] = lambda _actor: ()

    def seen_by(self, actor: AbstractBaseUser) -> Import:
        """The import with every column there is for somebody."""
        return replace(self, columns=[*self.columns, *self.more_columns(actor)])

    @property
    def examples(self) -> list[tuple[Column, str]]:
        """Every column with an example that is read here: the choices are those there are."""
        first = next(iter(self.list_choices()), "")
        return [(each, first if each.key == self.chosen else each.example) for each in self.columns]


IMPORTS: dict[str, Import] = {}


def problems_of(found: Sequence[dict[str, Any]]) -> list[Problem]:
    """Problems as they stood in a report."""
    return [Problem(each["code"], each["facts"], Place(**each["place"])) for each in found]
