"""Ladders as people write them: points behind, in front, in brackets, in one line or several."""

# One text stands on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

FILES = "inputs: {a: {label: Số hồ sơ trực tuyến, unit: hồ sơ}, b: {label: Tổng số hồ sơ, unit: hồ sơ, min: 1}}\nchecks: [a <= b]"
LADDER = "{kind: tiers, value: a / b, tiers: [{at_least: 100%%, points: 10}, {at_least: 90%%, points: %s}]}"

TEXTS = [
    "100% hồ sơ trực tuyến: 10 điểm, từ 90% đến dưới 100%: 8 điểm, dưới 90%: 0 điểm",
    "100%: 10 điểm, từ 90% đến dưới 100%: 8, còn lại: 0",
    "100% : 10đ, từ 90% đến <100%: 8đ, <90%: 0đ",
    "100% – 10 điểm, từ 90% đến dưới 100% – 8 điểm, dưới 90% – 0 điểm",
    "10 điểm nếu đạt 100%, 8 điểm nếu đạt từ 90% đến dưới 100%, 0 điểm nếu dưới 90%",
    "10 điểm khi đạt 100%; 8 điểm khi đạt từ 90% đến dưới 100%; còn lại 0 điểm",
    "10 điểm: đạt 100%\n8 điểm: từ 90% đến dưới 100%\n0 điểm: dưới 90%",
    "10đ (100%), 8đ (từ 90% đến dưới 100%), 0đ (dưới 90%)",
    "Được 10 điểm nếu tỷ lệ đạt 100%; được 8 điểm nếu tỷ lệ từ 90% đến dưới 100%; còn lại không được điểm",
    "Chấm 10 điểm đối với đơn vị đạt 100%; 8 điểm đối với đơn vị đạt từ 90% đến dưới 100%; 0 điểm đối với đơn vị còn lại",
    "Tỷ lệ hồ sơ trực tuyến: 100% được 10 điểm; 90% đến dưới 100% được 8 điểm; còn lại 0 điểm",
    "100% hồ sơ trực tuyến được 10 điểm, 90% trở lên được 8 điểm, dưới 90% được 0 điểm",
    "100% hồ sơ trực tuyến: 10 điểm, ≥ 90%: 8 điểm, < 90%: 0 điểm",
    "100% hồ sơ (10 điểm), 90–99,99% hồ sơ (8 điểm), dưới 90% (0 điểm)",
    "100%=10 điểm, 90%-<100%=8 điểm, <90%=0 điểm",
    "Từ 90% đến dưới 100%: 8 điểm, 100%: 10 điểm, dưới 90%: 0 điểm",
]
# Where the other points of one band are told with the band.
FRONT = [
    ("10 điểm khi đạt 100%; 8 điểm khi đạt từ 90% đến dưới 100%; còn lại 0 điểm", "8 điểm khi đạt từ 90% đến dưới 100%"),
    ("10 điểm: đạt 100%\n8 điểm: từ 90% đến dưới 100%\n0 điểm: dưới 90%", "8 điểm: từ 90% đến dưới 100%"),
    ("10 điểm nếu đạt 100%, 8 điểm nếu đạt từ 90% đến dưới 100%, 0 điểm nếu dưới 90%", "8 điểm nếu đạt từ 90% đến dưới 100%"),
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_right_ladder_is_left_alone(text: str) -> None:
    assert not _found(text, LADDER % "8")


@pytest.mark.parametrize("text", TEXTS)
def test_other_points_are_told(text: str) -> None:
    assert _found(text, LADDER % "5")


@pytest.mark.parametrize(("text", "line"), FRONT)
def test_points_in_front_are_those_of_their_band(text: str, line: str) -> None:
    assert f"method.other_points:1.1:{line}" in _found(text, LADDER % "5")


def _found(text: str, rule: str) -> set[str]:
    found = lint(method(text, f"rule: {rule}\n{FILES}"))
    return {finding.id for finding in found if finding.code.startswith("method.")}
