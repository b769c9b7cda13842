"""Improvement plans: YAML in and out, and the plans that come with the product."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.plan_loading import dump_plan
from chamdiem.core.plan_loading import load_plan as build_plan
from chamdiem.core.plan_schema import FORMAT
from chamdiem.errors import InvalidPlan, NotFound
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
    return build_plan(read_marked(text, file, InvalidPlan), file, _criteria_of)


def write_plan(plan: Plan) -> str:
    """The canonical YAML text of a plan."""
    return dump_yaml(dump_plan(plan))


def _criteria_of(set_key: str) -> frozenset[str] | None:
    """The scored rows of an edition: criteria, and rows that share the points of one."""
    if set_key not in editions.list_editions():
        return None
    rows = editions.load_edition(set_key).rows
    return frozenset(row.key for row in rows if row.is_criterion or row.shares_maximum_of)
