"""What bonuses and deductions make together: a group of them gives no more than its printed maximum.

"Nhóm điểm trừ, tối đa 5 điểm" takes off at most five points, whatever its rows add up to. Groups
inside each other are each kept within their own maximum, the inner ones first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from chamdiem.core.indicator_set import IndicatorSet, Tree

AddedRole = Literal["bonus", "deduction"]
ADDED_ROLES: tuple[AddedRole, ...] = ("bonus", "deduction")

_Points = TypeVar("_Points")
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class RoleSum:
    """One sum of bonuses or of deductions: of a group, or of everything (``row`` is empty).

    Attributes:
        parts: Criteria, and groups that are kept within a maximum of their own.
        most: The most it gives; None where nothing is printed.
    """

    row: str
    role: AddedRole
    parts: tuple[str, ...]
    most: Fraction | None = None


@dataclass(frozen=True, slots=True)
class CappedGroup:
    """A group of bonuses or deductions whose rows make more than its maximum, which is what counts."""

    row: str
    role: AddedRole
    points: Fraction
    most: Fraction


def list_role_sums(tree: Tree, role: AddedRole, tops: Iterable[str]) -> tuple[RoleSum, ...]:
    """The sums of one role below some rows: groups from the inside out, everything at the end."""
    found: list[RoleSum] = []
    parts = [part for top in tops for part in _parts(tree, top, role, found)]
    return (*found, RoleSum("", role, tuple(parts)))


def totals_of(
    sums: Iterable[RoleSum],
    points: Mapping[str, _Points],
    nothing: _Points,
    least: Callable[[_Points, Fraction], _Points],
) -> dict[str, tuple[_Points, _Points]]:
    """Group → what its parts make, and what of that counts; ``""`` for everything.

    Args:
        sums: As ``list_role_sums`` gives them.
        points: Criterion key → points: fractions, or quanta of many organisations.
        nothing: No points, of the same kind.
        least: The smaller of points and a maximum.
    """
    made: dict[str, tuple[_Points, _Points]] = {}
    for each in sums:
        total = nothing
        for part in each.parts:
            total = total + (made[part][1] if part in made else points[part])  # type: ignore[operator]  # numbers
        made[each.row] = total, total if each.most is None else least(total, each.most)
    return made


def added_points(
    indicator_set: IndicatorSet, role: AddedRole, points: Mapping[str, Fraction]
) -> tuple[Fraction, tuple[CappedGroup, ...]]:
    """All bonuses or all deductions of one organisation, and the groups that would make more than they may.

    Args:
        indicator_set: The edition.
        role: Which of both.
        points: Criterion key → rounded points, for every criterion of the role.
    """
    made = totals_of(indicator_set.tree.role_sums[role], points, _NOTHING, min)
    capped = tuple(
        CappedGroup(key, role, total, given) for key, (total, given) in made.items() if given < total
    )
    return made[""][1], capped


def capped_group(indicator_set: IndicatorSet, key: str, points: Mapping[str, Fraction]) -> CappedGroup | None:
    """The same of one group, where its rows make more than it may; what is left out counts for nothing."""
    role = indicator_set.tree.capped.get(key)
    if role is None:
        return None
    given = {each.key: points.get(each.key, _NOTHING) for each in indicator_set.tree.below(key)}
    total, counts = totals_of(list_role_sums(indicator_set.tree, role, [key]), given, _NOTHING, min)[key]
    return CappedGroup(key, role, total, counts) if counts < total else None


def capped_role(tree: Tree, key: str) -> AddedRole | None:
    """Which points a group keeps within its maximum: its own role, or the only role below it; else None."""
    row = tree.by_key[key]
    if row.is_criterion or row.max_points is None or row.shares_maximum_of:
        return None
    below = {each.role for each in tree.below(key) if each.is_criterion} - {"condition"}
    for role in ADDED_ROLES:
        if role in below and (row.role == role or below == {role}):
            return role
    return None


def _parts(tree: Tree, key: str, role: AddedRole, found: list[RoleSum]) -> list[str]:
    row = tree.by_key[key]
    own = [key] if row.is_criterion and row.role == role else []
    parts = [*own, *(part for child in tree.children[key] for part in _parts(tree, child, role, found))]
    if not parts or tree.capped.get(key) != role:
        return parts
    found.append(RoleSum(key, role, tuple(parts), row.max_points))
    return [key]
