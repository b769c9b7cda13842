"""Grades, derived indices, tie-breaks and the period of a set in words: ``Tốt: từ 80%, nhóm 1 từ 50%``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from chamdiem.core.group_caps import ADDED_ROLES
from chamdiem.core.indicator_set import DerivedIndex, Grade, GradeGate, IndicatorSet
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.phrases import Language

_TEXTS: Mapping[str, tuple[str, str]] = {
    "from": ("{name}: từ {least}", "{name}: from {least}"),
    "own": ("{name} của {group}: từ {least}", "{name} of {group}: from {least}"),
    "gate_row": ("mục {row} từ {least}", "row {row} from {least}"),
    "gate_bonus": ("mục {row} từ {least} điểm cộng tối đa", "row {row} from {least} of its bonus points"),
    "gate_condition": ("đạt mục {row}", "row {row} met"),
    "gate_conditions": ("mục {row} đạt từ {least} số điều kiện", "row {row} from {least} of its conditions"),
    "gate_level": ("mọi {level} từ {least}", "every {level} from {least}"),
    "derived": ("{name} = bình quân của {terms}", "{name} = mean of {terms}"),
    "weighted": ("mục {row} (trọng số {weight})", "row {row} (weight {weight})"),
    "digits": (", {digits} chữ số thập phân", ", {digits} decimals"),
    "row": ("mục {row}", "row {row}"),
    "row_bonus": (
        "mục {row} (điểm cộng cao hơn xếp trên)",
        "row {row} (more bonus points stand above)",
    ),
    "row_deduction": (
        "mục {row} (bị trừ ít điểm hơn xếp trên)",
        "row {row} (fewer points taken off stand above)",
    ),
}


def changed_values(
    code: str, old: IndicatorSet, new: IndicatorSet, language: Language = "vi"
) -> tuple[str, str] | None:
    """What a set had and has, of grades and derived indices only those that changed; None for other codes.

    Args:
        code: The code of a difference between two sets.
        old: The one set.
        new: The other.
        language: Which language.
    """
    before, after = _Words(old, language), _Words(new, language)
    match code:
        case "grades":
            return (
                before.grades(each for each in old.grades if each not in new.grades),
                after.grades(each for each in new.grades if each not in old.grades),
            )
        case "derived":
            return (
                before.derived(each for each in old.derived if each not in new.derived),
                after.derived(each for each in new.derived if each not in old.derived),
            )
        case "reference_period":
            return before.period(), after.period()
        case "tie_break":
            return tie_line(old, language), tie_line(new, language)
        case _:
            return None


def grade_lines(indicator_set: IndicatorSet, language: Language = "vi") -> list[str]:
    """The grades of a set with their gates, one in a line, as the set lists them."""
    words = _Words(indicator_set, language)
    return [words.grades([each]) for each in indicator_set.grades]


def tie_line(indicator_set: IndicatorSet, language: Language = "vi") -> str:
    """The rows that part equals, in their order, with what stands above; nothing where there are none."""
    return ", ".join(tie_row_text(indicator_set, key, language=language) for key in indicator_set.tie_break)


def tie_row_text(indicator_set: IndicatorSet, key: str, name: str = "", language: Language = "vi") -> str:
    """One tie-break row: ``mục IV (điểm cộng cao hơn xếp trên)``; ``name`` stands behind its number."""
    measure, at = indicator_set.tree.measures[key], 0 if language == "vi" else 1
    code = f"row_{measure}" if measure in ADDED_ROLES else "row"
    return _TEXTS[code][at].format(row=f"{indicator_set.tree.labels[key]} {name}".rstrip())


class _Words:
    """The words of one set in one language."""

    def __init__(self, indicator_set: IndicatorSet, language: Language) -> None:
        self._set, self._language, self._style = indicator_set, language, STYLES[language]

    def grades(self, grades: Iterable[Grade]) -> str:
        return "; ".join(map(self._grade, grades))

    def derived(self, indices: Iterable[DerivedIndex]) -> str:
        return "; ".join(map(self._derived, indices))

    def period(self) -> str:
        period = self._set.reference_period
        return "" if period is None else f"{period.start:%d/%m/%Y}–{period.end:%d/%m/%Y}"

    def _grade(self, grade: Grade) -> str:
        least = self._style.percent(grade.at_least)
        code = "own" if grade.peer_group else "from"
        said = self._say(code, name=grade.name, group=grade.peer_group, least=least)
        return ", ".join((said, *map(self._gate, grade.gates)))

    def _gate(self, gate: GradeGate) -> str:
        least = self._style.percent(gate.at_least)
        if gate.row:
            return self._say(self._gate_code(gate.row), row=self._label(gate.row), least=least)
        level = self._set.levels.get(gate.level, gate.level)
        return self._say("gate_level", level=level[:1].lower() + level[1:], least=least)

    def _gate_code(self, key: str) -> str:
        match self._set.tree.measures[key]:
            case "bonus":
                return "gate_bonus"
            case "condition":
                return "gate_condition" if self._set.row(key).is_criterion else "gate_conditions"
            case _:
                return "gate_row"

    def _derived(self, index: DerivedIndex) -> str:
        terms = ", ".join(
            self._say("weighted", row=self._label(each.row), weight=self._style.exact(each.weight))
            for each in index.terms
        )
        digits = self._say("digits", digits=str(index.digits))
        return f"{self._say('derived', name=index.name, terms=terms)}{digits}"

    def _label(self, key: str) -> str:
        return self._set.tree.labels.get(key, key)

    def _say(self, code: str, **facts: str) -> str:
        return _TEXTS[code][0 if self._language == "vi" else 1].format(**facts)
