"""Why a better grade was not given though the index value is enough: ``Tốt: nhóm B 0,57 < 0,6``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from chamdiem.core.grading import HeldBack, UnmetGate
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.numbers import STYLES, pair
from chamdiem.core.sentences.phrases import Language

_TEXTS: Mapping[str, tuple[str, str]] = {
    "held_back": (
        "{organisation} đủ chỉ số nhưng không được xếp loại {grades}.",
        "{organisation} has the index value but not the grade {grades}.",
    ),
    "grade": ("{grade}: {gates}", "{grade}: {gates}"),
    "short": ("{row} {value} < {least}", "{row} {value} < {least}"),
    "unmet": ("{row} không đạt", "{row} not met"),
    "few_met": (
        "{row} đạt {value} số điều kiện < {least}",
        "{row} {value} of the conditions met < {least}",
    ),
}


def grade_note(
    held_back: Iterable[HeldBack], organisation: str, indicator_set: IndicatorSet, language: Language = "vi"
) -> str:
    """One sentence that names every grade kept away and the rows that keep it; nothing where none is."""
    grades = "; ".join(held_back_text(each, indicator_set, language) for each in held_back)
    return _say("held_back", language, organisation=organisation, grades=grades) if grades else ""


def held_back_text(held_back: HeldBack, indicator_set: IndicatorSet, language: Language = "vi") -> str:
    """One grade kept away: ``Tốt: nhóm B 0,57 < 0,6``."""
    gates = ", ".join(_gate(each, indicator_set, language) for each in held_back.gates)
    return _say("grade", language, grade=held_back.grade, gates=gates)


def _gate(gate: UnmetGate, indicator_set: IndicatorSet, language: Language) -> str:
    row, style = indicator_set.row(gate.row), STYLES[language]
    name = row.correct_name
    if row.number or row.code:
        level = indicator_set.levels[row.level]
        name = f"{level[:1].lower()}{level[1:]} {indicator_set.tree.labels[row.key]}"
    if indicator_set.tree.measures[row.key] == "condition":
        if row.is_criterion:
            return _say("unmet", language, row=name)
        value, least = style.percent(gate.index_value), style.percent(gate.at_least)
        return _say("few_met", language, row=name, value=value, least=least)
    # As many digits as it takes to stand below the threshold.
    value, _ = style.show(*pair(gate.index_value), indicator_set.index_digits, (pair(gate.at_least),))
    return _say("short", language, row=name, value=value, least=style.exact(gate.at_least))


def _say(code: str, language: Language, **facts: str) -> str:
    return _TEXTS[code][0 if language == "vi" else 1].format(**facts)
