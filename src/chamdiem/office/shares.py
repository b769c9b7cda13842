"""Figures in percent: 0.95 may have been meant as 95."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median

from chamdiem.core.inputs import NUMBER_TYPES, PERCENT, Input
from chamdiem.core.points import decimal_text
from chamdiem.errors import NumberText, Place, Problem
from chamdiem.office.grid import Cell

# Whose figures stand at tens of percent would hardly have one percent or less.
_TENS = 10


@dataclass(frozen=True, slots=True)
class _Share:
    """One figure in percent, and whether it was written with the sign."""

    percent: Fraction
    cell: Cell
    place: Place
    is_explicit: bool


@dataclass(slots=True)
class Shares:
    """Every figure in percent of a file, by its key."""

    _inputs: dict[str, Input] = field(default_factory=dict)
    _shares: dict[str, list[_Share]] = field(default_factory=dict)

    def add(self, key: str, given: Input, value: int, cell: Cell, place: Place) -> None:
        """Take note of a figure that has been read; those of other units are passed over."""
        if given.unit == PERCENT and given.type in NUMBER_TYPES:
            self._inputs[key] = given
            share = _Share(Fraction(value, given.scale), cell, place, cell.text.endswith(PERCENT))
            self._shares.setdefault(key, []).append(share)

    def warnings(self) -> Iterator[Problem]:
        """Figures that are probably a hundred times too small."""
        for key, shares in self._shares.items():
            given = self._inputs[key]
            above = [share.percent for share in shares if share.percent > 1]
            for share in shares:
                if not share.is_explicit and _is_doubtful(share.percent, above, given.maximum):
                    facts = {
                        "label": given.label or key,
                        "value": NumberText(share.cell.text),
                        "read": decimal_text(share.percent),
                        "meant": decimal_text(share.percent * 100),
                    }
                    yield Problem("answer.doubtful_share", facts, share.place)


def _is_doubtful(percent: Fraction, above: list[Fraction], most: Fraction | None) -> bool:
    """Whether a figure may be a share of one; ``above`` are the figures above 1 of all organisations."""
    if not 0 < percent <= 1 or (most is not None and percent * 100 > most):
        return False
    return median(above) >= _TENS if above else percent < 1
