"""Printed numbers → tree: levels and parents, with restarting, missing and repeated numbers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from chamdiem.annex.added_rows import is_added_on_top, is_called_added
from chamdiem.annex.nesting import OpenRow, close_lists
from chamdiem.annex.numbering import Number, read_number
from chamdiem.annex.rows import AnnexRow


@dataclass(slots=True)
class _Tree:
    """One pass over the rows of one table, outermost open row first."""

    rows: Sequence[AnnexRow]
    offset: int
    base: int | None
    is_nested: bool = False
    stack: list[OpenRow] = field(default_factory=list)
    by_value: dict[tuple[int, ...], int] = field(default_factory=dict)

    def add(self, place: int) -> None:
        """Find the parent of one row."""
        row = self.rows[place]
        number = read_number(row.number) if row.number else None
        style = number.style if number else _style_without(row)
        if row.group_depth:
            style = f"group {row.group_depth}"
            self._close_groups(row.group_depth)
        elif number is not None and self._begins_on_top(place, number):
            self._close_counted()
        elif self.is_nested and row.depth and close_lists(self.stack, row.depth, style):
            pass
        elif is_added_on_top(self.rows, place, [each.place for each in self.stack], self.offset):
            style = "added"
            self.stack.clear()
            row.warn("number.missing_on_top")
        elif number is not None and self._begins_inside(place, number):
            style = "roman inside"
        elif (
            number is not None
            and number.style.startswith(("dotted", "mixed", "coded"))
            and self._under_prefix(number)
        ):
            pass
        elif (
            number is None and self.stack and row.max_points is not None and self._has_lost_its_number(place)
        ):
            self.stack.pop()
            row.warn("number.missing")
        elif any(each.style == style for each in self.stack):
            while self.stack[-1].style != style:
                self.stack.pop()
            self.stack.pop()
        elif (
            number is not None and number.style == "arabic" and (twin := self._roman_twin(number)) is not None
        ):
            # "I" printed for "1": its children are 1.1, 1.2, and the next sibling is 2.
            del self.stack[twin:]
        elif (
            number is None
            and self.stack
            and self.stack[-1].number is None
            and not style.startswith("heading")
            and not self.stack[-1].style.startswith(("heading ", "group "))
            and not (self.stack[-1].style == "added" and not self.rows[self.stack[-1].place].method)
        ):
            self.stack.pop()
        row.parent = self.offset + self.stack[-1].place if self.stack else self.base
        self.stack.append(OpenRow(place, number, style, row.depth))

    def _close_groups(self, depth: int) -> None:
        """Close everything but the groups of the columns further left."""
        outer = {f"group {each}" for each in range(1, depth)}
        self.stack = list(itertools.takewhile(lambda each: each.style in outer, self.stack))

    def _begins_on_top(self, place: int, number: Number) -> bool:
        """Whether a number goes on with groups counted otherwise: "II. Điểm thưởng" behind 2.1.

        Nothing that has a calculation of its own has groups below it, and no group is counted from II.
        """
        if not number.style.startswith(("roman", "named")) or not self.stack:
            return False
        kind = "roman" if number.style.startswith("roman") else number.style
        counted = [each for each in self.stack if not _is_above_counted(each)]
        is_open = any(each.style.startswith(kind) for each in self.stack)
        if not counted or is_open:
            return False
        # Behind criteria without a group the group above them may be what is lacking.
        if len(counted) < 2 and not (is_called_added(self.rows[place]) or self._begins_a_table(place)):
            return False
        is_behind = not self.rows[place].method and bool(self.rows[self.stack[-1].place].method)
        return number.value > 1 or is_behind

    def _begins_a_table(self, place: int) -> bool:
        """Whether a row is the first of another table below the same header; pages part tables, too."""
        before, own = self.rows[place - 1].spot, self.rows[place].spot
        return not own.page and (before.sheet, before.table) != (own.sheet, own.table)

    def _close_counted(self) -> None:
        """Close all rows that are counted in Arabic numbers; groups above them stay open."""
        self.stack = list(itertools.takewhile(_is_above_counted, self.stack))

    def _begins_inside(self, place: int, number: Number) -> bool:
        """Whether a Roman number restarts right below a Roman heading without points."""
        top = self.stack[-1] if self.stack else None
        return (
            number.style == "roman"
            and top is not None
            and top.style == "roman"
            and top.place == place - 1
            and top.number is not None
            and number.value <= top.number.value
            and self.rows[top.place].max_points is None
        )

    def _has_lost_its_number(self, place: int) -> bool:
        """Whether a row without number stands beside the row above it, and not below it."""
        top = self.stack[-1]
        if top.number is None:
            return False
        following = next((n for row in self.rows[place + 1 :] if (n := read_number(row.number))), None)
        if (
            following is not None
            and following.style == top.style
            and following.parts[:-1] == top.number.parts[:-1]
        ):
            return following.value == top.number.value + 2
        return bool(self.rows[top.place].method)

    def _under_prefix(self, number: Number) -> bool:
        """Go back to the row whose number is the beginning of this one."""
        for depth in range(len(self.stack) - 1, -1, -1):
            open_ = self.stack[depth].number
            # "A.II" is no part of "a)".
            is_other = open_ is not None and open_.style not in ("lower", number.style)
            if open_ is not None and is_other and open_.parts == number.parts[:-1]:
                is_roman_above = open_.style in ("roman", "upper") and any(
                    each.number is not None and each.number.style == "arabic"
                    for each in self.stack[depth + 1 :]
                )
                if not is_roman_above:
                    del self.stack[depth + 1 :]
                    return True
        return False

    def _roman_twin(self, number: Number) -> int | None:
        for depth, each in enumerate(self.stack):
            if (
                not each.style.startswith("roman")
                or each.number is None
                or each.number.value != number.value - 1
            ):
                continue
            after = self.stack[depth + 1] if depth + 1 < len(self.stack) else None
            below = after.number if after is not None else None
            is_dotted = below is not None and below.style == "dotted2"
            if is_dotted and below is not None and below.parts[0] == each.number.value:
                return depth
        return None


def build_tree(rows: list[AnnexRow], base: int | None, offset: int) -> None:
    """Parents of the rows of one table.

    Args:
        rows: The rows of the table.
        base: The row above all of them, if there is one.
        offset: The place of the first of them among all rows.
    """
    _restart_roman(rows)
    tree = _Tree(rows, offset, base, is_nested=len({row.depth for row in rows if row.depth}) > 1)
    for place in range(len(rows)):
        tree.add(place)


def set_levels(rows: list[AnnexRow]) -> None:
    """Levels from parents, 0 at the top; groups are the rows with rows below them."""
    for row in rows:
        row.level = 0 if row.parent is None else rows[row.parent].level + 1
        if row.parent is not None:
            rows[row.parent].is_group = True


def _is_above_counted(open_: OpenRow) -> bool:
    return open_.number is None or open_.style.startswith(("upper", "named"))


def _style_without(row: AnnexRow) -> str:
    """The style of a row without number: a heading in capitals, an item, or one more row of its kind."""
    if row.name.startswith(("-", "+")):
        return "item"
    if row.heading:
        return f"heading {row.heading}"
    return "heading" if row.name.isupper() and len(row.name) > 3 else "bare"


def _restart_roman(rows: list[AnnexRow]) -> None:
    """A Roman number that is lower than the one before it begins a level of its own below it."""
    for before, row in itertools.pairwise(rows):
        one, other = read_number(before.number), read_number(row.number)
        if one and other and one.style == other.style == "roman" and other.value <= one.value:
            row.warn("number.restarts", number=row.number)
