"""The tree: groups without rows, criteria without a rule, levels left out or never used."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit

# Lists of their own, with as many levels as they need.
_ASIDE = frozenset(("information", "bonus", "deduction", "condition"))


def empty_groups(document: Document) -> Iterator[Hit]:
    """A group has no rows and no rule: nothing in it can be scored."""
    lowest = _lowest(document)
    for row in _open_leaves(document):
        if row.level != lowest:
            yield Hit(row=row, facts={"name": row.correct_name, "level": document.set.levels[row.level]})


def criteria_without_rule(document: Document) -> Iterator[Hit]:
    """A criterion has no rule: nobody can say how its points are awarded."""
    lowest = _lowest(document)
    for row in _open_leaves(document):
        if row.level == lowest:
            yield Hit(row=row, facts={"name": row.correct_name})


def scored_directly(document: Document) -> Iterator[Hit]:
    """A row of a higher level is scored itself while others of its level have criteria below."""
    lowest = _lowest(document)
    parents = [row for row in document.rows if document.tree.children[row.key]]
    with_rows = {row.level for row in parents if row.role != "information"}
    for row in document.set.criteria:
        if row.level != lowest and row.level in with_rows and row.role == "scored":
            facts = {"level": document.set.levels[row.level], "lowest": document.set.levels[lowest]}
            yield Hit(row=row, facts=facts)


def skipped_levels(document: Document) -> Iterator[Hit]:
    """A row stands two levels below the row above it although its siblings' parents do not."""
    depths = {level: depth for depth, level in enumerate(document.set.levels)}
    for row in document.rows:
        above = document.parent(row)
        top = -1 if above is None else depths[above.level]
        if (
            depths[row.level] - top > 1
            and row.role not in _ASIDE
            and _others_have(row, top + 1, document, depths)
        ):
            skipped = list(document.set.levels.values())[top + 1]
            yield Hit(row=row, facts={"level": document.set.levels[row.level], "skipped": skipped})


def unused_levels(document: Document) -> Iterator[Hit]:
    """A level is declared, but no row stands on it."""
    used = {row.level for row in document.rows}
    for level, name in document.set.levels.items():
        if level not in used:
            yield Hit(detail=level, facts={"level": name})


def scored_groups(document: Document) -> Iterator[Hit]:
    """A row has a rule of its own and scored rows below it: its points would count twice."""
    for row in document.set.criteria:
        below = [child for child in document.children(row) if child.role == "scored" and child.is_criterion]
        if below:
            yield Hit(row=row, facts={"rows": document.labels(below)})


def _lowest(document: Document) -> str:
    return list(document.set.levels)[-1]


def _open_leaves(document: Document) -> Iterator[Row]:
    """Scored rows with nothing below, no rule, and no other row to share one with."""
    for row in document.rows:
        if row.role == "information" or document.tree.children[row.key]:
            continue
        if row.rule is None and not row.shares_maximum_of:
            yield row


def _others_have(row: Row, depth: int, document: Document, depths: dict[str, int]) -> bool:
    """Whether another row of the same level stands properly under a row of the level left out."""
    for other in document.rows:
        above = document.parent(other)
        if other.level == row.level and above is not None and depths[above.level] == depth:
            return True
    return False


CHECKS = (
    Check("group.without_rows", "error", "group", empty_groups),
    Check("criterion.without_rule", "error", "criterion", criteria_without_rule),
    Check("criterion.with_rows", "error", "criterion", scored_groups),
    Check("level.scored_directly", "info", "row", scored_directly),
    Check("level.skipped", "warning", "row", skipped_levels),
    Check("level.unused", "info", "set", unused_levels),
)
