"""What the groups of two editions are called and print: told for the set, for no points hang on it."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.counterparts import is_compared, match_rows
from chamdiem.core.differences import Difference, header_differences, plain
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.points import decimal_text


def set_differences(old: IndicatorSet, new: IndicatorSet) -> tuple[Difference, ...]:
    """What changed for the set as a whole, and of its groups."""
    return (*header_differences(old, new), *_group_differences(old, new))


def _group_differences(old: IndicatorSet, new: IndicatorSet) -> Iterator[Difference]:
    """Other names of groups, and other printed maxima of those that cap nothing."""
    capped = {*old.tree.capped, *new.tree.capped}
    for key, before in match_rows(*map(_groups, (old, new))).items():
        after = new.row(key)
        if before is None:
            continue
        if plain(before.correct_name) != plain(after.correct_name):
            yield Difference("group_name", *(f"{row.label}: {row.correct_name}" for row in (before, after)))
        if before.max_points != after.max_points and capped.isdisjoint((before.key, key)):
            yield Difference("group_points", *(f"{row.label}: {_points(row)}" for row in (before, after)))


def _groups(indicator_set: IndicatorSet) -> list[Row]:
    return [
        row
        for row in indicator_set.rows
        if indicator_set.tree.below(row.key) and row.role != "information" and not is_compared(row)
    ]


def _points(row: Row) -> str:
    return "" if row.max_points is None else decimal_text(row.max_points)
