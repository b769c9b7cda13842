"""One criterion with its shared figure, changed and compared with what it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chamdiem.core.comparison import ComparedCriterion, compare_sets
from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.indicator_set import Check, IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule

from .trees import criterion, tree

RATIO = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
PEER = PeerRule(value=parse_term("a"), method="share_of_max")
HOUSES = Row(
    key="I.6",
    level="main",
    name="Số hộ",
    role="information",
    inputs={"v": Input(label="Số hộ", unit="hộ")},
)
INPUTS = {"a": Input(label="Hộ có cáp quang", unit="hộ"), "b": Input(source="I.6")}
ROW = criterion(
    "1.1", rule=RATIO, inputs=INPUTS, number="1.1", checks=(Check(that=parse_condition("a <= b")),)
)


def edition(*rows: Row, **header: Any) -> IndicatorSet:
    return tree(HOUSES, *rows, **header)


def compared_row(**changes: Any) -> ComparedCriterion:
    (only,) = compare_sets(edition(ROW), edition(replace(ROW, **changes)))
    return only


def codes_of(compared: ComparedCriterion) -> list[str]:
    return [difference.code for difference in compared.differences]
