"""What the words of a command line mean: which set, which row, which criterion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from shlex import quote

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.errors import NotFound, Problem, Refused
from chamdiem.library import list_editions, load_edition, read_set
from chamdiem.library.plans import is_plan, list_plans, load_plan, read_plan

_ENDINGS = (".yaml", ".yml")
# What people hold in the other hand: answers, results, documents.
_OTHER_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".json", ".docx", ".doc", ".pdf")


def find_set(name: str) -> IndicatorSet:
    """A set of the library by key, or a set file by path.

    Raises:
        NotFound: Neither.
        Refused: It is an improvement plan, which is checked but not scored, a file of another kind,
            or nothing that can be opened.
        InvalidIndicatorSet: The file does not load.
        InvalidPlan: A plan does not load.
    """
    path = Path(name)
    if path.suffix.lower() in _OTHER_ENDINGS:
        raise Refused("set.no_set_file", name=name)
    if find_plan(name) is not None:
        raise Refused("set.is_a_plan", name=name)
    if name in list_editions():
        return load_edition(name)
    if name and _is(path.is_dir):
        raise Refused("file.unreadable", path=name, why=IsADirectoryError.__name__)
    if _is(path.is_file):
        return read_set(path)
    if path.suffix in _ENDINGS:
        raise NotFound("file.not_found", path=name)
    return load_edition(name)


def find_plan(name: str) -> Plan | None:
    """An improvement plan of the library by key, or a plan file by path; None where it is none.

    Raises:
        InvalidPlan: The file is a plan that does not load.
    """
    if name in list_plans():
        return load_plan(name)
    path = Path(name)
    if not (path.suffix in _ENDINGS and _is(path.is_file)) or not is_plan(path):
        return None
    return read_plan(path)


def _is(question: Callable[[], bool]) -> bool:
    """Whether a path is a file, or a folder; a name that none can have is neither."""
    try:
        return question()
    except OSError:
        return False


def find_row(indicator_set: IndicatorSet, name: str, set_name: str) -> Row:
    """A row by key, else by printed code, else by printed number where only one has it.

    ``set_name`` is how the set was asked for, by key or by file: remedies name it so.

    Raises:
        NotFound: No such row, or several.
    """
    return _only(_rows_named(indicator_set, name, set_name), name)


def find_criterion(indicator_set: IndicatorSet, name: str, set_name: str) -> Row:
    """The criterion a name leads to.

    A row that shares the maximum of another leads to that one; a group leads to
    its only criterion.

    Raises:
        NotFound: No criterion, or several; names the candidates.
    """
    found: dict[str, Row] = {}
    named = _rows_named(indicator_set, name, set_name)
    for row in named:
        found |= {each.key: each for each in _criteria_of(indicator_set, row)}
    if not found:
        raise NotFound("criterion.none", key=name)
    if len(named) == 1 and len(found) > 1:
        raise NotFound("criterion.several", key=name, candidates=", ".join(found))
    return _only(found.values(), name)


def find_sharing_row(indicator_set: IndicatorSet, name: str, set_name: str) -> Row | None:
    """The row a name leads to, where it has no points but those of the criterion it shares."""
    found = _rows_named(indicator_set, name, set_name)
    return found[0] if len(found) == 1 and not found[0].is_criterion and found[0].shares_maximum_of else None


def named_as_asked(remarks: Iterable[Problem], set_name: str) -> tuple[Problem, ...]:
    """The remarks, those that send the reader to the set calling it as it was asked for.

    A file is not in the library: its key opens nothing.
    """
    return tuple(
        replace(each, facts={**each.facts, "set": quote(set_name)})
        if each.code == "scores.set_has_errors"
        else each
        for each in remarks
    )


def _rows_named(indicator_set: IndicatorSet, name: str, set_name: str) -> list[Row]:
    rows = indicator_set.rows
    if name in indicator_set.tree.by_key:
        return [indicator_set.row(name)]
    for field in ("code", "number"):
        found = [row for row in rows if getattr(row, field) == name]
        if found:
            return found
    names = [text for row in rows for text in (row.key, row.code, row.number) if text]
    like = ", ".join(dict.fromkeys(get_close_matches(name, names, n=4)))
    raise NotFound("row.unknown", key=name, set=indicator_set.key, like=like, shown=quote(set_name))


def _criteria_of(indicator_set: IndicatorSet, row: Row) -> list[Row]:
    if row.is_criterion:
        return [row]
    if row.shares_maximum_of:
        return [indicator_set.row(row.shares_maximum_of)]
    return [below for below in indicator_set.tree.below(row.key) if below.is_criterion]


def _only(rows: Iterable[Row], name: str) -> Row:
    candidates = list(rows)
    if len(candidates) > 1:
        raise NotFound("row.ambiguous", key=name, candidates=", ".join(row.key for row in candidates))
    return candidates[0]
