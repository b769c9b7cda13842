"""A rule made of a text is tried on generated values; what does not stand the trial is not kept."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import lru_cache
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.reading import RuleReading
from chamdiem.annex.rules.scaling import is_a_hundred_times_off
from chamdiem.core.award import Status
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.trials import list_trials
from chamdiem.errors import InvalidIndicatorSet
from chamdiem.library.reading import read_set_text
from chamdiem.library.writing import dump_yaml


def why_it_fails(reading: RuleReading, maximum: Fraction) -> str:
    """Why a rule cannot be right, in words; empty when nothing speaks against it."""
    if is_a_hundred_times_off(reading.rule):
        return "có thể gấp 100 lần tỷ lệ: phép nhân 100 không khớp với mức so sánh"
    return _tried(json.dumps(_row(reading, maximum), sort_keys=True))


def criterion_of(reading: RuleReading, maximum: Fraction) -> Criterion:
    """A row of its own with the rule of a reading, to score with.

    Raises:
        InvalidIndicatorSet: The rule does not load.
    """
    return _compiled(_row(reading, maximum))


def _row(reading: RuleReading, maximum: Fraction) -> dict[str, Any]:
    # Labels do not change points: rows with the same rule are tried once.
    inputs = {letter: {**given, "label": "–"} for letter, given in reading.inputs.items()}
    row = {"inputs": inputs, "not_applicable_when": reading.not_applicable_when, "rule": reading.rule}
    return {**row, "max_points": amount_text(maximum)}


@lru_cache(maxsize=512)
def _tried(row: str) -> str:
    """The verdict on a row given as JSON."""
    try:
        criterion = _compiled(json.loads(row))
    except InvalidIndicatorSet as error:
        return f"không nạp được: {error.problems[0].code}"
    maximum = criterion.maximum
    if any(isinstance(rule, ManualRule) for rule in walk(criterion.rule)):
        return ""
    trials = list_trials(criterion)
    points = [trial.outcome.points for trial in trials if trial.outcome.status is Status.SCORED]
    if not points:
        return "không số liệu nào cho điểm"
    if max(points) > maximum:
        return f"cho {amount_text(max(points))} điểm, quá điểm tối đa"
    if max(points) < maximum and not any(isinstance(rule, PeerRule) for rule in walk(criterion.rule)):
        return f"cao nhất {amount_text(max(points))} điểm, không tới điểm tối đa"
    if len(set(points)) < 2:
        return "số liệu nào cũng cho cùng một điểm"
    return "" if _is_monotone(criterion) else "mức cao hơn lại được ít điểm hơn"


def _compiled(row: dict[str, Any]) -> Criterion:
    row = {"key": "1", "level": "one", "name": "–", **row}
    data = {
        "format": "chamdiem/set/1",
        "set": {
            "key": "trial", "name": "–", "edition": "1", "source": {"document": "–"}, "levels": {"one": "–"},
        },
        "rows": [{key: value for key, value in row.items() if value not in ("", {}, [])}],
    }  # fmt: skip
    return compile_criteria(read_set_text(dump_yaml(data)))["1"]


def _is_monotone(criterion: Criterion) -> bool:
    """Whether the bands of every ladder give more and more, or less and less."""
    for rule in walk(criterion.rule):
        if isinstance(rule, TiersRule):
            points = [tier.reward.of(criterion.maximum) for tier in rule.tiers]
            points.append(rule.otherwise.of(criterion.maximum))
            if points not in (sorted(points), sorted(points, reverse=True)):
                return False
    return True
