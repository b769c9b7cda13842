"""Improvement plans: YAML in and out, and the plans that come with the product."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.indicator_set import Row
from chamdiem.core.plan_loading import CriteriaOf, dump_plan
from chamdiem.core.plan_loading import load_plan as build_plan
from chamdiem.core.plan_schema import FORMAT
from chamdiem.errors import InvalidPlan, NotFound, Place, Problem
from chamdiem.library import editions
from chamdiem.library.reading import file_text, read_marked
from chamdiem.library.writing import dump_yaml

_FOLDER = files(editions)
_FORMATS = FORMAT.rpartition("/")[0]
_ENDING = "-plan.yaml"


def list_plans() -> tuple[str, ...]:
    """The keys of all plans, in alphabetical order."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(_ENDING)))


@cache
def load_plan(key: str) -> Plan:
    """A plan of the library, read once.

    Raises:
        NotFound: There is no plan of that key.
        InvalidPlan: The file does not load.
    """
    return read_plan_text(plan_text(key), f"{key}.yaml")


def plan_text(key: str) -> str:
    """The YAML text of a plan."""
    if key not in list_plans():
        raise NotFound("plan.unknown", key=key, known=", ".join(list_plans()))
    return (_FOLDER / f"{key}.yaml").read_text(encoding="utf-8")


def is_plan(path: Path) -> bool:
    """Whether the first line of a file says that it holds a plan."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            first = lines.readline(200)
    except OSError:
        return False
    return first.startswith("format:") and first.partition(":")[2].strip(" '\"\n").startswith(_FORMATS)


def read_plan(path: Path) -> Plan:
    """Read a plan file.

    Raises:
        InvalidPlan: Not readable, or wrong; carries every problem.
    """
    return read_plan_text(file_text(path, InvalidPlan), path.name)


def read_plan_text(text: str, file: str = "") -> Plan:
    """Read a plan from YAML text; its criteria are looked up in the editions of the library."""
    return read_handed_in(text, file, _maxima_of)


def read_handed_in(text: str, file: str, criteria_of: CriteriaOf, over: Plan | None = None) -> Plan:
    """A plan that somebody brings as YAML text: its values are checked, and that it is whole.

    Args:
        text: The text.
        file: Its name, for the places of problems.
        criteria_of: As for ``core.plan_loading.load_plan``.
        over: The plan it changes.

    Raises:
        InvalidPlan: Carries every problem with line and path.
    """
    marked = read_marked(text, file, InvalidPlan)
    cut = list(_cut_problems(text, file))
    try:
        plan = build_plan(marked, file, criteria_of, is_handed_in=True, over=over)
    except InvalidPlan as refused:
        raise InvalidPlan([*refused.problems, *cut]) from None
    if cut:
        raise InvalidPlan(cut)
    return plan


def maxima_of(rows: Iterable[Row]) -> dict[str, Fraction | None]:
    """The scored rows of a set, each with its maximum: criteria, and rows that share the points of one."""
    rows = list(rows)
    points = {row.key: row.max_points for row in rows}
    return {
        row.key: points.get(row.shares_maximum_of) if row.shares_maximum_of else row.max_points
        for row in rows
        if row.is_criterion or row.shares_maximum_of
    }


def write_plan(plan: Plan) -> str:
    """The canonical YAML text of a plan."""
    return dump_yaml(dump_plan(plan))


def _cut_problems(text: str, file: str) -> Iterator[Problem]:
    """Whether the last line has no end, as where a file was cut off."""
    if not text.endswith("\n"):
        lines = text.splitlines()
        place = Place(file=file, line=len(lines))
        yield Problem("plan.cut_off", {"value": lines[-1].strip()}, place)


def _maxima_of(set_key: str) -> dict[str, Fraction | None] | None:
    return maxima_of(editions.load_edition(set_key).rows) if set_key in editions.list_editions() else None
