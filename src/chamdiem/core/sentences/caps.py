"""What a group of bonuses or deductions takes off its rows: ``Nhóm IV: trừ 7 điểm, tối đa 5 → trừ 5``."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.core.group_caps import CappedGroup
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.phrases import Language

_TEXTS: Mapping[str, tuple[str, str]] = {
    "bonus": (
        "{group}: cộng {points} điểm, tối đa {most} → cộng {most}",
        "{group}: {points} points to add, at most {most} → {most} added",
    ),
    "deduction": (
        "{group}: trừ {points} điểm, tối đa {most} → trừ {most}",
        "{group}: {points} points to take off, at most {most} → {most} taken off",
    ),
}


def capped_text(group: CappedGroup, indicator_set: IndicatorSet, language: Language = "vi") -> str:
    """That a group makes more than its maximum, and what counts."""
    row, show = indicator_set.row(group.row), STYLES[language].exact
    name = f"{indicator_set.levels[row.level]} {row.label}" if row.number or row.code else row.correct_name
    text = _TEXTS[group.role][0 if language == "vi" else 1]
    return text.format(group=name, points=show(group.points), most=show(group.most))
