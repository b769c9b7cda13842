"""None of what levels count, points written out, prices behind a stroke, measures over each other."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text, the label of its figure → figures with their points, of six.
COUNTED: list[tuple[str, str, dict[str, str]]] = [
    ("Không thiếu: 6 điểm; thiếu dưới 5 người: 4 điểm; thiếu từ 5 đến 10 người: 2 điểm; thiếu trên 10 người: 0 điểm", "Biên chế – số người thiếu", {"0": "6", "1": "4", "5": "2", "10": "2", "11": "0"}),
    ("Không vượt: 6 điểm; vượt 1 - 2 người: 3 điểm; vượt từ 3 người: 0 điểm", "Biên chế – số người vượt", {"0": "6", "1": "3", "2": "3", "3": "0"}),
    ("Không còn thôn lõm sóng: 6 điểm; còn 1 thôn: 4 điểm; còn 2 - 3 thôn: 2 điểm; còn từ 4 thôn: 0 điểm", "Biên chế – số thôn lõm sóng còn", {"0": "6", "1": "4", "2": "2", "3": "2", "4": "0"}),
    ("Không vắng: 6 điểm; vắng 1 buổi: 4 điểm; vắng từ 2 buổi: 0 điểm", "Biên chế – số buổi vắng", {"0": "6", "1": "4", "2": "0"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "points"), COUNTED)
def test_none_is_the_first_of_the_levels_that_count(text: str, label: str, points: dict[str, str]) -> None:
    reading, _ = read(text, name="Biên chế", maximum=6)
    assert reading.inputs["n"]["label"] == label
    criterion = criterion_of(reading, Fraction(6))
    given = {each: result_of(Case(given={"n": each}), criterion).points for each in points}
    assert given == {each: Fraction(expected) for each, expected in points.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Không còn hồ sơ: 6 điểm; còn 1 xã: 3 điểm; còn từ 2 xã: 0 điểm",
        "Không còn rừng cháy: 6 điểm; còn dưới 5 ha: 3 điểm; còn từ 5 ha: 0 điểm",
        "Không thiếu: 6 điểm; vượt 1 - 2 người: 3 điểm; vượt từ 3 người: 0 điểm",
        "Không vượt: 6 điểm; vượt dưới 5 triệu đồng: 3 điểm; vượt từ 5 triệu đồng: 0 điểm",
    ],
)
def test_none_of_something_else_is_no_level_of_a_count(text: str) -> None:
    rule = read(text, name="Biên chế", maximum=6)[0].rule
    assert isinstance(rule, dict)
    assert rule["kind"] in ("choice", "manual")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mỗi mô hình được một điểm; tối đa 6 điểm", ["1"]),
        ("Mỗi mô hình được 02 (hai) điểm", ["2"]),
        ("Mỗi mô hình được hai điểm, tối đa sáu điểm", ["2"]),
        ("5 sao: 4 điểm/sản phẩm; 4 sao: 2 điểm/sản phẩm", ["4", "2"]),
        ("Sản phẩm 5 sao: 4 điểm/sản phẩm; sản phẩm 4 sao: 2 điểm/sản phẩm", ["4", "2"]),
        ("Giải cấp tỉnh 1 điểm/giải", ["1"]),
        ("Sáng kiến cấp tỉnh 2 điểm/sáng kiến; sáng kiến cấp huyện 1 điểm/sáng kiến", ["2", "1"]),
        ("Mỗi thôn có hai điểm trường: 1 điểm", ["1"]),
    ],
)
def test_what_each_is_worth_is_read(text: str, parts: list[str]) -> None:
    rule = read(text, name="Phong trào", maximum=6)[0].rule
    assert isinstance(rule, dict)
    assert (rule["kind"], [each["points_each"] for each in rule["parts"]]) == ("count", parts)


@pytest.mark.parametrize("text", ["Mỗi mô hình được 2 (ba) điểm", "Vi phạm 1 điểm/giải/năm"])
def test_what_contradicts_itself_is_left_to_people(text: str) -> None:
    assert read(text, name="Phong trào", maximum=6)[0].is_manual


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Tỷ lệ = khối lượng thu gom (tấn)/khối lượng phát sinh (tấn); từ 90%: 10 điểm; dưới 90%: 0 điểm", {"full_at": "0.9", "below": "zero"}),
        ("Tỷ lệ = sản lượng bán qua sàn/sản lượng thu hoạch. Điểm = tỷ lệ x 10", {}),
        ("Tỷ lệ (%) x 0,1", {}),
        ("Điểm = Tỷ lệ hài lòng (%) × 0,1 điểm", {}),
    ],
)  # fmt: skip
def test_shares_of_what_is_measured_and_tenths_of_a_percentage(text: str, rule: dict[str, str]) -> None:
    reading, _ = read(text, name="Thu gom", maximum=10)
    assert reading.rule == {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable", **rule}


@pytest.mark.parametrize(
    "text",
    ["Tỷ lệ (%) x 0,05", "Tỷ lệ = khối lượng thu gom (tấn)/khối lượng phát sinh (kg); từ 90%: 10 điểm"],
)
def test_other_tenths_and_two_measures_are_left_to_people(text: str) -> None:
    assert read(text, name="Thu gom", maximum=10)[0].is_manual


@pytest.mark.parametrize("of", ["kế hoạch", "chỉ tiêu được giao", "dự toán"])
def test_a_percentage_of_a_plan_or_more_begins_there(of: str) -> None:
    text = f"Đạt 110% {of} trở lên: 6 điểm; 100% - dưới 110%: 5 điểm; dưới 100%: 0 điểm"
    reading, _ = read(text, name="Trồng rừng", maximum=6)
    assert isinstance(reading.rule, dict)
    assert reading.rule["tiers"] == [{"at_least": "1.1", "give": "full"}, {"at_least": "1", "points": "5"}]
