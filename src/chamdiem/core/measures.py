"""By what a row is measured where gates of grades, tie-breaks and derived indices go by it.

What is scored is measured by its index value, bonuses and deductions by their points, conditions by
the share of them that is met. Information measures nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from chamdiem.core.group_caps import ADDED_ROLES

if TYPE_CHECKING:
    from chamdiem.core.indicator_set import Tree

Measure = Literal["scored", "bonus", "deduction", "condition"]


def measure_of(tree: Tree, key: str) -> Measure | None:
    """What a row is measured by: the criteria on it and below, or their rows while there are no rules yet.

    None where nothing measures it: general information, a row that shares the maximum of another,
    a group of bonuses and deductions together.
    """
    rows = [tree.by_key[key], *tree.below(key)]
    if rows[0].shares_maximum_of:
        return None
    roles = {row.role for row in rows if row.is_criterion} or {row.role for row in rows}
    if "scored" in roles:
        return "scored"
    added = [role for role in ADDED_ROLES if role in roles]
    if added:
        return added[0] if len(added) == 1 else None
    return "condition" if "condition" in roles else None
