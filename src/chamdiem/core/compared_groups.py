"""What two editions and their groups are called and print: told for the set, for no points hang on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from chamdiem.core.counterparts import is_compared, match_rows
from chamdiem.core.differences import Difference, header_differences
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.labels import plain
from chamdiem.core.points import decimal_text

# So many rows of another order are named.
_MOST_NAMED = 12
# What is printed above and beside the rows: nothing hangs on it.
BESIDE_POINTS = frozenset(
    {"set_name", "issuer", "levels", "printed_total", "order", "group_name", "group_points", "group_code"}
)


def set_differences(old: IndicatorSet, new: IndicatorSet) -> tuple[Difference, ...]:
    """What changed for the set as a whole, and of its groups."""
    return (
        *_head_differences(old, new),
        *header_differences(old, new),
        *_group_differences(old, new),
        *_order_differences(old, new),
    )


def _head_differences(old: IndicatorSet, new: IndicatorSet) -> Iterator[Difference]:
    """Another name, issuer or printed total, other names of the levels."""
    for code, was, now in (
        ("set_name", old.name, new.name),
        ("issuer", old.issuer, new.issuer),
        ("levels", *(", ".join(side.levels.values()) for side in (old, new))),
        ("printed_total", *(_number(side.max_points) for side in (old, new))),
    ):
        if plain(was) != plain(now):
            yield Difference(code, was, now)


def _order_differences(old: IndicatorSet, new: IndicatorSet) -> Iterator[Difference]:
    """Rows that stand in another order below the same row; both orders name them as the new edition does."""
    matches: dict[str, Row | None] = {}
    for asked in (True, False):
        sides = ([row for row in side.rows if is_compared(row) is asked] for side in (old, new))
        matches.update(match_rows(*sides))
    place = {row.key: number for number, row in enumerate(old.rows)}
    became = {before.key: key for key, before in matches.items() if before}
    for parent, keys in ((None, new.tree.roots), *new.tree.children.items()):
        stood = {}
        for key in keys:
            before = matches[key]
            if before is not None and became.get(old.tree.parent[before.key] or "") == parent:
                stood[key] = place[before.key]
        now, was = [*stood], sorted(stood, key=lambda key: stood[key])
        if was != now:
            orders = (_named([new.tree.labels[key] for key in order]) for order in _moved(was, now))
            yield Difference("order", *orders)


def _moved(was: Sequence[str], now: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Two orders without what stands first, and last, in both."""
    first = next(place for place, pair in enumerate(zip(was, now, strict=True)) if pair[0] != pair[1])
    last = next(place for place in range(len(was), 0, -1) if was[place - 1] != now[place - 1])
    return was[first:last], now[first:last]


def _named(labels: Sequence[str]) -> str:
    return ", ".join([*labels[:_MOST_NAMED], *(["…"] if len(labels) > _MOST_NAMED else [])])


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
            yield Difference(
                "group_points", *(f"{row.label}: {_number(row.max_points)}" for row in (before, after))
            )
        if before.code != after.code:
            yield Difference("group_code", *(f"{row.label}: {row.code}" for row in (before, after)))


def _groups(indicator_set: IndicatorSet) -> list[Row]:
    return [
        row
        for row in indicator_set.rows
        if indicator_set.tree.below(row.key) and row.role != "information" and not is_compared(row)
    ]


def _number(points: Fraction | None) -> str:
    return "" if points is None else decimal_text(points)
