"""Which row of an older edition each row of a newer one was, and what is asked on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from chamdiem.core.equal_points import give_same_points
from chamdiem.core.figures import Figure, letters_of, list_figures
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.labels import plain
from chamdiem.core.rules.rule import Scope

# What a condition without points is tested for.
_UNPRINTED = Fraction(1)


def is_compared(row: Row) -> bool:
    """Whether a row earns points, by itself or with another."""
    return row.is_criterion or bool(row.shares_maximum_of)


def match_rows(old: Sequence[Row], new: Sequence[Row]) -> dict[str, Row | None]:
    """Key of each new row → the old row it was: by key where the name is alike, else by name, else by key."""
    by_key = {row.key: row for row in old}
    by_name: dict[str, list[Row]] = {}
    for row in old:
        by_name.setdefault(plain(row.correct_name), []).append(row)
    matches: dict[str, Row | None] = {}
    free = dict(by_key)
    for row in new:
        same_key = by_key.get(row.key)
        is_alike = same_key is not None and plain(same_key.correct_name) == plain(row.correct_name)
        named = by_name.get(plain(row.correct_name), [])
        found = same_key if is_alike else named[0] if len(named) == 1 else None
        matches[row.key] = free.pop(found.key, None) if found else None
    for row in new:
        if matches[row.key] is None:
            matches[row.key] = free.pop(row.key, None)
    return matches


class Sides:
    """Both sets, their figures, and which row of the new one each row of the old one became."""

    def __init__(self, old: IndicatorSet, new: IndicatorSet, matches: Mapping[str, Row | None]) -> None:
        self.old, self.new = old, new
        self.old_figures, self.new_figures = list_figures(old), list_figures(new)
        asked = [[row for row in side.rows if not is_compared(row)] for side in (old, new)]
        became = {**matches, **match_rows(*asked)}
        self.became = {before.key: key for key, before in became.items() if before}

    def inputs(self, old: Row, new: Row) -> tuple[Mapping[str, Input], Mapping[str, Input]]:
        """What each letter of both rows is."""
        return (
            letters_of(old, self.old, self.old_figures).inputs,
            letters_of(new, self.new, self.new_figures).inputs,
        )

    def is_same_figure(self, old: Input, new: Input) -> bool:
        """Whether both are own figures, or shared from rows that are each other's counterpart."""
        if not old.source or not new.source:
            return old.source == new.source
        before, after = self.old_figures[old.source], self.new_figures[new.source]
        return self._renamed(before) == (after.row, after.letter)

    def names_of(self, old: Input, new: Input) -> tuple[str, str]:
        """What the rows are called that both figures are shared from; nothing where they are own."""
        if not old.source or not new.source:
            return "", ""
        before, after = self.old_figures[old.source].row, self.new_figures[new.source].row
        return self.old.row(before).correct_name, self.new.row(after).correct_name

    def gives_same(self, old: Row, new: Row) -> bool:
        """Whether both rules provably give the same points: ``b + a`` and ``a + b``.

        They are compared at the maxima in force, for absolute rewards are cut off there; that
        the maximum itself changed is told by itself.
        """
        before, after = (Scope(inputs) for inputs in self.inputs(old, new))
        if not _ask_the_same(before.inputs, after.inputs) or old.rule is None or new.rule is None:
            return False
        maxima = {_UNPRINTED if row.max_points is None else row.max_points for row in (old, new)}
        return give_same_points((old.rule, before), (new.rule, after), maxima)

    def is_same_parent(self, old: Row | None, new: Row | None) -> bool:
        """Whether two rows stand under rows that are alike by key or by name."""
        if old is None or new is None:
            return old is new
        return old.key == new.key or plain(old.correct_name) == plain(new.correct_name)

    def _renamed(self, figure: Figure) -> tuple[str, str]:
        return self.became.get(figure.row, ""), figure.letter


def _ask_the_same(old: Mapping[str, Input], new: Mapping[str, Input]) -> bool:
    """Whether both ask for the same figures in the same order; a letter renamed is known by its label."""
    return len(old) == len(new) and all(
        one.options == other.options
        and (
            letter == renamed
            or (one.type == other.type and bool(one.label) and plain(one.label) == plain(other.label))
        )
        for (letter, one), (renamed, other) in zip(old.items(), new.items(), strict=True)
    )
