"""Printed maxima against the sums below them, at every level."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.group_caps import list_role_sums, totals_of
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.points import decimal_text

_NOTHING = Fraction(0)


def group_sums(document: Document) -> Iterator[Hit]:
    """The printed maximum of a group differs from the sum of the rows directly below it."""
    for row in document.rows:
        parts = _scored_children(row, document)
        if row.max_points is None or not parts:
            continue
        total = _sum(parts, document)
        if total != row.max_points:
            yield _difference(row, row.max_points, total, [_amount(part, document) for part in parts])


def criteria_sums(document: Document) -> Iterator[Hit]:
    """The maximum fits the rows directly below, but not what the criteria can earn together."""
    for row in document.rows:
        parts = _scored_children(row, document)
        if row.max_points is None or not parts or _sum(parts, document) != row.max_points:
            continue
        total = _leaf_total(row, document)
        if total != row.max_points:
            yield _difference(row, row.max_points, total, [])
    printed, tops = document.set.max_points, _tops(document)
    total = sum((_leaf_total(row, document) for row in tops), _NOTHING)
    if printed is not None and _sum(tops, document) == printed != total:
        yield _difference(None, printed, total, [])


def set_sum(document: Document) -> Iterator[Hit]:
    """The printed grand total differs from the sum of the topmost rows."""
    printed, tops = document.set.max_points, _tops(document)
    total = _sum(tops, document)
    if printed is not None and total != printed != total + _bonuses(document):
        yield _difference(None, printed, total, [_amount(row, document) for row in tops])


def sum_with_bonuses(document: Document) -> Iterator[Hit]:
    """The printed grand total is that of the topmost rows and the bonuses together."""
    printed, bonuses = document.set.max_points, _bonuses(document)
    total = _sum(_tops(document), document)
    if bonuses and printed == total + bonuses:
        facts: Facts = {"printed": printed, "computed": total, "bonus": bonuses}
        yield Hit(printed=decimal_text(printed), computed=decimal_text(total), facts=facts)


def _bonuses(document: Document) -> Fraction:
    """The printed maxima of the topmost rows of bonuses."""
    total = _NOTHING
    for row in document.rows:
        above = document.parent(row)
        if row.role == "bonus" and (above is None or above.role != "bonus"):
            total += row.max_points or _NOTHING
    return total


def set_without_maximum(document: Document) -> Iterator[Hit]:
    """No grand total is printed, so the sum cannot be checked against the document."""
    total = sum((_leaf_total(row, document) for row in _tops(document)), _NOTHING)
    if document.set.max_points is None and total:
        yield Hit(computed=decimal_text(total), facts={"computed": total})


def maximum_above_parent(document: Document) -> Iterator[Hit]:
    """A row may earn more than the group it stands in."""
    for row in document.rows:
        above = document.parent(row)
        if above is None or above.max_points is None or row.max_points is None:
            continue
        if row.role == "scored" and row.max_points > above.max_points:
            yield Hit(
                row=row,
                printed=decimal_text(row.max_points),
                computed=decimal_text(above.max_points),
                facts={"printed": row.max_points, "most": above.max_points, "above": document.label(above)},
            )


def group_without_maximum(document: Document) -> Iterator[Hit]:
    """A group has no printed maximum although others of its level have one."""
    groups = [row for row in document.rows if row.role == "scored" and _scored_children(row, document)]
    with_maximum = {row.level for row in groups if row.max_points is not None}
    for row in groups:
        if row.max_points is None and row.level in with_maximum:
            total = _leaf_total(row, document)
            yield Hit(row=row, computed=decimal_text(total), facts={"computed": total})


def criterion_without_maximum(document: Document) -> Iterator[Hit]:
    """A scored row with nothing below it has no maximum and shares none."""
    for row in document.rows:
        is_leaf = row.role == "scored" and not document.tree.children[row.key]
        if is_leaf and row.max_points is None and not row.shares_maximum_of:
            yield Hit(row=row)


def maximum_of_zero(document: Document) -> Iterator[Hit]:
    """A scored row can earn nothing: its maximum is zero."""
    for row in document.rows:
        if row.role == "scored" and row.max_points == 0:
            yield Hit(row=row, printed="0")


def capped_groups(document: Document) -> Iterator[Hit]:
    """The rows of a group of bonuses or deductions make more than its maximum, which is what counts."""
    for key, role in document.tree.capped.items():
        sums = list_role_sums(document.tree, role, document.tree.children[key])
        maxima = {each.key: each.max_points or _NOTHING for each in document.tree.below(key)}
        made = totals_of(sums, maxima, _NOTHING, min)
        parts = [made[part][1] if part in made else maxima[part] for part in sums[-1].parts]
        row = document.tree.by_key[key]
        if made[""][0] > (row.max_points or _NOTHING):
            yield _of_group(row, parts)


def unreached_groups(document: Document) -> Iterator[Hit]:
    """The rows of a group of bonuses or deductions print less than its maximum."""
    for key, role in document.tree.capped.items():
        row = document.tree.by_key[key]
        below = list_role_sums(document.tree, role, document.tree.children[key])[-1].parts
        parts = [maximum for each in below if (maximum := document.tree.by_key[each].max_points) is not None]
        # A row without a maximum may make any number of points.
        if len(parts) == len(below) and sum(parts) < (row.max_points or _NOTHING):
            yield _of_group(row, parts)


def _of_group(row: Row, parts: list[Fraction]) -> Hit:
    printed, total = row.max_points or _NOTHING, sum(parts, _NOTHING)
    terms = " + ".join(map(decimal_text, parts)) if len(parts) > 1 else ""
    facts: Facts = {"printed": printed, "computed": total, "terms": terms}
    return Hit(row=row, printed=decimal_text(printed), computed=decimal_text(total), facts=facts)


def shared_maximum(document: Document) -> Iterator[Hit]:
    """A row shares the maximum of another one: the two are awarded once, together."""
    for row in document.rows:
        if row.shares_maximum_of:
            other = document.tree.by_key[row.shares_maximum_of]
            facts: Facts = {"other": document.label(other), "maximum": other.max_points or _NOTHING}
            yield Hit(row=row, printed="", computed=decimal_text(other.max_points or _NOTHING), facts=facts)


def bonus_without_cap(document: Document) -> Iterator[Hit]:
    """Bonus points are given, but the set does not say how far they may exceed the maximum."""
    bonuses = [row for row in document.set.criteria if row.role == "bonus"]
    if bonuses and document.set.bonus_cap is None:
        total = sum((row.max_points or _NOTHING for row in bonuses), _NOTHING)
        rows = document.labels(bonuses)
        yield Hit(computed=decimal_text(total), facts={"computed": total, "rows": rows})


def bonus_above_cap(document: Document) -> Iterator[Hit]:
    """The bonuses print more than the set lets them exceed the maximum by."""
    cap, printed = document.set.bonus_cap, _bonuses(document)
    # A cap of zero says that nothing exceeds the maximum.
    if cap and printed > cap:
        facts: Facts = {"printed": printed, "cap": cap}
        yield Hit(printed=decimal_text(printed), computed=decimal_text(cap), facts=facts)


def _difference(row: Row | None, printed: Fraction, total: Fraction, amounts: list[Fraction]) -> Hit:
    facts: Facts = {
        "printed": printed,
        "computed": total,
        "difference": abs(printed - total),
        "terms": " + ".join(decimal_text(amount) for amount in amounts if amount),
    }
    return Hit(row=row, printed=decimal_text(printed), computed=decimal_text(total), facts=facts)


def _tops(document: Document) -> list[Row]:
    rows = [document.tree.by_key[key] for key in document.tree.roots]
    return [row for row in rows if row.role == "scored"]


def _scored_children(row: Row, document: Document) -> list[Row]:
    return [child for child in document.children(row) if child.role == "scored"]


def _sum(rows: list[Row], document: Document) -> Fraction:
    return sum((_amount(row, document) for row in rows), _NOTHING)


def _amount(row: Row, document: Document) -> Fraction:
    """The printed maximum of a row, or what stands below it where none is printed."""
    if row.max_points is not None:
        return row.max_points
    return _sum(_scored_children(row, document), document)


def _leaf_total(row: Row, document: Document) -> Fraction:
    """What the rows without rows below them can earn together."""
    parts = _scored_children(row, document)
    if not parts:
        return row.max_points or _NOTHING
    return sum((_leaf_total(part, document) for part in parts), _NOTHING)


CHECKS = (
    Check("sum.set", "error", "set", set_sum),
    Check("sum.with_bonus", "warning", "set", sum_with_bonuses),
    Check("sum.group", "error", "group", group_sums),
    Check("sum.criteria", "error", "group", criteria_sums),
    Check("maximum.above_parent", "error", "row", maximum_above_parent),
    Check("maximum.missing", "error", "criterion", criterion_without_maximum),
    Check("maximum.missing_group", "warning", "group", group_without_maximum),
    Check("maximum.missing_set", "info", "set", set_without_maximum),
    Check("maximum.zero", "warning", "criterion", maximum_of_zero),
    Check("maximum.shared", "info", "row", shared_maximum),
    Check("maximum.capped", "warning", "group", capped_groups),
    Check("maximum.unreached", "warning", "group", unreached_groups),
    Check("bonus.no_cap", "error", "set", bonus_without_cap),
    Check("bonus.above_cap", "warning", "set", bonus_above_cap),
)
